"""Blocks → marks on pages (text, lines, shades) with measures of our own, for producers that only know how to draw."""

from __future__ import annotations

import random
import unicodedata
from dataclasses import dataclass, field
from typing import Callable

from .model import Cell, PageBreak, Paragraph, Report, Spacer, Table
from .style import Style
from .webpage import footer, running

MARGIN_X, MARGIN_Y = 62.0, 71.0  # points


@dataclass
class Text:
    x: float  # left end of the baseline; from the left and top of the page, in points
    y: float
    size: float
    text: str
    bold: bool = False
    column: float = 0  # left of its cell
    vertical: bool = False  # set in a vertical font, downwards from (x, y) = middle of the top


@dataclass
class Page:
    width: float
    height: float
    texts: list[Text] = field(default_factory=list)
    lines: list[tuple[float, float, float, float]] = field(default_factory=list)
    shades: list[tuple[float, float, float, float, float]] = field(default_factory=list)  # x0 y0 x1 y1 grey


@dataclass
class Strip:
    """A row, or a part of one, on a page."""

    row: int
    page: int
    top: float
    bottom: float


class Layout:
    """`measure(text, size)` is the width of a line in points; `covers` says whether the font has a character."""

    def __init__(self, report: Report, measure: Callable[[str, float], float], covers: Callable[[str], bool], vertical_font: bool = False):
        self.report, self.style, self.measure, self.covers, self.vertical_font = report, report.style, measure, covers, vertical_font
        self.size = (842.0, 595.0) if report.style.landscape else (595.0, 842.0)
        self.pages: list[Page] = []
        self.new_page()

    @property
    def page(self) -> Page:
        return self.pages[-1]

    @property
    def bottom(self) -> float:
        return self.size[1] - MARGIN_Y

    def new_page(self) -> None:
        self.pages.append(Page(*self.size))
        self.y = MARGIN_Y

    def known(self, text: str) -> str:
        """Characters that the font lacks give way to their usual forms."""
        return "".join(ch if self.covers(ch) else unicodedata.normalize("NFKC", ch) for ch in text)

    def run(self, rng: random.Random) -> list[Page]:
        for block in self.report.blocks:
            if isinstance(block, Paragraph):
                self.paragraph(block)
            elif isinstance(block, PageBreak):
                self.new_page()
            elif isinstance(block, Spacer):
                self.y += block.points
            else:
                self.table(block)
        for n, page in enumerate(self.pages, 1):
            for text in page.texts:
                text.text = self.known(text.text)
            self.furniture(page, n)
            if self.style.order == "columns":
                page.texts.sort(key=lambda t: (t.column, t.y))
            elif self.style.order == "shuffled":
                rng.shuffle(page.texts)
        return self.pages

    def furniture(self, page: Page, n: int) -> None:
        if number := footer(self.style, str(n), str(len(self.pages))):
            page.texts.append(Text((page.width - self.measure(number, 10)) / 2, page.height - 36, 10, number))
        if self.style.runningHeader:
            text = running(self.report)
            page.texts.insert(0, Text((page.width - self.measure(text, 9)) / 2, 44, 9, text))
            page.lines.append((MARGIN_X, 50, page.width - MARGIN_X, 50))

    def wrap(self, text: str, width: float, size: float, indent: float = 0) -> list[str]:
        lines = []
        for part in text.split("\n"):
            line, room = "", width - indent
            for ch in part:
                if line and self.measure(line + ch, size) > room:
                    lines.append(line)
                    line, room = "", width
                line += ch
            lines.append(line)
            indent = 0
        return lines

    def paragraph(self, block: Paragraph) -> None:
        size, lead, indent = {"title": (18, 27, 0), "heading": (14, 26, 28), "signature": (12, 22, 0), "toc": (12, 20, 0)}.get(block.role, (12, 21, 24))
        left, width = MARGIN_X, self.size[0] - 2 * MARGIN_X
        for i, line in enumerate(self.wrap(block.text, width, size, indent)):
            if self.y + lead > self.bottom:
                self.new_page()
            x = left + (indent if i == 0 else 0)
            if block.role == "title":
                x = left + (width - self.measure(line, size)) / 2
            elif block.role == "signature":
                x = left + width - self.measure(line, size)
            self.page.texts.append(Text(x, self.y + lead * 0.72, size, line, block.role in ("title", "heading")))
            self.y += lead

    # Tables

    def table(self, table: Table) -> None:
        width = self.size[0] - 2 * MARGIN_X
        total = sum(table.widths)
        edges = [MARGIN_X + width * sum(table.widths[:i]) / total for i in range(len(table.widths) + 1)]
        places = [(cell, r, c) for r, row in enumerate(table.grid()) for c, (cell, top, left) in enumerate(row) if cell is not None and (top, left) == (r, c)]
        lines = {id(cell): self.cell_lines(cell, edges[c + cell.colspan] - edges[c]) for cell, _, c in places}
        heights = self.heights(places, lines, len(table.rows))
        if len(table.rows) and self.y + heights[0] > self.bottom:
            self.new_page()
        strips = self.flow(heights, table.header, {r: max([len(lines[id(c)]) for c, top, _ in places if top == r and c.rowspan == 1] or [1]) for r in range(len(table.rows))})
        for cell, r, c in places:
            mine = [s for s in strips if r <= s.row < r + cell.rowspan]
            self.draw_cell(cell, edges[c], edges[c + cell.colspan], self.segments(mine), lines[id(cell)])
        if not table.continued:
            self.y += 8

    @property
    def pad(self) -> float:
        return 0.5 if self.style.narrow else 3.0

    @property
    def lead(self) -> float:
        return self.style.size * 1.3

    def cell_lines(self, cell: Cell, width: float) -> list[str]:
        if cell.vertical and not self.vertical_font:
            return list(cell.text.replace("\n", ""))
        if cell.vertical:
            return [cell.text]
        if cell.kind == "number" and not self.style.wrapNumbers and cell.text:
            return [cell.text]
        return self.wrap(cell.text, width - 2 * self.pad, self.style.size) if cell.text else []

    def heights(self, places: list, lines: dict, count: int) -> list[float]:
        heights = [self.lead + 4] * count
        for cell, r, _ in places:
            if cell.rowspan == 1:
                heights[r] = max(heights[r], self.need(cell, lines[id(cell)]))
        for cell, r, _ in places:
            if cell.rowspan > 1:
                last = min(r + cell.rowspan, count)
                heights[last - 1] += max(0.0, self.need(cell, lines[id(cell)]) - sum(heights[r:last]))
        return heights

    def need(self, cell: Cell, lines: list[str]) -> float:
        if cell.vertical and self.vertical_font:
            return len(cell.text) * self.style.size + 6
        return len(lines) * self.lead + 4

    def flow(self, heights: list[float], header: int, counts: dict[int, int]) -> list[Strip]:
        """Rows on pages, from the present place on."""
        strips = []
        for row, height in enumerate(heights):
            room = self.bottom - self.y
            if height > room:
                upper = int((room - 4) / self.lead) * self.lead + 4
                if self.style.breakRows and counts[row] > 1 and upper > self.lead and height - upper > self.lead:
                    strips.append(Strip(row, len(self.pages) - 1, self.y, self.y + upper))
                    height -= upper - 4
                self.new_page()
                if self.style.repeatHeader and row >= header:
                    for h in range(header):
                        strips.append(Strip(h, len(self.pages) - 1, self.y, self.y + heights[h]))
                        self.y += heights[h]
            strips.append(Strip(row, len(self.pages) - 1, self.y, self.y + height))
            self.y += height
        return strips

    @staticmethod
    def segments(strips: list[Strip]) -> list[Strip]:
        """A cell's strips joined, page by page; a repeated header begins a new one."""
        joined: list[Strip] = []
        for s in sorted(strips, key=lambda s: (s.page, s.top)):
            if joined and joined[-1].page == s.page and abs(joined[-1].bottom - s.top) < 0.01:
                joined[-1] = Strip(joined[-1].row, s.page, joined[-1].top, s.bottom)
            else:
                joined.append(s)
        return joined

    def draw_cell(self, cell: Cell, x0: float, x1: float, segments: list[Strip], lines: list[str]) -> None:
        rest, repeated = list(lines), cell.kind in ("header", "note") and len({s.row for s in segments}) == 1
        chosen = self.for_number(segments) if cell.kind == "number" else None
        for segment in segments:
            page = self.pages[segment.page]
            self.rules(page, cell, x0, segment.top, x1, segment.bottom)
            if chosen is not None:
                if segment is chosen:
                    self.draw_lines(page, cell, x0, x1, segment, lines)
                continue
            fit = max(1, int((segment.bottom - segment.top - 3) / self.lead)) if segment is not segments[-1] else len(rest)
            self.draw_lines(page, cell, x0, x1, segment, rest[:fit])
            rest = lines if repeated else rest[fit:]

    def for_number(self, segments: list[Strip]) -> Strip:
        if self.style.valign == "top":
            return segments[0]
        return segments[-1] if self.style.valign == "bottom" else max(segments, key=lambda s: s.bottom - s.top)

    def draw_lines(self, page: Page, cell: Cell, x0: float, x1: float, segment: Strip, lines: list[str]) -> None:
        size, top = self.style.size, segment.top
        slack = segment.bottom - segment.top - len(lines) * self.lead
        where = self.style.valign if cell.kind == "number" else "middle"
        y = top + {"top": 2.0, "middle": slack / 2, "bottom": slack - 2.0}[where]
        if cell.vertical and self.vertical_font and lines:
            page.texts.append(Text((x0 + x1) / 2, top + (segment.bottom - top - len(lines[0]) * size) / 2, size, lines[0], column=x0, vertical=True))
            return
        align = self.style.align if cell.kind == "number" else "left" if cell.kind in ("label", "note") else "center"
        for i, line in enumerate(lines):
            width = self.measure(line, size)
            x = {"left": x0 + self.pad, "center": (x0 + x1 - width) / 2, "right": x1 - self.pad - width}[align]
            page.texts.append(Text(x, y + i * self.lead + self.lead * 0.78, size, line, column=x0))

    def rules(self, page: Page, cell: Cell, x0: float, y0: float, x1: float, y1: float) -> None:
        kind = self.style.rules
        if kind == "shaded" and cell.kind in ("band", "header"):
            page.shades.append((x0, y0, x1, y1, 0.8 if cell.kind == "band" else 0.93))
        if kind in ("ruled", "shaded", "horizontal"):
            page.lines += [(x0, y0, x1, y0), (x0, y1, x1, y1)]
        if kind in ("ruled", "shaded"):
            page.lines += [(x0, y0, x0, y1), (x1, y0, x1, y1)]
