#!/usr/bin/env bash
# Installs a Debian package of gongkai into a clean Debian 12, made by debootstrap, and uses it there. Needs root.
#     deb-check.sh PACKAGE.deb [MIRROR]
set -euo pipefail
package=$(realpath "$1")
mirror=${2:-http://deb.debian.org/debian}
samples=$(realpath "$(dirname "$0")/../SampleReports")
command -v debootstrap >/dev/null || apt-get install --yes --no-install-recommends debootstrap </dev/null

root=$(mktemp -d /var/tmp/gongkai-debian.XXXXXX)
trap 'rm -rf --one-file-system "$root"' EXIT
debootstrap --variant=minbase bookworm "$root" "$mirror" >/dev/null
cp /etc/resolv.conf "$root/etc/resolv.conf"
# The way to the mirror, where this machine has one of its own.
cp -r /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/"
mkdir "$root/reports"
cp "$samples"/*.pdf "$samples"/*.txt "$root/reports/"
cp "$package" "$root/gongkai.deb"

# With a /proc of its own, which the command reads its arguments from, and which is gone when it ends.
inside() {
  unshare --pid --fork --mount-proc="$root/proc" chroot "$root" \
    /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=en_US.UTF-8 "$@"
}
inside LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive apt-get update >/dev/null
inside LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends /gongkai.deb >/dev/null
if inside sh -c 'ldd /usr/bin/gongkai' | grep -E 'not found|swift'; then
  echo "a library is missing" >&2
  exit 1
fi
inside gongkai --version
inside gongkai doctor
status=0
inside gongkai audit --no-progress --format jsonl --output /found.jsonl /reports || status=$?
# Among the samples is one that cannot be read.
[ "$status" = 2 ] || { echo "audit ended with $status" >&2; exit 1; }
for format in html xlsx sqlite; do
  inside gongkai audit --no-progress --fail-on never --format $format --output /found.$format /reports || [ $? = 2 ]
  [ -s "$root/found.$format" ]
done
inside gongkai check --annotate /marked.pdf /reports/broken-sum.pdf >/dev/null || [ $? = 1 ]
[ -s "$root/marked.pdf" ]
for file in usr/share/man/man1/gongkai.1.gz usr/share/bash-completion/completions/gongkai \
  usr/share/zsh/vendor-completions/_gongkai usr/share/fish/vendor_completions.d/gongkai.fish; do
  [ -s "$root/$file" ] || { echo "$file is missing" >&2; exit 1; }
done
echo "installed and used: $(wc -l <"$root/found.jsonl") reports"
# The same as outside, where there is a build to compare it with.
if [ -n "${GONGKAI:-}" ]; then
  { "$GONGKAI" audit --no-progress --format jsonl --lang en "$samples" 2>/dev/null || [ $? = 2 ]; } |
    sed "s|\"path\":\"$samples/|\"path\":\"/reports/|" | cmp - "$root/found.jsonl"
  echo "the same as outside"
fi
