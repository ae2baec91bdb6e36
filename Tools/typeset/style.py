"""The switches: every way of printing that the bench knows, each off by default and independent of the others."""

from __future__ import annotations

import random
from dataclasses import asdict, dataclass, fields, replace

FONTS = ("Noto Serif CJK SC", "Noto Sans CJK SC", "WenQuanYi Zen Hei", "AR PL UMing CN")


@dataclass(frozen=True)
class Style:
    # How values are written
    zeros: str = "0"  # 0 · blank · blankCounts (not in article 20) · mixed · / · - · — · 无
    blankTotals: bool = False  # the 总计 column of the outcomes is left empty
    numbers: str = "plain"  # plain · fullwidth · thousands · thousandsWide · spaced
    change: str = "plain"  # plain · plus (+21) · words (增72, 减38); 2019 only
    amount: str = "plain"  # plain · yuan (251000元) · wan (12.5万元)
    remark: bool = False  # 22（其中修订16件）

    # How the page looks
    font: str = FONTS[0]
    size: float = 10.5  # points, in tables
    narrow: bool = False  # number columns so narrow that their headers stack and numbers nearly touch
    narrowLabels: bool = False  # labels wrap over many lines
    wrapNumbers: bool = False  # a number too wide for its cell goes on in a second line
    headers: str = "plain"  # plain · spaced (自 然 人) · stacked
    vertical: str = "none"  # none · vertical · stacked: 三、本年度办理结果
    valign: str = "middle"  # top · middle · bottom: numbers in tall rows
    align: str = "center"  # left · center · right
    rules: str = "ruled"  # ruled · none · shaded · horizontal · separate (web pages: each cell with a frame of its own)
    severalTables: bool = False  # each 项 of article 20 is a table of its own
    pageNumbers: str = ""  # — n — · -n- · n / m · n
    runningHeader: bool = False
    stamp: str = ""  # watermark · seal
    spacer: int = 0  # points of nothing before the applications table: moves where it breaks
    breakRows: bool = False  # rows may break inside
    repeatHeader: bool = False
    breakTable: str = ""  # row · label: the applications table goes on after a page break between two rows, or within a label
    reviewSplit: bool = False  # header of the review table on one page, its numbers on the next
    landscape: bool = False
    rotated: str = ""  # sideways (one page is shown on its side) · upright (its contents make up for /Rotate)

    # How the report is put together
    contents: str = ""  # preamble · list: all six sections named before they come
    numbering: str = "plain"  # plain · two · lost · wrong · repeated
    wording: bool = False  # other titles of the sections
    heading: str = "plain"  # plain · space · dot · hash · apart (三、 on its own line) · cut (in two lines)
    lostProblems: bool = False  # the heading of 五 is lost, its sub-headings remain
    prompt: bool = False  # a sentence between heading and table
    sevenParts: bool = False  # a seventh section
    subheadings: str = "（一）"  # （一） · (一) · 1. · 1、 · 一是
    narrative: str = "plain"  # plain · contradiction

    # How the forms are printed
    labels: str = "plain"  # plain · misprint · spaces · short · definitions · punctuation
    groups: str = "plain"  # plain · split: （三）不 / 予公开
    radicals: str = ""  # kangxi · compatibility
    normative: bool = False  # 规范性文件 under 2021 columns
    yearInHeader: bool = False  # 本年(2023)制发件数
    lostHeaderLine: bool = False  # 本年新 │ 本年新: 2019 only
    extraRow: str = ""  # documents (其他主动公开文件) · invented
    extraColumn: bool = False  # 小计 in the applications table
    missingRow: str = ""  # a row id of article20 or applications
    missingColumn: str = ""  # a column id of applications
    missingSection: int = 0
    missingTable: str = ""  # a table id: its section stays, with a sentence
    illegible: str = ""  # a table id: [illegible] stands in its place; flattened text only
    form: str = ""  # mixed (article20 and applications of different forms) · stale (not the form of the year)

    # What is wrong with the figures
    mutated: str = ""  # one · two: cells of the applications table, or review (one of the review table)

    # What the text layer says
    layer: str = ""  # see layers.py
    order: str = ""  # columns · shuffled: order of the text in the file, where the producer can choose it

    def switches(self) -> dict:
        """What departs from the plain way, for the truth's `style`."""
        plain = Style()
        return {k: v for k, v in asdict(self).items() if v != getattr(plain, k)}


CHOICES: dict[str, tuple] = {
    "zeros": ("blank", "blankCounts", "mixed", "/", "-", "—", "无"),
    "blankTotals": (True,),
    "numbers": ("fullwidth", "thousands", "thousandsWide", "spaced"),
    "change": ("plus", "words"),
    "amount": ("yuan", "wan"),
    "remark": (True,),
    "narrow": (True,),
    "narrowLabels": (True,),
    "wrapNumbers": (True,),
    "headers": ("spaced", "stacked"),
    "vertical": ("vertical", "stacked"),
    "valign": ("top", "bottom"),
    "align": ("left", "right"),
    "rules": ("none", "shaded", "horizontal", "separate"),
    "severalTables": (True,),
    "pageNumbers": ("— n —", "-n-", "n / m", "n"),
    "runningHeader": (True,),
    "stamp": ("watermark", "seal"),
    "spacer": (60, 180, 300, 420),
    "breakRows": (True,),
    "repeatHeader": (True,),
    "breakTable": ("row", "label"),
    "reviewSplit": (True,),
    "landscape": (True,),
    "rotated": ("sideways", "upright"),
    "contents": ("preamble", "list"),
    "numbering": ("two", "lost", "wrong", "repeated"),
    "wording": (True,),
    "heading": ("space", "dot", "hash", "apart", "cut"),
    "lostProblems": (True,),
    "prompt": (True,),
    "sevenParts": (True,),
    "subheadings": ("(一)", "1.", "1、", "一是"),
    "narrative": ("contradiction",),
    "labels": ("misprint", "spaces", "short", "definitions", "punctuation"),
    "groups": ("split",),
    "radicals": ("kangxi", "compatibility"),
    "normative": (True,),
    "yearInHeader": (True,),
    "lostHeaderLine": (True,),
    "extraRow": ("documents", "invented"),
    "extraColumn": (True,),
    "missingRow": ("denied.administrativeInquiry", "rejected.reconfirmation", "coercion", "fees", "carriedOver"),
    "missingColumn": ("research", "legalService", "publicWelfare"),
    "missingSection": (1, 2, 3, 4, 5, 6),
    "missingTable": ("article20", "applications", "reviewAndLitigation"),
    "illegible": ("article20", "applications", "reviewAndLitigation"),
    "form": ("mixed", "stale"),
    "mutated": ("one", "two", "review"),
    "layer": ("invisible", "invisibleWrong", "doubled", "outside", "clipped", "white", "noToUnicode", "wrongToUnicode", "digitsLeftOut", "privateUse", "scan"),
    "order": ("columns", "shuffled"),
}

# Fonts and sizes are not faults: they vary in every report.
COSMETIC = ("valign", "align", "pageNumbers", "vertical", "headers", "severalTables", "wording", "subheadings", "spacer", "breakRows",
            "repeatHeader")
VALUE = ("zeros", "blankTotals", "numbers", "change", "amount", "remark")
FLAT = (*VALUE, "headers", "contents", "numbering", "wording", "heading", "lostProblems", "prompt", "subheadings", "narrative", "labels",
        "groups", "radicals", "normative", "yearInHeader", "lostHeaderLine", "extraRow", "extraColumn", "missingRow", "missingColumn",
        "missingSection", "missingTable", "illegible", "sevenParts", "form", "mutated", "severalTables", "breakTable")
SELDOM = ("layer", "rotated", "order", "illegible")  # thrown by the set, not by chance
LIKELY = {"zeros": 4, "labels": 3, "numbers": 2, "rules": 2, "mutated": 3, "heading": 2, "form": 2}  # others 1


def settle(style: Style) -> Style:
    """Takes back what would contradict something else in the same style."""
    if style.missingSection:
        table = {2: "article20", 3: "applications", 4: "reviewAndLitigation"}.get(style.missingSection)
        style = replace(style, missingTable="", lostProblems=False, numbering="plain" if style.numbering in ("wrong", "repeated") else style.numbering,
                        missingRow="" if table else style.missingRow, missingColumn="" if table == "applications" else style.missingColumn)
    if style.missingTable or style.missingSection in (3, 4) or style.missingRow or style.missingColumn or style.blankTotals or style.layer:
        style = replace(style, mutated="")
    if style.missingTable or style.missingSection == 3:
        style = replace(style, missingRow="", missingColumn="", breakTable="")
    if style.missingTable == "applications" or style.missingSection == 3 or style.illegible == "applications":
        style = replace(style, narrative="plain")  # there is nothing to contradict
    if style.zeros != "0":
        style = replace(style, mutated="" if style.mutated == "two" else style.mutated)
    if style.lostProblems:
        style = replace(style, subheadings="（一）")
    if style.rotated or style.layer in ("scan", "invisible", "invisibleWrong"):
        style = replace(style, stamp="")
    if style.missingColumn:
        style = replace(style, extraColumn=False)
    if style.illegible:
        style = replace(style, missingTable="", missingSection=0, missingRow="", missingColumn="", mutated="", breakTable="", reviewSplit=False)
    if style.narrowLabels and style.labels == "definitions":
        style = replace(style, labels="plain")
    if style.breakTable:  # one break is enough: what stands before it must fit on a page
        style = replace(style, size=min(style.size, 9), narrowLabels=False, landscape=False, spacer=0)
    if style.narrow:
        style = replace(style, size=min(style.size, 8))
    return style


def applicable(style: Style, template: str) -> Style:
    """Takes back what the printed form of article 20 has no place for."""
    if template == "2021":
        return replace(style, change="plain", amount="plain", lostHeaderLine=False)
    return replace(style, normative=False)


def vary(rng: random.Random, allowed: tuple[str, ...] | None = None, wanted: dict | None = None) -> Style:
    """A random style: every report varies in looks, and two or three other switches are thrown."""
    values: dict = {"font": rng.choice(FONTS), "size": rng.choice((7, 8, 9, 10.5, 12))}
    usable = [k for k in CHOICES if allowed is None or k in allowed]
    for name in usable:
        if name in COSMETIC and rng.random() < 0.25:
            values[name] = rng.choice(CHOICES[name])
    others = [k for k in usable if k not in COSMETIC and k not in SELDOM]
    for name in rng.choices(others, [LIKELY.get(k, 1) for k in others], k=rng.choice((1, 2, 2, 3))):
        values[name] = rng.choice(CHOICES[name])
    values.update(wanted or {})
    known = {f.name for f in fields(Style)}
    return settle(Style(**{k: v for k, v in values.items() if k in known}))
