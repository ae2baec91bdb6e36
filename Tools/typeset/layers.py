"""What is laid over a printed PDF: page numbers, stamps, rotation, and text layers that lie."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pymupdf

from . import webpage
from .fonts import truetype
from .model import Report


def furniture(pdf: Path, report: Report) -> None:
    """Page numbers and running header for producers that print none."""
    style = report.style
    if not (style.pageNumbers or style.runningHeader) or not pdf.exists():
        return
    document = pymupdf.open(pdf)
    for n, page in enumerate(document, 1):
        page.wrap_contents()
        if number := webpage.footer(style, str(n), str(len(document))):
            _print(page, number, 10, page.rect.height - 36, style.font)
        if style.runningHeader:
            _print(page, webpage.running(report), 9, 44, style.font)
    _save(document, pdf)


def finish(pdf: Path, report: Report) -> None:
    """Everything else that the style lays over the pages."""
    style = report.style
    if not (style.stamp or style.rotated or style.layer):
        return
    document = pymupdf.open(pdf)
    for page in document:
        page.wrap_contents()
    rng = random.Random(f"layers:{report.name}")
    if style.stamp:
        stamp(document, report, rng)
    if style.layer:
        document = LAYERS[style.layer](document, report, rng) or document
    if style.rotated:
        document = rotate(document, style.rotated)
    _save(document, pdf)


def _print(page: pymupdf.Page, text: str, size: float, y: float, family: str) -> None:
    """A line in the middle of the page."""
    font = pymupdf.Font(fontfile=str(truetype(family)[0]))
    writer = pymupdf.TextWriter(page.rect)
    writer.append(((page.rect.width - font.text_length(text, size)) / 2, y), text, font=font, fontsize=size)
    writer.write_text(page)


def _save(document: pymupdf.Document, pdf: Path) -> None:
    document.subset_fonts()
    data = document.tobytes(garbage=3, deflate=True)
    document.close()
    pdf.write_bytes(data)


def table_page(document: pymupdf.Document) -> int:
    """The page with most of the applications table."""
    marks = ("国家秘密", "第三方", "案卷", "信访", "出版物", "补正", "国家秘密")
    counts = [sum(m in page.get_text().replace("\n", "") for m in marks) for page in document]
    return counts.index(max(counts))


# Stamps

def stamp(document: pymupdf.Document, report: Report, rng: random.Random) -> None:
    """A round red seal with the body's name over the table, or its name in grey across every page."""
    font = pymupdf.Font(fontfile=str(truetype("AR PL UMing CN")[0]))
    name = report.figures.agency
    if report.style.stamp == "watermark":
        for page in document:
            centre = pymupdf.Point(page.rect.width / 2, page.rect.height / 2)
            writer = pymupdf.TextWriter(page.rect, color=(0.8, 0.8, 0.8))
            text = rng.choice((name, "政府信息公开", "仅供内部使用"))
            size = min(48, page.rect.width * 0.8 / len(text))
            writer.append((centre.x - font.text_length(text, size) / 2, centre.y), text, font=font, fontsize=size)
            writer.write_text(page, morph=(centre, pymupdf.Matrix(40)), overlay=rng.random() < 0.5)
        return
    page = document[table_page(document)]
    centre = pymupdf.Point(page.rect.width * rng.uniform(0.55, 0.75), page.rect.height * rng.uniform(0.35, 0.6))
    shape = page.new_shape()
    shape.draw_circle(centre, 58)
    shape.finish(color=(0.85, 0.1, 0.1), width=2.5)
    shape.commit()
    writer = pymupdf.TextWriter(page.rect, color=(0.85, 0.1, 0.1))
    half = (len(name) + 1) // 2
    for i, part in enumerate((name[:half], name[half:], "★")):
        writer.append((centre.x - font.text_length(part, 13) / 2, centre.y - 14 + i * 20), part, font=font, fontsize=13)
    writer.write_text(page)


# Rotation

def rotate(document: pymupdf.Document, kind: str) -> pymupdf.Document:
    """The table's page on its side; or upright although its /Rotate is 90, its contents being drawn sideways."""
    number = table_page(document)
    if kind == "sideways":
        document[number].set_rotation(90)
        return document
    turned = pymupdf.open()
    for n, page in enumerate(document):
        width, height = page.rect.width, page.rect.height
        if n != number:
            turned.insert_pdf(document, from_page=n, to_page=n)
            continue
        sheet = turned.new_page(width=height, height=width)
        sheet.show_pdf_page(sheet.rect, document, n, rotate=90)
        sheet.set_rotation(90)
    return turned


# Text layers that lie

def _picture(page: pymupdf.Page, dpi: int = 100) -> bytes:
    pixmap = page.get_pixmap(dpi=dpi, colorspace=pymupdf.csGRAY)
    return pixmap.tobytes("jpg", jpg_quality=50)


def scan(document: pymupdf.Document, report: Report, rng: random.Random) -> pymupdf.Document:
    """Pages that are only pictures."""
    pictures = pymupdf.open()
    for page in document:
        sheet = pictures.new_page(width=page.rect.width, height=page.rect.height)
        sheet.insert_image(sheet.rect, stream=_picture(page, 80))
    return pictures


def invisible(document: pymupdf.Document, report: Report, rng: random.Random, wrong: float = 0.0) -> pymupdf.Document:
    """A picture with the words under it that a recognition of characters would leave; some digits of them may be wrong."""
    pictures = pymupdf.open()
    for page in document:
        words = [w for w in page.get_text("words")]
        sheet = pictures.new_page(width=page.rect.width, height=page.rect.height)
        sheet.insert_image(sheet.rect, stream=_picture(page))
        font = pymupdf.Font("cjk")
        writer = pymupdf.TextWriter(sheet.rect)
        for x0, y0, x1, y1, word, *_ in words:
            if wrong and rng.random() < wrong and word.isdigit():
                at = rng.randrange(len(word))
                word = word[:at] + rng.choice([d for d in "0123456789" if d != word[at]]) + word[at + 1 :]
            length = font.text_length(word, 10)
            size = max(2.0, min((y1 - y0) * 0.95, 10 * (x1 - x0) / length if length else 10))
            writer.append((x0, y1 - (y1 - y0) * 0.2), word, font=font, fontsize=size)
        writer.write_text(sheet, render_mode=3)
    return pictures


def invisible_wrong(document: pymupdf.Document, report: Report, rng: random.Random) -> pymupdf.Document:
    return invisible(document, report, rng, wrong=0.06)


def doubled(document: pymupdf.Document, report: Report, rng: random.Random) -> None:
    """Fake bold: all contents of a page painted twice, a third of a point apart."""
    for page in document:
        contents = page.read_contents()
        _replace_contents(document, page, b"q\n" + contents + b"\nQ\nq 1 0 0 1 0.3 0 cm\n" + contents + b"\nQ\n")


def _replace_contents(document: pymupdf.Document, page: pymupdf.Page, contents: bytes) -> None:
    xref = document.get_new_xref()
    document.update_object(xref, "<<>>")
    document.update_stream(xref, contents)
    page.set_contents(xref)


def _number_places(page: pymupdf.Page) -> list[pymupdf.Rect]:
    return [pymupdf.Rect(w[:4]) for w in page.get_text("words") if w[4].isdigit() and w[1] > 90]


def outside(document: pymupdf.Document, report: Report, rng: random.Random) -> None:
    """Numbers and a whole line of labels beyond the edges of the page."""
    font = pymupdf.Font("cjk")
    for page in document:
        writer = pymupdf.TextWriter(page.rect)
        for place in _number_places(page)[:60]:
            writer.append((page.rect.width + 20 + rng.random() * 200, place.y1 - 2), str(rng.randint(1, 99)), font=font, fontsize=9)
        writer.append((40, page.rect.height + 40), "一、本年新收政府信息公开申请数量 7 7 7 7 7 7 42", font=font, fontsize=9)
        writer.write_text(page)


def clipped(document: pymupdf.Document, report: Report, rng: random.Random) -> None:
    """Digits beside the numbers that a clipping path hides."""
    _overprint(document, rng, b"q 0 0 1 1 re W n\n", b"Q\n")


def white(document: pymupdf.Document, report: Report, rng: random.Random) -> None:
    """Digits in white beside the numbers."""
    _overprint(document, rng, b"q 1 1 1 rg\n", b"Q\n")


def _overprint(document: pymupdf.Document, rng: random.Random, before: bytes, after: bytes) -> None:
    for page in document:
        page.insert_font(fontname="junk", fontbuffer=pymupdf.Font("helv").buffer)
        texts = []
        for place in _number_places(page):
            if rng.random() < 0.4:
                spot = pymupdf.Point(place.x1 + rng.uniform(-1, 4), place.y1 - 2) * page.transformation_matrix
                texts.append(f"BT /junk 8 Tf {spot.x:.2f} {spot.y:.2f} Td <{_hex(page, rng.randint(1, 99))}> Tj ET".encode())
        contents = b"q\n" + page.read_contents() + b"\nQ\n" + before + b"\n".join(texts) + b"\n" + after
        _replace_contents(document, page, contents)


def _hex(page: pymupdf.Page, number: int) -> str:
    font = pymupdf.Font("helv")
    return "".join(f"{font.has_glyph(ord(ch)):04x}" for ch in str(number))


def no_tounicode(document: pymupdf.Document, report: Report, rng: random.Random) -> None:
    """The fonts' maps from glyphs to characters are gone."""
    for xref in _fonts(document):
        document.xref_set_key(xref, "ToUnicode", "null")


def wrong_tounicode(document: pymupdf.Document, report: Report, rng: random.Random) -> None:
    """The maps exchange some digits: what is copied is not what is seen."""
    one, two = rng.sample("123456789", 2)
    _rewrite_maps(document, lambda text: _exchange(text, f"{ord(one):04X}", f"{ord(two):04X}"))


def digits_left_out(document: pymupdf.Document, report: Report, rng: random.Random) -> None:
    """The maps do not name two of the digits: they are seen, and are no characters of the text."""
    gone = {f"{ord(digit):04X}" for digit in rng.sample("123456789", 2)}
    entry = re.compile(r"<([0-9A-Fa-f]{2,4})>\s*<([0-9A-Fa-f]+)>")
    triple = re.compile(r"<([0-9A-Fa-f]{2,4})>\s*<([0-9A-Fa-f]{2,4})>\s*<([0-9A-Fa-f]{4})>")

    def single(match: re.Match) -> str:
        kept = [line for line in entry.findall(match[1]) if line[1].upper() not in gone]
        return f"{len(kept)} beginbfchar\n" + "".join(f"<{code}> <{target}>\n" for code, target in kept) + "endbfchar"

    def ranges(match: re.Match) -> str:
        kept = []
        for first, last, target in triple.findall(match[1]):
            start, end, character = int(first, 16), int(last, 16), int(target, 16)
            if character > 0x39 or character + end - start < 0x30:
                kept.append(f"<{first}> <{last}> <{target}>")
                continue
            for offset in range(end - start + 1):
                if f"{character + offset:04X}" not in gone:
                    code = f"{start + offset:0{len(first)}X}"
                    kept.append(f"<{code}> <{code}> <{character + offset:04X}>")
        return f"{len(kept)} beginbfrange\n" + "".join(line + "\n" for line in kept) + "endbfrange"

    def rewrite(text: str) -> str:
        text = re.sub(r"\d+\s+beginbfchar(.*?)endbfchar", single, text, flags=re.S)
        return re.sub(r"\d+\s+beginbfrange((?:(?!\[).)*?)endbfrange", ranges, text, flags=re.S)

    _rewrite_maps(document, rewrite)


def private_use(document: pymupdf.Document, report: Report, rng: random.Random) -> None:
    """The maps give private characters for some of the Chinese ones."""
    share = rng.uniform(0.02, 0.05)

    def hide(match: re.Match) -> str:
        return match[1] + (f"{0xE000 + int(match[2], 16) % 0x1800:04X}" if rng.random() < share else match[2]) + match[3]

    _rewrite_maps(document, lambda text: re.sub(r"(<[0-9A-Fa-f]{2,4}>\s*<)([4-9][0-9A-Fa-f]{3})(>\s*\n)", hide, text))


def _exchange(cmap: str, one: str, two: str) -> str:
    """Exchanges two targets in the map; ranges over digits are written out first."""

    def spell(match: re.Match) -> str:
        first, last, target = (int(g, 16) for g in match.groups())
        if not 0x30 <= target + last - first or target > 0x39 or last - first > 300:
            return match.group(0)
        return f"<{match.group(1)}> <{match.group(2)}> [" + " ".join(f"<{target + i:04X}>" for i in range(last - first + 1)) + "]"

    triple = re.compile(r"<([0-9A-Fa-f]{2,4})>\s*<([0-9A-Fa-f]{2,4})>\s*<([0-9A-Fa-f]{4})>")
    cmap = re.sub(r"beginbfrange.*?endbfrange", lambda m: triple.sub(spell, m[0]), cmap, flags=re.S)
    body = re.compile(r"(beginbf(?:char|range))(.*?)(endbf)", re.S)
    swap = {one: two, two: one}

    def section(match: re.Match) -> str:
        inner = match.group(2)
        if match.group(1) == "beginbfchar":
            inner = re.sub(r"(<[0-9A-Fa-f]+>\s*<)([0-9A-Fa-f]{4})(>)", lambda m: m[1] + swap.get(m[2].upper(), m[2]) + m[3], inner)
        else:
            inner = re.sub(r"\[[^\]]*\]", lambda m: re.sub(r"[0-9A-Fa-f]{4}", lambda d: swap.get(d[0].upper(), d[0]), m[0]), inner)
        return match.group(1) + inner + match.group(3)

    return body.sub(section, cmap)


def _rewrite_maps(document: pymupdf.Document, rewrite: Callable[[str], str]) -> None:
    """Replaces the text of every map to characters."""
    for xref in _fonts(document):
        kind, value = document.xref_get_key(xref, "ToUnicode")
        if kind != "xref":
            continue
        stream = int(value.split()[0])
        text = document.xref_stream(stream).decode("latin-1")
        document.update_stream(stream, rewrite(text).encode("latin-1"))


def _fonts(document: pymupdf.Document) -> set[int]:
    return {font[0] for n in range(len(document)) for font in document.get_page_fonts(n, full=True)}


LAYERS = {
    "scan": scan,
    "invisible": invisible,
    "invisibleWrong": invisible_wrong,
    "doubled": doubled,
    "outside": outside,
    "clipped": clipped,
    "white": white,
    "noToUnicode": no_tounicode,
    "wrongToUnicode": wrong_tounicode,
    "digitsLeftOut": digits_left_out,
    "privateUse": private_use,
}
