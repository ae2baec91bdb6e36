#!/usr/bin/env bash
# Measures where the marks of marked copies stand, as two renderers draw them. Installs the tools that are missing.
#     check.sh GONGKAI [PICTURES]
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
missing=()
for tool in qpdf:qpdf pdftoppm:poppler-utils mutool:mupdf-tools; do
  command -v "${tool%%:*}" >/dev/null || missing+=("${tool##*:}")
done
[ ${#missing[@]} -eq 0 ] || apt-get install --yes --no-install-recommends "${missing[@]}" </dev/null
exec python3 "$here/check.py" "$@"
