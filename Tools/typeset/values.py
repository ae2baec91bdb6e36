"""Figures → what each cell prints, with the state and value that must be read from it."""

from __future__ import annotations

import random
from dataclasses import dataclass
from decimal import Decimal

from . import form
from .figures import Figures
from .style import Style

WIDE = str.maketrans("0123456789-.,+", "０１２３４５６７８９－．，＋")


@dataclass
class Printed:
    text: str  # as printed, spaces included
    state: str  # number · blank · placeholder · text · unread
    value: Decimal | None

    @property
    def amount(self) -> Decimal:
        """What it counts for in a sum."""
        return self.value if self.value is not None else Decimal(0)


def printed(figures: Figures, style: Style, rng: random.Random) -> dict[str, dict[str, dict[str, Printed]]]:
    tables: dict = {}
    for table, rows in figures.tables.items():
        tables[table] = {r: {c: write(v, (table, r, c), style, rng) for c, v in cells.items()} for r, cells in rows.items()}
    if style.blankTotals:
        for row in form.outcomes(figures.applications_template):
            tables["applications"][row]["total"] = Printed("", "blank", None)
    return tables


def write(value: Decimal, place: tuple[str, str, str], style: Style, rng: random.Random) -> Printed:
    table, row, column = place
    if value == 0 and style.zeros != "0":
        if style.zeros == "blankCounts":
            if table != "article20":
                return Printed("", "blank", None)
        elif style.zeros in ("blank", "mixed"):
            if style.zeros == "blank" or rng.random() < 0.6:
                return Printed("", "blank", None)
        elif not (row == "fees" and column == "amount"):
            return Printed(style.zeros, "placeholder", None)
    if (row, column) == ("procurement", "amount") and value:
        if style.amount == "yuan":
            return Printed(f"{plain(value.to_integral_value())}元", "number", value.to_integral_value())
        if style.amount == "wan":
            short = value.quantize(Decimal("0.01"))
            return Printed(f"{plain(short)}万元", "number", short)
    if column == "change" and value and style.change != "plain":
        signs = ("+", "-") if style.change == "plus" else ("增", "减")
        return Printed(signs[value < 0] + plain(abs(value)), "number", value)
    if style.remark and (row, column) in (("normativeDocuments", "inForce"), ("normativeDocuments", "totalDisclosed")) and value > 1:
        return Printed(f"{plain(value)}（其中修订{rng.randint(1, int(value) - 1)}件）", "number", value)
    text = plain(value)
    if style.numbers == "fullwidth":
        text = text.translate(WIDE)
    elif style.numbers == "thousands":
        text = f"{value:,}"
    elif style.numbers == "thousandsWide":
        text = f"{value:,}".replace(",", "，")
    elif style.numbers == "spaced" and len(text) > 1 and text.isdigit():
        cut = rng.randint(1, len(text) - 1)
        text = text[:cut] + " " + text[cut:]
    return Printed(text, "number", value)


def plain(value: Decimal) -> str:
    return format(value, "f")
