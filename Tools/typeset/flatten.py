"""Blocks → flattened text: what converters leave of a report's tables."""

from __future__ import annotations

import random
import subprocess
import unicodedata
from pathlib import Path

from .model import Cell, PageBreak, Paragraph, Report, Table

ENCODINGS = {"utf8": "utf-8", "bom": "utf-8-sig", "utf16": "utf-16", "gb18030": "gb18030"}


def _text(report: Report, table) -> str:
    parts = []
    for block in report.blocks:
        if isinstance(block, Paragraph):
            parts.append(block.text if block.role == "toc" else f"{block.text}\n")
        elif isinstance(block, Table):
            parts.append(table(block))
        elif isinstance(block, PageBreak):
            parts.append("")
    return "\n".join(parts) + "\n"


def _flat(cell: Cell) -> str:
    return cell.text.replace("\n", " ") if cell.kind == "header" else cell.text.replace("\n", "")


def tabs(report: Report, rng: random.Random) -> str:
    """Tab-separated rows; merged cells are empty fields where they go on."""

    def table(block: Table) -> str:
        lines = []
        for r, row in enumerate(block.grid()):
            fields = [_flat(cell) if cell is not None and (top, left) == (r, c) else "" for c, (cell, top, left) in enumerate(row)]
            lines.append("\t".join(fields))
        return "\n".join(lines) + "\n"

    return _text(report, table)


def spaces(report: Report, rng: random.Random) -> str:
    """Rows aligned by spaces, each cell's text in the middle of its columns."""

    def table(block: Table) -> str:
        columns = _column_widths(block)
        starts = [sum(columns[:i]) for i in range(len(columns) + 1)]
        lines = []
        for r, row in enumerate(block.grid()):
            line, at = "", 0
            for c, (cell, top, left) in enumerate(row):
                if cell is None or (top, left) != (r, c) or not cell.text:
                    continue
                text = _flat(cell)
                start, room = starts[c], starts[c + cell.colspan] - starts[c] - 1
                place = start + (max(0, room - _width(text)) // 2 if cell.kind != "label" else 0)
                gap = max(place - at, 1 if line else 0)
                line += " " * gap + text
                at += gap + _width(text)
            lines.append(line)
        return "\n".join(lines) + "\n"

    return _text(report, table)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(ch) in "WFA" else 1 for ch in text)


def _column_widths(block: Table) -> list[int]:
    widths = [2] * len(block.widths)
    for narrow in (True, False):
        for r, row in enumerate(block.grid()):
            for c, (cell, top, left) in enumerate(row):
                if cell is None or (top, left) != (r, c) or (cell.colspan == 1) != narrow:
                    continue
                lack = _width(_flat(cell)) + 2 - sum(widths[c : c + cell.colspan])
                if lack > 0:
                    widths[c + cell.colspan - 1] += lack
    return widths


def cells(report: Report, rng: random.Random) -> str:
    """One cell a line; blank cells leave nothing, or an empty line."""
    leave = rng.random() < 0.4

    def table(block: Table) -> str:
        lines = [_flat(c) for row in block.rows for c in row if c.text or (leave and c.kind == "number")]
        return "\n".join(lines) + "\n"

    return _text(report, table)


def markdown(report: Report, rng: random.Random) -> str:
    """Whole Markdown tables."""
    return _text(report, lambda block: _markdown([_fields(block, r) for r in range(len(block.rows))]))


def shattered(report: Report, rng: random.Random) -> str:
    """Markdown tables broken into many small ones; now and then a row has lost its label."""

    def table(block: Table) -> str:
        rows = [_fields(block, r) for r in range(len(block.rows))]
        if block.id != "applications":
            return _markdown(rows)
        labels = len(block.widths) - sum(1 for c in block.rows[-1] if c.kind == "number")
        pieces, start = [], 0
        while start < len(rows):
            end = min(len(rows), start + rng.randint(2, 7))
            pieces.append(rows[start:end])
            start = end
        for piece in pieces[1:]:
            if rng.random() < 0.3:
                lost = rng.randrange(len(piece))
                piece[lost] = [""] * labels + piece[lost][labels:]
        return "\n".join(_markdown(p) for p in pieces)

    return _text(report, table)


def pieces(report: Report, rng: random.Random) -> str:
    """As a converter gives a page that takes each printed line for a row: the lines of a wrapped label as text before or behind, its numbers as a
    row without a label; rows with a single number as plain text; the header in pieces. Blank cells leave nothing."""
    room = rng.choice((8, 11, 16, 40))

    def table(block: Table) -> str:
        rows = [_fields(block, r) for r in range(len(block.rows))]
        numbers = [[f for c, f in zip(block.grid()[r], rows[r]) if c[0] is not None and c[0].kind == "number" and f] for r in range(len(rows))]
        words = [[f for c, f in zip(block.grid()[r], rows[r]) if c[0] is not None and c[0].kind != "number" and f] for r in range(len(rows))]
        lines, tables, out = [], [], []

        def flush() -> None:
            parts = ["\n".join(lines) + "\n"] if lines else []
            start = 0
            while start < len(tables):
                end = start + 1
                while end < len(tables) and len(tables[end]) == len(tables[start]):
                    end += 1
                parts.append(_markdown(tables[start:end]))
                start = end
            out.extend(parts if rng.random() < 0.5 else reversed(parts[:1] + [p for p in ["".join(parts[1:])] if p]) if lines else parts)
            lines.clear()
            tables.clear()

        for label, own in zip(words, numbers):
            if len(own) < 2 and block.id == "article20" or not own:
                flush()
                out.append(" ".join(label + own) + "\n")
                continue
            broken = [label[-1][i : i + room] for i in range(0, len(label[-1]), room)] if label else []
            if len(broken) > 1:
                lines.extend(label[:-1] + broken)
                tables.append(own)
            else:
                tables.append(label + own)
            if rng.random() < 0.25:
                flush()
        flush()
        return "".join(out)

    return _text(report, table)


def _fields(block: Table, r: int) -> list[str]:
    row = block.grid()[r]
    return [_flat(cell) if cell is not None and (top, left) == (r, c) else "" for c, (cell, top, left) in enumerate(row)]


def _markdown(rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(f.replace("|", "\\|") for f in fields) + " |" for fields in rows]
    lines.insert(1, "|" + " --- |" * len(rows[0]))
    return "\n".join(lines) + "\n"


def pdftotext(pdf: Path, layout: bool) -> str:
    command = ["pdftotext", "-enc", "UTF-8", *(["-layout"] if layout else []), str(pdf), "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")


FORMS = {"tsv": tabs, "spaces": spaces, "lines": cells, "markdown": markdown, "shattered": shattered, "pieces": pieces}


def form(name: str, report: Report) -> str:
    return FORMS[name](report, random.Random(f"flatten:{report.name}"))


def write(text: str, path: Path, encoding: str) -> None:
    if encoding == "gb18030":  # characters beyond it do not exist, all of Unicode fits
        path.write_bytes(text.encode("gb18030"))
    else:
        path.write_bytes(text.encode(ENCODINGS[encoding]))
