"""What must come out of a report, in the form of `NAME.truth.json`."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

from . import faults
from .model import Report
from .values import Printed, plain


def truth(report: Report, file: str, producer: str, more: dict | None = None) -> dict:
    figures = report.figures
    tables = {t: {r: {c: cell(p) for c, p in cells.items()} for r, cells in rows.items()} for t, rows in report.printed.items()}
    broken, _ = faults.arithmetic(report.printed, figures.applications_template)
    return {
        "name": file.rsplit(".", 1)[0],
        "file": file,
        "producer": producer,
        "style": report.style.switches() | (more or {}),
        "agency": figures.agency,
        "year": figures.year,
        "template": figures.template,
        "applicationsTemplate": figures.applications_template,
        "missing": report.missing,
        "tables": tables,
        "arithmetic": broken,
        "mutated": report.mutated,
        "expects": sorted(set(report.expects)),
        "allows": sorted(set(report.allows)),
        "forbids": report.forbids,
    }


def cell(p: Printed) -> dict:
    """`text` is plain where the print has a sign or a word (+21, 增72): `printed` then says how it stands there."""
    text = p.text.replace(" ", "")
    if text[:1] in ("+", "增", "减"):
        return {"state": p.state, "text": plain(p.value), "printed": text, "value": number(p.value)}
    return {"state": p.state, "text": text, "value": number(p.value) if p.value is not None else None}


def number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def write(report: Report, folder: Path, file: str, producer: str, more: dict | None = None) -> dict:
    result = truth(report, file, producer, more)
    path = folder / f"{result['name']}.truth.json"
    path.write_text(dump(result), encoding="utf-8")
    return result


def dump(truth: dict) -> str:
    """JSON with a line for each row of a table."""
    short = lambda value: json.dumps(value, ensure_ascii=False)
    parts = []
    for key, value in truth.items():
        if key == "tables":
            tables = [f'  {short(t)}: {{\n' + ",\n".join(f"   {short(r)}: {short(cells)}" for r, cells in rows.items()) + "\n  }" for t, rows in value.items()]
            value_text = "{\n" + ",\n".join(tables) + "\n }"
        else:
            value_text = short(value)
        parts.append(f" {short(key)}: {value_text}")
    return "{\n" + ",\n".join(parts) + "\n}\n"
