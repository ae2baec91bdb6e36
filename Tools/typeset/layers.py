"""What is laid over a printed PDF: page numbers, stamps, rotation, and text layers that lie."""

from __future__ import annotations

import random
from pathlib import Path

import pymupdf

from . import webpage
from .fonts import truetype
from .model import Report


def furniture(pdf: Path, report: Report) -> None:
    """Page numbers and running header for producers that print none."""
    style = report.style
    if not (style.pageNumbers or style.runningHeader) or not pdf.exists():
        return
    document = pymupdf.open(pdf)
    font = pymupdf.Font(fontfile=str(truetype(style.font)[0]))
    for n, page in enumerate(document, 1):
        page.wrap_contents()
        writer = pymupdf.TextWriter(page.rect)
        if number := webpage.footer(style, str(n), str(len(document))):
            writer.append(((page.rect.width - font.text_length(number, 10)) / 2, page.rect.height - 36), number, font=font, fontsize=10)
        if style.runningHeader:
            text = webpage.running(report)
            writer.append(((page.rect.width - font.text_length(text, 9)) / 2, 44), text, font=font, fontsize=9)
        writer.write_text(page)
    _save(document, pdf)


def finish(pdf: Path, report: Report) -> None:
    pass


def _save(document: pymupdf.Document, pdf: Path) -> None:
    document.subset_fonts()
    data = document.tobytes(garbage=3, deflate=True)
    document.close()
    pdf.write_bytes(data)
