"""Drawn pages → PDF by PyMuPDF, with an embedded and subset font."""

from __future__ import annotations

import random
from pathlib import Path

import pymupdf

from .draw import Layout
from .fonts import truetype
from .model import Report


def write(report: Report, path: Path) -> None:
    file, _ = truetype(report.style.font)
    font = pymupdf.Font(fontfile=str(file))

    def measure(text: str, size: float) -> float:
        return font.text_length(text, size)

    pages = Layout(report, measure, lambda ch: bool(font.has_glyph(ord(ch)))).run(random.Random(report.name))
    document = pymupdf.open()
    for page in pages:
        sheet = document.new_page(width=page.width, height=page.height)
        shape = sheet.new_shape()
        for x0, y0, x1, y1, grey in page.shades:
            shape.draw_rect(pymupdf.Rect(x0, y0, x1, y1))
            shape.finish(fill=(grey, grey, grey), color=None)
        for x0, y0, x1, y1 in page.lines:
            shape.draw_line((x0, y0), (x1, y1))
        shape.finish(width=0.6)
        shape.commit()
        writer = pymupdf.TextWriter(sheet.rect)
        for text in page.texts:
            if text.text:
                writer.append((text.x, text.y), text.text, font=font, fontsize=text.size)
        writer.write_text(sheet)
    document.subset_fonts()
    document.save(str(path), garbage=4, deflate=True)
