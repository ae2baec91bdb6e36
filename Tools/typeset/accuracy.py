"""Measures the reading: makes a set of reports, runs the program on it, and prints what was read right by producer and by switch.

    python3 -m typeset.accuracy make  --seed 1 --count 80 --texts 40 --out DIR
    python3 -m typeset.accuracy score --tool .build/release/gongkai --set DIR [--general] [--markdown FILE]
    python3 -m typeset.accuracy run   --tool .build/release/gongkai --seed 1 --count 80 --texts 40
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

from . import general, producers, scoring, sets, summary
from .style import CHOICES

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    options = arguments()
    folder = options.out or ROOT / ".accuracy" / f"seed-{options.seed}"
    if options.command in ("make", "run"):
        made = sets.make(folder, options.seed, options.count, options.texts, options.producers, options.switches)
        print(f"{made} files in {folder}", file=sys.stderr)
    if options.command in ("score", "run"):
        score(options.set or folder, options)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="typeset.accuracy", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=("make", "score", "run"), nargs="?", default="run")
    parser.add_argument("--seed", type=int, default=1, help="the same seed makes the same reports")
    parser.add_argument("--count", type=int, default=80, help="PDFs, over all producers")
    parser.add_argument("--texts", type=int, default=35, help="flattened texts, over all forms")
    parser.add_argument("--out", type=Path, help="folder of the set (default: .accuracy/seed-N)")
    parser.add_argument("--set", type=Path, help="folder to score (default: --out)")
    parser.add_argument("--producers", type=lambda s: s.split(","), help=f"some of: {', '.join(producers.PRODUCERS)}; or others (others/)")
    parser.add_argument("--switches", type=lambda s: s.split(","), help=f"throw only these, some of: {', '.join(CHOICES)}")
    parser.add_argument("--tool", default=str(ROOT / ".build/release/gongkai"), help="the built program")
    parser.add_argument("--general", action="store_true", help="also general extractors with a label match, on the PDFs")
    parser.add_argument("--markdown", type=Path, help="write the tables as Markdown to this file")
    parser.add_argument("--worst", type=int, default=15, help="so many reports with the most faults are named")
    return parser.parse_args()


def score(folder: Path, options: argparse.Namespace) -> None:
    truths = [json.loads(p.read_text(encoding="utf-8"), parse_float=Decimal) for p in sorted(folder.glob("*.truth.json"))]
    if not truths:
        sys.exit(f"no truths in {folder}")
    records = audit(options.tool, folder, truths)
    scores = {t["name"]: scoring.score(t, records.get(t["file"])) for t in truths}
    rivals = {}
    if options.general:
        pdfs = [t for t in truths if t["file"].endswith(".pdf")]
        for name in general.EXTRACTORS:
            theirs = general.records(name, folder, pdfs)
            rivals[name] = {t["name"]: scoring.score(t, theirs[t["name"]]) for t in pdfs}
    print(summary.text(truths, scores, rivals, options.worst))
    if options.markdown:
        options.markdown.write_text(summary.markdown(truths, scores, rivals, options.worst), encoding="utf-8")


def audit(tool: str, folder: Path, truths: list[dict]) -> dict[str, dict]:
    """The program's records by file name."""
    command = [tool, "audit", "--format", "jsonl", "--no-progress", *(str(folder / t["file"]) for t in truths)]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode not in (0, 1, 2):
        sys.exit(f"{tool}: exit status {run.returncode}: {run.stderr[-2000:]}")
    records = {}
    for line in run.stdout.splitlines():
        record = json.loads(line, parse_float=Decimal)
        records[Path(record["source"]["path"]).name] = record
    return records


if __name__ == "__main__":
    main()
