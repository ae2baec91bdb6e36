#!/usr/bin/env bash
# Builds examples/library against the library as it was last built here, and runs it: seconds, where the example's own package builds
# everything once more (`make library`). What the library does not offer to other packages does not compile.
set -euo pipefail
cd "$(dirname "$0")/.."
modules='DocumentModel|Extraction|Statute|ReportModel|Reconstruction|Audit|Output|Gongkai'
program=.build/library-example/report-findings

swift build --product gongkai > /dev/null
built=$(swift build --show-bin-path)
mkdir -p "$(dirname "$program")"
. scripts/c-modules.sh
flags=("${c_flags[@]}")
for flag in $(pkg-config --libs "${c_libraries[@]}"); do
  case $flag in -l* | -L*) flags+=("$flag") ;; *) flags+=(-Xlinker "$flag") ;; esac
done
mapfile -t objects < <(tr -d "'" < "$built/gongkai.product/Objects.LinkFileList" | grep -E "/($modules)\.build/")
swiftc -swift-version 6 -o "$program" examples/library/Sources/report-findings/main.swift -I "$built/Modules" \
  "${flags[@]}" "${objects[@]}"

"$program" SampleReports/broken-sum.pdf | grep -q '^error A002: ' || {
  echo "examples/library does not say what is wrong with broken-sum.pdf" >&2
  exit 1
}
# That the package finds the product.
swift package --package-path examples/library --scratch-path .build/library-example/package show-dependencies > /dev/null
echo "examples/library builds against the library, and runs"
