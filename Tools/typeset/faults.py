"""Plants faults in printed figures, and tells which sums they break."""

from __future__ import annotations

import random
from decimal import Decimal

from . import form
from .values import Printed, plain

Sum = tuple[str, str, list[Printed], list[Printed]]  # rule, row or column, one side, the other


def sums(tables: dict, applications_template: str) -> list[Sum]:
    """Every equation of the forms over the printed cells."""
    found: list[Sum] = []
    if "applications" in tables:
        rows = tables["applications"]
        kinds = [c for c, _ in form.APPLICATION_COLUMNS if c != "total"]
        for column in (*kinds, "total"):
            found.append(("A001", column, [rows["newReceived"][column], rows["carriedOver"][column]],
                          [rows["total"][column], rows["carriedForward"][column]]))
            found.append(("A002", column, [rows[r][column] for r in form.outcomes(applications_template)], [rows["total"][column]]))
        for row, cells in rows.items():
            found.append(("A003", row, [cells[c] for c in kinds], [cells["total"]]))
    for row, cells in tables.get("reviewAndLitigation", {}).items():
        found.append(("A004", row, [cells[c] for c, _ in form.REVIEW_COLUMNS[:-1]], [cells["total"]]))
    return found


def arithmetic(tables: dict, applications_template: str) -> tuple[list[list[str]], bool]:
    """The sums that do not hold, and whether some would hold with another number in a blank cell (V006, not an A finding)."""
    broken, fillable = [], False
    for rule, place, left, right in sums(tables, applications_template):
        if any(c.state == "unread" for c in left + right):
            continue
        difference = sum(c.amount for c in left) - sum(c.amount for c in right)
        if difference == 0:
            continue
        short = left if difference < 0 else right
        if any(c.state in ("blank", "placeholder") for c in short):
            fillable = True
        else:
            broken.append([rule, place])
    return sorted(broken), fillable


def falsify(tables: dict, applications_template: str, kind: str, rng: random.Random) -> dict | None:
    """Changes one printed cell, or two, so that nothing but arithmetic findings can follow. Answers what was changed, if one cell was."""
    table = "reviewAndLitigation" if kind == "review" else "applications"
    places = [(r, c) for r, cells in tables[table].items() for c, cell in cells.items()
              if cell.state == "number" and cell.text.replace(" ", "").isascii() and cell.value == cell.value.to_integral_value()]
    rng.shuffle(places)
    before = arithmetic(tables, applications_template)
    changed = []
    for row, column in places:
        cell = tables[table][row][column]
        false = _false_number(cell.value, rng)
        tables[table][row][column] = Printed(plain(false), "number", false)
        after = arithmetic(tables, applications_template)
        if after[1] != before[1] or len(after[0]) <= len(before[0]):
            tables[table][row][column] = cell
            continue
        changed.append({"table": table, "row": row, "column": column, "from": plain(false), "to": plain(cell.value)})
        before = after
        if len(changed) == (2 if kind == "two" else 1):
            break
    return changed[0] if kind == "one" and changed else None


def _false_number(value: Decimal, rng: random.Random) -> Decimal:
    """A slip of the pen: one more, a digit lost or changed, two digits exchanged."""
    text = plain(value)
    slips = [value + 1, value + rng.randint(2, 9)]
    if value >= 2:
        slips.append(value - 1)
    if len(text) > 1:
        slips += [Decimal(text[:-1]), Decimal(text[1:] or "0"), Decimal(text[::-1])]
    return rng.choice([s for s in slips if s != value and s >= 0])
