#!/usr/bin/env bash
# Installs what the benchmark compares with: pdftotext, a C compiler for the floor, and a virtual environment of its own with
# pdfplumber and PyMuPDF in FOLDER. Does nothing where all is there.
#
#     install.sh FOLDER
set -euo pipefail
folder=$1
missing=()
for package in poppler-utils libpoppler-glib-dev pkg-config gcc python3-venv; do
  case $package in
    gcc) command -v cc >/dev/null && continue ;;
    python3-venv) python3 -c 'import ensurepip' 2>/dev/null && continue ;;
  esac
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  sudo=(); [ "$(id -u)" = 0 ] || sudo=(sudo)
  DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi
if ! "$folder/venv/bin/python" -c 'import pdfplumber, pymupdf' 2>/dev/null; then
  python3 -m venv "$folder/venv"
  "$folder/venv/bin/pip" install --quiet pdfplumber==0.11.10 pymupdf
fi
read -ra flags < <(pkg-config --cflags --libs poppler-glib)
cc -O2 -std=c11 -D_GNU_SOURCE -o "$folder/floor" "$(dirname "$0")/floor.c" "${flags[@]}"
