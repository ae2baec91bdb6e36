"""Further producers, which the bench does without: they show whether what was learnt on its own holds for printers that it does not have.

    typeset/install.sh others
    python3 -m typeset.accuracy make --seed 1 --count 80 --texts 0 --producers firefox,fop,tcpdf,abiword,qt,webkit,itext,calc --out DIR

Some lose text of a report (a cell too high for a page, a row behind a broken header): such a PDF is no print of it, and is left out.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path
from typing import Callable

import pymupdf

from ..model import Paragraph, Report, Table
from ..producers import Job
from . import printers

OTHERS: dict[str, Callable[[list[Job], Path], None]] = {
    "firefox": printers.firefox,
    "fop": printers.fop,
    "tcpdf": printers.tcpdf,
    "abiword": printers.abiword,
    "qt": printers.qt,
    "webkit": printers.webkit,
    "itext": printers.itext,
    "calc": printers.calc,
}
UNTOLD = ("firefox",)  # its text layer lacks characters that the page shows: nothing tells what was printed
LOST = 0.02  # a share of all characters: fonts lack one or the other


def print_all(producer: str, jobs: list[Job], work: Path) -> None:
    OTHERS[producer](jobs, work)
    for job in jobs:
        if producer not in UNTOLD and job.pdf.exists() and not is_whole(job.report, job.pdf):
            job.pdf.unlink()


def is_whole(report: Report, pdf: Path) -> bool:
    """Whether every digit of the report, and nearly every other character, stands on the pages."""
    printed = Counter()
    for block in report.blocks:
        if isinstance(block, Paragraph):
            printed.update(_usual(block.text))
        elif isinstance(block, Table):
            printed.update(ch for row in block.rows for cell in row for ch in _usual(cell.text))
    with pymupdf.open(pdf) as document:
        seen = Counter(ch for page in document for ch in _usual(page.get_text(clip=page.rect)))
    lost = {ch: n for ch, n in (printed - seen).items() if not ch.isspace()}
    return not any(ch.isdigit() for ch in lost) and sum(lost.values()) <= LOST * printed.total()


def _usual(text: str) -> str:
    """Radicals and compatibility forms as the characters that they show."""
    return unicodedata.normalize("NFKC", text)
