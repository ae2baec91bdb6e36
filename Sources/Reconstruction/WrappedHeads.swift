// Reconstruction: rows of the Article-20 table without rules → the same, the lines of a header that wraps as one row.
import Statute

/// Where names of columns wrap, a page without rules has each of their lines for itself: above the words over the labels (信息内容) and below them. By
/// themselves they pass for rows, or lie in the cells of the row below.
enum WrappedHeads {
  /// So many lines of a header stand on either side of the words over the labels.
  private static let most = 3
  private static let labels = Wording.folded("信息内容")
  private static let names: [[Unicode.Scalar]] = {
    let rows = Template.allCases.flatMap { template in
      let form = Form.of(.article20, template)
      return form.rows.flatMap { form.columnPairs($0).map(\.label) }
    }
    return Set(rows).map(Wording.folded)
  }()

  static func joined(_ rows: [PrintedRow]) -> [PrintedRow] {
    var result: [PrintedRow] = []
    var index = 0
    while index < rows.count {
      guard let head = rows[index...].prefix(most + 1).firstIndex(where: isHead), let label = rows[head].cells.first,
        rows[index..<head].allSatisfy({ isFragment($0, of: rows[head], right: label.right) })
      else {
        result.append(rows[index])
        index += 1
        continue
      }
      let below = rows[(head + 1)...].prefix(most).prefix { isFragment($0, of: rows[head], right: label.right) }
      let own = rows[index..<(head + 1 + below.count)]
      result += own.count > 1 ? merged(own, label: label).map { [$0] } ?? Array(own) : Array(own)
      index = own.endIndex
    }
    return result
  }

  private static func isHead(_ row: PrintedRow) -> Bool {
    row.isLoose && row.page > 0 && row.cells.first?.folded == labels
  }

  /// True for a line of nothing but parts of columns' names, right of those over the labels.
  private static func isFragment(_ row: PrintedRow, of head: PrintedRow, right: Double) -> Bool {
    row.isLoose && row.page == head.page && !row.cells.isEmpty
      && row.cells.allSatisfy { cell in
        cell.left >= right && !cell.folded.isEmpty && !cell.text.unicodeScalars.contains(where: Wording.isDigit)
          && names.contains { contains($0, cell.folded) }
      }
  }

  private static func contains(_ name: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
    part.count <= name.count
      && (0...(name.count - part.count)).contains { name[$0..<($0 + part.count)].elementsEqual(part) }
  }

  /// The lines as one row; nil where they do not stand over one another.
  private static func merged(_ rows: ArraySlice<PrintedRow>, label: PrintedCell) -> PrintedRow? {
    let cells = rows.flatMap { row in row.cells.filter { $0 != label } }
    var columns: [PrintedCell] = []
    for cell in cells {
      let over = columns.indices.filter { columns[$0].left < cell.right && cell.left < columns[$0].right }
      guard over.count < 2 else { return nil }
      guard let column = over.first else {
        columns.append(cell)
        continue
      }
      columns[column].left = min(columns[column].left, cell.left)
      columns[column].right = max(columns[column].right, cell.right)
      columns[column].pieces += cell.pieces
    }
    columns.sort { $0.left < $1.left }
    guard columns.allSatisfy({ column in names.contains { contains($0, column.folded) } }),
      var row = rows.first(where: isHead)
    else { return nil }
    row.cells = [label] + columns
    row.top = rows.map(\.top).min()!
    row.bottom = rows.map(\.bottom).max()!
    return row
  }
}
