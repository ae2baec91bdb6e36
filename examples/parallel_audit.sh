#!/usr/bin/env bash
# Audits the PDFs and texts of a folder with GNU parallel, here or on other machines, and writes one JSON object a line, in the
# order of the paths.
#
#     parallel_audit.sh FOLDER OUTPUT.jsonl [further options of parallel, such as --sshloginfile machines]
#
# GONGKAI names the command where it is not on the PATH, BLOCK the number of files of one call (default 200).
set -euo pipefail
folder=$1 output=$2
shift 2

# 0, 1 and 2 say what was found; parallel is told only of calls that broke.
call="${GONGKAI:-gongkai} audit --files-from - --format jsonl --jobs 1 --ignore C --no-cache --no-progress 2>/dev/null || [ \$? -le 2 ]"

list=$(mktemp)
trap 'rm -f "$list"' EXIT
find "$folder" -type f \( -iname '*.pdf' -o -iname '*.txt' \) -print0 | LC_ALL=C sort -z >"$list"
parallel --pipe --recend '\0' -N "${BLOCK:-200}" --keep-order --retries 3 "$@" "$call" <"$list" >"$output.part"

# A record for every file, or there is no result.
files=$(tr -cd '\0' <"$list" | wc -c) records=$(wc -l <"$output.part")
if [ "$files" -ne "$records" ]; then
  echo "$records records of $files files" >&2
  exit 1
fi
mv "$output.part" "$output"
