#!/usr/bin/env bash
# Installs the Debian packages that building and testing need, where they are missing. Says so and changes nothing where
# they are there; needs root only where they are not.
set -euo pipefail

build=(libpoppler-glib-dev libqpdf-dev libfreetype-dev libdeflate-dev nettle-dev libjemalloc-dev libsqlite3-dev
  libxlsxwriter-dev pkg-config poppler-data)
tests=(python3 python3-jsonschema)

missing=()
for package in "${build[@]}" "${tests[@]}"; do
  status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$status" = installed ] || missing+=("$package")
done

if ! command -v swift >/dev/null; then
  echo "setup: swift is not on the PATH: install Swift 6.1 or later (https://www.swift.org/install)" >&2
  exit 1
fi
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" -ne 0 ]; then
  echo "setup: Debian packages are missing; install them with" >&2
  echo "    sudo apt-get install ${missing[*]}" >&2
  exit 1
fi
echo "setup: installing ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
# A list of packages that is there may be good enough, and fetching a new one takes time.
apt-get install --yes --no-install-recommends "${missing[@]}" </dev/null ||
  { apt-get update </dev/null && apt-get install --yes --no-install-recommends "${missing[@]}" </dev/null; }
