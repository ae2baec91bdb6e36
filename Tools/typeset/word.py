"""Blocks → DOCX, which LibreOffice then prints as Word would."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from .model import Cell, PageBreak, Paragraph, Report, Spacer, Table
from .style import Style
from .webpage import running

TEXT_WIDTH = {False: 166, True: 253}  # millimetres, portrait and landscape


def write(report: Report, path: Path) -> None:
    style = report.style
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(297), Mm(210)) if style.landscape else (Mm(210), Mm(297))
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin = section.bottom_margin = Mm(25)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = style.font, Pt(12)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), style.font)
    normal.paragraph_format.space_after = Pt(3)
    _furniture(section, report)
    for block in report.blocks:
        if isinstance(block, Table):
            document.element.body.insert(len(document.element.body) - 1, parse_xml(_table(block, style)))
        else:
            _paragraph(document, block)
    document.core_properties.author = ""
    document.save(str(path))


def _paragraph(document, block) -> None:
    paragraph = document.add_paragraph()
    if isinstance(block, PageBreak):
        paragraph.add_run().add_break(WD_BREAK.PAGE)
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = Pt(1)
        return
    if isinstance(block, Spacer):
        paragraph.paragraph_format.line_spacing = Pt(1)
        paragraph.paragraph_format.space_after = Pt(max(0, block.points - 1))
        return
    run = paragraph.add_run(block.text)
    if block.role == "title":
        paragraph.alignment, run.bold, run.font.size = WD_ALIGN_PARAGRAPH.CENTER, True, Pt(18)
    elif block.role == "heading":
        run.bold, run.font.size = True, Pt(14)
        paragraph.paragraph_format.first_line_indent = Pt(28)
    elif block.role == "signature":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    else:
        paragraph.paragraph_format.first_line_indent = Pt(24)
        paragraph.paragraph_format.line_spacing = 1.5


def _furniture(section, report: Report) -> None:
    """Page numbers and running header."""
    style = report.style
    if style.runningHeader:
        paragraph = section.header.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(running(report)).font.size = Pt(9)
    if style.pageNumbers:
        paragraph = section.footer.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for part in {"— n —": ("— ", "PAGE", " —"), "-n-": ("-", "PAGE", "-"), "n / m": ("PAGE", " / ", "NUMPAGES"), "n": ("PAGE",)}[style.pageNumbers]:
            if part in ("PAGE", "NUMPAGES"):
                field = OxmlElement("w:fldSimple")
                field.set(qn("w:instr"), part)
                paragraph._p.append(field)
            else:
                paragraph.add_run(part)


def _table(table: Table, style: Style) -> str:
    width = TEXT_WIDTH[style.landscape] * 56.7  # twentieths of a point
    total = sum(table.widths)
    widths = [int(width * w / total) for w in table.widths]
    rows = []
    for r, line in enumerate(table.grid()):
        cells, c = [], 0
        while c < len(line):
            cell, top, left = line[c]
            if cell is None:
                cell = Cell()
            span = min(cell.colspan, len(line) - c)
            cells.append(_cell(cell, sum(widths[c : c + span]), span, top == r, style, r))
            c += span
        properties = f'<w:trHeight w:val="{int(style.size * 32)}" w:hRule="atLeast"/>' + ("" if style.breakRows else "<w:cantSplit/>") + ("<w:tblHeader/>" if style.repeatHeader and r < table.header else "")
        rows.append(f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>")
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    return (f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{int(width)}" w:type="dxa"/><w:tblBorders>{_borders(style)}</w:tblBorders>'
            f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{10 if style.narrow else 60}" w:type="dxa"/>'
            f'<w:right w:w="{10 if style.narrow else 60}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>")


def _borders(style: Style) -> str:
    sides = {"none": (), "horizontal": ("top", "bottom", "insideH")}.get(style.rules, ("top", "left", "bottom", "right", "insideH", "insideV"))
    return "".join(f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="auto"/>' for side in sides)


def _cell(cell: Cell, width: int, span: int, first: bool, style: Style, row: int) -> str:
    merge = "" if cell.rowspan == 1 else '<w:vMerge w:val="restart"/>' if first else "<w:vMerge/>"
    shade = ""
    if style.rules == "shaded" and cell.kind in ("band", "header"):
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{"C5D9F1" if cell.kind == "band" else "F2F2F2"}"/>'
    valign = {"middle": "center"}.get(style.valign, style.valign) if cell.kind == "number" else "center"
    direction = '<w:textDirection w:val="tbRlV"/>' if cell.vertical else ""
    align = style.align if cell.kind == "number" else "left" if cell.kind in ("label", "note") else "center"
    lines = (cell.text if first else "").split("\n")
    half = int(style.size * 2)
    runs = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(t)}</w:t>' for t in lines)
    fonts = f'<w:rFonts w:ascii="{style.font}" w:hAnsi="{style.font}" w:eastAsia="{style.font}"/>'
    return (f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:gridSpan w:val="{span}"/>{merge}{shade}{direction}<w:vAlign w:val="{valign}"/></w:tcPr>'
            f'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="{align}"/></w:pPr>'
            f'<w:r><w:rPr>{fonts}<w:sz w:val="{half}"/></w:rPr>{runs}</w:r></w:p></w:tc>')
