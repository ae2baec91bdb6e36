// Statute: the three tables of both forms as values: ids, printed labels, groups.

/// A row of a form: its id, the label as the form prints it, the group that it stands under, and the columns that ask for a number.
public struct FormRow: Hashable, Sendable {
  public var id: RowID
  /// The label as the form prints it, without spaces.
  public var label: String
  /// The group label printed before it, such as （三）不予公开, or 第二十条第（一）项; nil where the row stands alone.
  public var group: String?
  public var columns: [ColumnID]
}

/// A column of a form: its id, and the header as the form prints it.
public struct FormColumn: Hashable, Sendable {
  public var id: ColumnID
  public var label: String
}

/// One table of one form, rows and columns in printed order.
public struct Form: Hashable, Sendable {
  public var table: TableID
  public var template: Template
  public var rows: [FormRow]

  /// The form's printed header for a column of a row (in article20 it differs from block to block).
  public func columnLabel(_ column: ColumnID, row: RowID) -> String {
    Form.columnLabels(table: table, template: template, row: row)[column] ?? column.rawValue
  }

  /// The row with that id; nil where the form has none.
  public func row(_ id: RowID) -> FormRow? { rows.first { $0.id == id } }

  /// The number of cells that ask for a number: 22 and 10, 161 and 175, 15 and 15.
  public var cellCount: Int { rows.reduce(0) { $0 + $1.columns.count } }
}
