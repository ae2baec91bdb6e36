"""A record of the program against a truth, cell by cell."""

from __future__ import annotations

import collections
from dataclasses import dataclass, field
from decimal import Decimal

ARITHMETIC = ("A001", "A002", "A003", "A004")
STRUCTURE = ("S001", "S003", "S004", "S005")


@dataclass
class Score:
    """Counts of one report, or of many; `faults` name what was not right."""

    counts: collections.Counter = field(default_factory=collections.Counter)
    faults: list[str] = field(default_factory=list)

    def share(self, kind: str) -> float:
        return 100 * self.counts[kind] / max(1, self.counts["cells"])


def judge(want: dict, got: dict | None) -> str:
    """exact · unread · wrong: anything else is an error made in silence."""
    if got is None or got.get("state") == "unread":
        return "exact" if want["state"] == "unread" else "unread"
    if want["state"] != got.get("state"):
        return "wrong"
    if want["state"] != "number":
        return "exact"
    value = got.get("value")
    return "exact" if value is not None and Decimal(str(value)) == Decimal(str(want["value"])) else "wrong"


def place(finding: dict) -> tuple[str, str | None]:
    """A001 and A002 speak of a column, A003 and A004 of a row: the one that most of the finding's cells share."""
    axis = "column" if finding["rule"] in ("A001", "A002") else "row"
    named = collections.Counter(c.get(axis) for c in finding.get("cells") or [{}])
    return finding["rule"], named.most_common(1)[0][0]


def score(truth: dict, record: dict | None) -> Score:
    result = Score()
    counts, faults = result.counts, result.faults
    counts["reports"], counts["norecord"] = 1, record is None
    record = record or {"report": None, "findings": []}
    found = {t["id"]: {row["id"]: row["cells"] for row in t["rows"]} for t in ((record.get("report") or {}).get("tables") or [])}
    for table, rows in truth["tables"].items():
        whole = True
        for row, cells in rows.items():
            for column, want in cells.items():
                got = found.get(table, {}).get(row, {}).get(column)
                verdict = judge(want, got)
                counts["cells"] += 1
                counts[verdict] += 1
                if verdict != "exact":
                    whole = False
                    read = f"{(got or {}).get('state')} {(got or {}).get('text')!r}"
                    faults.append(f"{verdict} {table} {row} {column}: printed {want['text']!r}, read {read}")
        counts["tables"] += 1
        counts["tablesExact"] += whole
    for table in found:
        if table not in truth["tables"]:
            counts["phantom"] += 1
            faults.append(f"phantom table {table}")
    _findings(truth, record, result)
    return result


def _findings(truth: dict, record: dict, result: Score) -> None:
    counts, faults = result.counts, result.faults
    want = {tuple(x) for x in truth["arithmetic"]}
    have = {place(f) for f in record["findings"] if f["rule"] in ARITHMETIC}
    counts["aWant"], counts["aHit"], counts["aFalse"] = len(want), len(want & have), len(have - want)
    faults += [f"missed {rule} {where}" for rule, where in sorted(want - have)]
    faults += [f"false {rule} {where}" for rule, where in sorted(have - want, key=str)]

    rules = {f["rule"] for f in record["findings"]}
    must = set(truth["expects"])
    never = set(STRUCTURE) - must - set(truth.get("allows", []))
    counts["sWant"], counts["sHit"], counts["sFalse"] = len(must), len(must & rules), len(never & rules)
    faults += [f"missed {r}" for r in sorted(must - rules)] + [f"false {r}" for r in sorted(never & rules)]

    if m := truth.get("mutated"):
        counts["suggestionWant"] = 1
        hit = any(_suggests(f.get("suggestion"), m) for f in record["findings"])
        counts["suggestionHit"] = int(hit)
        if not hit:
            faults.append(f"no suggestion {m['row']} {m['column']} {m['from']} -> {m['to']}")


def _suggests(suggestion: dict | None, m: dict) -> bool:
    if not suggestion:
        return False
    cell = suggestion["cell"]
    return cell.get("row") == m["row"] and cell.get("column") == m["column"] and Decimal(str(suggestion["to"])) == Decimal(m["to"])
