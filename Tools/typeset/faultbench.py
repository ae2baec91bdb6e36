"""Measures the audit: plants each kind of fault in reports that are clean otherwise, and counts what is found and what is found without cause.

    python3 -m typeset.faultbench --seed 1 --count 60 --clean 400 --cells 4 [--pdfs 6] [--markdown FILE]

`--count` faults of every rule as flattened text, `--pdfs` more of every rule as PDFs, `--clean` reports without a fault, and `--cells`
reports in which every cell of the applications table is falsified in turn.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path

from . import chains, faults, flatten, planted, producers
from .values import Printed, plain

ROOT = Path(__file__).resolve().parents[2]
PRODUCERS = ("reportlab", "mupdf", "docx")


def main() -> None:
    parser = argparse.ArgumentParser(prog="typeset.faultbench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (("seed", 1), ("count", 60), ("clean", 400), ("cells", 4), ("pdfs", 0)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--tool", default=str(ROOT / ".build/release/gongkai"))
    parser.add_argument("--out", type=Path)
    parser.add_argument("--markdown", type=Path)
    parser.add_argument("--rules", type=lambda s: s.split(","), help="only these")
    options = parser.parse_args()
    folder = options.out or ROOT / ".accuracy" / f"faults-{options.seed}"
    shutil.rmtree(folder, ignore_errors=True)
    text = measure(options, folder)
    print(text)
    if options.markdown:
        options.markdown.write_text(text, encoding="utf-8")


def measure(options: argparse.Namespace, folder: Path) -> str:
    seed = f"faults-{options.seed}"
    wanted = [f for f in planted.FAULTS if not options.rules or f.rule in options.rules]
    alarms, clean = clean_reports(options, folder / "clean", seed)
    lines = [f"| rule | severity | planted | found | clean reports alarmed (of {clean}) |", "|---|---|---|---|---|"]
    for fault in wanted:
        made, found, missed = planted_faults(options, folder / fault.rule, seed, fault)
        lines.append(f"| {fault.rule} | {fault.severity} | {made} | {found} | {len(alarms.get(fault.rule, []))} |")
        if missed:
            print(f"{fault.rule}: missed {', '.join(missed[:8])}", file=sys.stderr)
    for rule, severity, plant in chains.FAULTS:
        if options.rules and rule not in options.rules:
            continue
        made, found, missed = chains.measure(options, folder / rule, seed, rule, plant, audit)
        lines.append(f"| {rule} | {severity} | {made} | {found} | {len(alarms.get(rule, []))} |")
        if missed:
            print(f"{rule}: missed {', '.join(missed[:8])}", file=sys.stderr)
    for rule, names in sorted(alarms.items()):
        print(f"{rule}: alarmed by {', '.join(names[:6])}", file=sys.stderr)
    return "\n".join(lines + [""] + suggestions(options, folder, seed)) + "\n"


def write(report, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    flatten.write(flatten.form("tsv", report), path, "utf8")


def audit(tool: str, folder: Path) -> dict[str, list[dict]]:
    """Findings by the path below the folder."""
    run = subprocess.run([tool, "audit", "--format", "jsonl", "--no-progress", "--no-config", "--no-cache", "."], cwd=folder,
                         capture_output=True, text=True)
    if run.returncode not in (0, 1, 2):
        sys.exit(f"{tool}: exit status {run.returncode}: {run.stderr[-2000:]}")
    found = {}
    for line in run.stdout.splitlines():
        record = json.loads(line, parse_float=Decimal)
        found[record["source"]["path"].removeprefix("./")] = record["findings"]
    return found


def clean_reports(options, folder: Path, seed: str) -> tuple[dict[str, list[str]], int]:
    """Each body has three years that follow from each other, so that rules that compare are tried too."""
    made = 0
    for i in range(options.clean // 3):
        for report in chains.clean_years(f"{seed}:clean", i):
            write(report, folder / f"{i:04}" / f"{report.figures.year}.txt")
            made += 1
    alarms: dict[str, list[str]] = {}
    # A folder a body: invented bodies share names.
    for body in sorted(folder.iterdir()) if made else []:
        for path, findings in audit(options.tool, body).items():
            for rule in sorted({f["rule"] for f in findings}):
                alarms.setdefault(rule, []).append(f"{body.name}/{path}")
    return alarms, made


def planted_faults(options, folder: Path, seed: str, fault) -> tuple[int, int, list[str]]:
    expected, jobs, i = {}, {p: [] for p in PRODUCERS}, 0
    while len(expected) < options.count + options.pdfs and i < 20 * (options.count + options.pdfs):
        i += 1
        case = planted.clean(f"{seed}:{fault.rule}", i, fault.forms, fault.scale)
        if fault.plant(case) is False:
            continue
        report = case.report()
        at = case.at["at"] if isinstance(case.at, dict) else case.at
        name = f"{i:04}"
        if len(expected) < options.count:
            write(report, folder / f"{name}.txt")
            expected[f"{name}.txt"] = at
        else:
            jobs[PRODUCERS[i % len(PRODUCERS)]].append(producers.Job(report, folder / f"{name}.pdf"))
            expected[f"{name}.pdf"] = at
    folder.mkdir(parents=True, exist_ok=True)
    for producer, made in jobs.items():
        if made:
            for failed in producers.print_all(producer, made):
                sys.exit(f"{producer} did not print {failed}")
    # One at a time: invented bodies share names, and would be compared.
    found = audit(options.tool, folder)
    missed = [name for name, at in expected.items() if not any(f["rule"] == fault.rule and names(f, at) for f in found[name])]
    return len(expected), len(expected) - len(missed), missed


def names(finding: dict, at: str) -> bool:
    return not at or at == finding.get("section") or any(at in (c.get("row"), c.get("column")) for c in finding.get("cells") or [])


def suggestions(options, folder: Path, seed: str) -> list[str]:
    """Every cell of the applications table falsified in turn, then pairs of cells."""
    lines = ["| falsified | reports | suggestion right | none | wrong |", "|---|---|---|---|---|"]
    for name, pairs in (("one cell of the applications table", False), ("two cells of it", True)):
        place = folder / ("pairs" if pairs else "cells")
        truth = {}
        for i in range(options.cells):
            base = planted.clean(f"{seed}:cells", i, "", ("few", "small", "medium", "large")[i % 4])
            cells = [(r, c) for r, row in base.figures.tables["applications"].items() for c in row]
            if pairs:
                cells = [tuple(base.rng.sample(cells, 2)) for _ in range(60)]
            for n, chosen in enumerate(cells):
                changed = falsify(f"{seed}:cells", i, chosen if pairs else (chosen,), place / f"{i}-{n:03}.txt")
                truth[f"{i}-{n:03}.txt"] = changed
        if not truth:
            continue
        right = none = wrong = 0
        reasons: Counter[str] = Counter()
        for file, findings in audit(options.tool, place).items():
            said = {(s["cell"]["row"], s["cell"]["column"], Decimal(s["to"])) for f in findings
                    for s in (f.get("suggestions") or ([f["suggestion"]] if "suggestion" in f else []))}
            if said == truth[file]:
                right += 1
            elif not said:
                none += 1
                reasons["none: " + ",".join(sorted({f["rule"] for f in findings}))] += 1
                if not pairs:
                    print(f"no suggestion: {place / file}: {truth[file]}", file=sys.stderr)
            else:
                wrong += 1
                print(f"wrong suggestion: {place / file}: {said} for {truth[file]}", file=sys.stderr)
        print(name, dict(reasons.most_common(5)), file=sys.stderr)
        lines.append(f"| {name} | {len(truth)} | {right} | {none} | {wrong} |")
    return lines


def falsify(seed: str, i: int, cells: tuple, path: Path) -> set:
    case = planted.clean(seed, i, "", ("few", "small", "medium", "large")[i % 4])
    changed = set()

    def change(printed):
        for row, column in cells:
            value = printed["applications"][row][column].value
            false = faults._false_number(value, case.rng)
            printed["applications"][row][column] = Printed(plain(false), "number", false)
            changed.add((row, column, value))

    case.change = change
    write(case.report(), path)
    return changed


if __name__ == "__main__":
    main()
