// Audit: what rows, columns and cells are called in messages.
import Foundation
import Statute

extension RowID {
  /// A short name for messages: the form's own words without numerals, definitions and repetition.
  public var shortName: Localized {
    switch self {
    case .regulations: Localized(zh: "规章", en: "regulations")
    case .normativeDocuments: Localized(zh: "规范性文件", en: "normative documents")
    case .licensing: Localized(zh: "行政许可", en: "licensing")
    case .otherServices: Localized(zh: "其他对外管理服务事项", en: "other services")
    case .penalties: Localized(zh: "行政处罚", en: "penalties")
    case .coercion: Localized(zh: "行政强制", en: "coercion")
    case .fees: Localized(zh: "行政事业性收费", en: "fees")
    case .procurement: Localized(zh: "政府集中采购", en: "procurement")
    case .newReceived: Localized(zh: "新收", en: "received")
    case .carriedOver: Localized(zh: "结转", en: "carried over")
    case .granted: Localized(zh: "予以公开", en: "granted")
    case .partiallyGranted: Localized(zh: "部分公开", en: "partially granted")
    case .deniedStateSecret: Localized(zh: "属于国家秘密", en: "denied: state secret")
    case .deniedForbiddenByLaw: Localized(zh: "其他法律行政法规禁止公开", en: "denied: forbidden by law")
    case .deniedSafetyAndStability: Localized(zh: "危及“三安全一稳定”", en: "denied: safety and stability")
    case .deniedThirdPartyRights: Localized(zh: "保护第三方合法权益", en: "denied: third-party rights")
    case .deniedInternalAffairs: Localized(zh: "属于三类内部事务信息", en: "denied: internal affairs")
    case .deniedProcessInformation: Localized(zh: "属于四类过程性信息", en: "denied: process information")
    case .deniedEnforcementFiles: Localized(zh: "属于行政执法案卷", en: "denied: enforcement files")
    case .deniedAdministrativeInquiry: Localized(zh: "属于行政查询事项", en: "denied: administrative inquiry")
    case .unavailableNotHeld: Localized(zh: "本机关不掌握相关政府信息", en: "unavailable: not held")
    case .unavailableNeedsCreation: Localized(zh: "没有现成信息需要另行制作", en: "unavailable: needs creation")
    case .unavailableStillUnclear: Localized(zh: "补正后申请内容仍不明确", en: "unavailable: still unclear")
    case .rejectedPetition: Localized(zh: "信访举报投诉类申请", en: "rejected: petition")
    case .rejectedRepeated: Localized(zh: "重复申请", en: "rejected: repeated")
    case .rejectedPublicationRequest: Localized(zh: "要求提供公开出版物", en: "rejected: publication request")
    case .rejectedExcessive: Localized(zh: "无正当理由大量反复申请", en: "rejected: excessive")
    case .rejectedReconfirmation:
      Localized(zh: "要求行政机关确认或重新出具已获取信息", en: "rejected: reconfirmation")
    case .other: Localized(zh: "其他处理", en: "other handling")
    case .otherNotCorrected: Localized(zh: "逾期不补正", en: "other: not corrected")
    case .otherFeeUnpaid: Localized(zh: "逾期未缴费", en: "other: fee unpaid")
    case .otherOther: Localized(zh: "其他处理之其他", en: "other: other")
    case .total: Localized(zh: "总计", en: "total")
    case .carriedForward: Localized(zh: "结转下年", en: "carried forward")
    case .review: Localized(zh: "行政复议", en: "review")
    case .litigationDirect: Localized(zh: "未经复议直接起诉", en: "direct litigation")
    case .litigationAfterReview: Localized(zh: "复议后起诉", en: "litigation after review")
    }
  }
}

extension ColumnID {
  /// A short name for messages; that of a column whose header differs between the forms is the shared part.
  public func shortName(in table: TableID) -> Localized {
    switch self {
    case .made: Localized(zh: "本年制发", en: "made")
    case .newlyDisclosed: Localized(zh: "本年新公开", en: "newly disclosed")
    case .totalDisclosed: Localized(zh: "对外公开总数", en: "total disclosed")
    case .previousYearItems: Localized(zh: "上一年项目数量", en: "previous year's items")
    case .change: Localized(zh: "本年增/减", en: "change")
    case .decisions: Localized(zh: "处理决定数量", en: "decisions")
    case .projects: Localized(zh: "采购项目数量", en: "projects")
    case .amount: Localized(zh: "金额", en: "amount")
    case .repealed: Localized(zh: "本年废止", en: "repealed")
    case .inForce: Localized(zh: "现行有效", en: "in force")
    case .naturalPerson: Localized(zh: "自然人", en: "natural person")
    case .business: Localized(zh: "商业企业", en: "business")
    case .research: Localized(zh: "科研机构", en: "research")
    case .publicWelfare: Localized(zh: "社会公益组织", en: "public welfare")
    case .legalService: Localized(zh: "法律服务机构", en: "legal service")
    case .otherOrganization: Localized(zh: "其他", en: "other organization")
    case .total: Localized(zh: "总计", en: "total")
    case .upheld: Localized(zh: "结果维持", en: "upheld")
    case .corrected: Localized(zh: "结果纠正", en: "corrected")
    case .other: Localized(zh: "其他结果", en: "other result")
    case .pending: Localized(zh: "尚未审结", en: "pending")
    }
  }
}

extension TableID {
  /// A short name for messages.
  public var shortName: Localized {
    switch self {
    case .article20: Localized(zh: "主动公开情况表", en: "table of article 20")
    case .applications: Localized(zh: "申请情况表", en: "table of applications")
    case .reviewAndLitigation: Localized(zh: "复议诉讼情况表", en: "table of review and litigation")
    }
  }
}

extension CellReference {
  /// `予以公开·自然人`, `自然人列`, `予以公开行`.
  func name(in table: TableID) -> Localized {
    switch (row?.shortName, column?.shortName(in: table)) {
    case (let row?, let column?): Localized(zh: "\(row.zh)·\(column.zh)", en: "\(row.en) / \(column.en)")
    case (let row?, nil): Localized(zh: "\(row.zh)行", en: "row \(row.en)")
    case (nil, let column?): Localized(zh: "\(column.zh)列", en: "column \(column.en)")
    case (nil, nil): table.shortName
    }
  }
}

extension Sequence where Element == Localized {
  /// The texts one after another: `甲、乙`, `a, b`.
  func list() -> Localized {
    Localized(zh: map(\.zh).joined(separator: "、"), en: map(\.en).joined(separator: ", "))
  }
}
