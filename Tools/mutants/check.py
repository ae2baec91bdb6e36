"""Damages samples, has them audited in batches, and looks at every cell of every record.

    python3 -m mutants.check --tool ../.build/release/gongkai --count 10000 --seed 1

A batch must not end early, every file must have its record, and where the text survived every cell is what the original
prints or is `unread`. What is read of files whose text did not survive is counted too, and `--report` names the worst of it.
The exit status is 1 where one of the first three does not hold.
"""

from __future__ import annotations

import argparse
import collections
import concurrent.futures
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from typeset.scoring import judge

from . import pdf_mutations, survival, text_mutations

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("SampleReports", "Tests/Fixtures/layouts")
BATCH = 500


@dataclass
class Original:
    path: Path
    data: bytes
    truth: dict
    record: dict
    text: bytes = b""
    tables: list[list[str]] = field(default_factory=list)

    @property
    def is_pdf(self) -> bool:
        return self.path.suffix == ".pdf"


@dataclass
class Mutant:
    original: Original
    kind: str
    path: Path
    survived: bool = False


def audit(tool: Path, folder: Path, names: list[str], jobs: int, timeout: int) -> tuple[int, list[dict]]:
    """Exit status and records of one batch."""
    run = subprocess.run(
        [tool, "audit", "--format", "jsonl", "--no-cache", "--no-progress", "--jobs", str(jobs), "--timeout", str(timeout),
         "--files-from", "-"],
        input="\0".join(names).encode(), capture_output=True, cwd=folder)
    return run.returncode, [json.loads(line, parse_float=Decimal) for line in run.stdout.splitlines()]


def originals(tool: Path) -> list[Original]:
    """Samples with a truth whose every cell is read as it says or not at all."""
    found = []
    for folder in FOLDERS:
        for truth in sorted((ROOT / folder).glob("*.truth.json")):
            expected = json.loads(truth.read_text(encoding="utf-8"), parse_float=Decimal)
            path = truth.parent / expected["file"]
            _, (record,) = audit(tool, path.parent, [path.name], 1, 60)
            original = Original(path, path.read_bytes(), expected, record)
            if not record["report"] or not expected["tables"] or wrong_cells(original, record):
                continue
            if original.is_pdf:
                original.text = survival.pdf_text(path)
            else:
                original.tables = survival.table_lines(survival.text_of(original.data), record)
            found.append(original)
    return found


def wrong_cells(original: Original, record: dict) -> list[str]:
    """Cells that the record gives as something else than the original prints; also tables that are missing without a word."""
    tables = {t["id"]: {row["id"]: row["cells"] for row in t["rows"]} for t in (record["report"] or {"tables": []})["tables"]}
    wrong = []
    for table, rows in original.truth["tables"].items():
        if table not in tables:
            if record["status"] == "read" and not any(f.get("table") == table or f["rule"][0] == "S" for f in record["findings"]):
                wrong.append(f"{table}: missing without a word")
            continue
        for row, cells in rows.items():
            for column, want in cells.items():
                got = tables[table].get(row, {}).get(column)
                if judge(want, got) == "wrong":
                    wrong.append(f"{table} {row} {column}: printed {want['text']!r}, read {got['state']} {got.get('text')!r}")
    return wrong


def damage(original: Original, others: dict[bool, list[bytes]], rng: random.Random, folder: Path, number: int) -> Mutant:
    mutations = pdf_mutations.MUTATIONS if original.is_pdf else text_mutations.MUTATIONS
    mutation = rng.choice(mutations)
    data = mutation(original.data, rng, others[original.is_pdf])
    path = folder / f"{number:06}-{original.path.stem}-{mutation.__name__}{original.path.suffix}"
    path.write_bytes(data)
    return Mutant(original, mutation.__name__, path)


def look(mutant: Mutant) -> Mutant:
    if mutant.original.is_pdf:
        mutant.survived = survival.pdf_text(mutant.path) == mutant.original.text
    else:
        lines = survival.text_of(mutant.path.read_bytes())
        mutant.survived = all(survival.has_once(lines, piece) for piece in mutant.original.tables)
    return mutant


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--tool", type=Path, required=True)
    arguments.add_argument("--count", type=int, default=10_000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--jobs", type=int, default=os.cpu_count())
    arguments.add_argument("--timeout", type=int, default=60)
    arguments.add_argument("--keep", type=Path, help="keep mutants with wrong cells, or whose worker failed, in this folder")
    arguments.add_argument("--report", type=Path, help="write the cells that are wrong to this file")
    options = arguments.parse_args()
    tool = options.tool.resolve()
    sources = originals(tool)
    others = {kind: [o.data for o in sources if o.is_pdf == kind] for kind in (True, False)}
    rng = random.Random(options.seed)
    counts, rules, statuses = collections.Counter(), collections.Counter(), collections.Counter()
    broken, silent, lost = [], [], []
    start = time.monotonic()
    for first in range(0, options.count, BATCH):
        with tempfile.TemporaryDirectory(prefix="mutants-") as name:
            folder = Path(name)
            # Texts are few among the samples; one mutant in four is one all the same.
            mutants = []
            for number in range(first, min(first + BATCH, options.count)):
                kind = rng.random() >= 0.25
                mutants.append(damage(rng.choice([o for o in sources if o.is_pdf == kind]), others, rng, folder, number))
            names = [mutant.path.name for mutant in mutants]
            status, records = audit(tool, folder, names, options.jobs, options.timeout)
            if status not in (0, 1, 2) or [r["source"]["path"] for r in records] != names:
                broken.append(f"batch at {first}: exit status {status}, {len(records)} of {len(names)} records")
                continue
            with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
                list(pool.map(look, mutants))
            for mutant, record in zip(mutants, records):
                counts["mutants"] += 1
                counts["pdf" if mutant.original.is_pdf else "text"] += 1
                counts["survived"] += mutant.survived
                statuses[record["status"]] += 1
                failed = [f["rule"] for f in record["findings"] if f["rule"] in ("X006", "X007", "X008")]
                rules.update(f["rule"] for f in record["findings"] if f["rule"].startswith("X"))
                wrong = wrong_cells(mutant.original, record) if record["report"] else []
                if wrong:
                    (silent if mutant.survived else lost).append((len(wrong), mutant.path.name, record["status"], wrong))
                if options.keep and (failed or wrong):
                    part = "failed" if failed else "survived" if mutant.survived else "lost"
                    (options.keep / part).mkdir(parents=True, exist_ok=True)
                    (options.keep / part / mutant.path.name).write_bytes(mutant.path.read_bytes())
    print(f"{counts['mutants']} mutants ({counts['pdf']} PDFs, {counts['text']} texts) of {len(sources)} samples, seed {options.seed}, "
          f"{time.monotonic() - start:.0f} s")
    print("status: " + ", ".join(f"{n} {s}" for s, n in sorted(statuses.items())))
    print("not read: " + ", ".join(f"{rule} {n}" for rule, n in sorted(rules.items())))
    print(f"batches that ended early or lack records: {len(broken)}")
    print(f"text survived: {counts['survived']} files, of which with a wrong cell: {len(silent)}")
    print(f"text did not survive: {counts['mutants'] - counts['survived']} files, of which with a cell unlike the original's: {len(lost)}")
    for line in broken:
        print(line)
    if options.report:
        with options.report.open("w", encoding="utf-8") as file:
            for title, cases in (("text survived", silent), ("text did not survive", lost)):
                for count, name, status, wrong in sorted(cases, reverse=True):
                    file.write(f"{title}: {name} [{status}] {count} cells\n" + "".join(f"    {line}\n" for line in wrong[:12]))
    for count, name, status, wrong in silent[:20]:
        print(f"WRONG {name} [{status}] {count}: {wrong[0]}")
    return 1 if broken or silent else 0


if __name__ == "__main__":
    sys.exit(main())
