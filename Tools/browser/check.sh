#!/usr/bin/env bash
# Installs what looking at the web page takes, where it is missing, and uses the page in a real browser.
#     check.sh GONGKAI FOLDER [PICTURES]
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
if ! command -v chromium >/dev/null; then
  apt-get install --yes --no-install-recommends chromium fonts-noto-cjk </dev/null
fi
tools="$here/.tools"
[ -x "$tools/bin/python" ] || python3 -m venv "$tools"
"$tools/bin/python" -c 'import websocket' 2>/dev/null || "$tools/bin/pip" install --quiet websocket-client==1.9.0
exec "$tools/bin/python" "$here/check.py" "$@"
