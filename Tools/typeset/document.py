"""Figures and style → the report's blocks in order: title, preamble, six sections with their tables, signature."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from . import faults, form, labels
from .figures import Figures, invent
from .model import Block, Cell, PageBreak, Paragraph, Report, Spacer, Table
from .narrative import NUMERALS, Narrative
from .style import Style, applicable
from .tables import Builder, cut
from .values import Printed, printed

TABLE_OF = {2: "article20", 3: "applications", 4: "reviewAndLitigation"}


def report(name: str, seed: int | str, style: Style, figures: Figures | None = None, scale: str | None = None,
           change: Callable[[dict], None] | None = None, words: Narrative | None = None) -> Report:
    """A whole report: the same name, seed and style give the same one. `scale` says how large its numbers are, `change` falsifies what the
    cells print, `words` is a text of the caller's own."""
    rng = random.Random(f"{seed}:{name}")
    figures = (figures or _figures(rng, style, scale)).copy()
    style = applicable(style, figures.template)
    _prepare(figures, style)
    result = Report(name, figures, style, printed(figures, style, rng))
    _leave_out(result)
    if change:
        change(result.printed)
    if style.mutated:
        result.mutated = faults.falsify(result.printed, figures.applications_template, style.mutated, rng)
    builder = Builder(figures, style, result.printed, rng)
    result.blocks = _blocks(result, builder, words or Narrative(figures, style, rng), rng)
    if style.radicals:
        result.blocks = [_with_radicals(b, style) for b in result.blocks]
    return result


def _figures(rng: random.Random, style: Style, scale: str | None) -> Figures:
    old, new = rng.sample(("2019", "2021"), 2)
    if style.lostHeaderLine or style.change != "plain" or style.amount != "plain":
        old = "2019"
    elif style.normative:
        old = "2021"
    new = "2021" if old == "2019" else "2019"
    year = rng.choice((2021, 2022, 2023)) if old == "2019" else 2020
    if style.numbers.startswith("thousands"):
        scale = "large"
    elif not scale and (style.narrative == "contradiction" or style.mutated):
        scale = rng.choice(("small", "medium", "large"))
    return invent(rng, old, new if style.form == "mixed" else None, year if style.form == "stale" else None, scale)


def _prepare(figures: Figures, style: Style) -> None:
    """What is left out must not be needed by a sum that is still printed."""
    rows = figures.tables["applications"]
    if style.missingRow in rows:
        gone = rows[style.missingRow]
        for column in [c for c in gone if c != "total"]:
            if style.missingRow == "carriedOver":
                rows["newReceived"][column] += gone[column]
            else:
                rows["total"][column] -= gone[column]
                left = rows["newReceived"][column] - gone[column]
                rows["newReceived"][column] = max(left, left - left)
                rows["carriedOver"][column] += min(left, left - left)
            gone[column] -= gone[column]
        for cells in rows.values():
            cells["total"] = sum(v for c, v in cells.items() if c != "total")
    if style.missingColumn:
        for cells in rows.values():
            cells["total"] -= cells[style.missingColumn]
            cells[style.missingColumn] -= cells[style.missingColumn]
    if style.missingTable == "reviewAndLitigation":
        for cells in figures.tables["reviewAndLitigation"].values():
            cells.update({c: v - v for c, v in cells.items()})


def _leave_out(result: Report) -> None:
    """Missing things, and the structural findings that must follow."""
    style, figures, tables = result.style, result.figures, result.printed
    if style.missingSection:
        result.missing = [style.missingSection]
        result.expects.append("S001")
        result.allows.append("S003")
        tables.pop(TABLE_OF.get(style.missingSection, ""), None)
    if style.missingTable:
        tables.pop(style.missingTable, None)
        result.expects.append("S003")
    if style.illegible:
        tables.pop(style.illegible, None)
        result.allows.append("S003")
    for rows in tables.values():
        if style.missingRow in rows:
            rows[style.missingRow] = {c: Printed("", "unread", None) for c in rows[style.missingRow]}
            result.expects.append("S004")
    if style.missingColumn and "applications" in tables:
        for cells in tables["applications"].values():
            cells[style.missingColumn] = Printed("", "unread", None)
        result.expects.append("S004")
    forms = [figures.template] * ("article20" in tables) + [figures.applications_template] * ("applications" in tables)
    if any(f != figures.form_for_year for f in forms):
        result.expects.append("S005")
    if style.numbering in ("wrong", "repeated"):
        result.expects.append("S002")
    if style.lostProblems:
        result.allows += ["S001", "S002"]
    if style.narrative == "contradiction" and figures.cell("applications", "newReceived", "total"):
        result.expects.append("N002")


def _titles(style: Style, rng: random.Random) -> list[str]:
    return [rng.choice(form.SECTION_WORDINGS[n]) if style.wording else title for n, (_, title) in enumerate(form.SECTIONS, 1)]


def _numerals(style: Style, rng: random.Random, left_out: list[int]) -> list[str]:
    """The numeral before each section's title, sections from 1; a section left out takes its numeral with it, or not."""
    numerals = list(NUMERALS[:6])
    at = rng.randint(1, 5)
    if left_out and rng.random() < 0.5:
        numerals = list(NUMERALS[: left_out[0] - 1]) + [""] + list(NUMERALS[left_out[0] - 1 : 5])
    if style.numbering == "lost":
        numerals[at] = ""
    elif style.numbering == "wrong":
        numerals[at] = NUMERALS[min(8, at + 2)]
    elif style.numbering == "repeated":
        numerals[at] = numerals[at - 1]
    elif style.numbering == "two":
        numerals = list("一二一二三四") if rng.random() < 0.5 else ["", *"一二三四五"]
    return numerals


def _heading(numeral: str, title: str, style: Style) -> list[Paragraph]:
    mark = f"{numeral}、" if numeral else ""
    text = {"space": f"{mark} {title}", "dot": f"{numeral}. {title}" if numeral else title, "hash": f"## {mark}{title}"}.get(style.heading, mark + title)
    if style.heading == "apart" and mark:
        return [Paragraph(mark, "heading"), Paragraph(title, "heading")]
    if style.heading == "cut" and len(title) > 8:
        middle = len(text) * 3 // 5
        return [Paragraph(text[:middle], "heading"), Paragraph(text[middle:], "heading")]
    return [Paragraph(text, "heading")]


def _blocks(result: Report, builder: Builder, words: Narrative, rng: random.Random) -> list[Block]:
    style = result.style
    titles = _titles(style, rng)
    numerals = _numerals(style, rng, result.missing)
    blocks: list[Block] = [Paragraph(words.title(), "title")]
    if style.contents == "list":
        blocks += [Paragraph("目录", "toc"), *(Paragraph(f"{NUMERALS[i]}、{t}", "toc") for i, t in enumerate(titles))]
    blocks += [Paragraph(t) for t in words.preamble(titles if style.contents == "preamble" else None)]
    for n in range(1, 7):
        if n in result.missing:
            continue
        if n == 3 and style.breakTable:
            blocks.append(PageBreak())
        if not (n == 5 and style.lostProblems):
            blocks += _heading(numerals[n - 1], titles[n - 1], style)
        if n in TABLE_OF:
            blocks += _table_section(n, result, builder, words, rng)
        elif n == 1 and not numerals[0] and style.numbering == "two":  # its topics are numbered as if they were sections
            first, *topics = words.overview(numbered=True)
            blocks += [Paragraph(first)] + [Paragraph(t, "heading" if i % 2 == 0 else "text") for i, t in enumerate(topics)]
        else:
            blocks += [Paragraph(t) for t in {1: words.overview, 5: words.problems, 6: words.others}[n]()]
    if style.sevenParts:
        blocks += [*_heading("七", "附件", style), Paragraph("无附件。")]
    return blocks + [Paragraph(t, "signature") for t in words.signature()]


def _table_section(n: int, result: Report, builder: Builder, words: Narrative, rng: random.Random) -> list[Block]:
    style = result.style
    if TABLE_OF[n] == style.illegible:
        return [Paragraph("[illegible]")]
    if TABLE_OF[n] not in result.printed:
        return [Paragraph(words.absent(n))]
    blocks: list[Block] = [Paragraph(words.prompt(n))] if style.prompt else []
    if n == 2:
        for table in builder.article20():
            blocks += [table, Spacer(6)] if style.severalTables else [table]
        return blocks
    if n == 3:
        table = builder.applications()
        if style.spacer:
            blocks.insert(0, Spacer(style.spacer))
        if style.breakTable:
            return blocks + broken(table, style, rng)
        return blocks + [table]
    table = builder.review()
    if style.reviewSplit:
        first, second = cut(table, 3, False)
        return blocks + [first, PageBreak(), second]
    return blocks + [table]


def broken(table: Table, style: Style, rng: random.Random) -> list[Block]:
    """The applications table on two pages."""
    if style.breakTable == "row":
        first, second = cut(table, rng.randint(len(table.rows) // 2, len(table.rows) - 2), style.repeatHeader)
    else:
        long = [i for i, row in enumerate(table.rows) if i > len(table.rows) // 2 and any(c.kind == "label" and len(c.text) > 9 for c in row)
                and not any(c.rowspan > 1 for c in row)]
        first, second = cut(table, rng.choice(long), style.repeatHeader, inside=True, lower=rng.random() < 0.4)
    return [first, PageBreak(), second]


def _with_radicals(block: Block, style: Style) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, text=labels.radicals(block.text, style))
    if isinstance(block, Table):
        rows = [[Cell(**(vars(c) | {"text": labels.radicals(c.text, style)})) for c in row] for row in block.rows]
        return replace(block, rows=rows)
    return block
