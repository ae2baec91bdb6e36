"""The six sections in words, in several wordings, agreeing with the figures."""

from __future__ import annotations

import random
from decimal import Decimal

from .figures import Figures
from .style import Style

NUMERALS = "一二三四五六七八九"


class Narrative:
    """Writes the text of one report; the same seed writes the same."""

    def __init__(self, figures: Figures, style: Style, rng: random.Random):
        self.figures, self.style, self.rng = figures, style, rng
        self.self_name = "本级政府" if figures.government else rng.choice(("本机关", "本局", "我局"))

    def total(self, row: str) -> Decimal:
        return self.figures.cell("applications", row, "total")

    def title(self) -> str:
        return f"{self.figures.agency}{self.figures.year}年政府信息公开工作年度报告"

    def preamble(self, titles: list[str] | None) -> list[str]:
        year = self.figures.year
        period = self.rng.choice((
            f"所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。",
            f"报告中数据统计时间为{year}年1月1日至{year}年12月31日。",
            f"本报告统计的起止时间为{year}年1月1日—12月31日。",
        ))
        law = self.rng.choice(("根据《中华人民共和国政府信息公开条例》要求，编制本报告。",
                               "依据《中华人民共和国政府信息公开条例》第四十九条、第五十条规定，现公布本年度报告。"))
        parts = f"全文包括{'、'.join(titles)}等六个部分。" if titles else ""
        contact = self.rng.choice(("", f"如有疑问，请与{self.figures.agency}办公室联系（电话：0000-{self.rng.randint(1000000, 9999999)}）。"))
        return [law + parts + period + contact]

    def sub(self, n: int, head: str, body: str) -> str:
        marks = {"（一）": f"（{NUMERALS[n]}）", "(一)": f"({NUMERALS[n]})", "1.": f"{n + 1}.", "1、": f"{n + 1}、", "一是": f"{NUMERALS[n]}是"}
        return f"{marks[self.style.subheadings]}{head}{'，' if self.style.subheadings == '一是' else '。'}{body}"

    def overview(self, numbered: bool = False) -> list[str]:
        """A sentence and five topics; `numbered` ones are heading and text by turns, numbered like sections."""
        f, rng = self.figures, self.rng
        lines = [rng.choice((
            f"{f.year}年，{self.self_name}坚持公开为常态、不公开为例外，围绕中心任务推进政务公开，各项工作平稳有序。",
            f"{f.year}年，{self.self_name}把信息公开作为服务群众的重要抓手，细化责任分工，工作取得新进展。",
        ))]
        topics = [
            ("主动公开", rng.choice(("通过门户网站和办事窗口及时发布政策文件、财政资金和民生事项等信息，并同步做好解读。",
                                  "对照公开目录逐项梳理，应当公开的内容均已在法定时限内发布。"))),
            ("依申请公开", self.received()),
            ("政府信息管理", rng.choice(("落实公文公开属性源头认定，定期清理失效内容。", "健全信息发布前的审查制度，做到先审后发、全程留痕。"))),
            ("政府信息公开平台建设", rng.choice(("优化网站专栏布局，完善检索功能，做好政务新媒体日常维护。", "推进线上线下公开平台融合，在服务大厅设立查阅点。"))),
            ("监督保障", rng.choice(("明确专人负责，组织业务培训，将信息公开纳入年度工作考核，开展社会评议，全年未发生需要责任追究的情形。",
                                   "完善工作考核、社会评议和责任追究制度，定期通报并督促整改。"))),
        ]
        if numbered:
            return lines + [t for i, (head, body) in enumerate(topics) for t in (f"{NUMERALS[i]}、{head}", body)]
        return lines + [self.sub(i, head, body) for i, (head, body) in enumerate(topics)]

    def received(self) -> str:
        if self.style.narrative == "contradiction":
            return "全年未收到政府信息公开申请。"
        new, carried, total, forward = (self.total(r) for r in ("newReceived", "carriedOver", "total", "carriedForward"))
        if new == 0 and carried == 0:
            return self.rng.choice(("全年未收到政府信息公开申请。", "本年度没有收到公民、法人和其他组织提出的信息公开申请。"))
        tail = f"，结转下年度继续办理{forward}件" if forward else ""
        before = f"，上年结转{carried}件" if carried else ""
        return self.rng.choice((
            f"全年新收政府信息公开申请{new}件{before}，已办结{total}件{tail}。",
            f"共收到政府信息公开申请{new}件{before}，办结{total}件，其中予以公开{self.total('granted')}件、"
            f"部分公开{self.total('partiallyGranted')}件{tail}。",
        ))

    def prompt(self, section: int) -> str:
        return {2: "本年度主动公开政府信息的具体数据见下表。", 3: "收到和处理申请的具体情况如下表所示（单位：件）。",
                4: "因政府信息公开引起的行政复议、行政诉讼情况如下。"}[section]

    def absent(self, section: int) -> str:
        return {2: "相关数据已在门户网站另行公布。", 3: "相关数据已在门户网站另行公布。",
                4: "本年度未发生因政府信息公开引起的行政复议和行政诉讼。"}[section]

    def problems(self) -> list[str]:
        rng = self.rng
        faults = rng.choice(("公开内容的时效性有待增强，部分栏目更新较慢；政策解读的形式偏单一。",
                             "工作人员业务水平不够均衡，答复文书的规范性还需提高。",
                             "公开的主动意识仍需加强，群众关心的信息供给还不够充分。"))
        cures = rng.choice(("建立栏目更新台账，按季度自查；更多采用图解、问答等方式解读政策。",
                            "加强培训和案例研讨，规范答复文书模板，提高办理质量。",
                            "压实主体责任，围绕群众需求动态调整公开重点，提升公开实效。"))
        if self.style.lostProblems or rng.random() < 0.4:
            return [f"（一）主要问题。{faults}", f"（二）改进情况。{cures}"]
        return [f"存在的主要问题：{faults}", f"改进情况：{cures}"]

    def others(self) -> list[str]:
        fee = self.rng.choice(("本年度未收取政府信息公开信息处理费。", f"{self.figures.year}年收取信息处理费0元。"))
        return [fee + self.rng.choice(("除此之外，没有其他需要报告的事项。", "无其他需要报告的事项。"))]

    def signature(self) -> list[str]:
        month, last = (self.rng.choice((1, 2, 3)), 25) if self.figures.government else (1, 29)
        return [self.figures.agency, f"{self.figures.year + 1}年{month}月{self.rng.randint(5, last)}日"]

