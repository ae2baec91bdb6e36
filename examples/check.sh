#!/usr/bin/env bash
# Runs both examples on a folder and holds what they write against what one run of the command writes. Installs what they need:
# GNU parallel and a Java runtime from Debian, pyspark in a virtual environment of its own.
#
#     check.sh PATH-OF-GONGKAI FOLDER
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
gongkai=$(realpath "$1")
folder=$(realpath "$2")
work=${EXAMPLES_WORK:-$here/../.build/examples}
mkdir -p "$work"

missing=()
command -v parallel >/dev/null || missing+=(parallel)
command -v java >/dev/null || missing+=(default-jre-headless)
python3 -c 'import ensurepip' 2>/dev/null || missing+=(python3-venv)
if [ ${#missing[@]} -gt 0 ]; then
  sudo=(); [ "$(id -u)" = 0 ] || sudo=(sudo)
  DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi
[ -x "$work/venv/bin/spark-submit" ] || { python3 -m venv "$work/venv" && "$work/venv/bin/pip" install --quiet pyspark; }

rm -rf "$work/files" "$work/alone.jsonl" "$work/parallel.jsonl" "$work/spark"
mkdir "$work/files"
# Awkward names too: a space, a line break for parallel, whose list is parted by NUL.
cp "$folder"/*.pdf "$folder"/*.txt "$work/files"
first=$(ls "$work/files" | head -1)
cp "$work/files/$first" "$work/files/a name with spaces.pdf"
"$gongkai" audit --format jsonl --ignore C --no-cache --no-progress "$work/files" >"$work/alone.jsonl" 2>/dev/null || [ $? -le 2 ]

find "$work/files" -type f | LC_ALL=C sort >"$work/list"
PYSPARK_PYTHON=$work/venv/bin/python "$work/venv/bin/spark-submit" --master 'local[2]' --conf spark.ui.enabled=false \
  "$here/spark_audit.py" "$work/list" "$work/spark" --partitions 4 --gongkai "$gongkai" >"$work/spark.log" 2>&1 ||
  { tail -20 "$work/spark.log" >&2; exit 1; }
cat "$work"/spark/part-* | cmp - "$work/alone.jsonl"
echo "Spark: $(wc -l <"$work/alone.jsonl") records, the same bytes as one run"

# A call that breaks fails the task.
if PYSPARK_PYTHON=$work/venv/bin/python "$work/venv/bin/spark-submit" --master 'local[2]' --conf spark.ui.enabled=false \
  "$here/spark_audit.py" "$work/list" "$work/spark-broken" --partitions 4 --gongkai /bin/false >"$work/broken.log" 2>&1; then
  echo "Spark took no notice of a command that failed" >&2
  exit 1
fi
rm -rf "$work/spark-broken"

cp "$work/files/$first" "$work/files/a"$'\n'"name with a line break.pdf"
"$gongkai" audit --format jsonl --ignore C --no-cache --no-progress "$work/files" >"$work/alone.jsonl" 2>/dev/null || [ $? -le 2 ]
GONGKAI=$gongkai BLOCK=5 "$here/parallel_audit.sh" "$work/files" "$work/parallel.jsonl" --jobs 2
cmp "$work/parallel.jsonl" "$work/alone.jsonl"
echo "GNU parallel: $(wc -l <"$work/alone.jsonl") records, the same bytes as one run"
if GONGKAI=/bin/false "$here/parallel_audit.sh" "$work/files" "$work/broken.jsonl" >/dev/null 2>&1 || [ -e "$work/broken.jsonl" ]; then
  echo "parallel took no notice of a command that failed" >&2
  exit 1
fi
