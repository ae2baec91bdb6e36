#!/usr/bin/env python3
"""Compares `gongkai audit` with plain text extraction, in one run on one folder of PDFs.

    bench.py --tool .build/release/gongkai --work FOLDER [--reports FOLDER]... [--few 100] [--rounds 3] [--many 10000]

The reports are the typeset PDFs of SampleReports and Tests/Fixtures/layouts, one after the other as often as it takes; each
copy is another content, so that nothing can be recognised as read before.

Each round runs every program once, so that what else the machine does strikes all of them; the shortest wall time and the
smallest processor time of the rounds count. `--work` holds floor and venv (install.sh) and takes the copies of the reports.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path


class Measured:
    """The best of several runs of one command."""

    def __init__(self) -> None:
        self.wall = self.cpu = float("inf")
        self.peak = 0.0

    def run(self, command: list, stdin: bytes = b"", environment: dict | None = None, watched: bool = False) -> "Measured":
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.monotonic()
        with tempfile.TemporaryFile() as given:
            given.write(stdin)
            given.seek(0)
            process = subprocess.Popen(
                command, stdin=given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ | (environment or {}))
            if watched:
                self.watch(process)
            if process.wait() > 2:
                sys.exit(f"bench: {command[:6]} ended with {process.returncode}")
        self.wall = min(self.wall, time.monotonic() - start)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.cpu = min(self.cpu, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
        return self

    def watch(self, process: subprocess.Popen) -> None:
        """Adds up the proportional memory of the program and its workers, ten times a second."""
        while process.poll() is None:
            children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
            try:
                pids = [process.pid] + [int(p) for p in children.read_text().split()]
            except OSError:
                break
            self.peak = max(self.peak, sum(proportional(pid) for pid in pids))
            time.sleep(0.1)


def proportional(pid: int) -> float:
    """MiB of a process, what it shares with others divided by their number."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    except OSError:
        pass
    return 0


def copies(reports: list[Path], count: int, folder: Path) -> list[Path]:
    """So many files, all different: a comment behind the end makes each another content, and the same pages."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for number in range(count):
        path = folder / f"{number:06}.pdf"
        if not path.exists():
            path.write_bytes(reports[number % len(reports)].read_bytes() + b"\n%% copy %d\n" % number)
        made.append(path)
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tool", type=Path, required=True)
    parser.add_argument("--reports", type=Path, action="append")
    parser.add_argument("--few", type=int, default=100)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--many", type=int, default=10_000)
    options = parser.parse_args()
    tool, cores = str(options.tool.resolve()), len(os.sched_getaffinity(0))
    root = Path(__file__).resolve().parents[2]
    folders = options.reports or [root / "SampleReports", root / "Tests/Fixtures/layouts"]
    reports = [path for folder in folders for path in sorted(folder.glob("*.pdf"))]
    few = copies(reports, options.few, options.work / "many")
    listed = "\n".join(map(str, few)).encode()
    audit = [tool, "audit", "--format", "jsonl", "--no-progress", "--files-from", "-"]
    python = str(options.work / "venv/bin/python")
    rivals = str(Path(__file__).parent / "rivals.py")
    one_by_one = ["bash", "-c", 'while read -r f; do pdftotext -layout "$f" -; done']
    side_by_side = ["xargs", "-P", str(cores), "-I{}", "pdftotext", "-layout", "{}", "-"]
    runs = {
        f"gongkai audit, {cores} jobs": audit + ["--no-cache", "--jobs", str(cores)],
        "gongkai audit, 1 job": audit + ["--no-cache", "--jobs", "1"],
        "gongkai audit, in-process": audit + ["--no-cache", "--in-process"],
        "pdftotext -layout, once a file": one_by_one,
        f"pdftotext -layout, once a file, {cores} at once": side_by_side,
        f"floor: poppler-glib text, {cores} processes": [str(options.work / "floor"), str(cores)],
        f"floor with places, {cores} processes": [str(options.work / "floor"), str(cores), "--places"],
        "PyMuPDF, one process": [python, rivals, "pymupdf"],
    }
    slow = {"pdfplumber, one process": [python, rivals, "pdfplumber"]}
    measured = {name: Measured() for name in runs | slow}
    for number in range(options.rounds):
        for name, command in (runs | slow if number == 0 else runs).items():
            measured[name].run(command, listed)
    main_run = measured[f"gongkai audit, {cores} jobs"]
    print(f"## {len(few)} files, {sum(p.stat().st_size for p in few) / 1e6:.1f} MB, best of {options.rounds} rounds\n")
    print("| | wall s | CPU s | wall against gongkai | CPU against gongkai |\n|---|---:|---:|---:|---:|")
    for name, m in measured.items():
        print(f"| {name} | {m.wall:.2f} | {m.cpu:.2f} | {m.wall / main_run.wall:.2f} | {m.cpu / main_run.cpu:.2f} |")
    alone, inside = measured["gongkai audit, 1 job"], measured["gongkai audit, in-process"]
    print(f"\nisolation: {100 * (alone.wall / inside.wall - 1):+.1f} % wall, {100 * (alone.cpu / inside.cpu - 1):+.1f} % CPU\n")

    sizes = sorted({len(few), min(1000, options.many), options.many})
    print("## Scaling\n\n| files | wall s | CPU s | per file against the first, wall | CPU | memory of all processes, MiB | floor, wall s | wall against the floor |\n"
          "|---:|---:|---:|---:|---:|---:|---:|---:|")
    first = None
    for size in sizes:
        files = copies(reports, size, options.work / "many")
        m, floor = Measured(), Measured()
        paths = "\n".join(map(str, files)).encode()
        for _ in range(options.rounds if size <= 1000 else 1):
            m.run(audit + ["--no-cache", "--jobs", str(cores)], paths, watched=True)
            floor.run([str(options.work / "floor"), str(cores)], paths)
        first = first or m
        scale = size / sizes[0]
        print(f"| {size} | {m.wall:.2f} | {m.cpu:.2f} | {m.wall / first.wall / scale:.3f} | {m.cpu / first.cpu / scale:.3f} | {m.peak:.0f} | "
              f"{floor.wall:.2f} | {m.wall / floor.wall:.2f} |")

    thousand = "\n".join(map(str, copies(reports, 1000, options.work / "many"))).encode()
    with tempfile.TemporaryDirectory() as cache:
        environment = {"XDG_CACHE_HOME": cache}
        none = Measured().run(audit + ["--no-cache"], thousand)
        cold, warm = Measured().run(audit, thousand, environment), Measured().run(audit, thousand, environment)
    print("\n## Cache, 1000 files\n\n| | wall s | CPU s |\n|---|---:|---:|")
    for name, m in (("without", none), ("cold: all is read and kept", cold), ("warm: nothing is read again", warm)):
        print(f"| {name} | {m.wall:.2f} | {m.cpu:.2f} |")
    print(f"\nwarm is {cold.wall / warm.wall:.1f} times as fast as cold")


if __name__ == "__main__":
    main()
