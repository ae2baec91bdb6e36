"""Blocks → a spreadsheet of many narrow columns, which tables and text merge as they need."""

from __future__ import annotations

import math
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties

from ..model import Cell, PageBreak, Paragraph, Report, Spacer, Table
from ..style import Style

COLUMNS = 60
WIDTH = {False: 470, True: 717}  # points of text, portrait and landscape
CHARACTER = 5.4  # points of a column's unit of width


def write(report: Report, path: Path) -> None:
    style = report.style
    book = Workbook()
    sheet = book.active
    for column in range(1, COLUMNS + 1):
        sheet.column_dimensions[get_column_letter(column)].width = WIDTH[style.landscape] / COLUMNS / CHARACTER
    row = 1
    for block in report.blocks:
        if isinstance(block, Paragraph):
            _paragraph(sheet, row, block, style)
            row += 1
        elif isinstance(block, PageBreak):
            sheet.row_breaks.append(Break(id=row - 1))
        elif isinstance(block, Spacer):
            sheet.row_dimensions[row].height = min(400, block.points)
            row += 1
        else:
            _table(sheet, row, block, style)
            row += len(block.rows) + 1
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.orientation = "landscape" if style.landscape else "portrait"
    margins = sheet.page_margins
    margins.left = margins.right = 0.86
    margins.top = margins.bottom = 0.98
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    book.save(path)


def _paragraph(sheet, row: int, block: Paragraph, style: Style) -> None:
    size = {"title": 18, "heading": 14}.get(block.role, 12)
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=COLUMNS)
    cell = sheet.cell(row, 1)
    cell.value, cell.data_type = ("　　" if block.role == "text" else "") + block.text, "s"
    cell.font = Font(name=style.font, size=size, bold=block.role in ("title", "heading"))
    cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal={"title": "center", "signature": "right"}.get(block.role, "left"))
    lines = math.ceil((len(block.text) + 2) * size / WIDTH[style.landscape])
    sheet.row_dimensions[row].height = lines * size * 1.6


def _table(sheet, first: int, table: Table, style: Style) -> None:
    total = sum(table.widths)
    edges = [round(COLUMNS * sum(table.widths[:i]) / total) for i in range(len(table.widths) + 1)]
    for i in range(1, len(edges)):
        edges[i] = max(edges[i], edges[i - 1] + 1)
    for r, places in enumerate(table.grid()):
        height = style.size * 1.6
        for c, (cell, top, left) in enumerate(places):
            if cell is None or (top, left) != (r, c):
                continue
            right = edges[min(len(edges) - 1, c + cell.colspan)]
            bottom = min(len(table.rows), r + cell.rowspan)
            _cell(sheet, first + r, first + bottom - 1, edges[c] + 1, right, cell, style)
            if cell.rowspan == 1:
                height = max(height, _lines(cell, (right - edges[c]) / COLUMNS * WIDTH[style.landscape], style) * style.size * 1.35 + 3)
        sheet.row_dimensions[first + r].height = height


def _lines(cell: Cell, width: float, style: Style) -> int:
    if cell.kind == "number" or not cell.text:
        return 1 + cell.text.count("\n")
    return sum(max(1, math.ceil(len(line) * style.size * 1.05 / width)) for line in cell.text.split("\n"))


def _cell(sheet, top: int, bottom: int, left: int, right: int, cell: Cell, style: Style) -> None:
    number = cell.kind == "number"
    place = sheet.cell(top, left)
    # Numbers are numbers where they are written as such.
    if number and cell.text.isascii() and cell.text.isdigit() and len(cell.text) < 9 and str(int(cell.text)) == cell.text:
        place.value = int(cell.text)
    else:
        place.value, place.data_type = cell.text, "s"
    place.font = Font(name=style.font, size=style.size)
    across = style.align if number else "left" if cell.kind in ("label", "note") else "center"
    down = {"middle": "center"}.get(style.valign, style.valign) if number else "center"
    place.alignment = Alignment(wrap_text=True, horizontal=across, vertical=down)
    if style.rules != "none":
        line = Side(style="thin")
        border = Border(top=line, bottom=line) if style.rules == "horizontal" else Border(left=line, right=line, top=line, bottom=line)
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                sheet.cell(row, column).border = border
    if style.rules == "shaded" and cell.kind in ("band", "header"):
        place.fill = PatternFill("solid", fgColor="C5D9F1")
    if right > left or bottom > top:
        sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
