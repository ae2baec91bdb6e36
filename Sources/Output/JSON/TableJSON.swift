// Output: Table → the `tables` of the contract, rows and cells in the order of the form.
import Audit
import DocumentModel
import Foundation
import ReportModel
import Statute

extension TableID: JSONWritable {}
extension RowID: JSONWritable {}
extension ColumnID: JSONWritable {}
extension Template: JSONWritable {}
extension Cell.State: JSONWritable {}
extension Doubt: JSONWritable {}
extension ExtraLine.Axis: JSONWritable {}

/// One cell: what is printed, what it means, and where it stands.
public struct CellJSON: JSONWritable, Decodable, Hashable, Sendable {
  public var state: Cell.State
  public var text: String
  /// Exact as printed; `null` unless `state` is `number`.
  public var value: Nullable<Decimal>
  public var unit: String?
  public var note: String?
  /// Why it is `unread`.
  public var doubt: Doubt?
  public var place: PlaceJSON
  /// All places, where there are several; `page` and `box` are the first.
  public var spans: [PlaceJSON]?

  init(_ cell: Cell) {
    state = cell.state
    text = cell.text
    value = Nullable(cell.value)
    unit = cell.unit
    note = cell.note
    doubt = cell.doubt
    place = PlaceJSON(cell.places.first)
    spans = cell.places.count > 1 ? cell.places.map(PlaceJSON.init) : nil
  }

  private enum Key: String, CodingKey { case state, text, value, unit, note, doubt, spans }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    state = try container.decode(Cell.State.self, forKey: .state)
    text = try container.decode(String.self, forKey: .text)
    value = try container.decode(Nullable<Decimal>.self, forKey: .value)
    unit = try container.decodeIfPresent(String.self, forKey: .unit)
    note = try container.decodeIfPresent(String.self, forKey: .note)
    doubt = try container.decodeIfPresent(Doubt.self, forKey: .doubt)
    place = try PlaceJSON(from: decoder)
    spans = try container.decodeIfPresent([PlaceJSON].self, forKey: .spans)
  }

  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("state", state)
      json.field("text", text)
      json.field("value", value)
      json.optionalField("unit", unit)
      json.optionalField("note", note)
      json.optionalField("doubt", doubt)
      place.writeFields(to: &json)
      json.optionalField("spans", spans)
    }
  }
}

/// One row; `cells` is an object with a key for each column that the form has there.
public struct RowJSON: JSONWritable, Decodable, Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    public var column: ColumnID
    public var cell: CellJSON
  }
  public var id: RowID
  public var label: String
  public var entries: [Entry]

  init(_ row: Row) {
    id = row.id
    label = row.label
    entries = row.cells.map { Entry(column: $0.column, cell: CellJSON($0.cell)) }
  }

  private enum Key: String, CodingKey { case id, label, cells }

  /// In every form the total is the last column; the others come in the order of `ColumnID`.
  static let columnOrder = ColumnID.allCases.filter { $0 != .total } + [.total]

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    id = try container.decode(RowID.self, forKey: .id)
    label = try container.decode(String.self, forKey: .label)
    let cells = try container.nestedContainer(keyedBy: ColumnKey.self, forKey: .cells)
    entries = []
    for column in Self.columnOrder {
      let key = ColumnKey(stringValue: column.rawValue)
      guard let cell = try cells.decodeIfPresent(CellJSON.self, forKey: key) else { continue }
      entries.append(Entry(column: column, cell: cell))
    }
  }

  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("id", id)
      json.field("label", label)
      json.field("cells", Cells(entries: entries))
    }
  }

  private struct Cells: JSONWritable {
    var entries: [Entry]

    func write(to json: inout JSONWriter) {
      json.object { json in
        for entry in entries { json.field(named: entry.column.rawValue, entry.cell) }
      }
    }
  }
}

/// A column id as a key.
struct ColumnKey: CodingKey {
  var stringValue: String
  var intValue: Int? { nil }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

/// A row or column that the form does not have.
public struct ExtraJSON: JSONWritable, Decodable, Hashable, Sendable {
  public var axis: ExtraLine.Axis
  public var label: String
  public var texts: [String]
  public var place: PlaceJSON

  init(_ extra: ExtraLine) {
    axis = extra.axis
    label = extra.label
    texts = extra.texts
    place = PlaceJSON(extra.places.first)
  }

  private enum Key: String, CodingKey { case axis, label, texts }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    axis = try container.decode(ExtraLine.Axis.self, forKey: .axis)
    label = try container.decode(String.self, forKey: .label)
    texts = try container.decode([String].self, forKey: .texts)
    place = try PlaceJSON(from: decoder)
  }

  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("axis", axis)
      json.field("label", label)
      json.field("texts", texts)
      place.writeFields(to: &json)
    }
  }
}

/// One table with all rows and columns of its printed template.
public struct TableJSON: JSONWritable, Decodable, Hashable, Sendable {
  public var id: TableID
  public var template: Template
  /// True where the sums of the table prove that it was read right.
  public var proven: Bool
  public var rows: [RowJSON]
  /// Of the template, which the document does not print; absent where there are none.
  public var missingRows: [RowID]?
  public var missingColumns: [ColumnID]?
  /// Rows and columns beyond those of the template; absent where there are none.
  public var extras: [ExtraJSON]?

  init(_ table: Table) {
    id = table.id
    template = table.template
    proven = table.isProven
    rows = table.rows.map(RowJSON.init)
    missingRows = table.missingRows.isEmpty ? nil : table.missingRows
    missingColumns = table.missingColumns.isEmpty ? nil : table.missingColumns
    extras = table.extras.isEmpty ? nil : table.extras.map(ExtraJSON.init)
  }

  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("id", id)
      json.field("template", template)
      json.field("proven", proven)
      json.field("rows", rows)
      json.optionalField("missingRows", missingRows)
      json.optionalField("missingColumns", missingColumns)
      json.optionalField("extras", extras)
    }
  }
}
