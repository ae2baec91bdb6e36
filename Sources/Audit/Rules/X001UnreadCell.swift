// X001: cells that could not be reconstructed with certainty: which, and why.
import ReportModel
import Statute

enum X001UnreadCell {
  static let rule = Rule(
    id: "X001", name: "unread-cell", severity: .warning,
    title: Localized(zh: "单元格未能确认", en: "Cells that could not be read"),
    rationale: Localized(
      zh: "本程序不能确认这些单元格印的是什么，因此不作猜测，也不核对含有它们的合计。请人工查看原件。这是程序的限度，不是报告的错误。",
      en:
        "The tool is not certain what these cells print, so it neither guesses nor judges the sums that they belong to. "
        + "Look at the original. This is a limit of the tool, no fault of the report."),
    clause: Localized(zh: "本程序的限度", en: "A limit of the tool"),
    basis: .tool,
    scope: .report { rule, subject in
      let unread = subject.unreadTables
      let hidden = subject.tablesOutOfSight
      let headings = headings(rule, subject.report)
      let others = subject.report.others.map { other(rule, $0) }
      guard !subject.report.tables.isEmpty || !unread.isEmpty || !hidden.isEmpty || !headings.isEmpty || !others.isEmpty
      else {
        return .notApplicable
      }
      return .checked(
        others + headings
          + TableID.allCases.compactMap { table in
            if let table = subject.report[table] { return finding(rule, table) }
            guard unread.contains(table) || hidden.contains(table) else { return nil }
            return rule.finding(
              hidden.contains(table) ? outOfSight(table) : whole(table, isUnseen: subject.report.isUnseen),
              table: table,
              place: subject.report[table.section]?.place)
          })
    }
  ) {
    [
      .breaks(
        "两格无法辨认", "Two illegible cells",
        Specimen.report().losing(.applications, .granted, .business, because: .illegible)
          .losing(.applications, .granted, .research, because: .columnAmbiguous),
        at: .cells(.applications, (.granted, .business), (.granted, .research))),
      .breaks(
        "整张表没有读出", "A whole table was not read",
        Specimen.report().omitting(.reviewAndLitigation as TableID)
          .saying("行政复议 结果维持 结果纠正 其他结果 尚未审结 总计 3 1 0 1 5", in: .reviewAndLitigation),
        at: Example.Mark(table: .reviewAndLitigation)),
      .breaks(
        "扫描页的文字层中没有这张表", "The text layer of scanned pages has no such table",
        Specimen.report().omitting(.reviewAndLitigation as TableID).changing { $0.isUnseen = true },
        at: Example.Mark(table: .reviewAndLitigation)),
      .breaks(
        "表可能在图片中", "A table may be in a picture",
        Specimen.report().omitting(.reviewAndLitigation as TableID).changing { $0.hasIllegibleParts = true },
        at: Example.Mark(table: .reviewAndLitigation)),
      .breaks(
        "标题未能从文本中读出", "A heading was not read from the text",
        Specimen.report().omitting(.others).changing { $0.unreadSections = [.others] }, at: .section(.others)),
      .breaks(
        "文件中还有另一份报告", "The file holds another report",
        Specimen.report().changing { $0.others = [OtherReport(title: "临溪市水务局2023年政府信息公开工作年度报告", place: .line(80))] },
        at: Example.Mark()),
      .keeps(
        "文件没有印这一行：属于 S004", "The document prints no such row: S004 speaks",
        Form.applicantColumns.reduce(Specimen.report()) {
          $0.losing(.applications, .rejectedExcessive, $1, because: .rowNotFound)
        }.changing(.applications) { $0.missingRows = [.rejectedExcessive] }),
      .keeps("全部读出", "Everything was read", Specimen.report()),
    ]
  }

  /// What is said of a table that was not found, and may stand in what cannot be read.
  private static func outOfSight(_ table: TableID) -> Localized {
    Localized(
      zh: "没有读到\(table.shortName.zh)：它可能在图片中、无法辨认之处或次序已乱的页中，其中各格均未确认",
      en:
        "The \(table.shortName.en) was not found: it may be in a picture, in an illegible part or on pages out of order; none of its cells was read"
    )
  }

  /// What is said of a table of which nothing was read.
  private static func whole(_ table: TableID, isUnseen: Bool) -> Localized {
    isUnseen
      ? Localized(
        zh: "\(table.shortName.zh)未能读出：文字层不是页面所示的文字，其中各格均未确认",
        en:
          "The \(table.shortName.en) was not found: the text layer is not what the pages show; none of its cells was read"
      )
      : Localized(
        zh: "\(table.shortName.zh)在文中，但未能重建，其中各格均未确认",
        en:
          "The \(table.shortName.en) stands in the document but could not be reconstructed; none of its cells was read")
  }

  /// What is said of another report in the file.
  private static func other(_ rule: Rule, _ other: OtherReport) -> Finding {
    let title = other.title.map { "（“\($0)”）" } ?? "的一部分"
    let titleInEnglish = other.title.map { " (“\($0)”)" } ?? ""
    return rule.finding(
      Localized(
        zh: "文件中还有另一份年度报告\(title)，未读取、未审核。请拆成单独的文件再审",
        en:
          "The file holds \(other.title == nil ? "a part of " : "")another annual report\(titleInEnglish), which was neither read nor audited. "
          + "Split the file and audit each on its own"),
      place: other.place, key: other.title ?? "")
  }

  /// The sections whose headings were not read.
  private static func headings(_ rule: Rule, _ report: Report) -> [Finding] {
    SectionID.allCases.filter(report.unreadSections.contains).map { section in
      rule.finding(
        Localized(
          zh: "未能确认“\(section.numeral)、\(section.title)”的标题：其中有字无法识别、与别的文字重叠，在图片、扫描页中或页面所示范围之外，各页次序已乱，或转换文本时已丢失、被拆散",
          en:
            "The heading of “\(section.numeral)、\(section.title)” was not read: characters of it are not known, other text lies over it, it is in a picture, on a scanned page or outside of what the page shows, the pages are out of order, or the conversion to text lost or broke it"
        ),
        section: section)
    }
  }

  private static func finding(_ rule: Rule, _ table: Table) -> Finding? {
    // What the document does not print is S004.
    func isUnread(_ row: RowID, _ column: ColumnID, _ cell: Cell) -> Bool {
      cell.state == .unread && !table.isMissing(row, column)
    }
    let groups = CellGroups(in: table, where: isUnread)
    guard groups.count > 0 else { return nil }
    let doubts: [Doubt?] = Doubt.allCases + [nil]
    let reasons = doubts.compactMap { doubt -> Localized? in
      let these = CellGroups(in: table) { isUnread($0, $1, $2) && $2.doubt == doubt }
      guard these.count > 0 else { return nil }
      let (why, which) = (reason(doubt), these.description)
      return Localized(zh: "\(why.zh)：\(which.zh)", en: "\(why.en): \(which.en)")
    }
    return rule.finding(
      Localized(
        zh: "\(table.id.shortName.zh)有 \(groups.count) 格未能确认。" + reasons.map(\.zh).joined(separator: "；"),
        en: "\(table.id.shortName.en): \(groups.count) \(groups.count == 1 ? "cell" : "cells") could not be read. "
          + reasons.map(\.en).joined(separator: "; ")),
      table: table.id, cells: groups.references,
      place: table.firstReference(where: { isUnread($0, $1, $2) && !$2.places.isEmpty }).flatMap { table.place($0) }
        ?? table.places.first)
  }

  private static func reason(_ doubt: Doubt?) -> Localized {
    switch doubt {
    case .rowNotFound: Localized(zh: "未找到所在行", en: "the row was not found")
    case .columnNotFound: Localized(zh: "未找到所在列", en: "the column was not found")
    case .rowAmbiguous: Localized(zh: "不能确定属于哪一行", en: "the row is not certain")
    case .columnAmbiguous: Localized(zh: "不能确定属于哪一列", en: "the column is not certain")
    case .blanksLost: Localized(zh: "文本中空白格没有留下痕迹", en: "blank cells left no trace in the text")
    case .severalValues: Localized(zh: "格内有多个数值", en: "more than one value in a cell")
    case .textLayer: Localized(zh: "文字层与页面所示不一致", en: "the text layer does not show what the page shows")
    case .illegible: Localized(zh: "原件标明无法辨认", en: "marked as illegible in the copy")
    case nil: Localized(zh: "原因不明", en: "no reason given")
    }
  }
}
