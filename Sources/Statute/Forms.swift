// Statute: the printed wording of both templates, as data. Source: 国办公开办函〔2019〕60号 and 〔2021〕30号.

extension Form {
  /// The table as the template prints it.
  public static func of(_ table: TableID, _ template: Template) -> Form {
    switch (table, template) {
    case (.article20, .form2019): article20For2019
    case (.article20, .form2021): article20For2021
    case (.applications, .form2019): applicationsFor2019
    case (.applications, .form2021): applicationsFor2021
    case (.reviewAndLitigation, _): Form(table: .reviewAndLitigation, template: template, rows: reviewRows)
    }
  }

  /// The seven columns of the applications table, in printed order: six kinds of applicant and their total.
  public static let applicantColumns: [ColumnID] = [
    .naturalPerson, .business, .research, .publicWelfare, .legalService, .otherOrganization, .total,
  ]

  /// The five columns of each group of the review-and-litigation table: four outcomes and their total.
  public static let reviewColumns: [ColumnID] = [.upheld, .corrected, .other, .pending, .total]

  private static let article20For2019 = Form(
    table: .article20, template: .form2019,
    rows: [
      FormRow(id: .regulations, label: "规章", group: "第二十条第（一）项", columns: [.made, .newlyDisclosed, .totalDisclosed]),
      FormRow(
        id: .normativeDocuments, label: "规范性文件", group: "第二十条第（一）项",
        columns: [.made, .newlyDisclosed, .totalDisclosed]),
      FormRow(
        id: .licensing, label: "行政许可", group: "第二十条第（五）项", columns: [.previousYearItems, .change, .decisions]),
      FormRow(
        id: .otherServices, label: "其他对外管理服务事项", group: "第二十条第（五）项",
        columns: [.previousYearItems, .change, .decisions]),
      FormRow(
        id: .penalties, label: "行政处罚", group: "第二十条第（六）项", columns: [.previousYearItems, .change, .decisions]),
      FormRow(
        id: .coercion, label: "行政强制", group: "第二十条第（六）项", columns: [.previousYearItems, .change, .decisions]),
      FormRow(id: .fees, label: "行政事业性收费", group: "第二十条第（八）项", columns: [.previousYearItems, .change]),
      FormRow(id: .procurement, label: "政府集中采购", group: "第二十条第（九）项", columns: [.projects, .amount]),
    ])

  private static let article20For2021 = Form(
    table: .article20, template: .form2021,
    rows: [
      FormRow(id: .regulations, label: "规章", group: "第二十条第（一）项", columns: [.made, .repealed, .inForce]),
      FormRow(id: .normativeDocuments, label: "行政规范性文件", group: "第二十条第（一）项", columns: [.made, .repealed, .inForce]),
      FormRow(id: .licensing, label: "行政许可", group: "第二十条第（五）项", columns: [.decisions]),
      FormRow(id: .penalties, label: "行政处罚", group: "第二十条第（六）项", columns: [.decisions]),
      FormRow(id: .coercion, label: "行政强制", group: "第二十条第（六）项", columns: [.decisions]),
      FormRow(id: .fees, label: "行政事业性收费", group: "第二十条第（八）项", columns: [.amount]),
    ])

  private static func applicationRow(_ id: RowID, _ label: String, _ group: String? = nil) -> FormRow {
    FormRow(id: id, label: label, group: group, columns: applicantColumns)
  }

  private static let commonApplicationRows: [FormRow] = [
    applicationRow(.newReceived, "一、本年新收政府信息公开申请数量"),
    applicationRow(.carriedOver, "二、上年结转政府信息公开申请数量"),
    applicationRow(.granted, "（一）予以公开"),
    applicationRow(.partiallyGranted, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
    applicationRow(.deniedStateSecret, "1.属于国家秘密", "（三）不予公开"),
    applicationRow(.deniedForbiddenByLaw, "2.其他法律行政法规禁止公开", "（三）不予公开"),
    applicationRow(.deniedSafetyAndStability, "3.危及“三安全一稳定”", "（三）不予公开"),
    applicationRow(.deniedThirdPartyRights, "4.保护第三方合法权益", "（三）不予公开"),
    applicationRow(.deniedInternalAffairs, "5.属于三类内部事务信息", "（三）不予公开"),
    applicationRow(.deniedProcessInformation, "6.属于四类过程性信息", "（三）不予公开"),
    applicationRow(.deniedEnforcementFiles, "7.属于行政执法案卷", "（三）不予公开"),
    applicationRow(.deniedAdministrativeInquiry, "8.属于行政查询事项", "（三）不予公开"),
    applicationRow(.unavailableNotHeld, "1.本机关不掌握相关政府信息", "（四）无法提供"),
    applicationRow(.unavailableNeedsCreation, "2.没有现成信息需要另行制作", "（四）无法提供"),
    applicationRow(.unavailableStillUnclear, "3.补正后申请内容仍不明确", "（四）无法提供"),
    applicationRow(.rejectedPetition, "1.信访举报投诉类申请", "（五）不予处理"),
    applicationRow(.rejectedRepeated, "2.重复申请", "（五）不予处理"),
    applicationRow(.rejectedPublicationRequest, "3.要求提供公开出版物", "（五）不予处理"),
    applicationRow(.rejectedExcessive, "4.无正当理由大量反复申请", "（五）不予处理"),
    applicationRow(.rejectedReconfirmation, "5.要求行政机关确认或重新出具已获取信息", "（五）不予处理"),
  ]

  private static let lastApplicationRows: [FormRow] = [
    applicationRow(.total, "（七）总计"),
    applicationRow(.carriedForward, "四、结转下年度继续办理"),
  ]

  private static let applicationsFor2019 = Form(
    table: .applications, template: .form2019,
    rows: commonApplicationRows + [applicationRow(.other, "（六）其他处理")] + lastApplicationRows)

  private static let applicationsFor2021 = Form(
    table: .applications, template: .form2021,
    rows: commonApplicationRows + [
      applicationRow(
        .otherNotCorrected, "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "（六）其他处理"),
      applicationRow(
        .otherFeeUnpaid, "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "（六）其他处理"),
      applicationRow(.otherOther, "3.其他", "（六）其他处理"),
    ] + lastApplicationRows)

  private static let reviewRows: [FormRow] = [
    FormRow(id: .review, label: "行政复议", group: nil, columns: reviewColumns),
    FormRow(id: .litigationDirect, label: "未经复议直接起诉", group: "行政诉讼", columns: reviewColumns),
    FormRow(id: .litigationAfterReview, label: "复议后起诉", group: "行政诉讼", columns: reviewColumns),
  ]

  /// The printed headers of the columns of a row's block.
  public static func columnLabels(table: TableID, template: Template, row: RowID) -> [ColumnID: String] {
    switch table {
    case .applications:
      return [
        .naturalPerson: "自然人", .business: "商业企业", .research: "科研机构", .publicWelfare: "社会公益组织",
        .legalService: "法律服务机构", .otherOrganization: "其他", .total: "总计",
      ]
    case .reviewAndLitigation:
      return [.upheld: "结果维持", .corrected: "结果纠正", .other: "其他结果", .pending: "尚未审结", .total: "总计"]
    case .article20:
      switch (template, row) {
      case (.form2019, .procurement): return [.projects: "采购项目数量", .amount: "采购总金额"]
      case (.form2019, .regulations), (.form2019, .normativeDocuments):
        return [.made: "本年新制作数量", .newlyDisclosed: "本年新公开数量", .totalDisclosed: "对外公开总数量"]
      case (.form2019, _): return [.previousYearItems: "上一年项目数量", .change: "本年增/减", .decisions: "处理决定数量"]
      case (.form2021, .fees): return [.amount: "本年收费金额（单位：万元）"]
      case (.form2021, .regulations), (.form2021, .normativeDocuments):
        return [.made: "本年制发件数", .repealed: "本年废止件数", .inForce: "现行有效件数"]
      case (.form2021, _): return [.decisions: "本年处理决定数量"]
      }
    }
  }
}
