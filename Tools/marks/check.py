#!/usr/bin/env python3
"""Marks copies of reports, upright and turned, draws them with poppler and with MuPDF, and measures in the pictures how far
the frames stand from the cells that they belong to.

    check.py GONGKAI [PICTURES]
"""
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
# Pixels a point.
SCALE = 3
# Points: between a cell's print and its frame, as AnnotationPlan has it.
GAP = 1.5
# Points that a frame may be off.
TOLERANCE = 2
# Report, how it is turned, and whether it looks turned: `upright` pages have turned contents and /Rotate to make up for it.
REPORTS = [("SampleReports/broken-sum.pdf", turn, "upright") for turn in (0, 90, 180, 270)] + [
    ("SampleReports/broken-sum.pdf", 90, "lying"), ("SampleReports/broken-sum.pdf", 270, "lying"),
    ("SampleReports/blank-cells.pdf", 180, "upright"), ("SampleReports/blank-cells.pdf", 90, "lying"),
    ("Tests/Fixtures/layouts/page-on-its-side-reportlab.pdf", 0, "upright"),
]


class Picture:
    """A page drawn in colour, read from a PPM."""

    def __init__(self, data):
        fields, at = [], 0
        while len(fields) < 4:
            end = min(i for i in (data.find(c, at) for c in (b" ", b"\n")) if i >= 0)
            fields.append(data[at:end])
            at = end + 1
        self.width, self.height, self.data = int(fields[1]), int(fields[2]), data[at:]

    def __getitem__(self, point):
        x, y = point
        if not (0 <= x < self.width and 0 <= y < self.height):
            return b"\xff\xff\xff"
        start = (y * self.width + x) * 3
        return self.data[start:start + 3]


def poppler(path, page, to):
    subprocess.run(["pdftoppm", "-r", str(72 * SCALE), "-f", str(page), "-l", str(page), "-singlefile", path, to],
                   check=True, capture_output=True)
    return Picture(pathlib.Path(f"{to}.ppm").read_bytes())


def mupdf(path, page, to):
    subprocess.run(["mutool", "draw", "-q", "-r", str(72 * SCALE), "-c", "rgb", "-o", f"{to}.ppm", path, str(page)],
                   check=True, capture_output=True)
    return Picture(pathlib.Path(f"{to}.ppm").read_bytes())


def framed(record):
    """The places of the cells that get a frame: totals, corrections, and all that is no addend of a sum."""
    if not record["report"]:
        return
    tables = {t["id"]: {r["id"]: r["cells"] for r in t["rows"]} for t in record["report"]["tables"]}
    for finding in record["findings"]:
        cells = finding.get("cells", [])
        if "expected" in finding and len(cells) > 1:
            cells = cells[-1:]
        wanted = [(finding.get("table"), c) for c in cells]
        wanted += [(s["cell"]["table"], s["cell"])
                   for s in finding.get("suggestions") or [finding.get("suggestion")] if s]
        for table, cell in wanted:
            found = tables.get(table, {}).get(cell.get("row"), {}).get(cell.get("column"))
            if found and "box" in found:
                for span in found.get("spans", [found]):
                    yield span["page"], tuple(span["box"])


def edge_offset(before, after, box, side):
    """How many points the middle of a frame's edge stands from where it should; None where none is drawn."""
    left, top, right, bottom = (box[0] - GAP, box[1] - GAP, box[2] + GAP, box[3] + GAP)
    upright = side in ("left", "right")
    wanted = {"left": left, "right": right, "top": top, "bottom": bottom}[side]
    low, high = (top, bottom) if upright else (left, right)
    along = range(round((low + 2) * SCALE), max(round((high - 2) * SCALE), round((low + 2) * SCALE) + 1))
    hits = []
    for across in range(round((wanted - 5) * SCALE), round((wanted + 5) * SCALE) + 1):
        points = [(across, a) if upright else (a, across) for a in along]
        if sum(before[p] != after[p] for p in points) >= 0.9 * len(points):
            hits.append(across)
    near = min(hits, key=lambda h: abs(h / SCALE - wanted), default=None)
    if near is None:
        return None
    first = last = near
    while first - 1 in hits:
        first -= 1
    while last + 1 in hits:
        last += 1
    return (first + last + 1) / 2 / SCALE - wanted


def main():
    gongkai = pathlib.Path(sys.argv[1]).resolve()
    folder = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    failures = 0
    for path, turn, look in REPORTS:
        name = f"{pathlib.Path(path).stem}-{turn}-{look}"
        original, copy = str(folder / f"{name}.pdf"), str(folder / f"{name}.annotated.pdf")
        turned = (["mutool", "run", str(HERE / "turn.js"), str(ROOT / path), original, str(turn)]
                  if look == "upright" else
                  ["qpdf", "--deterministic-id", f"--rotate=+{turn}", str(ROOT / path), original])
        subprocess.run(turned, check=True)
        digest = hashlib.sha256(pathlib.Path(original).read_bytes()).digest()
        subprocess.run([gongkai, "check", original, "--annotate", copy], stdout=subprocess.DEVNULL,
                       check=False)
        read = subprocess.run([gongkai, "audit", "--no-progress", "--format", "jsonl", original], capture_output=True,
                              check=False)
        places = sorted(set(framed(json.loads(read.stdout))))
        if hashlib.sha256(pathlib.Path(original).read_bytes()).digest() != digest:
            failures += 1
            print(f"FAIL  {name}: the original was changed")
        if not places:
            failures += 1
            print(f"FAIL  {name}: no cell to be marked")
        for title, draw in (("poppler", poppler), ("MuPDF", mupdf)):
            worst, lost = 0.0, 0
            for page in sorted({p for p, _ in places}):
                before = draw(original, page, str(folder / f"{name}-{page}-{title}-before"))
                after = draw(copy, page, str(folder / f"{name}-{page}-{title}"))
                for _, box in (p for p in places if p[0] == page):
                    for side in ("left", "top", "right", "bottom"):
                        offset = edge_offset(before, after, box, side)
                        lost += offset is None
                        worst = max(worst, abs(offset or 0))
            good = lost == 0 and worst <= TOLERANCE
            failures += not good
            print(f"{'ok  ' if good else 'FAIL'}  {name}, {title}: {len(places)} frames, {lost} edges not found, "
                  f"at most {worst:.2f} points off")
    print(f"{failures} failures; pictures in {folder}")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
