"""Figures of published reports, as values: under narratives of our own they make cases whose numbers are real."""

from __future__ import annotations

from decimal import Decimal

from . import form
from .figures import Figures

# Numbers in the order of the form, row by row.
_REPORTS = {
    "shanghai-office-2019": {
        "agency": "上海市人民政府办公厅", "year": 2019, "template": "2019", "applicationsTemplate": "2019", "government": False, "rulemaking": True,
        "article20": "13 13 524; 60 60 368; 0 0 0; 0 0 0; 0 0 0; 0 0 0; 0 0; 6 251000",
        "applications": (
            "821 35 0 0 2 1 859; 18 0 0 0 0 0 18; 258 12 0 0 1 1 272; 3 0 0 0 0 0 3; 14 0 0 0 0 0 14; 0 0 0 0 0 0 0; "
            "0 0 0 0 0 0 0; 0 0 0 0 0 0 0; 5 0 0 0 0 0 5; 3 1 0 0 0 0 4; 0 0 0 0 0 0 0; 10 2 0 0 0 0 12; 252 12 0 0 1 0 265; "
            "44 3 0 0 0 0 47; 25 0 0 0 0 0 25; 148 1 0 0 0 0 149; 5 4 0 0 0 0 9; 0 0 0 0 0 0 0; 0 0 0 0 0 0 0; 0 0 0 0 0 0 0; "
            "0 0 0 0 0 0 0; 767 35 0 0 2 1 805; 72 0 0 0 0 0 72"
        ),
        "reviewAndLitigation": "5 0 0 2 7; 8 0 0 1 9; 0 0 0 0 0",
    },
    "suqian-2023": {
        "agency": "宿迁市人民政府", "year": 2023, "template": "2021", "applicationsTemplate": "2021", "government": True, "rulemaking": True,
        "article20": "2 0 11; 109 489 597; 1808595; 2822652; 20163; 59237.2449",
        "applications": (
            "3402 99 0 4 5 1 3511; 91 3 0 0 2 0 96; 1175 12 0 3 1 0 1191; 319 7 0 0 2 0 328; 0 0 0 0 0 0 0; 27 0 0 0 0 0 27; "
            "6 0 0 0 0 0 6; 38 0 0 0 0 0 38; 20 0 0 0 0 0 20; 9 0 0 0 0 0 9; 21 0 0 0 0 0 21; 20 1 0 0 0 0 21; "
            "968 74 0 1 3 1 1047; 26 2 0 0 0 0 28; 3 0 0 0 0 0 3; 305 0 0 0 0 0 305; 39 0 0 0 0 0 39; 0 0 0 0 0 0 0; "
            "58 0 0 0 0 0 58; 4 0 0 0 0 0 4; 40 0 0 0 0 0 40; 10 0 0 0 0 0 10; 287 3 0 0 1 0 291; 3375 99 0 4 7 1 3486; "
            "118 3 0 0 0 0 121"
        ),
        "reviewAndLitigation": "309 17 88 26 440; 1 1 16 6 24; 13 0 67 9 89",
    },
    "hongze-2024": {
        "agency": "淮安市洪泽区人民政府", "year": 2024, "template": "2021", "applicationsTemplate": "2019", "government": True, "rulemaking": False,
        "article20": "0 0 0; 3 0 8; 9487; 2776; 84; 7545",
        "applications": (
            "95 0 0 0 0 0 95; 0 0 0 0 0 0 0; 50 0 0 0 0 0 50; 9 0 0 0 0 0 9; 0 0 0 0 0 0 0; 0 0 0 0 0 0 0; 1 0 0 0 0 0 1; "
            "0 0 0 0 0 0 0; 0 0 0 0 0 0 0; 1 0 0 0 0 0 1; 1 0 0 0 0 0 1; 0 0 0 0 0 0 0; 31 0 0 0 0 0 31; 1 0 0 0 0 0 1; "
            "0 0 0 0 0 0 0; 1 0 0 0 0 0 1; 0 0 0 0 0 0 0; 0 0 0 0 0 0 0; 0 0 0 0 0 0 0; 0 0 0 0 0 0 0; 0 0 0 0 0 0 0; "
            "95 0 0 0 0 0 95; 0 0 0 0 0 0 0"
        ),
        "reviewAndLitigation": "1 1 0 0 2; 1 0 0 0 1; 2 0 1 0 3",
    },
    "luojiang-finance-2020": {
        "agency": "泉州市洛江区财政局", "year": 2020, "template": "2019", "applicationsTemplate": "2019", "government": False, "rulemaking": False,
        "article20": "0 0 0; 0 0 0; 1 0 0; 71 -13 0; 45 0 0; 1 0 0; 0 0; 0 0",
        "applications": (
            "0 0 0 0 0 0 0; 0 0 0 0 0 0 0; 0 0 0 0 0 0 0; 0 0 0 0 0 0 0; 0 0 0 0 0 0 0; 0 0 0 0 0 0 0; 0 0 0 0 0 0 0; "
            "0 0 0 0 0 0 0; 0 0 0 0 0 0 0; 0 0 0 0 0 0 0; 0 0 0 0 0 0 0; 0 0 0 0 0 0 0; 0 0 0 0 0 0 0; 0 0 0 0 0 0 0; "
            "0 0 0 0 0 0 0; 0 0 0 0 0 0 0; 0 0 0 0 0 0 0; 0 0 0 0 0 0 0; 0 0 0 0 0 0 0; 0 0 0 0 0 0 0; 0 0 0 0 0 0 0; "
            "0 0 0 0 0 0 0; 0 0 0 0 0 0 0"
        ),
        "reviewAndLitigation": "0 0 0 0 0; 0 0 0 0 0; 0 0 0 0 0",
    },
}
NAMES = tuple(_REPORTS)


def published(name: str) -> Figures:
    entry = _REPORTS[name]
    figures = Figures(entry["agency"], entry["year"], entry["template"], entry["applicationsTemplate"], entry["government"], entry["rulemaking"])
    shapes = {
        "article20": [(row, [c for c, _ in item.columns]) for item in form.ARTICLE20[figures.template] for row, _ in item.rows],
        "applications": [(row, [c for c, _ in form.APPLICATION_COLUMNS]) for row, _, _ in form.APPLICATION_ROWS[figures.applications_template]],
        "reviewAndLitigation": [(row, [c for c, _ in form.REVIEW_COLUMNS]) for row, _ in form.REVIEW_ROWS],
    }
    for table, shape in shapes.items():
        lines = [[Decimal(n) for n in line.split()] for line in entry[table].split("; ")]
        figures.tables[table] = {row: dict(zip(columns, line, strict=True)) for (row, columns), line in zip(shape, lines, strict=True)}
    return figures
