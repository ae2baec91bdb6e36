// Audit: the record of one input: what it is, what was read from it, what was found.
import DocumentModel
import ReportModel
import Statute

/// Where an input came from.
public struct Source: Hashable, Sendable {
  public enum Format: String, Sendable, Codable { case pdf, text, unknown }
  /// The path as given on the command line or found under a folder given there; `-` for standard input.
  public var path: String
  /// Of the content, 64 hexadecimal digits; nil where it could not be read.
  public var sha256: String?
  public var format: Format
  /// Pages of a PDF; nil for others.
  public var pages: Int?

  public init(path: String, sha256: String?, format: Format, pages: Int?) {
    self.path = path
    self.sha256 = sha256
    self.format = format
    self.pages = pages
  }
}

/// How far an input was read.
public enum ReadingStatus: String, Sendable, Codable {
  case read
  /// Some statutory cells or sections could not be reconstructed; each is named by a finding.
  case partial
  /// There is no report, and an X finding says why.
  case unreadable
}

/// A rule that could not judge this report, or only a part of it, and why.
public struct Unchecked: Hashable, Sendable {
  public var rule: String
  public var reason: Localized

  public init(rule: String, reason: Localized) {
    self.rule = rule
    self.reason = reason
  }
}

/// All that is known of one input. Every input of a run has exactly one.
public struct Record: Hashable, Sendable {
  public var source: Source
  public var status: ReadingStatus
  public var report: Report?
  /// In the order of the catalogue, then of the form.
  public var findings: [Finding]
  public var unchecked: [Unchecked]

  public init(
    source: Source, status: ReadingStatus, report: Report?, findings: [Finding], unchecked: [Unchecked] = []
  ) {
    self.source = source
    self.status = status
    self.report = report
    self.findings = findings
    self.unchecked = unchecked
  }

  /// The record of an input that was read, or that could not be.
  public static func make(
    source: Source, result: Result<Report, ReadingFailure>, settings: Settings = Settings()
  ) -> Record {
    switch result {
    case .success(let report):
      let subject = Subject(report, settings: settings)
      let (findings, unchecked) = Auditor.audit(subject, content: source.sha256 ?? "")
      return Record(
        source: source, status: subject.isWhole ? .read : .partial, report: report, findings: findings,
        unchecked: unchecked)
    case .failure(let failure):
      var finding = Finding.failure(failure, settings: settings)
      // An input without a report has nothing but its content to be known by.
      finding.key = source.sha256 ?? ""
      var findings = [finding]
      findings.sign(agency: "", year: nil)
      return Record(source: source, status: .unreadable, report: nil, findings: findings)
    }
  }
}

extension Record {
  /// Adds findings on the record's report that came of comparing it with others: each gets the place of its first cell, and its
  /// place in the order of the catalogue.
  public mutating func add(_ more: [Finding]) {
    guard !more.isEmpty else { return }
    let report = report
    let placed = more.map { finding in
      var finding = finding
      if finding.place == nil, let table = finding.table.flatMap({ report?[$0] }) {
        finding.place = finding.cells.lazy.compactMap { table.place($0) }.first
      }
      return finding
    }
    let all = findings + placed
    findings = Catalogue.rules.flatMap { rule in all.filter { $0.rule == rule.id } }
  }
}

extension Subject {
  /// False where a statutory cell is `unread`, a table was not reconstructed or may stand in a part that nobody can read, the heading of a
  /// section was not read, a section is absent from a copy that marks illegible parts, or the file holds another report.
  var isWhole: Bool {
    let hasUnread = report.tables.contains { table in
      table.rows.contains { row in row.cells.contains { $0.cell.state == .unread } }
    }
    let lostSections = report.hasIllegibleParts && SectionID.allCases.contains { report[$0] == nil }
    return !hasUnread && !lostSections && report.unreadSections.isEmpty && unreadTables.isEmpty
      && tablesOutOfSight.isEmpty && report.others.isEmpty
  }
}
