// Output: Finding → the `findings` of the contract, in one language.
import Audit
import DocumentModel
import Foundation
import Statute

extension Severity: JSONWritable {}

/// A change of one cell that repairs the broken sums.
public struct SuggestionJSON: JSONWritable, Decodable, Hashable, Sendable {
  /// The cell to change.
  public struct Target: JSONWritable, Decodable, Hashable, Sendable {
    public var table: TableID
    public var row: RowID
    public var column: ColumnID

    public func write(to json: inout JSONWriter) {
      json.object { json in
        json.field("table", table)
        json.field("row", row)
        json.field("column", column)
      }
    }
  }

  public var cell: Target
  /// Absent where the cell prints no number.
  public var from: Decimal?
  public var to: Decimal
  /// True where the running text states the suggested number; absent otherwise.
  public var confirmedByText: Bool?

  init(_ suggestion: Suggestion) {
    cell = Target(table: suggestion.table, row: suggestion.row, column: suggestion.column)
    from = suggestion.from
    to = suggestion.to
    confirmedByText = suggestion.confirmedByText ? true : nil
  }

  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("cell", cell)
      json.optionalField("from", from)
      json.field("to", to)
      json.optionalField("confirmedByText", confirmedByText)
    }
  }
}

/// A cell by name; a whole row has no `column`, a whole column no `row`.
public struct CellReferenceJSON: JSONWritable, Decodable, Hashable, Sendable {
  public var row: RowID?
  public var column: ColumnID?

  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.optionalField("row", row)
      json.optionalField("column", column)
    }
  }
}

/// One finding.
public struct FindingJSON: JSONWritable, Decodable, Hashable, Sendable {
  public var rule: String
  public var name: String
  public var severity: Severity
  public var message: String
  public var table: TableID?
  /// Present where `table` is.
  public var cells: [CellReferenceJSON]?
  public var section: SectionID?
  public var expected: Decimal?
  public var actual: Decimal?
  /// The sentence of the report that the finding speaks of.
  public var quote: String?
  public var place: PlaceJSON
  /// The change that repairs the broken sums; the first, where it takes two.
  public var suggestion: SuggestionJSON?
  /// All changes, where it takes more than one.
  public var suggestions: [SuggestionJSON]?
  public var fingerprint: String

  public init(_ finding: Finding, language: Language) {
    rule = finding.rule
    name = finding.name
    severity = finding.severity
    message = finding.message[language]
    table = finding.table
    cells = finding.table == nil ? nil : finding.cells.map { CellReferenceJSON(row: $0.row, column: $0.column) }
    section = finding.section
    expected = finding.expected
    actual = finding.actual
    quote = finding.quote
    place = PlaceJSON(finding.place)
    suggestion = finding.suggestions.first.map(SuggestionJSON.init)
    suggestions = finding.suggestions.count > 1 ? finding.suggestions.map(SuggestionJSON.init) : nil
    fingerprint = finding.fingerprint
  }

  private enum Key: String, CodingKey {
    case rule, name, severity, message, table, cells, section, expected, actual, quote
    case suggestion, suggestions, fingerprint
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    rule = try container.decode(String.self, forKey: .rule)
    name = try container.decode(String.self, forKey: .name)
    severity = try container.decode(Severity.self, forKey: .severity)
    message = try container.decode(String.self, forKey: .message)
    table = try container.decodeIfPresent(TableID.self, forKey: .table)
    cells = try container.decodeIfPresent([CellReferenceJSON].self, forKey: .cells)
    section = try container.decodeIfPresent(SectionID.self, forKey: .section)
    expected = try container.decodeIfPresent(Decimal.self, forKey: .expected)
    actual = try container.decodeIfPresent(Decimal.self, forKey: .actual)
    quote = try container.decodeIfPresent(String.self, forKey: .quote)
    place = try PlaceJSON(from: decoder)
    suggestion = try container.decodeIfPresent(SuggestionJSON.self, forKey: .suggestion)
    suggestions = try container.decodeIfPresent([SuggestionJSON].self, forKey: .suggestions)
    fingerprint = try container.decode(String.self, forKey: .fingerprint)
  }

  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("rule", rule)
      json.field("name", name)
      json.field("severity", severity)
      json.field("message", message)
      json.optionalField("table", table)
      json.optionalField("cells", cells)
      json.optionalField("section", section)
      json.optionalField("expected", expected)
      json.optionalField("actual", actual)
      json.optionalField("quote", quote)
      place.writeFields(to: &json)
      json.optionalField("suggestion", suggestion)
      json.optionalField("suggestions", suggestions)
      json.field("fingerprint", fingerprint)
    }
  }
}

/// A rule that could not judge this report, and why.
public struct UncheckedJSON: JSONWritable, Decodable, Hashable, Sendable {
  public var rule: String
  public var reason: String

  init(_ unchecked: Unchecked, language: Language) {
    rule = unchecked.rule
    reason = unchecked.reason[language]
  }

  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("rule", rule)
      json.field("reason", reason)
    }
  }
}
