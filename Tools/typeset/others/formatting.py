"""Blocks → formatting objects (XSL-FO), for Apache FOP."""

from __future__ import annotations

from xml.sax.saxutils import escape

from ..fonts import truetype
from ..model import Cell, PageBreak, Paragraph, Report, Spacer, Table
from ..style import Style

ROLES = {"title": 'font-size="18pt" text-align="center"', "heading": 'font-size="14pt" text-indent="28pt"', "signature": 'text-align="right"',
         "toc": ""}


def source(report: Report) -> str:
    style = report.style
    width, height = ("297mm", "210mm") if style.landscape else ("210mm", "297mm")
    family = "WenQuanYi Zen Hei" if "wqy" in str(truetype(style.font)[0]) else "AR PL UMing CN"
    body, pending = [], ""
    for block in report.blocks:
        if isinstance(block, PageBreak):
            pending = ' break-before="page"'
            continue
        body.append(_block(block, style, pending))
        pending = ""
    return (f'<?xml version="1.0" encoding="utf-8"?><fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-family="{family}" language="zh" '
            f'country="CN"><fo:layout-master-set><fo:simple-page-master master-name="page" page-width="{width}" page-height="{height}" '
            'margin="25mm 22mm"><fo:region-body/></fo:simple-page-master></fo:layout-master-set><fo:page-sequence master-reference="page">'
            f'<fo:flow flow-name="xsl-region-body" font-size="12pt" line-height="1.6">{"".join(body)}</fo:flow></fo:page-sequence></fo:root>')


def _block(block, style: Style, more: str) -> str:
    if isinstance(block, Paragraph):
        looks = ROLES.get(block.role, 'text-indent="24pt"')
        return f"<fo:block {looks}{more}>{escape(block.text)}</fo:block>"
    if isinstance(block, Spacer):
        return f'<fo:block space-before="{block.points}pt" space-before.conditionality="retain"{more}>&#160;</fo:block>'
    return _table(block, style, more)


def _table(table: Table, style: Style, more: str) -> str:
    omit = "" if style.repeatHeader else ' table-omit-header-at-break="true"'
    columns = "".join(f'<fo:table-column column-width="proportional-column-width({w})"/>' for w in table.widths)
    count = table.header if 0 < table.header < len(table.rows) else 0
    rows = ["".join(_cell(cell, style) for cell in row) for row in table.rows]
    keep = "" if style.breakRows else ' keep-together.within-column="always"'
    head = "".join(f"<fo:table-row>{row}</fo:table-row>" for row in rows[:count])
    body = "".join(f"<fo:table-row{keep}>{row}</fo:table-row>" for row in rows[count:])
    return (f'<fo:table table-layout="fixed" width="100%" border-collapse="collapse" font-size="{style.size}pt" line-height="1.3"{omit}{more}>'
            f"{columns}{f'<fo:table-header>{head}</fo:table-header>' if head else ''}<fo:table-body>{body}</fo:table-body></fo:table>")


def _cell(cell: Cell, style: Style) -> str:
    number = cell.kind == "number"
    across = style.align if number else "left" if cell.kind in ("label", "note") else "center"
    down = {"top": "before", "middle": "center", "bottom": "after"}[style.valign] if number else "center"
    border = {"none": "", "horizontal": ' border-top="0.6pt solid black" border-bottom="0.6pt solid black"'}.get(
        style.rules, ' border="0.6pt solid black"')
    if style.rules == "shaded" and cell.kind in ("band", "header"):
        border += ' background-color="#c5d9f1"'
    spans = (f' number-columns-spanned="{cell.colspan}"' if cell.colspan > 1 else "") + (
        f' number-rows-spanned="{cell.rowspan}"' if cell.rowspan > 1 else "")
    text = "\n".join(cell.text.replace("\n", "")) if cell.vertical else cell.text
    lines = "".join(f"<fo:block>{escape(line)}</fo:block>" for line in text.split("\n"))
    padding = "0.5pt" if style.narrow else "2pt"
    return f'<fo:table-cell display-align="{down}" text-align="{across}" padding="{padding}"{border}{spans}>{lines}</fo:table-cell>'
