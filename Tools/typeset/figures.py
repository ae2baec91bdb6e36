"""Seeded figures: an invented body, a year and three tables in which every sum holds."""

from __future__ import annotations

import copy
import random
from dataclasses import dataclass, field
from decimal import Decimal

from . import form

PLACES = ["云岭", "清溪", "安泽", "东屏", "南桐", "永兴", "石泉", "白沙", "平湖", "长宁", "望江", "双河", "金川", "临溪", "新丰", "太和"]
DEPARTMENTS = ["财政局", "自然资源局", "教育局", "民政局", "住房和城乡建设局", "交通运输局", "农业农村局", "市场监督管理局",
               "卫生健康局", "应急管理局", "医疗保障局", "审计局"]
SCALES = {"zero": 1, "few": 2, "small": 3, "medium": 3, "large": 2}  # and how often each comes


@dataclass
class Figures:
    agency: str
    year: int
    template: str  # of article20 and the review table
    applications_template: str
    government: bool
    rulemaking: bool  # may make 规章
    tables: dict[str, dict[str, dict[str, Decimal]]] = field(default_factory=dict)

    def copy(self) -> "Figures":
        return copy.deepcopy(self)

    def cell(self, table: str, row: str, column: str) -> Decimal:
        return self.tables[table][row][column]

    @property
    def form_for_year(self) -> str:
        return "2019" if self.year <= 2020 else "2021"


def invent(rng: random.Random, template: str, applications_template: str | None = None, year: int | None = None,
           scale: str | None = None) -> Figures:
    """A consistent report. `year` defaults to one that calls for the template."""
    applications_template = applications_template or template
    scale = scale or rng.choices(list(SCALES), list(SCALES.values()))[0]
    year = year or (rng.choice((2019, 2020)) if template == "2019" else rng.randint(2021, 2025))
    agency, government, rulemaking = _body(rng, scale)
    figures = Figures(agency, year, template, applications_template, government, rulemaking)
    figures.tables = {
        "article20": (_article20_2019 if template == "2019" else _article20_2021)(rng, scale, rulemaking),
        "applications": _applications(rng, scale, applications_template),
        "reviewAndLitigation": _review(rng, scale),
    }
    return figures


def _body(rng: random.Random, scale: str) -> tuple[str, bool, bool]:
    place = rng.choice(PLACES)
    if scale == "large":
        return (f"{place}市人民政府", True, True)
    kind = rng.random()
    if kind < 0.4:
        return (place + rng.choice(("县", "区", "市")) + rng.choice(DEPARTMENTS), False, False)
    if kind < 0.65:
        return (place + rng.choice(("县", "区")) + "人民政府", True, False)
    if kind < 0.8:
        return (f"{place}县{rng.choice(PLACES)}镇人民政府", True, False)
    return (f"{place}市{rng.choice(PLACES)}区{rng.choice(DEPARTMENTS)}", False, False)


def _number(rng: random.Random, scale: str, zero: float = 0.4) -> Decimal:
    """A count of the scale's size, 0 with the given likelihood."""
    if scale == "zero" or rng.random() < zero:
        return Decimal(0)
    top = {"few": 3, "small": 20, "medium": 400, "large": 9000}[scale]
    return Decimal(rng.randint(1, rng.choice((max(2, top // 20), top // 3 + 1, top))))


def _applications(rng: random.Random, scale: str, template: str) -> dict:
    """Outcomes by chance, then the total, what is carried forward, and what was received so that the corner note holds."""
    columns = [c for c, _ in form.APPLICATION_COLUMNS]
    rows = {r: dict.fromkeys(columns, Decimal(0)) for r, _, _ in form.APPLICATION_ROWS[template]}
    busy = {"zero": 0.02, "few": 0.1, "small": 0.35, "medium": 0.6, "large": 0.85}[scale]
    weights = {"naturalPerson": 1.0, "business": 0.5, "research": 0.15, "publicWelfare": 0.15, "legalService": 0.3, "otherOrganization": 0.2}
    for column, weight in weights.items():
        for row in form.outcomes(template):
            if rng.random() < busy * (0.35 + 0.65 * weight):
                amount = _number(rng, "few" if scale == "zero" else scale, 0.1)
                rows[row][column] = max(Decimal(1), (amount * Decimal(str(weight))).to_integral_value()) if amount else Decimal(0)
        total = sum(rows[r][column] for r in form.outcomes(template))
        forward = _number(rng, "few" if scale in ("zero", "few", "small") else "small", 0.7 if scale != "zero" else 0.98)
        carried = min(total + forward, _number(rng, "few" if scale in ("zero", "few", "small") else "small", 0.6))
        rows["total"][column], rows["carriedForward"][column] = total, forward
        rows["carriedOver"][column], rows["newReceived"][column] = carried, total + forward - carried
    for cells in rows.values():
        cells["total"] = sum(cells[c] for c in weights)
    return rows


def _review(rng: random.Random, scale: str) -> dict:
    rows = {}
    smaller = {"zero": "zero", "few": "few", "small": "few", "medium": "small", "large": "medium"}[scale]
    for row, _ in form.REVIEW_ROWS:
        cells = {c: _number(rng, smaller, 0.45) for c, _ in form.REVIEW_COLUMNS[:-1]}
        cells["total"] = sum(cells.values())
        rows[row] = cells
    return rows


def _article20_2021(rng: random.Random, scale: str, rulemaking: bool) -> dict:
    def documents(size: str) -> dict:
        made, repealed = _number(rng, size, 0.3), _number(rng, size, 0.5)
        return {"made": made, "repealed": repealed, "inForce": made + _number(rng, size, 0.1) * 2}

    few = "small" if scale in ("medium", "large") else "few"
    # In units of 10,000 yuan: more than a city of a large scale, or a county's bureau of a smaller one, ever takes in looks like yuan (V004).
    fee = Decimal(rng.randint(1, 10 ** rng.randint(3, 8))).scaleb(-rng.choice((0, 2, 4))) if scale not in ("zero", "few") else Decimal(0)
    while fee > (999_999 if scale == "large" else 9_999):
        fee = fee.scaleb(-1)
    return {
        "regulations": documents("few") if rulemaking else dict.fromkeys(("made", "repealed", "inForce"), Decimal(0)),
        "normativeDocuments": documents("zero" if scale == "zero" else few),
        "licensing": {"decisions": _number(rng, scale, 0.2) * rng.choice((1, 7))},
        "penalties": {"decisions": _number(rng, scale, 0.2) * 3},
        "coercion": {"decisions": _number(rng, scale, 0.4)},
        "fees": {"amount": fee},
    }


def _article20_2019(rng: random.Random, scale: str, rulemaking: bool) -> dict:
    def documents(size: str) -> dict:
        made = _number(rng, size, 0.3)
        return {"made": made, "newlyDisclosed": made, "totalDisclosed": made + _number(rng, size, 0.2) * 3}

    def items(size: str, decided: bool) -> dict:
        before = _number(rng, size, 0.2)
        change = Decimal(rng.randint(-int(before) // 3, max(1, int(before) // 4))) if before else Decimal(0)
        cells = {"previousYearItems": before, "change": change}
        return cells | ({"decisions": _number(rng, scale, 0.3) * 2} if decided else {})

    few = "small" if scale in ("medium", "large") else "zero" if scale == "zero" else "few"
    projects = _number(rng, few, 0.3)
    amount = Decimal(rng.randint(1000, 10 ** rng.randint(4, 8))).scaleb(-rng.choice((0, 2, 4))) if projects else Decimal(0)
    return {
        "regulations": documents("few") if rulemaking else dict.fromkeys(("made", "newlyDisclosed", "totalDisclosed"), Decimal(0)),
        "normativeDocuments": documents(few),
        "licensing": items("medium" if few == "small" else few, True),
        "otherServices": items("medium" if few == "small" else few, True),
        "penalties": items("medium" if few == "small" else few, True),
        "coercion": items(few, True),
        "fees": items(few, False),
        "procurement": {"projects": projects, "amount": amount},
    }
