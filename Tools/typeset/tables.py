"""Printed values and labels → the three tables as grids of cells."""

from __future__ import annotations

import random

from . import form, labels, values
from .figures import Figures
from .model import Cell, Table
from .style import Style


class Builder:
    """Builds the tables of one report."""

    def __init__(self, figures: Figures, style: Style, printed: dict, rng: random.Random):
        self.figures, self.style, self.printed, self.rng = figures, style, printed, rng
        self.label = labels.printer(style, rng, figures.year)

    def number(self, table: str, row: str, column: str, colspan: int = 1) -> Cell:
        return Cell(self.printed[table][row][column].text, colspan, 1, "number", ref=(row, column))

    def zero(self, colspan: int = 1) -> Cell:
        """A number outside the form."""
        return Cell(values.write(values.Decimal(0), ("", "", ""), self.style, self.rng).text, colspan, 1, "number")

    def article20(self) -> list[Table]:
        tables: list[Table] = []
        rows: list[list[Cell]] = []
        widths = [1.2, 1, 1, 1]
        for item in form.ARTICLE20[self.figures.template]:
            item_rows = [[Cell(self.label(item.band), 4, 1, "band")]]
            spans = {1: [3], 2: [1, 2], 3: [1, 1, 1]}[len(item.columns)]
            item_rows.append([Cell("信息内容", kind="header")]
                             + [Cell(self.label(text), span, 1, "header") for (_, text), span in zip(item.columns, spans)])
            for row, text in item.rows:
                if row == self.style.missingRow:
                    continue
                item_rows.append([Cell(self.label(text))] + [self.number("article20", row, c, s) for (c, _), s in zip(item.columns, spans)])
            if item.band == "第二十条第（一）项" and self.style.extraRow == "documents":
                item_rows.append([Cell("其他主动公开文件")] + [Cell(str(self.rng.randint(0, 60)), s, 1, "number") for s in spans])
            rows += item_rows
            if self.style.severalTables:
                tables.append(Table("article20", widths, item_rows, 2))
        return tables or [Table("article20", widths, rows, 0)]

    def applications(self) -> Table:
        template, style = self.figures.applications_template, self.style
        kinds = [(c, t) for c, t in form.APPLICATION_COLUMNS if c != style.missingColumn]
        organizations = [t for c, t in kinds if c not in ("naturalPerson", "total")]
        if style.extraColumn:
            organizations.append("小计")
        head = lambda text: labels.columns(self.label(text), style)
        rows = [
            [Cell(form.CORNER_NOTE, 3, 3, "note"), Cell("申请人情况", len(organizations) + 2, 1, "header")],
            [Cell(head("自然人"), 1, 2, "header"), Cell("法人或其他组织", len(organizations), 1, "header"), Cell(head("总计"), 1, 2, "header")],
            [Cell(head(t), kind="header") for t in organizations],
        ]
        listed = [r for r in form.APPLICATION_ROWS[template] if r[0] != style.missingRow]
        if style.extraRow == "invented":
            at = max(i for i, r in enumerate(listed) if r[1] == "（五）不予处理")
            listed.insert(at + 1, ("", "（五）不予处理", "6.其他不予处理情形"))
        inside = sum(1 for r in listed if r[0] not in form.EDGE_ROWS)
        results_done, group_done = False, None
        for row, group, text in listed:
            cells: list[Cell] = []
            if row in form.EDGE_ROWS:
                cells.append(Cell(self.label(text), 3))
            else:
                if not results_done:
                    cells.append(self.results(inside))
                    results_done = True
                if group and group != group_done:
                    cells.append(Cell(labels.group(self.label(group), style), 1, sum(1 for r in listed if r[1] == group), "group"))
                    group_done = group
                cells.append(Cell(self.label(text), 1 if group else 2))
            for column, _ in kinds:
                if column == "total" and style.extraColumn:
                    cells.append(self.subtotal(row))
                cells.append(self.number("applications", row, column) if row else self.zero())
            rows.append(cells)
        number = 0.42 if style.narrow else 0.62
        results = 0.34 if style.vertical != "none" else 0.55
        label = (0.7, 0.8) if style.narrowLabels else (0.85, 3.0) if style.narrow else (0.85, 1.9)
        return Table("applications", [results, *label] + [number] * (len(organizations) + 2), rows, 3)

    def results(self, rows: int) -> Cell:
        text = self.label(form.RESULTS)
        if self.style.vertical == "stacked":
            text = "\n".join(text.replace(" ", ""))
        return Cell(text, 1, rows, "group", vertical=self.style.vertical == "vertical")

    def subtotal(self, row: str) -> Cell:
        if not row:
            return self.zero()
        cells = self.printed["applications"][row]
        total = sum(p.amount for c, p in cells.items() if c not in ("naturalPerson", "total"))
        return Cell(values.write(total, ("", "", ""), self.style, self.rng).text, kind="number")

    def review(self) -> Table:
        head = lambda text: labels.columns(self.label(text), self.style)
        texts = [head(t) for _, t in form.REVIEW_COLUMNS]
        rows = [
            [Cell("行政复议", 5, 1, "header"), Cell(form.LITIGATION, 10, 1, "header")],
            [Cell(t, 1, 2, "header") for t in texts] + [Cell(t, 5, 1, "header") for _, t in form.REVIEW_ROWS[1:]],
            [Cell(t, kind="header") for t in texts * 2],
            [self.number("reviewAndLitigation", r, c) for r, _ in form.REVIEW_ROWS for c, _ in form.REVIEW_COLUMNS],
        ]
        return Table("reviewAndLitigation", [1.0] * 15, rows, 3)


def cut(table: Table, at: int, repeat: bool, inside: bool = False, lower: bool = False) -> tuple[Table, Table]:
    """The table broken before row `at`, or within it: then its label is cut in two and its numbers stand on one side only."""
    first = [[c for c in row] for row in table.rows[:at]]
    second = [[c for c in row] for row in table.rows[at:]]
    if inside:
        upper_row, lower_row = [], []
        for cell in table.rows[at]:
            upper, under = Cell(**vars(cell)), Cell(**vars(cell))
            if cell.rowspan > 1:
                upper.rowspan, under.text = 1, ""
            elif cell.kind == "number":
                (upper if lower else under).text = ""
                (upper if lower else under).ref = None
            else:
                middle = max(1, len(cell.text) * 3 // 5)
                upper.text, under.text = cell.text[:middle], cell.text[middle:]
            upper_row.append(upper)
            lower_row.append(under)
        first.append(upper_row)
        second[0] = lower_row
    grid = table.grid()
    begun: list[Cell] = []
    for place in grid[at]:
        cell, r, _ = place
        if cell is not None and r < at and all(cell is not b for b in begun):
            begun.append(cell)
    carried = []
    for cell in begun:
        r = next(i for i, row in enumerate(table.rows) if any(c is cell for c in row))
        above = at - r + (1 if inside else 0)
        for i, c in enumerate(first[r]):
            if c is cell:
                first[r][i] = Cell(**(vars(cell) | {"rowspan": above}))
        rest = Cell(**(vars(cell) | {"rowspan": cell.rowspan - (at - r), "text": "", "vertical": False}))
        if "\n" in cell.text and not cell.vertical and cell.text.startswith("（"):
            parts = cell.text.split("\n")
            rest.text = parts[1]
            first[r] = [Cell(**(vars(c) | {"text": parts[0]})) if c.text == cell.text and c.kind == "group" else c for c in first[r]]
        carried.append(rest)
    second[0] = carried + second[0]
    head = table.rows[: table.header] if repeat else []
    return (Table(table.id, table.widths, first, table.header),
            Table(table.id, table.widths, [*head, *second], len(head), continued=True))
