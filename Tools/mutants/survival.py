"""A damaged file → whether what a reader has to read in it is still there: word for word, and where it was.

A PDF: `pdftotext -layout` gives what it gave of the original. A text: the lines of each table, with those that lead up to it,
still stand there one after another, and none of them a second time.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

# A table of a text starts with its header, which no cell points to.
HEADER_LINES = 6


def pdf_text(path: Path) -> bytes:
    """What pdftotext shows of it; nothing where it fails or takes too long."""
    try:
        run = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, timeout=20)
    except subprocess.TimeoutExpired:
        return b""
    return run.stdout if run.returncode == 0 else b""


def text_of(data: bytes) -> list[str]:
    """Lines, whatever the encoding."""
    # Every other byte of the ASCII in an UTF-16 text is a NUL; no other text has one.
    if b"\0" in data[:4096]:
        encodings = ("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-16-le",)
    else:
        encodings = ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return [line.rstrip("\r") for line in data.decode(encoding).split("\n")]
        except UnicodeDecodeError:
            continue
    return []


def table_lines(lines: list[str], record: dict) -> list[list[str]]:
    """For each table of the original's record the lines that make it up; all lines where the record cannot tell them all."""
    tables = []
    cells = [c for t in record["report"]["tables"] for row in t["rows"] for c in row["cells"].values()]
    if any("line" not in cell and cell["state"] != "blank" for cell in cells):
        return [lines]
    for table in record["report"]["tables"]:
        numbers = [cell["line"] for row in table["rows"] for cell in row["cells"].values() if "line" in cell]
        if numbers:
            tables.append(lines[max(0, min(numbers) - 1 - HEADER_LINES): max(numbers)])
    return tables


def has_once(lines: list[str], piece: list[str]) -> bool:
    if not any(line.strip() for line in piece):
        raise ValueError("a sample whose tables have no lines says nothing")
    count = len(piece)
    hits = sum(lines[i: i + count] == piece for i in range(len(lines) - count + 1))
    # A line with words of the table elsewhere makes another text of it.
    telling = {line for line in piece if len(line.strip()) > 3}
    return hits == 1 and all(lines.count(line) == piece.count(line) for line in telling)
