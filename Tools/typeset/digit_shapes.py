"""The shapes of the ten digits in many fonts, as the table that the program holds embedded fonts against.

    python3 -m typeset.digit_shapes > ../Sources/Extraction/DigitShapes.swift

Every digit of every font found in the folders of system fonts is drawn, cut to its ink and averaged to 12 × 18 fields of 16 greys. Of shapes
that are much alike one is kept. Run with --check to see how well a font is told by the shapes of all other families.
"""

from __future__ import annotations

import argparse
import base64
import glob

import numpy as np
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 12, 18
# Shapes that correlate as much are one.
ALIKE = 0.88
# Dingbats and scripts whose digits are told by nobody from their shape alone.
LEFT_OUT = ("D050000L", "Z003", "Math", "OpenSymbol", "Noto Color")


def fonts() -> dict[tuple[str, str], tuple[str, int]]:
    found: dict[tuple[str, str], tuple[str, int]] = {}
    for folder in ("/usr/share/fonts",):
        for end in ("ttf", "ttc", "otf", "t1", "pfb"):
            for path in sorted(glob.glob(f"{folder}/**/*.{end}", recursive=True)):
                for index in range(12 if end == "ttc" else 1):
                    try:
                        name = ImageFont.truetype(path, 96, index=index).getname()
                    except OSError:
                        break
                    if not any(word in name[0] for word in LEFT_OUT):
                        found.setdefault(name, (path, index))
    return found


def shape(font: ImageFont.FreeTypeFont, digit: int) -> np.ndarray | None:
    image = Image.new("L", (240, 240), 0)
    ImageDraw.Draw(image).text((60, 40), str(digit), font=font, fill=255)
    grey = np.asarray(image)
    ys, xs = np.where(grey.max(1) > 64)[0], np.where(grey.max(0) > 64)[0]
    if len(ys) < 8 or len(xs) < 4:
        return None
    ink = grey[ys[0]:ys[-1] + 1, xs[0]:xs[-1] + 1]
    return np.asarray(Image.fromarray(ink).resize((WIDTH, HEIGHT), Image.BOX), float).ravel() // 16


def unit(shape: np.ndarray) -> np.ndarray:
    centred = shape - shape.mean()
    return centred / (np.linalg.norm(centred) + 1e-9)


def all_shapes() -> dict[tuple[str, str], list[np.ndarray]]:
    result = {}
    for name, (path, index) in sorted(fonts().items()):
        font = ImageFont.truetype(path, 96, index=index)
        shapes = [shape(font, digit) for digit in range(10)]
        if all(s is not None for s in shapes) and len({s.tobytes() for s in shapes}) == 10:
            result[name] = shapes
    return result


def kept(shapes: dict[tuple[str, str], list[np.ndarray]]) -> list[list[np.ndarray]]:
    result: list[list[np.ndarray]] = []
    for digit in range(10):
        own: list[np.ndarray] = []
        for digits in shapes.values():
            candidate = digits[digit]
            if all(unit(candidate) @ unit(other) < ALIKE for other in own):
                own.append(candidate)
        result.append(own)
    return result


def encoded(shape: np.ndarray) -> str:
    greys = shape.astype(int)
    return base64.b64encode(bytes(int(a) << 4 | int(b) for a, b in zip(greys[::2], greys[1::2]))).decode()


def exchanged(likeness: np.ndarray, said: list[int], margin: float) -> bool:
    """Whether digits drawn as `said[i]` for the shape i are told to be one another, as the program does: chains of gains that come back."""
    gains = np.full((10, 10), -np.inf)
    for shape, digit in enumerate(said):
        gains[digit] = np.maximum(gains[digit], likeness[shape] - likeness[shape][digit] - margin)
        gains[digit][digit] = -np.inf
    for between in range(10):
        gains = np.maximum(gains, gains[:, between, None] + gains[None, between, :])
    return bool((np.diag(gains) > 0).any())


def check(shapes: dict[tuple[str, str], list[np.ndarray]], margin: float) -> None:
    """Each family judged by the shapes of the others."""
    family = lambda name: " ".join(name[0].split()[:2])
    tables = {}
    false = found = pairs = 0
    for name, digits in shapes.items():
        if family(name) not in tables:
            rest = kept({n: s for n, s in shapes.items() if family(n) != family(name)})
            tables[family(name)] = [np.array([unit(s) for s in own]) for own in rest]
        likeness = np.array([[float((t @ unit(d)).max()) for t in tables[family(name)]] for d in digits])
        if exchanged(likeness, list(range(10)), margin):
            false += 1
            print("false alarm:", name)
        for a in range(10):
            for b in range(a):
                said = list(range(10))
                said[a], said[b] = b, a
                pairs += 1
                found += exchanged(likeness, said, margin)
    print(f"{len(shapes)} fonts: {false} doubted though true, {found} of {pairs} exchanged pairs noticed")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--margin", type=float, default=0.075)
    options = parser.parse_args()
    shapes = all_shapes()
    if options.check:
        check(shapes, options.margin)
        return
    print("// Extraction: the shapes of the ten digits in many fonts. Made by Tools/typeset/digit_shapes.py; don't edit.")
    print()
    print("extension DigitWitness {")
    print(f"  /// For each digit its shapes: {WIDTH} × {HEIGHT} fields of 16 greys, two fields a byte, row by row, base 64.")
    print("  static let drawn: [[String]] = [")
    for own in kept(shapes):
        print("    [")
        for candidate in own:
            print(f'      "{encoded(candidate)}",')
        print("    ],")
    print("  ]")
    print("}")


if __name__ == "__main__":
    main()
