"""The statutory forms: ids and printed labels of the three tables in both templates, and the titles of the six sections."""

from __future__ import annotations

from dataclasses import dataclass

SECTIONS = [
    ("overview", "总体情况"),
    ("proactiveDisclosure", "主动公开政府信息情况"),
    ("applications", "收到和处理政府信息公开申请情况"),
    ("reviewAndLitigation", "政府信息公开行政复议、行政诉讼情况"),
    ("problems", "存在的主要问题及改进情况"),
    ("others", "其他需要报告的事项"),
]

SECTION_WORDINGS = {
    1: ["总体情况", "工作基本情况", "总体概述"],
    2: ["主动公开政府信息情况", "行政机关主动公开政府信息情况", "主动公开政务信息情况"],
    3: ["收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请的情况", "收到和处理政府信息公开申请情况统计表"],
    4: ["政府信息公开行政复议、行政诉讼情况", "因政府信息公开工作被申请行政复议、提起行政诉讼情况"],
    5: ["存在的主要问题及改进情况", "政府信息公开工作存在的主要问题及改进情况", "存在问题及改进情况",
        "存在的主要问题及改进措施", "存在的主要问题及整改措施", "存在的主要问题及改进思路"],
    6: ["其他需要报告的事项", "其它需要报告事项", "其它需要报告的事项"],
}


@dataclass(frozen=True)
class Item:
    """One 项 of article 20: its band, its columns and its rows."""

    band: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, str], ...]


_MADE_2019 = (("made", "本年新制作数量"), ("newlyDisclosed", "本年新公开数量"), ("totalDisclosed", "对外公开总数量"))
_ITEMS_2019 = (("previousYearItems", "上一年项目数量"), ("change", "本年增/减"), ("decisions", "处理决定数量"))
_MADE_2021 = (("made", "本年制发件数"), ("repealed", "本年废止件数"), ("inForce", "现行有效件数"))
_DECISIONS_2021 = (("decisions", "本年处理决定数量"),)

ARTICLE20 = {
    "2019": (
        Item("第二十条第（一）项", _MADE_2019, (("regulations", "规章"), ("normativeDocuments", "规范性文件"))),
        Item("第二十条第（五）项", _ITEMS_2019, (("licensing", "行政许可"), ("otherServices", "其他对外管理服务事项"))),
        Item("第二十条第（六）项", _ITEMS_2019, (("penalties", "行政处罚"), ("coercion", "行政强制"))),
        Item("第二十条第（八）项", _ITEMS_2019[:2], (("fees", "行政事业性收费"),)),
        Item("第二十条第（九）项", (("projects", "采购项目数量"), ("amount", "采购总金额")), (("procurement", "政府集中采购"),)),
    ),
    "2021": (
        Item("第二十条第（一）项", _MADE_2021, (("regulations", "规章"), ("normativeDocuments", "行政规范性文件"))),
        Item("第二十条第（五）项", _DECISIONS_2021, (("licensing", "行政许可"),)),
        Item("第二十条第（六）项", _DECISIONS_2021, (("penalties", "行政处罚"), ("coercion", "行政强制"))),
        Item("第二十条第（八）项", (("amount", "本年收费金额（单位：万元）"),), (("fees", "行政事业性收费"),)),
    ),
}

CORNER_NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"

APPLICATION_COLUMNS = (
    ("naturalPerson", "自然人"), ("business", "商业企业"), ("research", "科研机构"), ("publicWelfare", "社会公益组织"),
    ("legalService", "法律服务机构"), ("otherOrganization", "其他"), ("total", "总计"),
)

RESULTS = "三、本年度办理结果"

# (row id, group label or None, label); rows without a group stand directly under 三、 or at the table's edge.
_HEAD = (
    ("newReceived", None, "一、本年新收政府信息公开申请数量"),
    ("carriedOver", None, "二、上年结转政府信息公开申请数量"),
    ("granted", None, "（一）予以公开"),
    ("partiallyGranted", None, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
    ("denied.stateSecret", "（三）不予公开", "1.属于国家秘密"),
    ("denied.forbiddenByLaw", "（三）不予公开", "2.其他法律行政法规禁止公开"),
    ("denied.safetyAndStability", "（三）不予公开", "3.危及“三安全一稳定”"),
    ("denied.thirdPartyRights", "（三）不予公开", "4.保护第三方合法权益"),
    ("denied.internalAffairs", "（三）不予公开", "5.属于三类内部事务信息"),
    ("denied.processInformation", "（三）不予公开", "6.属于四类过程性信息"),
    ("denied.enforcementFiles", "（三）不予公开", "7.属于行政执法案卷"),
    ("denied.administrativeInquiry", "（三）不予公开", "8.属于行政查询事项"),
    ("unavailable.notHeld", "（四）无法提供", "1.本机关不掌握相关政府信息"),
    ("unavailable.needsCreation", "（四）无法提供", "2.没有现成信息需要另行制作"),
    ("unavailable.stillUnclear", "（四）无法提供", "3.补正后申请内容仍不明确"),
    ("rejected.petition", "（五）不予处理", "1.信访举报投诉类申请"),
    ("rejected.repeated", "（五）不予处理", "2.重复申请"),
    ("rejected.publicationRequest", "（五）不予处理", "3.要求提供公开出版物"),
    ("rejected.excessive", "（五）不予处理", "4.无正当理由大量反复申请"),
    ("rejected.reconfirmation", "（五）不予处理", "5.要求行政机关确认或重新出具已获取信息"),
)
_TAIL = (("total", None, "（七）总计"), ("carriedForward", None, "四、结转下年度继续办理"))

APPLICATION_ROWS = {
    "2019": _HEAD + (("other", None, "（六）其他处理"),) + _TAIL,
    "2021": _HEAD + (
        ("other.notCorrected", "（六）其他处理", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
        ("other.feeUnpaid", "（六）其他处理", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
        ("other.other", "（六）其他处理", "3.其他"),
    ) + _TAIL,
}
EDGE_ROWS = ("newReceived", "carriedOver", "carriedForward")  # stand outside 三、本年度办理结果


def outcomes(template: str) -> list[str]:
    """The rows that add up to （七）总计."""
    return [r for r, _, _ in APPLICATION_ROWS[template] if r not in EDGE_ROWS and r != "total"]


REVIEW_ROWS = (("review", "行政复议"), ("litigationDirect", "未经复议直接起诉"), ("litigationAfterReview", "复议后起诉"))
LITIGATION = "行政诉讼"
REVIEW_COLUMNS = (("upheld", "结果维持"), ("corrected", "结果纠正"), ("other", "其他结果"), ("pending", "尚未审结"), ("total", "总计"))
