#!/usr/bin/env bash
# Puts the built command, its completions and its manual under a prefix, or takes them away.
#
#     install.sh [--remove] PREFIX [DESTDIR]
set -euo pipefail
cd "$(dirname "$0")/.."

remove=false
if [ "${1:-}" = --remove ]; then
  remove=true
  shift
fi
prefix=${1:?a prefix, such as /usr/local}
root=${2:-}$prefix
binary=${GONGKAI:-.build/release/gongkai}

declare -A completions=(
  [bash]=$root/share/bash-completion/completions/gongkai
  [zsh]=$root/share/zsh/site-functions/_gongkai
  [fish]=$root/share/fish/vendor_completions.d/gongkai.fish
)
manuals=$root/share/man/man1

if $remove; then
  rm -f "$root/bin/gongkai" "${completions[@]}" "$manuals"/gongkai.1 "$manuals"/gongkai-*.1
  exit 0
fi

install -D -m 755 "$binary" "$root/bin/gongkai"
for shell in "${!completions[@]}"; do
  mkdir -p "$(dirname "${completions[$shell]}")"
  LANG=en "$binary" --generate-completion-script "$shell" >"${completions[$shell]}"
done
mkdir -p "$manuals"
LANG=en "$binary" --experimental-dump-help | python3 scripts/manual.py "$manuals" "$("$binary" --version)"
echo "installed under $root"
