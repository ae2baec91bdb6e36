"""Disturbs the PDFs of a set: what a table loses or gains on its way to its readers, while its numbers stay what they are.

    python3 -m typeset.disturb --set DIR --out OTHER [--ways edges-rows,stamp] [--times 1]
    python3 -m typeset.accuracy score --set OTHER --tool ../.build/release/gongkai

In the summary each way stands where a producer does. PDFs whose text layer lies are left out, and those with turned pages where a way sets pages anew.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from pathlib import Path

import pikepdf
import pymupdf

Instruction = pikepdf.ContentStreamInstruction
PAINT = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"}
#: A painted path is an edge where it is no thicker and no shorter than this, in points.
THICKEST, SHORTEST = 2.5, 6.0


def main() -> None:
    parser = argparse.ArgumentParser(prog="typeset.disturb", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", type=Path, required=True, help="a set made by typeset.accuracy")
    parser.add_argument("--out", type=Path, required=True, help="folder of the disturbed set")
    parser.add_argument("--ways", type=lambda s: s.split(","), default=list(WAYS), help=f"some of: {', '.join(WAYS)}")
    parser.add_argument("--times", type=int, default=1, help="so many of each PDF and way")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    made = 0
    for path in sorted(options.set.glob("*.truth.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        style = truth.get("style") or {}
        if not truth["file"].endswith(".pdf") or style.get("layer"):
            continue
        for way in options.ways:
            if way in PAGEWISE and (style.get("rotated") or style.get("landscape")):
                continue
            for time in range(options.times):
                name = f"{way}-{time}-{truth['name']}"
                # The same set is disturbed in the same way.
                WAYS[way](options.set / truth["file"], options.out / f"{name}.pdf", random.Random(name))
                own = {**truth, "name": name, "file": f"{name}.pdf", "producer": way}
                (options.out / f"{name}.truth.json").write_text(json.dumps(own, ensure_ascii=False, indent=1), encoding="utf-8")
                made += 1
    print(f"{made} files in {options.out}", file=sys.stderr)


# --- edges


def edges(instructions: list) -> list[tuple[int, str, float]]:
    """Painted edges: the index of what paints them, h or v, and where they stand across."""
    found = []
    matrix, stack, path, isCurved = pikepdf.Matrix(), [], [], False
    for index, step in enumerate(instructions):
        operator, n = str(step.operator), step.operands
        if operator == "q":
            stack.append(matrix)
        elif operator == "Q" and stack:
            matrix = stack.pop()
        elif operator == "cm":
            matrix = pikepdf.Matrix(*[float(v) for v in n]) @ matrix
        elif operator in ("m", "l"):
            path.append(matrix.transform((float(n[0]), float(n[1]))))
        elif operator == "re":
            x, y, w, h = (float(v) for v in n)
            path += [matrix.transform((x, y)), matrix.transform((x + w, y + h))]
        elif operator in ("c", "v", "y"):
            isCurved = True
        elif operator in PAINT or operator == "n":
            if operator in PAINT and path and not isCurved:
                xs, ys = [p[0] for p in path], [p[1] for p in path]
                width, height = max(xs) - min(xs), max(ys) - min(ys)
                if height <= THICKEST and width >= SHORTEST:
                    found.append((index, "h", (min(ys) + max(ys)) / 2))
                elif width <= THICKEST and height >= SHORTEST:
                    found.append((index, "v", (min(xs) + max(xs)) / 2))
            path, isCurved = [], False
    return found


def without_edges(source: Path, out: Path, lost) -> None:
    """`lost`: edges of a page -> the indices of those that are not painted."""
    with pikepdf.open(source) as document:
        for page in document.pages:
            instructions = list(pikepdf.parse_content_stream(page))
            for index in lost(edges(instructions)):
                instructions[index] = Instruction([], pikepdf.Operator("n"))
            page.Contents = document.make_stream(pikepdf.unparse_content_stream(instructions))
        document.save(out)


def edges_few(source: Path, out: Path, chance: random.Random) -> None:
    without_edges(source, out, lambda found: [i for i, _, _ in found if chance.random() < 0.04])


def edges_many(source: Path, out: Path, chance: random.Random) -> None:
    share = chance.choice((0.1, 0.3, 0.6))
    without_edges(source, out, lambda found: [i for i, _, _ in found if chance.random() < share])


def edges_rows(source: Path, out: Path, chance: random.Random) -> None:
    without_edges(source, out, lambda found: a_fifth(found, "h", chance))


def edges_columns(source: Path, out: Path, chance: random.Random) -> None:
    without_edges(source, out, lambda found: a_fifth(found, "v", chance))


def a_fifth(found, kind: str, chance: random.Random) -> list[int]:
    """All edges of that kind at a fifth of the places where there are any."""
    places = sorted({round(at) for _, k, at in found if k == kind})
    lost = chance.sample(places, max(1, len(places) // 5)) if places else []
    return [i for i, k, at in found if k == kind and any(abs(at - place) < 3 for place in lost)]


def edges_horizontal(source: Path, out: Path, chance: random.Random) -> None:
    without_edges(source, out, lambda found: [i for i, k, _ in found if k == "v"])


def edges_vertical(source: Path, out: Path, chance: random.Random) -> None:
    without_edges(source, out, lambda found: [i for i, k, _ in found if k == "h"])


# --- pages


def scale(source: Path, out: Path, chance: random.Random) -> None:
    factor = chance.choice((0.35, 0.5, 0.7, 1.6, 3))
    with pikepdf.open(source) as document:
        for page in document.pages:
            page.contents_add(document.make_stream(f"q {factor} 0 0 {factor} 0 0 cm\n".encode()), prepend=True)
            page.contents_add(document.make_stream(b"\nQ"))
            for key in ("/MediaBox", "/CropBox"):
                if key in page:
                    page[key] = pikepdf.Array([float(v) * factor for v in page[key]])
        document.save(out)


def cut(source: Path, out: Path, chance: random.Random) -> None:
    """Each page becomes two, cut where no word stands; each still holds the text of both."""
    with pymupdf.open(source) as old, pymupdf.open() as new:
        for page in old:
            area, words = page.rect, page.get_text("words")
            free = [y for y in range(int(area.y0) + 40, int(area.y1) - 40) if not any(w[1] - 0.5 < y < w[3] + 0.5 for w in words)]
            middle = chance.choice(free) if free else area.y1
            for top, bottom in ((area.y0, middle), (middle, area.y1)):
                if bottom - top >= 1:
                    part = new.new_page(width=area.width, height=bottom - top)
                    part.show_pdf_page(part.rect, old, page.number, clip=pymupdf.Rect(area.x0, top, area.x1, bottom))
        new.save(out, garbage=3, deflate=True)


def two_up(source: Path, out: Path, chance: random.Random) -> None:
    with pymupdf.open(source) as old, pymupdf.open() as new:
        for first in range(0, len(old), 2):
            pair = [old[n] for n in range(first, min(first + 2, len(old)))]
            width, height = max(p.rect.width for p in pair), max(p.rect.height for p in pair)
            sheet = new.new_page(width=2 * width, height=height)
            for side, page in enumerate(pair):
                sheet.show_pdf_page(pymupdf.Rect(side * width, 0, (side + 1) * width, height), old, page.number)
        new.save(out, garbage=3, deflate=True)


STAMPS = (
    ("某某市某某区人民政府", (12, 20, 36), (0, 30, -45, 90)),
    ("仅供内部参考 请勿外传", (20, 36), (0, 30, -45)),
    ("2024年1月19日", (12, 20), (30, -45, 15)),
    ("政务公开专用章", (8, 10, 12, 20), (0, 0, 5)),
)


def stamp(source: Path, out: Path, chance: random.Random) -> None:
    """One or two stamps or watermarks a page, anywhere; their dates slant, so that none of their digits is one of the table's."""
    with pymupdf.open(source) as document:
        for page in document:
            for _ in range(chance.choice((1, 2))):
                text, sizes, angles = chance.choice(STAMPS)
                at = pymupdf.Point(chance.uniform(80, page.rect.width - 160), chance.uniform(80, page.rect.height - 80))
                writer = pymupdf.TextWriter(page.rect, color=(1, 0, 0))
                writer.append(at, text, font=pymupdf.Font("cjk"), fontsize=chance.choice(sizes))
                writer.write_text(page, morph=(at, pymupdf.Matrix(chance.choice(angles))), opacity=0.4)
        document.subset_fonts()
        document.save(out, garbage=3, deflate=True)


WAYS = {
    "edges-few": edges_few,
    "edges-many": edges_many,
    "edges-rows": edges_rows,
    "edges-columns": edges_columns,
    "edges-horizontal": edges_horizontal,
    "edges-vertical": edges_vertical,
    "scale": scale,
    "cut": cut,
    "two-up": two_up,
    "stamp": stamp,
}
#: Ways that set pages anew; pages with a rotation of their own would be turned.
PAGEWISE = {"cut", "two-up"}

if __name__ == "__main__":
    main()
