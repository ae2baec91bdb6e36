#!/usr/bin/env bash
# Installs what the typesetting bench needs: Debian's producers, fonts and poppler, and Python packages.
# Does nothing, and fast, where all is there. PIP_OPTIONS can say more to pip (e.g. --user). With `others`, also the further producers (others/).
set -euo pipefail

packages=(chromium libreoffice-writer wkhtmltopdf poppler-utils poppler-data fontconfig
          fonts-noto-cjk fonts-wqy-zenhei fonts-arphic-uming python3 python3-pip)
modules='weasyprint, reportlab, pymupdf, pdfplumber, docx, fpdf, typst, pikepdf'
names='weasyprint reportlab pymupdf pdfplumber python-docx fpdf2 typst pikepdf'
if [ "${1:-}" = others ]; then
  packages+=(firefox-esr fop php-cli php-tcpdf abiword python3-pyqt5 gir1.2-webkit2-4.1 python3-gi xvfb xauth libitext5-java default-jdk-headless
             libreoffice-calc)
  modules+=', openpyxl'
  names+=' openpyxl'
fi
missing=()
for package in "${packages[@]}"; do
  case $package in
    # A Python or pip from elsewhere will do.
    python3) command -v python3 >/dev/null && continue ;;
    python3-pip) python3 -m pip --version >/dev/null 2>&1 && continue ;;
  esac
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  echo "Installing ${missing[*]}" >&2
  sudo=(); [ "$(id -u)" = 0 ] || sudo=(sudo)
  "${sudo[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

if ! python3 -c "import importlib.util, sys
sys.exit(any(importlib.util.find_spec(m) is None for m in '$modules'.split(', ')))"; then
  # Debian marks its Python as managed by itself; these packages stay out of the way of its own.
  options=(--quiet --root-user-action=ignore)
  python3 -m pip install --help | grep -q -- --break-system-packages && options+=(--break-system-packages)
  python3 -m pip install "${options[@]}" ${PIP_OPTIONS:-} $names
fi
