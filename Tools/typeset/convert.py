"""Converts the PDFs of a set to text with the programs that people use, one text a PDF and program.

    python3 -m typeset.convert --set DIR --out OTHER [--ways pdftotext-layout,pdfium]
    python3 -m typeset.accuracy score --set OTHER --tool ../.build/release/gongkai

In the summary each program stands where a producer does. PDFs whose text layer lies are left out. Much of what a page shows is not in such a text:
which columns blank cells stood in, which of two rows a line of numbers belongs to. It must be unread then.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

import pdfplumber
import pymupdf
import pypdfium2
from pdfminer.high_level import extract_text


def main() -> None:
    parser = argparse.ArgumentParser(prog="typeset.convert", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", type=Path, required=True, help="a set made by typeset.accuracy")
    parser.add_argument("--out", type=Path, required=True, help="folder of the texts")
    parser.add_argument("--ways", type=lambda s: s.split(","), default=list(WAYS), help=f"some of: {', '.join(WAYS)}")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    made = 0
    for path in sorted(options.set.glob("*.truth.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        if not truth["file"].endswith(".pdf") or (truth.get("style") or {}).get("layer"):
            continue
        for way in options.ways:
            name = f"{way}-{truth['name']}"
            (options.out / f"{name}.txt").write_text(WAYS[way](options.set / truth["file"]), encoding="utf-8")
            own = {**truth, "name": name, "file": f"{name}.txt", "producer": way}
            (options.out / f"{name}.truth.json").write_text(json.dumps(own, ensure_ascii=False, indent=1), encoding="utf-8")
            made += 1
    print(f"{made} files in {options.out}", file=sys.stderr)


def pdftotext(*options: str):
    def convert(path: Path) -> str:
        return subprocess.run(["pdftotext", *options, str(path), "-"], capture_output=True, check=True).stdout.decode("utf-8")

    return convert


def plumber(layout: bool):
    def convert(path: Path) -> str:
        with pdfplumber.open(path) as document:
            return "\n".join(page.extract_text(layout=layout) or "" for page in document.pages)

    return convert


def mupdf(is_sorted: bool):
    def convert(path: Path) -> str:
        with pymupdf.open(path) as document:
            return "\n".join(page.get_text(sort=is_sorted) for page in document)

    return convert


def pdfium(path: Path) -> str:
    document = pypdfium2.PdfDocument(str(path))
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


WAYS = {
    "pdftotext": pdftotext(),
    "pdftotext-raw": pdftotext("-raw"),
    "pdftotext-layout": pdftotext("-layout"),
    "pdftotext-fixed": pdftotext("-layout", "-fixed", "4"),
    "pdfplumber": plumber(layout=False),
    "pdfplumber-layout": plumber(layout=True),
    "pymupdf": mupdf(is_sorted=False),
    "pymupdf-sorted": mupdf(is_sorted=True),
    "pdfium": pdfium,
    "pdfminer": lambda path: extract_text(str(path)),
}


if __name__ == "__main__":
    main()
