#!/usr/bin/env bash
# Builds the fuzz target (libFuzzer, which Swift's toolchain for Linux has) and runs it for so many seconds, from the samples.
# What it finds stays in .build/fuzz/corpus for the next run.
#
#     fuzz.sh [SECONDS]
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-600}
build=.build/fuzz
corpus=$build/corpus
# Objects of sources that are gone would stay in the archive of an earlier build.
rm -f "$build/release/libGongkaiFuzz.a"
# A build of its own: every function is instrumented.
GONGKAI_FUZZ=1 swift build -c release --scratch-path "$build" --product GongkaiFuzz \
  -Xswiftc -sanitize=fuzzer -Xswiftc -enable-testing 2>&1 | grep -E 'error:|Build' || true
. scripts/c-modules.sh
read -ra libraries < <(pkg-config --libs "${c_libraries[@]}")
swiftc -sanitize=fuzzer "$build/release/libGongkaiFuzz.a" "${libraries[@]}" -o "$build/fuzz"

mkdir -p "$corpus"
for file in SampleReports/*.txt Tests/Fixtures/layouts/*.txt; do
  for part in 1 2; do
    { printf "\\x0$part"; cat "$file"; } >"$corpus/$(basename "$file").$part"
  done
done
printf '\0q 1 0 0 1 72 720 cm 0 0 m 100 0 l S BT /F1 12 Tf (a\\)b) Tj ET BI /W 1 ID x EI Q\n' >"$corpus/content"
"$build/fuzz" -max_total_time="$seconds" -max_len=8192 -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 "$corpus"
