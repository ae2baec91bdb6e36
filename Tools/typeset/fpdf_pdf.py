"""Drawn pages → PDF by fpdf2, with an embedded and subset font."""

from __future__ import annotations

import logging
import random
from pathlib import Path

import fpdf

from .draw import Layout
from .fonts import truetype
from .model import Report


def write(report: Report, path: Path) -> None:
    for name in ("fpdf", "fontTools"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    pdf = fpdf.FPDF(unit="pt", format=(595, 842), orientation="landscape" if report.style.landscape else "portrait")
    pdf.set_auto_page_break(False)
    file, index = truetype(report.style.font)
    pdf.add_font("body", fname=str(file), collection_font_number=index)
    pdf.set_font("body", size=10)
    covered = pdf.fonts["body"].cmap

    def measure(text: str, size: float) -> float:
        pdf.set_font_size(size)
        return pdf.get_string_width(text)

    for page in Layout(report, measure, lambda ch: ord(ch) in covered).run(random.Random(report.name)):
        pdf.add_page()
        for x0, y0, x1, y1, grey in page.shades:
            pdf.set_fill_color(int(grey * 255))
            pdf.rect(x0, y0, x1 - x0, y1 - y0, style="F")
        pdf.set_line_width(0.6)
        for x0, y0, x1, y1 in page.lines:
            pdf.line(x0, y0, x1, y1)
        for text in page.texts:
            if text.text:
                pdf.set_font_size(text.size)
                pdf.text(text.x, text.y, text.text)
    pdf.output(str(path))
