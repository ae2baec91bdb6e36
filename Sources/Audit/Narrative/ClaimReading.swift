// Audit: a claim and the tables → the numbers that would agree with it.
import Foundation
import ReportModel
import Statute

/// What a claim may mean in the table: a number, the cells that it stands in, and its name.
struct ClaimReading {
  var value: Decimal
  var cells: [CellReference]
  var name: Localized
}

extension Claim {
  /// The table that the claim speaks of.
  var table: TableID {
    switch kind {
    case .received, .accepted, .concluded, .answered, .carriedOver, .carriedForward, .outcome, .nothingOpen:
      .applications
    case .review, .litigation, .litigationDirect, .litigationAfterReview, .reviewAndLitigation: .reviewAndLitigation
    case .documentsMade, .documentsRepealed, .documentsInForce, .documents: .article20
    }
  }

  /// Every reading of the claim, the plainest first; nil where a number that it needs could not be read.
  func readings(_ figures: ReportFigures, rows: [RowID] = RowID.allCases) -> [ClaimReading]? {
    func application(_ row: RowID, _ zh: String, _ en: String) -> ClaimReading? {
      figures.applications(row).map {
        ClaimReading(value: $0, cells: [CellReference(row: row, column: .total)], name: Localized(zh: zh, en: en))
      }
    }
    func both(_ parts: [ClaimReading?], _ zh: String, _ en: String) -> ClaimReading? {
      let known = parts.compactMap { $0 }
      guard known.count == parts.count else { return nil }
      return ClaimReading(
        value: known.reduce(0) { $0 + $1.value }, cells: known.flatMap(\.cells), name: Localized(zh: zh, en: en))
    }
    func cases(_ row: RowID) -> ClaimReading? {
      figures.cases(row).map {
        ClaimReading(
          value: $0, cells: [CellReference(row: row, column: .total)],
          name: Localized(zh: "\(row.shortName.zh)总计", en: "total of \(row.shortName.en)"))
      }
    }
    func documents(_ column: ColumnID) -> ClaimReading? {
      figures.documents(column).map {
        let name = column.shortName(in: .article20)
        return ClaimReading(
          value: $0, cells: [CellReference(row: .normativeDocuments, column: column)],
          name: Localized(zh: "\(name.zh)件数", en: "documents \(name.en)"))
      }
    }
    let received = application(.newReceived, "本年新收", "received")
    let carriedOver = application(.carriedOver, "上年结转", "carried over")
    let intake = both([received, carriedOver], "新收与结转合计", "received and carried over")
    let total = application(.total, "办理结果总计", "concluded")
    let litigation = both(
      [cases(.litigationDirect), cases(.litigationAfterReview)], "行政诉讼两项总计之和", "lawsuits of both kinds")
    let readings: [ClaimReading?] =
      switch kind {
      case .received: [received, intake]
      case .accepted: [received, intake, total]
      case .concluded: [total]
      case .answered: [total, received, intake] + answerReadings(figures, total)
      case .carriedOver: [carriedOver]
      case .carriedForward, .nothingOpen: [application(.carriedForward, "结转下年度", "carried forward")]
      case .outcome(let outcome):
        [
          figures.outcome(outcome).map {
            ClaimReading(
              value: $0,
              cells: outcome.rows.filter(rows.contains).map { CellReference(row: $0, column: .total) },
              name: outcome.name)
          }
        ]
      case .review: [cases(.review)]
      case .litigation:
        isNegation ? [litigation] : [litigation, cases(.litigationDirect), cases(.litigationAfterReview)]
      case .litigationDirect: [cases(.litigationDirect)]
      case .litigationAfterReview: [cases(.litigationAfterReview)]
      case .reviewAndLitigation: [both([cases(.review), litigation], "复议与诉讼合计", "reviews and lawsuits")]
      case .documentsMade: [documents(.made)]
      case .documentsRepealed: [documents(.repealed)]
      case .documentsInForce: [documents(.inForce)]
      case .documents: [documents(.made), documents(.inForce)]
      }
    let known = readings.compactMap { $0 }
    return known.count == readings.count ? known : nil
  }

  /// 答复 may leave out what was not dealt with (不予处理, 其他处理).
  private func answerReadings(_ figures: ReportFigures, _ total: ClaimReading?) -> [ClaimReading?] {
    guard let total, let rejected = figures.outcome(.rejected), let other = figures.outcome(.other) else {
      return [nil]
    }
    return [other, rejected, rejected + other].map {
      ClaimReading(
        value: total.value - $0, cells: total.cells,
        name: Localized(zh: "除去不予处理或其他处理", en: "without those rejected or otherwise handled"))
    }
  }

  /// True where no reading of the claim agrees with the table; nil where a number could not be read.
  func disagrees(_ figures: ReportFigures) -> Bool? {
    readings(figures).map { readings in !readings.contains { allows($0.value) } }
  }

  /// What the claim speaks of, for messages.
  var name: Localized {
    switch kind {
    case .received: Localized(zh: "收到申请", en: "applications received")
    case .accepted: Localized(zh: "受理申请", en: "applications accepted")
    case .concluded: Localized(zh: "办结", en: "concluded")
    case .answered: Localized(zh: "答复", en: "answered")
    case .carriedOver: Localized(zh: "上年结转", en: "carried over")
    case .carriedForward: Localized(zh: "结转下年度", en: "carried forward")
    case .outcome(let outcome): outcome.name
    case .nothingOpen: Localized(zh: "全部办结", en: "all concluded")
    case .review: Localized(zh: "行政复议", en: "reviews")
    case .litigation: Localized(zh: "行政诉讼", en: "lawsuits")
    case .litigationDirect: Localized(zh: "未经复议直接起诉", en: "direct lawsuits")
    case .litigationAfterReview: Localized(zh: "复议后起诉", en: "lawsuits after review")
    case .reviewAndLitigation: Localized(zh: "行政复议、行政诉讼", en: "reviews and lawsuits")
    case .documentsMade: Localized(zh: "制发规范性文件", en: "normative documents made")
    case .documentsRepealed: Localized(zh: "废止规范性文件", en: "normative documents repealed")
    case .documentsInForce: Localized(zh: "现行有效规范性文件", en: "normative documents in force")
    case .documents: Localized(zh: "规范性文件", en: "normative documents")
    }
  }
}

extension Claim.Outcome {
  var name: Localized {
    switch self {
    case .granted: Localized(zh: "予以公开", en: "granted")
    case .partiallyGranted: Localized(zh: "部分公开", en: "partially granted")
    case .denied: Localized(zh: "不予公开", en: "denied")
    case .unavailable: Localized(zh: "无法提供", en: "unavailable")
    case .rejected: Localized(zh: "不予处理", en: "rejected")
    case .other: Localized(zh: "其他处理", en: "other handling")
    }
  }
}

extension Rule {
  /// What a rule on the running text says of a report: a finding for each claim that the table contradicts, at the place of its
  /// number. A number that the text repeats is reported once.
  func judgeClaims(_ subject: Subject, _ isMine: (Claim) -> Bool) -> Verdict {
    let claims = subject.claims.filter(isMine)
    guard !claims.isEmpty else { return .notApplicable }
    var seen: Set<String> = []
    var findings: [Finding] = []
    var unread: [Localized] = []
    for claim in claims {
      guard subject.report[claim.table] != nil else { continue }
      let rows = subject.report[claim.table]?.rows.map(\.id) ?? []
      guard let readings = claim.readings(subject.figures, rows: rows) else {
        if !unread.contains(claim.name) { unread.append(claim.name) }
        continue
      }
      guard !readings.contains(where: { claim.allows($0.value) }), seen.insert(claim.key).inserted else {
        continue
      }
      findings.append(finding(of: claim, readings))
    }
    guard !unread.isEmpty else { return .checked(findings) }
    let names = unread.list()
    return .couldNotCheck(
      Localized(zh: "表中相关数字未能确认：\(names.zh)", en: "the table's number could not be read: \(names.en)"),
      found: findings)
  }

  private func finding(of claim: Claim, _ readings: [ClaimReading]) -> Finding {
    // Readings beyond the plain ones are tolerance, not news.
    let shown = Array(readings.prefix(claim.kind == .answered ? 1 : 3))
    let table = Localized(
      zh: shown.map { "\($0.name.zh) \($0.value.plain)" }.joined(separator: "、"),
      en: shown.map { "\($0.name.en) \($0.value.plain)" }.joined(separator: ", "))
    let quote = claim.sentence.quote
    return finding(
      Localized(
        zh: "文中“\(claim.words)”与\(claim.table.shortName.zh)不符：\(table.zh)。原文：“\(quote)”",
        en:
          "The text's “\(claim.words)” disagrees with the \(claim.table.shortName.en): \(table.en). Sentence: “\(quote)”"
      ),
      table: claim.table, cells: readings.first?.cells ?? [], section: claim.sentence.section, quote: quote,
      place: claim.place, key: claim.key)
  }
}

extension Claim {
  /// Tells the claim from others of the same report.
  var key: String { "\(name.en) \(isNegation ? "none" : String(value))" }

  /// The words of the claim: `新收政府信息公开申请403件`, `未收到政府信息公开申请`.
  var words: String {
    guard !isNegation else { return sentence.string(range) }
    let start = Clause.start(in: sentence.text, of: range.lowerBound)
    let clause = sentence.string(start..<range.upperBound)
    return clause.count <= 30 ? clause : String(clause.suffix(30))
  }
}
