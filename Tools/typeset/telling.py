"""A text in many wordings that tells what figures say, so that a report can be told wrongly: figures of the tables, others of the text."""

from __future__ import annotations

import random

from .figures import Figures
from .narrative import Narrative
from .style import Style

CHINESE = "零一二三四五六七八九十"
OPENINGS = (
    "{year}年，{self}坚持以公开促落实、强监管，主动回应群众关切，公开工作稳步推进。",
    "{year}年以来，在上级部门的指导下，{self}认真贯彻落实信息公开各项要求，持续提升公开水平。",
    "一年来，{self}严格执行《中华人民共和国政府信息公开条例》，不断完善工作机制。",
    "{year}年，{self}紧紧围绕群众关心的热点，细化公开目录，全年通过网站发布信息1136条，比上年增长12%。",
    "{self}高度重视信息公开工作，自2019年条例修订施行以来，逐年细化公开标准。",
    "根据年度工作要点，{self}扎实推进政务公开标准化，在全市考核中名列前茅。",
)
ACTIVE = (
    "全年在门户网站公开各类信息{n}条，其中政策解读{m}条，政务新媒体推送{n}条。",
    "按照公开目录及时更新机构职能、财政预决算、重大项目等栏目，共发布信息{n}条。",
    "聚焦财政、民生、重点领域，主动公开信息{n}条，发布解读材料{m}篇，召开新闻发布会{k}场。",
    "通过政府网站、公告栏、微信公众号等渠道公开信息，全年访问量{n}人次。",
)
MANAGEMENT = (
    "严格落实“三审三校”，对拟公开信息逐条进行保密审查，全年清理失效信息{m}条。",
    "健全公文公开属性源头认定机制，规范信息制作、保存和归档。",
    "定期开展信息管理自查，及时更新公开目录和指南，整改错敏信息{k}处。",
)
PLATFORM = (
    "加强门户网站和政务新媒体建设，优化检索功能，全年维护栏目{m}个。",
    "以网站为第一平台，同步用好公众号、政务公开专区和查阅点。",
    "完善公开平台功能，在政务服务大厅设立公开查阅区{k}处。",
)
SUPERVISION = (
    "将信息公开纳入年度考核，邀请群众代表开展社会评议，全年未发生责任追究情形；组织培训{k}次。",
    "落实专人负责，开展业务培训{k}期；工作考核、社会评议、责任追究各项制度执行到位。",
    "加强监督检查，定期通报，把工作考核结果与评先评优挂钩，完善社会评议，严格责任追究。",
)
PROBLEMS = (
    ("一是公开内容的深度不够；二是业务人员变动频繁，能力有待提升。", "一是细化公开事项清单；二是加强培训，提升业务水平。"),
    ("公开形式较为单一，群众参与度不高，部分信息更新不够及时。", "下一步将丰富公开形式，拓宽参与渠道，建立信息更新台账。"),
    ("依申请公开答复的规范性仍需加强，个别栏目内容偏少。", "2099年我们将规范答复流程，完善栏目建设，加大公开力度。"),
)
FEES = ("本年度未收取信息处理费。", "{year}年度未产生政府信息公开信息处理费。", "依申请公开工作中未收取信息处理费。", "本年度收取信息处理费0元。")


class Telling(Narrative):
    """`told` are the figures that the text tells."""

    def __init__(self, figures: Figures, style: Style, rng: random.Random, told: Figures | None = None):
        super().__init__(figures, style, rng)
        self.told = told or figures
        if figures.government:
            self.self_name = "本机关"  # 本级政府 may be another scope than the table's
        self.none_received = self.none_review = self.all_concluded = False
        self.stale = ""

    def _fill(self, text: str) -> str:
        rng = self.rng
        return text.format(year=self.figures.year, self=self.self_name, n=rng.randint(120, 4000), m=rng.randint(3, 90), k=rng.randint(1, 9))

    def count(self, row: str, column: str = "total", table: str = "applications") -> int:
        return int(self.told.cell(table, row, column))

    def group(self, prefix: str) -> int:
        return sum(int(cells["total"]) for row, cells in self.told.tables["applications"].items() if row.startswith(prefix))

    def number(self, n: int) -> str:
        """Mostly as digits, small ones at times in Chinese."""
        chinese, wide = self.rng.random() < 0.15, self.rng.random() < 0.05  # drawn always: another number must not change the wording
        if n <= 10 and chinese:
            return {2: "两"}.get(n, CHINESE[n])
        return str(n).translate(str.maketrans("0123456789", "０１２３４５６７８９")) if wide else str(n)

    def overview(self, numbered: bool = False) -> list[str]:
        rng, fill = self.rng, self._fill
        heads = (("主动公开情况", fill(rng.choice(ACTIVE)) + self.documents()), ("依申请公开情况", self.received()),
                 ("政府信息管理情况", fill(rng.choice(MANAGEMENT))), ("政府信息公开平台建设情况", fill(rng.choice(PLATFORM))),
                 ("监督保障情况", fill(rng.choice(SUPERVISION))))
        return [fill(rng.choice(OPENINGS)) + self.stale] + [self.sub(i, head, body) for i, (head, body) in enumerate(heads)]

    def documents(self) -> str:
        if self.figures.template != "2021" or self.rng.random() < 0.4 and self.told is self.figures:
            return ""
        made, repealed, force = (self.number(self.count("normativeDocuments", c, "article20")) for c in ("made", "repealed", "inForce"))
        return self.rng.choice((
            f"全年制发行政规范性文件{made}件，废止{repealed}件，现行有效{force}件。",
            f"本年度制定规范性文件{made}件，废止规范性文件{repealed}件，现行有效规范性文件{force}件。",
            f"{self.figures.year}年共制发规范性文件{made}件。截至年底现行有效的规范性文件共{force}件。",
        ))

    def received(self) -> str:
        rng, n = self.rng, self.number
        if self.none_received:
            return rng.choice((
                "本年度未收到政府信息公开申请。", f"{self.figures.year}年，{self.self_name}未收到依申请公开政府信息的申请。",
                "全年没有收到公民、法人或者其他组织提出的政府信息公开申请。", "本年度无依申请公开事项，未收到信息公开申请。",
                "全年收到政府信息公开申请0件。", "本年度共收到政府信息公开申请零件。",
            ))
        new, carried, total, forward = (self.count(r) for r in ("newReceived", "carriedOver", "total", "carriedForward"))
        if not new and not carried:
            return rng.choice(("全年未收到政府信息公开申请。", "本年度收到依申请公开0件。", f"{self.figures.year}年度未接到政府信息公开申请。"))
        if self.all_concluded:
            return rng.choice((
                f"全年共收到政府信息公开申请{n(new)}件，均已按时办结。", f"新收政府信息公开申请{n(new)}件，全部办结。",
                f"收到信息公开申请{n(new)}件，全部按期办结答复。", f"共受理政府信息公开申请{n(new)}件，已全部办结。",
            ))
        before = rng.choice((f"，上年结转{n(carried)}件", f"，{self.figures.year - 1}年结转{n(carried)}件", f"（另有上年度结转{n(carried)}件）")) if carried else ""
        after = rng.choice((f"，结转下年度继续办理{n(forward)}件", f"，结转下年{n(forward)}件", f"，结转至{self.figures.year + 1}年{n(forward)}件")) if forward else ""
        parts = "、".join(f"{name}{n(count)}件" for name, count in (
            ("予以公开", self.count("granted")), ("部分公开", self.count("partiallyGranted")), ("不予公开", self.group("denied.")),
            ("无法提供", self.group("unavailable.")), ("不予处理", self.group("rejected."))))
        return rng.choice((
            f"全年新收政府信息公开申请{n(new)}件{before}，办结{n(total)}件{after}。",
            f"{self.figures.year}年共收到政府信息公开申请{n(new)}件{before}。共办结{n(total)}件{after}。",
            f"本年度收到依申请公开{n(new)}件{before}，已办结{n(total)}件，其中{parts}{after}。",
            f"共收到各类政府信息公开申请{n(new)}件{before}；从答复情况看，{parts}{after}。",
            f"全年受理政府信息公开申请共计{n(new)}件{before}，办结{n(total)}件{after}。",
            f"收办政府信息公开申请{n(new + carried)}件，办理完毕{n(total)}件，其中，{parts}{after}。",
            f"接到公民、法人和其他组织提出的政府信息公开申请{n(new)}件{before}，全年办结{n(total)}件{after}。",
        ))

    def prompt(self, section: int) -> str:
        return super().prompt(section) if section != 4 else self.review()

    def review(self) -> str:
        rng, n = self.rng, self.number
        reviews = self.count("review", "total", "reviewAndLitigation")
        direct, after = (self.count(r, "total", "reviewAndLitigation") for r in ("litigationDirect", "litigationAfterReview"))
        if self.none_review or not reviews and not direct and not after:
            return rng.choice((
                "本年度未发生因政府信息公开引起的行政复议、行政诉讼。", "本年度没有因政府信息公开被申请行政复议或提起行政诉讼的情况。",
                f"{self.figures.year}年，{self.self_name}未发生政府信息公开行政复议、行政诉讼案件。", "全年无政府信息公开行政复议和行政诉讼。",
            ))
        return rng.choice((
            f"全年因政府信息公开被申请行政复议{n(reviews)}件，被提起行政诉讼{n(direct + after)}件。",
            f"本年度发生政府信息公开行政复议案件{n(reviews)}件、行政诉讼案件{n(direct + after)}件。",
            f"因政府信息公开工作引发的行政复议共{n(reviews)}起，行政诉讼共{n(direct + after)}起。",
        ))

    def problems(self) -> list[str]:
        faults, cures = self.rng.choice(PROBLEMS)
        cures = cures.replace("2099", str(self.figures.year + 1))
        return self.rng.choice(([f"（一）存在的主要问题。{faults}", f"（二）改进情况。{cures}"], [f"存在的问题：{faults}", f"改进措施：{cures}"],
                                [f"主要问题：{faults}改进情况：{cures}"]))

    def others(self) -> list[str]:
        return [self._fill(self.rng.choice(FEES)) + self.rng.choice(("", "无其他需要报告的事项。", "除以上外，没有其他需要报告的事项。"))]
