"""Blocks → HTML with the style's looks, for every producer that prints web pages."""

from __future__ import annotations

from html import escape

from .model import Cell, PageBreak, Paragraph, Report, Spacer, Table
from .style import Style

BLUE = "#c5d9f1"


def page(report: Report, engine: str) -> str:
    """`engine`: chromium · weasyprint · wkhtmltopdf · libreoffice; they differ in what they can."""
    body = "\n".join(_block(b, report, engine) for b in report.blocks)
    return (f"<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>{escape(report.blocks[0].text)}</title>"
            f"<style>{css(report, engine)}</style></head><body>\n{body}\n</body></html>\n")


def css(report: Report, engine: str) -> str:
    s = report.style
    border = {"ruled": "0.75pt solid #000", "shaded": "0.75pt solid #7f7f7f", "none": "none", "horizontal": "none", "separate": "0.75pt inset #808080"}[s.rules]
    sheet = f"""
@page {{ size: A4 {'landscape' if s.landscape else 'portrait'}; margin: 25mm 22mm; {_margin_boxes(report) if engine == 'weasyprint' else ''} }}
body {{ font-family: "{s.font}"; font-size: 12pt; line-height: 1.7; margin: 0; }}
h1 {{ font-size: 18pt; text-align: center; margin: 0 0 16pt; line-height: 1.4; }}
h2 {{ font-size: 13.5pt; margin: 10pt 0 6pt; text-indent: 2em; }}
p {{ margin: 3pt 0; text-indent: 2em; text-align: justify; }}
p.toc {{ margin: 0; }} p.signature {{ text-align: right; text-indent: 0; }}
table {{ border-collapse: collapse; width: 100%; table-layout: fixed; font-size: {s.size}pt; line-height: 1.35; page-break-inside: auto; }}
td {{ border: {border}; padding: {'1pt 0' if s.narrow else '2pt 3pt'}; vertical-align: middle; text-align: center; word-break: break-all; }}
td.label, td.note {{ text-align: left; }} td.number {{ text-align: {s.align}; vertical-align: {s.valign}; word-break: {'break-all' if s.wrapNumbers else 'normal'}; }}
tr {{ page-break-inside: {'auto' if s.breakRows else 'avoid'}; }}
thead {{ display: {'table-header-group' if s.repeatHeader else 'table-row-group'}; }}
td.vertical {{ writing-mode: vertical-rl; letter-spacing: 2pt; }}
"""
    if s.rules == "horizontal":
        sheet += "td { border-top: 0.75pt solid #000; border-bottom: 0.75pt solid #000; }\n"
    if s.rules == "separate":
        sheet += "table { border: 0.75pt outset #808080; border-collapse: separate; border-spacing: 1.5pt; }\n"
    if s.rules == "shaded":
        sheet += f"td.band {{ background: {BLUE}; }} td.header, td.group {{ background: #f2f2f2; }} tr.odd td.number {{ background: #eef3fa; }}\n"
    if engine == "weasyprint":
        sheet += f"td {{ overflow-wrap: anywhere; }} td.number {{ overflow-wrap: {'anywhere' if s.wrapNumbers else 'normal'}; }}\n"
    return sheet


def _margin_boxes(report: Report) -> str:
    s, boxes = report.style, f'font-family: "{report.style.font}"; '
    content = {"— n —": '"— " counter(page) " —"', "-n-": '"-" counter(page) "-"', "n / m": 'counter(page) " / " counter(pages)', "n": "counter(page)"}.get(s.pageNumbers)
    if content:
        boxes += f"@bottom-center {{ content: {content}; font-size: 10pt; }} "
    if s.runningHeader:
        boxes += f'@top-center {{ content: "{running(report)}"; font-size: 9pt; border-bottom: 0.5pt solid #000; }} '
    return boxes


def running(report: Report) -> str:
    return f"{report.figures.agency}政府信息公开工作年度报告"


def footer(style: Style, n: str, m: str) -> str:
    return {"— n —": f"— {n} —", "-n-": f"-{n}-", "n / m": f"{n} / {m}", "n": n}.get(style.pageNumbers, "")


def _block(block, report: Report, engine: str) -> str:
    if isinstance(block, Paragraph):
        tag = {"title": "h1", "heading": "h2"}.get(block.role, "p")
        kind = f' class="{block.role}"' if block.role in ("toc", "signature") else ""
        return f"<{tag}{kind}>{escape(block.text)}</{tag}>"
    if isinstance(block, PageBreak):
        if engine == "libreoffice":
            return '<p style="page-break-before:always;margin:0;line-height:1pt;font-size:1pt"></p>'
        return '<div style="page-break-after:always;height:0"></div>'
    if isinstance(block, Spacer):
        if engine == "libreoffice":
            return f'<p style="margin:0 0 {block.points}pt 0;font-size:1pt"></p>'
        return f'<div style="height:{block.points}pt"></div>'
    return table(block, report, engine)


def table(block: Table, report: Report, engine: str) -> str:
    total = sum(block.widths)
    columns = "".join(f'<col style="width:{100 * w / total:.2f}%" width="{100 * w / total:.2f}%">' for w in block.widths)
    rows = []
    for r, row in enumerate(block.rows):
        cells = "".join(_cell(c, report.style, engine) for c in row)
        rows.append(f'<tr class="{"odd" if r % 2 else "even"}">{cells}</tr>')
    head, body = rows[: block.header], rows[block.header :]
    attributes = ' border="1" cellspacing="0" cellpadding="2"' if engine == "libreoffice" and report.style.rules in ("ruled", "shaded", "separate") else ""
    return (f'<table{attributes} width="100%"><colgroup>{columns}</colgroup>'
            + (f"<thead>{''.join(head)}</thead>" if head else "") + f"<tbody>{''.join(body)}</tbody></table>")


def _cell(cell: Cell, style: Style, engine: str) -> str:
    text, kinds = cell.text, [cell.kind]
    if cell.vertical:
        if engine == "chromium":
            kinds.append("vertical")
        else:
            text = "\n".join(text.replace("\n", ""))
    spans = (f' colspan="{cell.colspan}"' if cell.colspan > 1 else "") + (f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else "")
    looks = ""
    if engine == "libreoffice":  # its import knows attributes better than style sheets
        align = style.align if cell.kind == "number" else "left" if cell.kind in ("label", "note") else "center"
        looks = f' align="{align}" valign="{style.valign if cell.kind == "number" else "middle"}"'
        if style.rules == "shaded" and cell.kind in ("band", "header"):
            looks += f' bgcolor="{BLUE if cell.kind == "band" else "#f2f2f2"}"'
        size = f'font-size:{style.size}pt;font-family:{style.font}'
        return f'<td{spans}{looks} class="{cell.kind}"><font style="{size}">{_lines(text)}</font></td>'
    return f'<td{spans}{looks} class="{" ".join(kinds)}">{_lines(text)}</td>'


def _lines(text: str) -> str:
    return "<br>".join(escape(t) for t in text.split("\n"))
