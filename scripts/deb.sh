#!/usr/bin/env bash
# Builds dist/gongkai_VERSION_ARCH.deb: the command with Swift's own libraries linked in, so that it needs only what Debian
# has; its dependencies are those that dpkg-shlibdeps finds, and poppler's font data.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v dpkg-shlibdeps >/dev/null || apt-get install --yes --no-install-recommends dpkg-dev </dev/null

scratch=.build-deb
swift build -c release --product gongkai --static-swift-stdlib --disable-local-rpath --scratch-path "$scratch"
export GONGKAI=$PWD/$scratch/release/gongkai
version=$("$GONGKAI" --version | sed "s/.* //")
architecture=$(dpkg --print-architecture)
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT

root=$stage/debian/gongkai
scripts/install.sh /usr "$root"
strip --strip-unneeded "$root/usr/bin/gongkai"
gzip -9n "$root"/usr/share/man/man1/*.1
# Debian's zsh looks elsewhere than that of /usr/local.
mkdir -p "$root/usr/share/zsh/vendor-completions"
mv "$root/usr/share/zsh/site-functions/_gongkai" "$root/usr/share/zsh/vendor-completions/"
rmdir "$root/usr/share/zsh/site-functions"
documents=$root/usr/share/doc/gongkai
mkdir -p "$documents"
cp -r README.md README.zh-CN.md docs "$documents/"
cat >"$documents/copyright" <<'END'
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/

Files: *
Copyright: the authors of gongkai
License: GPL-3.0-or-later
 On Debian systems, the text of version 3 of the licence is in /usr/share/common-licenses/GPL-3.
 .
 The program has the Swift runtime and swift-argument-parser (Apache-2.0 with runtime library exception),
 GRDB.swift (MIT) and Yams (MIT) linked in.
END
find "$root" -type d -exec chmod 755 {} + -o -type f ! -path '*/bin/*' -exec chmod 644 {} +

mkdir "$root/DEBIAN"
maintainer=${MAINTAINER:-$(git log -1 --format='%an <%ae>')}
printf 'Source: gongkai\nMaintainer: %s\n\nPackage: gongkai\nArchitecture: any\n' "$maintainer" >"$stage/debian/control"
depends=$(cd "$stage" && dpkg-shlibdeps -O debian/gongkai/usr/bin/gongkai | sed -n 's/^shlibs:Depends=//p')
cat >"$root/DEBIAN/control" <<END
Package: gongkai
Version: $version
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $(du -sk --exclude=DEBIAN "$root" | cut -f1)
Depends: $depends, poppler-data
Section: text
Priority: optional
Description: audits annual reports on government information disclosure
 gongkai reads the annual reports on government information disclosure that
 every Chinese administrative body publishes, as PDFs or as plain text. It
 rebuilds their three statutory tables cell by cell and audits them: sums,
 sections, rows and columns, and whether the text agrees with the tables.
END
mkdir -p dist
dpkg-deb --build --root-owner-group "$root" "dist/gongkai_${version}_$architecture.deb"
