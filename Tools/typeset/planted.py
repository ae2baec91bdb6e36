"""One fault in a report that is clean otherwise: a function a rule, each of which says in which report the fault must be found."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from decimal import Decimal

from . import document, faults, form
from .figures import Figures, invent
from .model import Paragraph, Report
from .style import Style
from .telling import Telling
from .values import Printed, plain


@dataclass
class Case:
    """A clean report, and what is done to it."""

    rng: random.Random
    figures: Figures
    style: Style
    name: str
    seed: str
    told: Figures | None = None
    words: Telling | None = None
    change: object = None  # falsifies printed cells
    after: list = field(default_factory=list)  # edit the blocks
    others: list[Report] = field(default_factory=list)  # reports that come before, for rules that compare
    at: str = ""  # what the finding must name: a row, a column or a section; empty: the rule is enough

    def telling(self) -> Telling:
        if self.words is None:
            self.words = Telling(self.figures, self.style, self.rng, self.told)
        return self.words

    def report(self) -> Report:
        report = document.report(self.name, self.seed, self.style, self.figures, change=self.change, words=self.telling())
        for edit in self.after:
            edit(report.blocks)
        return report

    def put(self, table: str, row: str, column: str, text: str, value=None, state: str = "number") -> None:
        before, cell = self.change, Printed(text, state, value)

        def change(printed):
            if before:
                before(printed)
            printed[table][row][column] = cell

        self.change = change

    def put_number(self, table: str, row: str, column: str, value) -> None:
        self.put(table, row, column, plain(Decimal(value)), Decimal(value))


def clean(seed: str, i: int, form_year: str = "", scale: str = "", year: int = 0, body: Figures | None = None) -> Case:
    rng = random.Random(f"{seed}:{i}:{form_year}:{scale}:{year}")
    template = form_year or ("2019" if i % 4 == 3 else "2021")
    figures = invent(rng, template, year=year or None, scale=scale or rng.choice(("zero", "few", "small", "small", "medium", "large")))
    if body:
        figures.agency, figures.government, figures.rulemaking = body.agency, body.government, body.rulemaking
    possible(figures)
    style = Style(prompt=True, subheadings=rng.choice(("（一）", "(一)", "1.", "一是")), wording=rng.random() < 0.3, size=9,
                  contents=rng.choice(("", "", "preamble")), severalTables=rng.random() < 0.2)
    return Case(rng, figures, style, f"report-{i:04}-{year or figures.year}", seed)


def possible(figures: Figures) -> None:
    """Stocks that no year before contradicts, amounts with projects."""
    for row in ("regulations", "normativeDocuments"):
        cells = figures.tables["article20"][row]
        if "inForce" in cells:
            cells["inForce"] = max(cells["inForce"], cells["made"] - cells["repealed"])


# A function a rule: Case → None, or False where the report has nothing to falsify.
def _sums(rule: str, table: str = "applications"):
    def plant(c: Case) -> bool:
        found = {}

        def change(printed):
            places = [(r, k) for r, cells in printed[table].items() for k in cells if {
                "A001": r in ("newReceived", "carriedOver", "carriedForward"), "A002": r not in ("newReceived", "carriedOver", "carriedForward"),
                "A003": True, "A004": True}[rule]]
            row, column = c.rng.choice(places)
            value = printed[table][row][column].value
            false = faults._false_number(value, c.rng)
            printed[table][row][column] = Printed(plain(false), "number", false)
            found["at"] = row if rule in ("A003", "A004") else column

        c.change = change
        c.at = found  # filled once the report is made
        return True
    return plant


def a005(c):
    row = c.rng.choice(("licensing", "otherServices", "penalties", "coercion", "fees"))
    before = c.rng.randint(0, 40)
    c.put_number("article20", row, "previousYearItems", before)
    c.put_number("article20", row, "change", -before - c.rng.randint(1, 9))
    c.at = row


def a006(c):
    made, repealed = c.rng.randint(3, 40), c.rng.randint(0, 2)
    for column, value in (("made", made), ("repealed", repealed), ("inForce", c.rng.randint(0, made - repealed - 1))):
        c.put_number("article20", "normativeDocuments", column, value)
        c.figures.tables["article20"]["normativeDocuments"][column] = Decimal(value)
    c.at = "normativeDocuments"


def a007(c):
    new = c.rng.randint(2, 60)
    c.put_number("article20", "normativeDocuments", "newlyDisclosed", new)
    c.put_number("article20", "normativeDocuments", "totalDisclosed", new - c.rng.randint(1, new))
    c.at = "normativeDocuments"


def a008(c):
    projects = c.rng.randint(1, 9) if c.rng.random() < 0.5 else 0
    c.put_number("article20", "procurement", "projects", projects)
    c.put_number("article20", "procurement", "amount", 0 if projects else c.rng.randint(1, 900000))


def _is_heading(block) -> bool:
    return isinstance(block, Paragraph) and block.role == "heading"


def _sections(blocks: list) -> list[tuple[int, int]]:
    starts = [i for i, b in enumerate(blocks) if _is_heading(b)]
    end = next((i for i, b in enumerate(blocks) if isinstance(b, Paragraph) and b.role == "signature"), len(blocks))
    return list(zip(starts, [*starts[1:], end]))


def _missing_section(c):
    n = c.rng.choice((1, 2, 3, 4, 5, 6))
    c.style = replace(c.style, missingSection=n)
    c.at = form.SECTIONS[n - 1][0]


def s002(c):
    def swap(blocks):
        (a, b), (d, e) = c.rng.choice(list(zip(_sections(blocks), _sections(blocks)[1:])))
        blocks[a:e] = blocks[d:e] + blocks[a:b]

    if c.rng.random() < 0.5:
        c.after.append(swap)
    else:
        c.style = replace(c.style, numbering=c.rng.choice(("wrong", "repeated")))


def _style(**choices):
    def plant(c):
        for name, values in choices.items():
            c.style = replace(c.style, **{name: c.rng.choice(values)})
    return plant


def s005(c):
    old = c.rng.random() < 0.5
    body = c.figures
    c.figures = invent(c.rng, "2019" if old else "2021", year=c.rng.choice((2021, 2022, 2023)) if old else 2020, scale="small")
    c.figures.agency, c.figures.government = body.agency, body.government
    possible(c.figures)


def s006(c):
    drop = c.rng.randint(0, 4)
    telling, original = c.telling(), c.telling().overview

    def overview(numbered=False):
        lines = original(numbered)
        return [f"{c.figures.year}年，{telling.self_name}认真履行职责，各项工作有序开展。"] + [l for i, l in enumerate(lines[1:]) if i != drop]

    telling.overview = overview


def s007(c):
    if not c.figures.government:
        c.figures.agency, c.figures.government = "云岭县人民政府", True
    telling, original = c.telling(), c.telling().overview
    telling.overview = lambda numbered=False: [
        *original(numbered)[:-1], telling.sub(4, "监督保障情况", c.rng.choice(("落实专人负责，加强业务培训，定期开展监督检查。", "健全领导机制，明确责任分工，组织学习培训4次。")))]


def s008(c):
    text = c.rng.choice(("无。", "无", "暂无。", "公开内容的时效性有待增强，部分栏目更新较慢。", "存在的主要问题：业务人员能力不足，公开形式偏单一。",
                         "主要问题是工作人员对条例的理解不够深入，信息更新不及时。", "没有。"))
    c.telling().problems = lambda: [text]


def s009(c):
    text = c.rng.choice(("无其他需要报告的事项。", "没有其他需要报告的事项。", "本年度没有其他需要报告的事项。", "无。"))
    c.telling().others = lambda: [text]


def _add_sentence(texts: tuple[str, ...]):
    def plant(c):
        c.telling().stale = c.rng.choice(texts).format(year=c.figures.year, before=c.figures.year - c.rng.choice((1, 1, 2)), n=c.rng.randint(2, 900))
    return plant


def s013(c):
    n = c.rng.choice(("overview", "problems", "others"))
    setattr(c.telling(), n, lambda *a: [])
    c.at = n


def v001(c):
    # Zero cells: nothing else follows from them.
    table = c.rng.choice(("applications", "reviewAndLitigation"))
    zeros = [(r, k) for r, cells in c.figures.tables[table].items() for k, v in cells.items() if v == 0]
    if not zeros:
        return False
    text = c.rng.choice(("", "", "/", "-", "—", "无"))
    for row, column in c.rng.sample(zeros, c.rng.randint(1, len(zeros))):
        c.put(table, row, column, text, None, "placeholder" if text else "blank")


def v002(c):
    row = c.rng.choice(("licensing", "penalties", "coercion"))
    c.put("article20", row, "decisions", c.rng.choice(("-3", "2.5", "-12", "0.8", "见附件", "未统计", "详见网站")), None, "text")
    c.at = row


def v003(c):
    row = c.rng.choice(("licensing", "penalties", "coercion"))
    c.put("article20", row, "decisions", f"{c.rng.randint(1, 900)}{c.rng.choice(('件', '项', '宗'))}", None, "number")
    c.at = row


def v004(c):
    level = 20_000_000 if c.figures.agency.endswith("市人民政府") else 3_000_000
    c.put_number("article20", "fees", "amount", c.rng.randint(level, level * 20))


def v005(c):
    if c.figures.rulemaking:
        return False
    c.put_number("article20", "regulations", "made", c.rng.randint(1, 3))
    c.put_number("article20", "regulations", "inForce", c.rng.randint(3, 9))


def v006(c):
    cells = [(r, k) for r, cells in c.figures.tables["applications"].items() for k, v in cells.items() if v != 0 and k != "total" and r != "total"]
    if not cells:
        return False
    c.put("applications", *c.rng.choice(cells), "", None, "blank")


TOLD = {"applications": "received", "article20": "documents", "reviewAndLitigation": "review"}


def _tell(*places):
    """The text tells another number than the table has; False where its wording does not tell that number."""
    def plant(c):
        c.told = c.figures.copy()
        table, row, column = c.rng.choice(places)
        if table != "article20" and c.figures.cell(table, row, "total") == 0:
            return False
        value = c.told.tables[table][row][column]
        if not value:
            return False
        new, carried = (c.figures.cell("applications", r, "total") for r in ("newReceived", "carriedOver"))
        while True:
            false = faults._false_number(value, c.rng)
            if false and (row != "newReceived" or false not in (new, new + carried, new - carried)):
                break
        part = TOLD[table]
        state = c.rng.getstate()
        right = getattr(Telling(c.figures, c.style, c.rng, c.figures.copy()), part)()
        c.rng.setstate(state)
        c.told.tables[table][row][column] = false
        words = getattr(Telling(c.figures, c.style, c.rng, c.told), part)()
        if row == "carriedOver" and "收办" in words:
            return False  # its number is of both rows: a fault of another rule
        setattr(c.telling(), part, lambda: words)
        return words != right
    return plant


def n002(c):
    if c.rng.random() < 0.5:
        if not c.figures.cell("applications", "newReceived", "total"):
            return False
        c.telling().none_received = True
    else:
        if not sum(c.figures.cell("reviewAndLitigation", r, "total") for r in ("review", "litigationDirect", "litigationAfterReview")):
            return False
        c.telling().none_review = True


def n004(c):
    if not c.figures.cell("applications", "carriedForward", "total") or not c.figures.cell("applications", "newReceived", "total"):
        return False
    c.telling().all_concluded = True


def y002(c):
    year = c.figures.year
    text = c.rng.choice((f"所列数据的统计期限自{year - 1}年1月1日起至{year - 1}年12月31日止。", f"本报告统计期限为{year}年1月1日至{year}年11月30日。",
                         f"报告中数据统计时间为{year}年2月1日至{year}年12月31日。", f"本报告所列数据的统计期限为{year}年1月1日至{year - 1}年12月31日。"))
    c.telling().preamble = lambda titles: ["根据《中华人民共和国政府信息公开条例》要求，编制本报告。" + text]


def y003(c):
    c.telling().preamble = lambda titles: ["根据《中华人民共和国政府信息公开条例》要求，编制本报告。"]


def y004(c):
    month = c.rng.randint(4, 6) if c.figures.government else c.rng.randint(2, 5)
    c.telling().signature = lambda: [c.figures.agency, f"{c.figures.year + 1}年{month}月{c.rng.randint(1, 28)}日"]


def y005(c):
    c.telling().signature = lambda: [c.figures.agency, f"{c.figures.year}年{c.rng.randint(9, 12)}月{c.rng.randint(1, 28)}日"]


@dataclass(frozen=True)
class Fault:
    rule: str
    severity: str
    plant: object
    forms: str = ""  # only in this form
    scale: str = ""


_STALE = ("{before}年，本机关认真落实各项要求，主动公开信息{n}条。", "{before}年，我局共收到群众来信{n}件，全部答复。", "{before}年，全年累计发布信息{n}条。")
_RESIDUE = ("（文字描述）", "××局全年公开信息{n}条。", "全年公开信息____条。", "XX局认真落实条例要求。", "（该部分以表格形式报告）")
_REVIEWS = tuple(("reviewAndLitigation", r, "total") for r in ("review", "litigationDirect"))
FAULTS = (
    Fault("A001", "error", _sums("A001")), Fault("A002", "error", _sums("A002")), Fault("A003", "error", _sums("A003")),
    Fault("A004", "error", _sums("A004", "reviewAndLitigation")), Fault("A005", "error", a005, "2019"), Fault("A006", "warning", a006, "2021"),
    Fault("A007", "warning", a007, "2019"), Fault("A008", "warning", a008, "2019"),
    Fault("S001", "error", _missing_section), Fault("S002", "warning", s002),
    Fault("S003", "error", _style(missingTable=("article20", "applications", "reviewAndLitigation"))),
    Fault("S004", "error", _style(missingRow=("denied.administrativeInquiry", "rejected.reconfirmation", "coercion", "fees", "carriedOver"))),
    Fault("S005", "error", s005), Fault("S006", "warning", s006, "2021"), Fault("S007", "warning", s007), Fault("S008", "warning", s008),
    Fault("S009", "warning", s009, "2021"), Fault("S010", "warning", _add_sentence(_RESIDUE)),
    Fault("S011", "info", _style(labels=("misprint",))), Fault("S012", "info", _style(extraRow=("documents", "invented"))),
    Fault("S013", "warning", s013),
    Fault("V001", "warning", v001), Fault("V002", "error", v002), Fault("V003", "info", v003), Fault("V004", "warning", v004, "2021", "small"),
    Fault("V005", "warning", v005), Fault("V006", "warning", v006, "", "medium"),
    Fault("N001", "warning", _tell(("applications", "newReceived", "total")), "", "medium"), Fault("N002", "error", n002, "", "medium"),
    Fault("N003", "warning", _tell(*(("applications", r, "total") for r in ("total", "carriedForward", "granted", "partiallyGranted", "carriedOver"))), "", "medium"),
    Fault("N004", "warning", n004, "", "medium"), Fault("N005", "warning", _tell(*_REVIEWS), "", "medium"),
    Fault("N006", "warning", _tell(*(("article20", "normativeDocuments", k) for k in ("made", "inForce"))), "2021", "medium"),
    Fault("Y001", "warning", _add_sentence(_STALE)), Fault("Y002", "error", y002), Fault("Y003", "info", y003),
    Fault("Y004", "warning", y004), Fault("Y005", "warning", y005),
)
