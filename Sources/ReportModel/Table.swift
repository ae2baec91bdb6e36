// ReportModel: a reconstructed table: all rows and columns of its printed template, in template order.
import DocumentModel
import Foundation
import Statute

/// A row of a reconstructed table.
public struct Row: Hashable, Sendable {
  public var id: RowID
  /// The label as printed, its lines joined and spaces removed; the form's own label where the row was not found.
  public var label: String
  /// Where the label stands; empty where the row was not found.
  public var labelPlaces: [Place]
  /// The cells in the order of the form's columns.
  public var cells: [Entry]

  public struct Entry: Hashable, Sendable {
    public var column: ColumnID
    public var cell: Cell

    public init(column: ColumnID, cell: Cell) {
      self.column = column
      self.cell = cell
    }
  }

  public init(id: RowID, label: String, labelPlaces: [Place] = [], cells: [Entry]) {
    self.id = id
    self.label = label
    self.labelPlaces = labelPlaces
    self.cells = cells
  }

  /// The cell of that column; nil where the form asks for none.
  public subscript(column: ColumnID) -> Cell? {
    cells.firstIndex { $0.column == column }.map { cells[$0].cell }
  }
}

/// A row or column printed beyond those of the template.
public struct ExtraLine: Hashable, Sendable {
  public enum Axis: String, Sendable, Codable { case row, column }
  public var axis: Axis
  public var label: String
  public var places: [Place]
  /// What stands in its cells, left to right or top to bottom.
  public var texts: [String]

  public init(axis: Axis, label: String, places: [Place], texts: [String]) {
    self.axis = axis
    self.label = label
    self.places = places
    self.texts = texts
  }
}

/// One of the three tables as the document prints it.
public struct Table: Hashable, Sendable {
  public var id: TableID
  /// The form that is printed, whatever the year calls for.
  public var template: Template
  /// False where the printed table does not tell the two forms apart (reviewAndLitigation never does).
  public var templateIsPrinted: Bool
  /// All rows of the template, in its order.
  public var rows: [Row]
  /// Rows of the template that the **document** certainly does not print.
  public var missingRows: [RowID]
  /// Columns of the template that the **document** certainly does not print.
  public var missingColumns: [ColumnID]
  public var extras: [ExtraLine]
  /// Headers as printed, by row and column id, where they were found (for label drift).
  public var columnLabels: [ColumnID: String]
  /// Where the table stands: one area a page, or its first and last line.
  public var places: [Place]
  /// True where every cell was read, every sum of the table holds and at least one of them is not zero on both sides:
  /// the redundancy of the form then proves the reading.
  public var isProven: Bool

  public init(
    id: TableID, template: Template, templateIsPrinted: Bool = true, rows: [Row], missingRows: [RowID] = [],
    missingColumns: [ColumnID] = [], extras: [ExtraLine] = [], columnLabels: [ColumnID: String] = [:],
    places: [Place] = [], isProven: Bool = false
  ) {
    self.id = id
    self.template = template
    self.templateIsPrinted = templateIsPrinted
    self.rows = rows
    self.missingRows = missingRows
    self.missingColumns = missingColumns
    self.extras = extras
    self.columnLabels = columnLabels
    self.places = places
    self.isProven = isProven
  }

  /// The row with that id; nil where the template has none.
  public subscript(row: RowID) -> Row? { rows.first { $0.id == row } }

  /// The cell at that row and column; nil where the template asks for none.
  public subscript(row: RowID, column: ColumnID) -> Cell? {
    rows.firstIndex { $0.id == row }.flatMap { rows[$0][column] }
  }
}
