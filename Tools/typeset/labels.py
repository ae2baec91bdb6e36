"""The form's labels as a style prints them: misprinted, shortened, spaced out, with other punctuation or other characters."""

from __future__ import annotations

import random
import re
import unicodedata

from .style import Style

MISPRINTS = {
    "2.其他法律行政法规禁止公开": "2.其他法律行政止公开",
    "5.属于三类内部事务信息": "5.属于三类内部事物信息",
    "1.信访举报投诉类申请": "1.信访举报投诉申请",
    "2.重复申请": "2.重覆申请",
    "4.保护第三方合法权益": "4.保护第三方合法利益",
    "5.要求行政机关确认或重新出具已获取信息": "5.要求行政机关确认或重新出具以获取信息",
    "2.没有现成信息需要另行制作": "2.没有现成信息需另行制做",
    "一、本年新收政府信息公开申请数量": "一、本年新收政府信息公开申请数",
    "四、结转下年度继续办理": "四、结转下年度继续办",
    "其他对外管理服务事项": "其它对外管理服务事项",
    "行政事业性收费": "行政事业收费",
    "3.危及“三安全一稳定”": "3.危急“三安全一稳定”",
}
SPACED = {
    "4.无正当理由大量反复申请": "4.无正当理由大量反复 申请",
    "三、本年度办理结果": "三 、本 年 度办理结果",
    "（七）总计": "（七） 总 计",
    "总计": "总 计",
    "规章": "规 章",
    "1.属于国家秘密": "1. 属于国家秘密",
    "（一）予以公开": "（一） 予以公开",
    "一、本年新收政府信息公开申请数量": "一、 本年新收政府信息公开 申请数量",
    "行政许可": "行 政 许 可",
    "结果维持": "结果 维持",
}
SHORT = {
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请": "1.逾期不补正",
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请": "2.逾期未缴费",
    "（六）其他处理": "（六）其他",
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）": "（二）部分公开",
    "一、本年新收政府信息公开申请数量": "一、本年新收申请数量",
    "二、上年结转政府信息公开申请数量": "二、上年结转申请数量",
    "5.要求行政机关确认或重新出具已获取信息": "5.要求确认或重新出具已获取信息",
    "本年收费金额（单位：万元）": "收费金额（万元）",
    "3.补正后申请内容仍不明确": "3.补正后仍不明确",
}
DEFINITIONS = {
    "1.本机关不掌握相关政府信息": "1.本机关不掌握相关政府信息（经检索未查到，或者不由本机关制作、保存）",
    "6.属于四类过程性信息": "6.属于四类过程性信息（讨论记录、过程稿、磋商信函、请示报告）",
    "5.属于三类内部事务信息": "5.属于三类内部事务信息（人事管理、后勤管理、内部工作流程）",
    "3.危及“三安全一稳定”": "3.危及“三安全一稳定”（国家安全、公共安全、经济安全、社会稳定）",
    "4.无正当理由大量反复申请": "4.无正当理由大量反复申请（数量、频次明显超过合理范围）",
    "（一）予以公开": "（一）予以公开（含已主动公开并告知获取途径的）",
    "规章": "规章（由有立法权的人民政府制定）",
}


def printer(style: Style, rng: random.Random, year: int):
    """A function label → label as this report prints it; the same label comes out the same everywhere."""
    misprinted = set(rng.sample(sorted(MISPRINTS), 3))
    marks = rng.choice((('"', '"'), ("「", "」"), ("‘", "’"), ("”", "“")))
    comma = rng.choice(("，", ",", "､"))
    point = rng.choice(("、", "．", " . "))

    def one(label: str) -> str:
        if style.yearInHeader:
            label = label.replace("本年制发", f"本年({year})制发").replace("本年新制作", f"本年({year})新制作")
        if style.lostHeaderLine and label in ("本年新制作数量", "本年新公开数量"):
            return "本年新"
        if style.normative and label == "行政规范性文件":
            label = "规范性文件"
        if style.labels == "misprint" and label in misprinted:
            return MISPRINTS[label]
        if style.labels == "spaces":
            return SPACED.get(label, label)
        if style.labels == "short":
            return SHORT.get(label, label)
        if style.labels == "definitions":
            return DEFINITIONS.get(label, label)
        if style.labels == "punctuation":
            label = label.replace("“", marks[0]).replace("”", marks[1])
            label = re.sub(r"^(\d)\.", rf"\g<1>{point}", label)
            label = re.sub(r"^第二十条第（(.)）项$", r"第二十条(\1)项", label)
            label = re.sub(r"^（(.)）", r"(\1)", label)
            return label if re.match("[一二三四]、", label) else label.replace("、", comma)
        return label

    return one


def columns(label: str, style: Style) -> str:
    """A header over a narrow column."""
    if style.headers == "spaced":
        return " ".join(label.replace(" ", ""))
    if style.headers == "stacked":
        return "\n".join(label.replace(" ", ""))
    return label


def group(label: str, style: Style) -> str:
    """（三）不予公开, whole or cut in two lines."""
    return f"{label[:4]}\n{label[4:]}" if style.groups == "split" and len(label) > 5 else label


KANGXI = {unicodedata.normalize("NFKC", chr(c)): chr(c) for c in range(0x2F00, 0x2FD6)}
KANGXI.update({"民": "⺠", "长": "⻓", "门": "⻔", "见": "⻅", "页": "⻚", "车": "⻋", "风": "⻛", "食": "⻝", "马": "⻢"})
COMPATIBILITY = {}
for _c in (*range(0xF900, 0xFA2E), *range(0xFA30, 0xFA6E)):
    _base = unicodedata.normalize("NFC", chr(_c))
    if len(_base) == 1 and ord(_base) < 0x10000:
        COMPATIBILITY.setdefault(_base, chr(_c))


def radicals(text: str, style: Style) -> str:
    table = {"kangxi": KANGXI, "compatibility": COMPATIBILITY}.get(style.radicals)
    return "".join(table.get(ch, ch) for ch in text) if table else text
