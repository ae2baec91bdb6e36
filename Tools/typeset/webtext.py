"""Blocks → flattened text: what crawlers that turn web pages into text leave of a report's tables."""

from __future__ import annotations

import random

from .flatten import _text
from .model import Cell, Report, Table

PUNCTUATION = str.maketrans("（）：，；", "():,;")


def _written(report: Report, rng: random.Random, table) -> str:
    """The text with the punctuation that such programs leave, and running text as one line a paragraph."""
    text = _text(report, table)
    lines = [line for line in text.split("\n") if line.strip() or table.keeps]
    text = "\n".join(lines) + "\n"
    return text.translate(PUNCTUATION) if rng.random() < 0.7 else text


def _cell(cell: Cell, joint: str) -> str:
    return cell.text.replace("\n", joint if cell.kind == "header" else "")


def _rows(block: Table, joint: str, drops: bool) -> list[list[str]]:
    """The cells that begin in each row; blank ones are dropped, or kept."""
    rows = []
    for row in block.rows:
        cells = [_cell(c, joint) for c in row if c.kind != "filler" or c.text]
        rows.append([c for c in cells if c or not drops])
    return rows


def _pads(rows: list[list[str]], block: Table) -> list[str]:
    """One bar for each field that a row lacks of the widest row of the grid."""
    width = max(len(block.widths), max(len(r) for r in rows))
    return ["|" * (width - len(r)) for r in rows]


def barred_rows(report: Report, rng: random.Random) -> str:
    """A row a line: `信息内容 | 本年处理决定数量 | ||`; merged cells leave bars at the end."""
    leads, drops, pads = rng.random() < 0.35, rng.random() < 0.4, rng.random() < 0.75
    joint = rng.choice((" ", ""))

    def table(block: Table) -> str:
        rows = _rows(block, joint, drops)
        ends = _pads(rows, block) if pads else [""] * len(rows)
        return "\n".join(("| " if leads else "") + "".join(f"{c} | " if c else "| " for c in row) + end for row, end in zip(rows, ends)) + "\n"

    table.keeps = False
    return _written(report, rng, table)


def barred_cells(report: Report, rng: random.Random) -> str:
    """A cell a line, with a bar behind it; merged cells leave bars on a line of their own, or behind the last cell."""
    leads, drops, own = rng.random() < 0.35, rng.random() < 0.4, rng.random() < 0.65
    joint = rng.choice((" ", ""))

    def table(block: Table) -> str:
        rows = _rows(block, joint, drops)
        lines: list[str] = []
        for row, end in zip(rows, _pads(rows, block)):
            cells = [f"{c} |" if c else "|" for c in row]
            if leads:
                lines.append("|")
            if end and own:
                lines += cells + [end]
            elif end:
                lines += cells[:-1] + [f"{cells[-1]} {end}" if cells else end]
            else:
                lines += cells
        return "\n".join(lines) + "\n"

    table.keeps = False
    return _written(report, rng, table)


def bars_between(report: Report, rng: random.Random) -> str:
    """A cell a line, and a line with a bar behind each; nothing tells where a row ends."""
    drops, joint = rng.random() < 0.5, rng.choice(("\n", " ", ""))

    def table(block: Table) -> str:
        return "".join(f"{c}\n|\n" if c else "|\n" for row in _rows(block, joint, drops) for c in row)

    table.keeps = False
    return _written(report, rng, table)


def paragraphs(report: Report, rng: random.Random) -> str:
    """A paragraph a line, empty lines between them; blank cells leave nothing, header cells fall apart, numbers have spaces beside them."""
    joint = rng.choice(("\n\n", "\n", ""))
    spaces = rng.random() < 0.4

    def table(block: Table) -> str:
        lines = []
        for row in block.rows:
            for c in row:
                text = c.text.replace("\n", joint if c.kind in ("header", "group") else "")
                if joint and c.kind == "header" and text in ("商业企业", "科研机构") and rng.random() < 0.7:
                    text = text[:2] + joint + text[2:]
                if joint and c.kind == "header" and text.startswith("本年新") and rng.random() < 0.7:
                    text = text[:3] + joint + text[3:]
                if joint and c.kind == "group" and text.startswith("（") and rng.random() < 0.3:
                    text = text[:3] + joint + text[3:]
                if text:
                    lines.append(rng.choice(("", " ", "  ")) + text + rng.choice(("", " ")) if spaces and c.kind == "number" else text)
        return "\n\n".join(lines) + "\n"

    table.keeps = True
    return _written(report, rng, table)


def distinct(report: Report, rng: random.Random) -> str:
    """A paragraph a line, each line once in the text: what comes again is left out."""
    seen: set[str] = set()
    lines = []

    def table(block: Table) -> str:
        return "\n".join(_cell(c, "") for row in block.rows for c in row if c.text) + "\n"

    table.keeps = False
    for line in _written(report, rng, table).split("\n"):
        if line.strip() and line.strip() not in seen:
            seen.add(line.strip())
            lines.append(line)
    return "\n".join(lines) + "\n"


FORMS = {"barred-rows": barred_rows, "barred-cells": barred_cells, "bars-between": bars_between, "paragraphs": paragraphs, "distinct": distinct}


def form(name: str, report: Report) -> str:
    return FORMS[name](report, random.Random(f"flatten:{report.name}"))
