// Reconstruction: the printed rows of the applications table → which of them are its header, and the columns that it shows.
import ReportModel
import Statute

struct ApplicationsHeader {
  private static let headerWords = ["自然人", "商业企业", "申请人情况", "法人或其他组织", "科研机构", "勾稽关系"].map(Wording.folded)

  /// The rows of the table, without the cells that number them.
  let rows: [PrintedRow]
  /// The indices of those that are its header, also where it is repeated on a new page.
  let indices: [Int]

  init(_ printed: [PrintedRow]) {
    let headers = Self.withSlivers(printed.indices.filter { Self.isHeader(printed[$0]) }, in: printed)
    rows = Self.withoutNumbering(printed, headers: headers)
    indices = Self.headerRows(rows, headers: headers)
  }

  /// A row of the header that a page break cuts goes on there: words over the columns, and no number and no label.
  /// - Parameter headers: the rows with words of a header.
  private static func headerRows(_ rows: [PrintedRow], headers: [Int]) -> [Int] {
    var result = captioned(rows, headers: headers)
    // Nothing of its words may stand before the break.
    for index in result where !result.contains(index - 1) && result.contains(index - 2) {
      if rows[index].page == rows[index - 1].page + 1, rows[index - 1].cells.allSatisfy({ $0.isEmpty || $0.spansRows })
      {
        result.append(index - 1)
      }
    }
    result.sort()
    guard let last = result.last(where: { rows.indices.contains($0 + 1) && rows[$0 + 1].page == rows[$0].page + 1 }),
      !result.contains(last + 1), let start = start(of: result.map { rows[$0] })
    else { return result }
    let filled = rows[last + 1].cells.filter { !$0.isEmpty && !$0.spansRows }
    if !filled.isEmpty, filled.allSatisfy({ $0.midX > start && !$0.isValue }) {
      result = (result + [last + 1]).sorted()
    }
    return result
  }

  /// With the rows above a header in which nothing stands but cells that reach into it: what a page break leaves of the header's row before.
  private static func withSlivers(_ headers: [Int], in rows: [PrintedRow]) -> [Int] {
    headers.flatMap { header -> [Int] in
      let below = Set(rows[header].cells.map(\.keyed))
      let slivers = rows[..<header].reversed().prefix { row in
        row.page == rows[header].page && row.cells.contains { !$0.isEmpty }
          && row.cells.allSatisfy { $0.isEmpty || $0.spansRows && below.contains($0.keyed) }
      }
      return Array(header - slivers.count...header)
    }
  }

  /// With the rows right above a header that are one cell with words over the whole width: a caption, or the unit of the numbers. A header that is
  /// repeated on a new page repeats them.
  private static func captioned(_ rows: [PrintedRow], headers: [Int]) -> [Int] {
    var result = Set(headers)
    for header in headers {
      var index = header - 1
      while index >= 0, !result.contains(index), rows[index].page == rows[header].page, rows[index].cells.count == 1,
        let cell = rows[index].cells.first, !cell.isEmpty, !cell.spansRows, !cell.isValue
      {
        result.insert(index)
        index -= 1
      }
    }
    return result.sorted()
  }

  private static func isHeader(_ row: PrintedRow) -> Bool {
    let text = row.cells.flatMap(\.folded)
    return headerWords.contains { text.contains($0) }
  }

  /// The columns that the header's cells show; nil where they name none.
  var columnPlan: ColumnPlan? {
    // Header rows follow one another, over a page break too; the one with the most cells shows every column.
    guard let first = indices.first else { return nil }
    var last = first
    while indices.contains(last + 1) { last += 1 }
    let header = rows[first...last].filter { !$0.cells.isEmpty }
    guard let start = Self.start(of: header) else { return nil }
    let counts = header.map { row in row.cells.count { $0.midX > start } }
    guard let most = counts.max(), let leafIndex = counts.lastIndex(of: most) else { return nil }
    let leafRow = header[header.startIndex + leafIndex]
    // A cell that a page break cuts may come as two, one over the other.
    var cells: [PrintedCell] = []
    for cell in leafRow.cells where cell.midX > start {
      let isSame = cells.contains {
        abs($0.left - cell.left) <= Self.sameEdge && abs($0.right - cell.right) <= Self.sameEdge
      }
      if !isSame { cells.append(cell) }
    }
    // What stands above or below a leaf in cells no wider than it belongs to its label (自然人 over two rows, a header cut by a page).
    let leaves = cells.map { leaf -> PrintedCell in
      var leaf = leaf
      var pieces: [PrintedPiece] = []
      var seen: Set<PrintedCell> = []
      for cell in header.flatMap(\.cells)
      where cell.midX > leaf.left && cell.midX < leaf.right && cell.right - cell.left < 1.5 * (leaf.right - leaf.left) {
        if seen.insert(cell.keyed).inserted { pieces += cell.pieces }
      }
      leaf.pieces = pieces
      return leaf
    }
    let labels = Form.columnLabels(table: .applications, template: .form2019, row: .newReceived)
    return ColumnPlan.match(
      leaves, labels: Form.applicantColumns.map { (id: $0, label: labels[$0]!) }, blockLeft: leafRow.extent?.left ?? 0,
      blockRight: leafRow.extent?.right ?? 0)
  }

  /// The edges of cells over one another differ by no more, in points.
  private static let sameEdge = 1.0

  private static let firstColumns = [("自然人", 0.75), ("总计", 1.0)].map { (LabelPattern($0), $1) }

  /// Where the columns for numbers begin: with 自然人, or with a 总计 that is printed before it.
  private static func start(of header: [PrintedRow]) -> Double? {
    let cells = header.flatMap(\.cells)
    let lefts = firstColumns.map { label, alike in
      cells.filter { !$0.isEmpty && label.likeness($0.folded) >= alike }.map(\.left).min()
    }
    return lefts[0].map { min($0, lefts[1] ?? $0) }
  }

  /// Without the cells that number the rows.
  private static func withoutNumbering(_ rows: [PrintedRow], headers: [Int]) -> [PrintedRow] {
    guard let start = start(of: headers.map { rows[$0] }) else { return rows }
    return RowNumbers.removed(rows, before: start)
  }
}
