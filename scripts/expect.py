#!/usr/bin/env python3
"""Rewrites the expected findings of sample reports: NAME.expected.json beside each sample. Read the diff before committing it.

    expect.py GONGKAI FOLDER
"""
import json
import pathlib
import subprocess
import sys


def main():
    command, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    run = subprocess.run([command, "audit", "--format", "jsonl", "--lang", "zh", "--no-progress", "."], cwd=folder,
                         capture_output=True, text=True)
    if run.returncode not in (0, 1, 2):
        sys.exit(run.stderr)
    records = [json.loads(line) for line in run.stdout.splitlines()]
    names = set()
    for record in records:
        path = pathlib.PurePath(record["source"]["path"])
        expected = {"path": path.name, "status": record["status"], "findings": record["findings"]}
        # Next to its sample; two samples must not share a name.
        target = folder / (path.stem + ".expected.json")
        if target in names:
            sys.exit(f"two samples are called {path.stem}")
        names.add(target)
        target.write_text(json.dumps(expected, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for stale in set(folder.glob("*.expected.json")) - names:
        stale.unlink()
    print(f"{len(names)} expectations written; read them with: git diff {folder}")


if __name__ == "__main__":
    main()
