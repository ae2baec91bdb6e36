"""Drawn pages → PDF by ReportLab: with a CJK font that is not embedded, or with a TrueType font that is."""

from __future__ import annotations

import random
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from .draw import Layout, Page, Text
from .fonts import truetype
from .model import Report

UNEMBEDDED = "STSong-Light"


def write(report: Report, path: Path, embedded: bool) -> None:
    name, vertical = _embedded_font(report.style.font) if embedded else _cid_fonts()

    def measure(text: str, size: float) -> float:
        return pdfmetrics.stringWidth(text, name, size)

    def covers(ch: str) -> bool:
        if embedded:
            return ord(ch) in pdfmetrics.getFont(name).face.charToGlyph
        try:
            return len(ch.encode("gbk")) <= 2
        except UnicodeEncodeError:
            return False

    layout = Layout(report, measure, covers, vertical_font=vertical is not None)
    pages = layout.run(random.Random(report.name))
    canvas = Canvas(str(path), pagesize=layout.size, invariant=1)
    canvas.setTitle(report.blocks[0].text)
    for page in pages:
        _draw(canvas, page, name, vertical)
        canvas.showPage()
    canvas.save()


def _cid_fonts() -> tuple[str, str]:
    pdfmetrics.registerFont(UnicodeCIDFont(UNEMBEDDED))
    upright = UnicodeCIDFont(UNEMBEDDED, isVertical=True)
    upright.fontName = upright.name = UNEMBEDDED + "-V"
    upright.vertical = True
    pdfmetrics.registerFont(upright)
    return UNEMBEDDED, upright.fontName


def _embedded_font(family: str) -> tuple[str, None]:
    path, index = truetype(family)
    name = path.stem
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, str(path), subfontIndex=index))
    return name, None


def _draw(canvas: Canvas, page: Page, name: str, vertical: str | None) -> None:
    canvas.setLineWidth(0.6)
    for x0, y0, x1, y1, grey in page.shades:
        canvas.setFillGray(grey)
        canvas.rect(x0, page.height - y1, x1 - x0, y1 - y0, stroke=0, fill=1)
    canvas.setFillGray(0)
    for x0, y0, x1, y1 in page.lines:
        canvas.line(x0, page.height - y0, x1, page.height - y1)
    for text in page.texts:
        _text(canvas, page, text, vertical if text.vertical and vertical else name)


def _text(canvas: Canvas, page: Page, text: Text, font: str) -> None:
    canvas.setFont(font, text.size)
    canvas.drawString(text.x, page.height - text.y, text.text)
