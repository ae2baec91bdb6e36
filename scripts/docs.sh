#!/usr/bin/env bash
# Writes the documentation of the library, a static site, with the docc of the Swift toolchain.
#     docs.sh [FOLDER]
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-.docs}
modules=(Gongkai Audit ReportModel Statute DocumentModel)

swift build --target Gongkai
built=$(swift build --show-bin-path)
graphs=$(mktemp -d)
trap 'rm -rf "$graphs"' EXIT
target=$(swift -print-target-info | sed -n 's/.*"unversionedTriple" *: *"\([^"]*\)".*/\1/p' | head -1)
. scripts/c-modules.sh
for module in "${modules[@]}"; do
  swift symbolgraph-extract -module-name "$module" -I "$built/Modules" -target "$target" "${c_flags[@]}" \
    -minimum-access-level public -skip-synthesized-members -output-dir "$graphs"
done
docc=$(command -v docc || echo "$(dirname "$(readlink -f "$(command -v swift)")")/docc")
rm -rf "$folder"
"$docc" convert Sources/Gongkai/Gongkai.docc --fallback-display-name Gongkai --fallback-bundle-identifier gongkai \
  --additional-symbol-graph-dir "$graphs" --output-path "$folder" --transform-for-static-hosting
echo "written to $folder; look at it with: python3 -m http.server -d $folder, then /documentation/gongkai"
