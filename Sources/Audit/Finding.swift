// Audit: what a rule says of a report: which rule, where, why, and what would mend it.
import DocumentModel
import Foundation
import Statute

/// The two languages of every message.
public enum Language: String, Sendable, Codable, CaseIterable {
  case zh, en

  /// The other of the two.
  public var other: Language { self == .zh ? .en : .zh }
}

/// A text in both languages.
public struct Localized: Hashable, Sendable {
  public var zh: String
  public var en: String

  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  public subscript(language: Language) -> String { language == .zh ? zh : en }
}

extension Localized {
  /// Why the order of a text is not judged.
  static let disordered = Localized(
    zh: "文本的行序或各页的次序已乱（表格的行出现在后面部分的标题之后，或部分的标题出现在落款之后），无从判断",
    en:
      "the lines of the text or the pages are out of order (rows of a table stand behind headings that follow it, or headings behind the signature)"
  )
  /// Why words that the pages do not show are not judged.
  static let unseen = Localized(
    zh: "文字层不是页面所示的文字（由程序从扫描页识别，或页面是镜像、颠倒、倾斜的），无从判断",
    en:
      "the text layer is not what the pages show (recognised from scans, or the pages are mirrored, upside down or askew)"
  )
}

/// How grave a finding is. Ordered: info < warning < error.
public enum Severity: String, Sendable, Codable, CaseIterable, Comparable {
  /// Worth a look.
  case info
  /// Very likely wrong.
  case warning
  /// Breaks the statutory format or its arithmetic.
  case error

  public static func < (a: Severity, b: Severity) -> Bool {
    allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
  }
}

/// A cell by name: `column` is nil where a whole row is meant, `row` where a whole column is.
public struct CellReference: Hashable, Sendable {
  public var row: RowID?
  public var column: ColumnID?

  public init(row: RowID?, column: ColumnID?) {
    self.row = row
    self.column = column
  }
}

/// A change of one cell that, alone or with the others of the same finding, repairs the broken sums.
public struct Suggestion: Hashable, Sendable {
  public var table: TableID
  public var row: RowID
  public var column: ColumnID
  /// What the cell prints; nil where it is blank or a placeholder.
  public var from: Decimal?
  public var to: Decimal
  /// True where the running text states the suggested number.
  public var confirmedByText: Bool

  public init(
    table: TableID, row: RowID, column: ColumnID, from: Decimal?, to: Decimal, confirmedByText: Bool = false
  ) {
    self.table = table
    self.row = row
    self.column = column
    self.from = from
    self.to = to
    self.confirmedByText = confirmedByText
  }
}

/// One thing found in one report.
public struct Finding: Hashable, Sendable {
  /// `A001`.
  public var rule: String
  /// `application-balance`.
  public var name: String
  public var severity: Severity
  public var message: Localized
  /// Of a table rule.
  public var table: TableID?
  /// Of a table rule: for a sum the addends in the order of the form, the total last.
  public var cells: [CellReference]
  /// Of a section rule.
  public var section: SectionID?
  /// The computed total of a sum.
  public var expected: Decimal?
  /// The printed total of a sum.
  public var actual: Decimal?
  /// The sentence of the report that the finding speaks of.
  public var quote: String?
  /// Where it stands; nil where there is nothing to point at.
  public var place: Place?
  public var suggestions: [Suggestion]
  /// What tells this finding from others of its rule in the same report, besides table, cells and section; part of the
  /// fingerprint. Never a place, a file name or anything that re-typesetting changes.
  public var key: String
  /// The same while the same thing is wrong in the same report, however the file is named or laid out: 16 hexadecimal
  /// digits, given by the auditor; empty on a finding that has not come from it.
  public var fingerprint: String

  public init(
    rule: String, name: String, severity: Severity, message: Localized, table: TableID? = nil,
    cells: [CellReference] = [], section: SectionID? = nil, expected: Decimal? = nil, actual: Decimal? = nil,
    quote: String? = nil, place: Place? = nil, suggestions: [Suggestion] = [], key: String = "",
    fingerprint: String = ""
  ) {
    self.rule = rule
    self.name = name
    self.severity = severity
    self.message = message
    self.table = table
    self.cells = cells
    self.section = section
    self.expected = expected
    self.actual = actual
    self.quote = quote
    self.place = place
    self.suggestions = suggestions
    self.key = key
    self.fingerprint = fingerprint
  }
}
