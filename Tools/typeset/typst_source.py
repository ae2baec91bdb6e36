"""Blocks → Typst markup."""

from __future__ import annotations

import json

from .model import Cell, PageBreak, Paragraph, Report, Spacer, Table
from .style import Style
from .webpage import running


def source(report: Report) -> str:
    style = report.style
    numbering = {"— n —": '"— 1 —"', "-n-": '"-1-"', "n / m": '"1 / 1"', "n": '"1"'}.get(style.pageNumbers, "none")
    header = f"align(center, text(size: 9pt, {literal(running(report))}))" if style.runningHeader else "none"
    parts = [
        f'#set page(paper: "a4", flipped: {str(style.landscape).lower()}, margin: (x: 22mm, y: 25mm), numbering: {numbering}, header: {header})',
        f'#set text(font: {literal(style.font)}, size: 12pt, lang: "zh", region: "cn")',
        "#set par(leading: 0.8em, spacing: 0.9em)",
    ]
    return "\n".join(parts + [_block(b, style) for b in report.blocks]) + "\n"


def literal(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _block(block, style: Style) -> str:
    if isinstance(block, PageBreak):
        return "#pagebreak()"
    if isinstance(block, Spacer):
        return f"#v({block.points}pt)"
    if isinstance(block, Table):
        return table(block, style)
    text = f"#{literal(block.text)}"
    if block.role == "title":
        return f"#align(center)[#text(size: 18pt, weight: \"bold\")[{text}]]\n"
    if block.role == "heading":
        return f"\n#h(2em)#strong[{text}]\n"
    if block.role == "signature":
        return f"#align(right)[{text}]\n"
    return f"\n#h(2em){text}\n" if block.role == "text" else f"\n{text}\n"


def table(block: Table, style: Style) -> str:
    columns = ", ".join(f"{w}fr" for w in block.widths)
    stroke = {"none": "none", "horizontal": "(top: 0.6pt, bottom: 0.6pt)"}.get(style.rules, "0.6pt")
    rows = [", ".join(_cell(c, style) for c in row) for row in block.rows]
    head, body = rows[: block.header], rows[block.header :]
    header = f"table.header(repeat: {str(style.repeatHeader).lower()}, {', '.join(head)})," if head else ""
    inset = "(x: 0.5pt, y: 2pt)" if style.narrow else "(x: 3pt, y: 3pt)"
    return (f"#block[#set text(size: {style.size}pt)\n#set par(leading: 0.4em)\n#table(columns: ({columns}), stroke: {stroke}, inset: {inset},\n"
            + header + ",\n".join(body) + ")]")


def _cell(cell: Cell, style: Style) -> str:
    number = cell.kind == "number"
    across = style.align if number else "left" if cell.kind in ("label", "note") else "center"
    down = {"middle": "horizon"}.get(style.valign, style.valign) if number else "horizon"
    fill = {"band": ', fill: rgb("#c5d9f1")', "header": ', fill: rgb("#f2f2f2")'}.get(cell.kind, "") if style.rules == "shaded" else ""
    text = "\n".join(cell.text.replace("\n", "")) if cell.vertical else cell.text
    content = "#linebreak()".join(f"#{literal(t)}" for t in text.split("\n"))
    breakable = str(style.breakRows or cell.rowspan > 1).lower()
    return f"table.cell(colspan: {cell.colspan}, rowspan: {cell.rowspan}, align: {across} + {down}, breakable: {breakable}{fill})[{content}]"
