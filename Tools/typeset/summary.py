"""Scores → tables by producer and by switch, and the worst cases by name; as text and as Markdown."""

from __future__ import annotations

import collections
from typing import Iterator

from .scoring import Score
from .style import CHOICES

COLUMNS = ("", "reports", "cells", "exact %", "wrong", "unread", "tables", "phantom", "A", "A false", "S", "S false", "suggestions")
LYING = ("scan", "invisible", "invisibleWrong", "doubled", "outside", "clipped", "white", "noToUnicode", "wrongToUnicode", "digitsLeftOut", "privateUse")


def groups(truth: dict) -> Iterator[tuple[str, str]]:
    """(part of the table, row) that a report counts in."""
    is_text = truth["producer"].startswith("txt")
    lies = truth["style"].get("layer") in LYING
    yield ("all", "texts" if is_text else "PDFs whose text layer lies" if lies else "PDFs")
    yield ("producer", truth["producer"])
    for name, value in truth["style"].items():
        if name in CHOICES or name in ("font", "encoding", "numbersWrap"):
            yield ("switch", name if value is True else f"{name} {value}")
    if len(truth["style"].keys() - {"font", "size", "encoding"}) == 0:
        yield ("switch", "(none)")


def totals(truths: list[dict], scores: dict[str, Score]) -> dict[str, dict[str, Score]]:
    parts: dict = collections.defaultdict(lambda: collections.defaultdict(Score))
    for truth in truths:
        if truth["name"] not in scores:
            continue
        for part, row in groups(truth):
            parts[part][row].counts.update(scores[truth["name"]].counts)
    return parts


def line(name: str, score: Score) -> list[str]:
    c = score.counts
    return [name, str(c["reports"]), str(c["cells"]), f"{score.share('exact'):.2f}", str(c["wrong"]), str(c["unread"]),
            f"{c['tablesExact']}/{c['tables']}", str(c["phantom"]), f"{c['aHit']}/{c['aWant']}", str(c["aFalse"]),
            f"{c['sHit']}/{c['sWant']}", str(c["sFalse"]), f"{c['suggestionHit']}/{c['suggestionWant']}"]


def sections(truths: list[dict], scores: dict[str, Score], rivals: dict[str, dict[str, Score]]) -> list[tuple[str, list[list[str]]]]:
    mine = totals(truths, scores)
    others = {name: totals(truths, theirs) for name, theirs in rivals.items()}
    titles = {"all": "All", "producer": "By producer", "switch": "By switch"}
    found = []
    for part, title in titles.items():
        lines = []
        for row in sorted(mine[part]):
            lines.append(line(row, mine[part][row]))
            if part != "switch":
                lines += [line(f"  {name}", other[part][row])[:8] + ["–"] * 5 for name, other in others.items() if row in other[part]]
        found.append((title, lines))
    return found


def worst(scores: dict[str, Score], count: int) -> list[tuple[str, Score]]:
    """The reports with the most faults; silent errors and false findings before unread cells."""

    def weight(score: Score) -> tuple:
        c = score.counts
        silent = c["wrong"] + c["phantom"] + c["aFalse"] + c["sFalse"]
        missed = c["aWant"] - c["aHit"] + c["sWant"] - c["sHit"] + c["suggestionWant"] - c["suggestionHit"]
        return (silent, missed, c["unread"])

    bad = sorted(((n, s) for n, s in scores.items() if s.faults), key=lambda item: weight(item[1]), reverse=True)
    return bad[:count]


def text(truths: list[dict], scores: dict[str, Score], rivals: dict[str, dict[str, Score]], count: int) -> str:
    parts = []
    for title, lines in sections(truths, scores, rivals):
        table = [list(COLUMNS), *lines]
        widths = [max(len(row[i]) for row in table) for i in range(len(COLUMNS))]
        parts.append(title)
        parts += ["  ".join(v.ljust(w) if i == 0 else v.rjust(w) for i, (v, w) in enumerate(zip(row, widths))) for row in table]
        parts.append("")
    parts.append("Worst cases")
    styles = {t["name"]: t["style"] for t in truths}
    for name, score in worst(scores, count):
        parts.append(f"{name}: {len(score.faults)} faults; {score.faults[:3]}; {styles[name]}")
    return "\n".join(parts)


def markdown(truths: list[dict], scores: dict[str, Score], rivals: dict[str, dict[str, Score]], count: int) -> str:
    parts = []
    for title, lines in sections(truths, scores, rivals):
        parts += [f"### {title}", "", "| " + " | ".join(COLUMNS) + " |", "|---|" + "---:|" * (len(COLUMNS) - 1)]
        parts += ["| " + " | ".join(v.replace("  ", "&emsp;") if i == 0 else v for i, v in enumerate(row)) + " |" for row in lines]
        parts.append("")
    parts += ["### Worst cases", ""]
    for name, score in worst(scores, count):
        parts.append(f"- `{name}`: {score.counts['wrong']} wrong, {score.counts['unread']} unread of {score.counts['cells']}; "
                     + "; ".join(f"`{f}`" for f in score.faults[:2]))
    return "\n".join(parts) + "\n"
