"""Reports of one body on several years: consistent ones, and ones with a fault that only comparing them shows."""

from __future__ import annotations

import sys
from decimal import Decimal
from pathlib import Path

from . import flatten, planted
from .model import Report

YEARS = (2021, 2022, 2023)


def years(seed: str, i: int, numbers: tuple[int, ...] = YEARS, form: str = "2021", scale: str = "small", link: bool = True) -> list[planted.Case]:
    """A case a year, each of which follows from the one before."""
    cases = []
    for year in numbers:
        case = planted.clean(f"{seed}:{year}", i, form, scale, year, cases[0].figures if cases else None)
        case.name = f"report-{i:04}-{year}"
        if cases and link:
            follow(cases[-1].figures, case.figures)
        cases.append(case)
    return cases


def follow(before, now) -> None:
    """Takes over what one year hands to the next."""
    was, rows = before.tables["applications"], now.tables["applications"]
    for column in [c for c in rows["total"] if c != "total"]:
        carried = was["carriedForward"][column]
        rows["carriedOver"][column] = carried
        lack = rows["total"][column] + rows["carriedForward"][column] - carried
        if lack < 0:  # more was carried than concluded: the rest is carried on
            rows["carriedForward"][column] -= lack
            lack = Decimal(0)
        rows["newReceived"][column] = lack
    for cells in rows.values():
        cells["total"] = sum(v for c, v in cells.items() if c != "total")
    old, new = before.tables["article20"], now.tables["article20"]
    for row in ("regulations", "normativeDocuments"):
        if "inForce" in new[row]:
            new[row]["repealed"] = min(new[row]["repealed"], old[row]["inForce"] + new[row]["made"])
            new[row]["inForce"] = old[row]["inForce"] + new[row]["made"] - new[row]["repealed"]
    for row, cells in new.items():
        if "change" in cells:
            cells["previousYearItems"] = old[row]["previousYearItems"] + old[row]["change"]
            cells["change"] = max(cells["change"], -cells["previousYearItems"])


def clean_years(seed: str, i: int) -> list[Report]:
    form = "2019" if i % 4 == 3 else "2021"
    numbers = (2019, 2020) if form == "2019" else (2021 + i % 3, 2022 + i % 3, 2023 + i % 3)
    scale = ("zero", "few", "small", "small", "medium", "large")[i % 6]
    return [c.report() for c in years(seed, i, numbers, form, scale)]


def c001(seed, i):
    cases = years(seed, i, scale="medium")
    column = cases[1].rng.choice([c for c in cases[1].figures.tables["applications"]["total"] if c != "total"])
    rows = cases[1].figures.tables["applications"]
    more = cases[1].rng.randint(1, 9)
    for row in ("carriedOver", "carriedForward"):  # both sides of the note, so that the sums hold
        rows[row][column] += more
        rows[row]["total"] += more
    follow(cases[1].figures, cases[2].figures)
    return [c.report() for c in cases], 1


def c002(seed, i):
    cases = years(seed, i)
    cells = cases[2].figures.tables["article20"]["normativeDocuments"]
    cells["inForce"] += cases[2].rng.randint(1, 9)
    return [c.report() for c in cases], 2


def c003(seed, i):
    cases = years(seed, i, (2019, 2020), "2019")
    row = cases[1].rng.choice(("licensing", "otherServices", "penalties", "coercion", "fees"))
    cases[1].figures.tables["article20"][row]["previousYearItems"] += cases[1].rng.randint(1, 9)
    return [c.report() for c in cases], 1


def _copied(before: Report, now: Report) -> None:
    """The text of one report in another; its tables stay."""
    texts = iter([b for b in before.blocks if getattr(b, "role", "") == "text"])
    old, new = str(before.figures.year), str(now.figures.year)
    kept = [b for b in now.blocks if getattr(b, "role", "") == "text"]
    for block, source in zip(kept, texts):
        block.text = source.text.replace(old, new).replace(before.figures.agency, now.figures.agency)


LONG = ("健全信息公开工作机制，明确分管领导和责任科室，逐级压实责任，做到年初有部署、年中有检查、年末有总结。", "围绕重点领域，及时公开财政资金使用、重大项目进展、民生实事办理等内容，"
        "并采用图解、问答、短视频等形式解读政策文件。", "畅通受理渠道，规范登记、审查、办理、答复、归档各环节，加强与申请人的沟通，提高答复质量和时效。",
        "对照目录逐项核对历史信息，补齐缺漏，纠正错链断链，确保栏目内容完整准确。", "组织全体工作人员学习条例及配套规定，结合典型案例开展研讨，提升依法公开的意识和能力。",
        "邀请人大代表、政协委员和群众代表走进机关，介绍工作流程，听取意见建议并逐条反馈。", "在便民服务大厅设置公开专区，配备查阅设备和引导人员，方便群众查阅、打印各类政府信息。",
        "建立信息发布台账，定期统计分析公开情况，对更新不及时的栏目予以提醒督办。")


def long(cases) -> None:
    """Texts long enough to be compared; each year and body words them in its own order and with its own parts."""
    for case in cases:
        telling, original = case.telling(), case.telling().overview
        telling.overview = lambda numbered=False, o=original, c=case: [*o(numbered), *c.rng.sample(LONG, len(LONG))]


def c004(seed, i):
    cases = years(seed, i)
    long(cases)
    reports = [c.report() for c in cases]
    _copied(reports[0], reports[1])
    return reports, 1


def c005(seed, i):
    cases = years(seed, i, scale="medium")
    cases[2].figures.tables = cases[1].figures.copy().tables
    return [c.report() for c in cases], 2


def c006(seed, i):
    mine, theirs = years(seed, i, (2022,)), years(seed + "b", i, (2022,))
    theirs[0].figures.agency = "北原县档案馆"
    long(mine)
    long(theirs)
    reports = [theirs[0].report(), mine[0].report()]
    _copied(*reports)
    return reports, 1


def c007(seed, i):
    return [c.report() for c in years(seed, i, (2022,)) + years(seed, i, (2022,))], 1


def c008(seed, i):
    return [c.report() for c in years(seed, i, (2021, 2023), link=False)], 1


FAULTS = (("C001", "error", c001), ("C002", "warning", c002), ("C003", "warning", c003), ("C004", "warning", c004), ("C005", "warning", c005),
          ("C006", "warning", c006), ("C007", "info", c007), ("C008", "info", c008))


def measure(options, folder: Path, seed: str, rule: str, plant, audit) -> tuple[int, int, list[str]]:
    count = max(1, options.count // 2)
    missed = []
    for i in range(count):
        reports, at = plant(f"{seed}:{rule}", i)
        place = folder / f"{i:03}"
        place.mkdir(parents=True, exist_ok=True)
        for n, report in enumerate(reports):
            flatten.write(flatten.form("tsv", report), place / f"{n}.txt", "utf8")
        if not any(f["rule"] == rule for f in audit(options.tool, place)[f"{at}.txt"]):
            missed.append(f"{i:03}")
    return count, count - len(missed), missed
