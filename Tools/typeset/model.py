"""A report as it is to be printed: blocks of text and tables of cells, the same for every producer."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Cell:
    """One cell of a printed table. A line feed in `text` is a forced line break."""

    text: str = ""
    colspan: int = 1
    rowspan: int = 1
    kind: str = "label"  # band · header · note · group · label · number · filler
    vertical: bool = False  # set from top to bottom, where the producer can
    ref: tuple[str, str] | None = None  # (row id, column id) of a number


@dataclass
class Table:
    """A grid: merged cells stand once, where they begin; `widths` are shares of the width of the text."""

    id: str
    widths: list[float]
    rows: list[list[Cell]]
    header: int = 0  # so many rows may be repeated on a new page
    continued: bool = False  # goes on from the table before the page break

    def grid(self) -> list[list[tuple[Cell | None, int, int]]]:
        """Every place of the grid with its cell and the place where that cell begins; None where nothing was printed."""
        places: list[list] = [[None] * len(self.widths) for _ in self.rows]
        for r, row in enumerate(self.rows):
            c = 0
            for cell in row:
                while c < len(self.widths) and places[r][c] is not None:
                    c += 1
                for dr in range(min(cell.rowspan, len(self.rows) - r)):
                    for dc in range(min(cell.colspan, len(self.widths) - c)):
                        places[r + dr][c + dc] = (cell, r, c)
                c += cell.colspan
        return [[p or (None, r, c) for c, p in enumerate(line)] for r, line in enumerate(places)]


@dataclass
class Paragraph:
    text: str
    role: str = "text"  # title · toc · heading · subheading · text · signature


@dataclass
class PageBreak:
    pass


@dataclass
class Spacer:
    points: float


Block = Paragraph | Table | PageBreak | Spacer


@dataclass
class Report:
    """What the producers print, with what the truth needs to know about it."""

    name: str
    figures: "object"
    style: "object"
    printed: dict
    blocks: list[Block] = field(default_factory=list)
    missing: list[int] = field(default_factory=list)  # sections left out, from 1
    mutated: dict | None = None
    expects: list[str] = field(default_factory=list)
    allows: list[str] = field(default_factory=list)
    forbids: list[str] = field(default_factory=list)
