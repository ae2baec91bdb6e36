// Reconstruction: the rows of a table in ruled areas → the same, the last one of a page in doubt where the page cuts it and its rest was not found.
import DocumentModel

enum CutRows {
  /// - Parameters:
  ///   - rows: of one table, in order.
  ///   - open: the areas without an edge under their last row.
  ///   - lines: the lines of each page, without page numbers; asked for where a row is cut.
  static func doubted(_ rows: [PrintedRow], open: Set<Int>, lines: @autoclosure () -> [[PrintedLine]]) -> [PrintedRow] {
    var result = rows
    var known: [[PrintedLine]]?
    for (index, row) in rows.enumerated() where row.doubt == nil && open.contains(row.block) {
      let next = rows.indices.contains(index + 1) ? rows[index + 1] : nil
      guard next?.block != row.block, next?.page != row.page + 1 else { continue }
      let lines = known ?? lines()
      known = lines
      guard lines.indices.contains(row.page),
        !lines[row.page - 1].contains(where: { $0.box.top >= row.bottom }),
        let first = lines[row.page].min(by: { $0.box.midY < $1.box.midY }), !Headings.mayStart(first)
      else { continue }
      result[index].doubt = .rowAmbiguous
    }
    return result
  }
}
