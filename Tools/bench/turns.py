#!/usr/bin/env python3
"""Runs commands in turns, so that what else the machine does meets all of them alike, and compares their processor times.

    python3 Tools/bench/turns.py --rounds 13 \\
        'floor=.build/bench/floor 2 < LIST' 'before=OLD/gongkai audit --no-cache --files-from LIST' 'after=…'

The first command is what the others are held against. Wall times count where nothing else runs.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import time


def once(command: str) -> tuple[float, float]:
    """The wall time of a shell command and the processor time of all that it started, in seconds."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(["bash", "-c", command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rounds", type=int, default=9)
    arguments.add_argument("commands", nargs="+", metavar="NAME=COMMAND")
    options = arguments.parse_args()
    commands = dict(command.split("=", 1) for command in options.commands)
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for number in range(options.rounds):
        # Each other round backwards: who comes after whom counts too.
        for name in list(commands) if number % 2 == 0 else reversed(list(commands)):
            times[name].append(once(commands[name]))
    first = times[next(iter(commands))]
    print("| | wall s, least | CPU s, least | CPU, median | CPU against the first, least | CPU, median of the rounds |")
    print("|---|---:|---:|---:|---:|---:|")
    for name, rounds in times.items():
        wall, cpu = min(w for w, _ in rounds), [c for _, c in rounds]
        ratio = statistics.median(c / f for (_, c), (_, f) in zip(rounds, first))
        least = min(cpu) / min(f for _, f in first)
        print(f"| {name} | {wall:.3f} | {min(cpu):.3f} | {statistics.median(cpu):.3f} | {least:.3f} | {ratio:.3f} |")


if __name__ == "__main__":
    main()
