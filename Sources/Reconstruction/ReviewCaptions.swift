// Reconstruction: the review table in three ruled areas without words of their groups → the same, each under the group that is written over it.
import DocumentModel
import Statute

/// Reports also set each group of the review table as a table of its own, its name on a line above: （二）行政诉讼—未经复议直接起诉.
enum ReviewCaptions {
  private static let groups: [(RowID, [Unicode.Scalar])] = [
    (.litigationAfterReview, "复议后"), (.litigationDirect, "未经复议"), (.litigationDirect, "直接起诉"),
  ].map { ($0, Wording.folded($1)) }
  private static let (review, litigation) = (Wording.folded("行政复议"), Wording.folded("行政诉讼"))
  private static let header = ["结果维持", "总计"].map(Wording.folded)

  /// The rows with those lines as cells over the areas; as they are where not each area has another group's.
  static func inserted(_ rows: [PrintedRow], lines: [[PrintedLine]]) -> [PrintedRow] {
    let starts = rows.indices.filter { $0 == 0 || rows[$0].block != rows[$0 - 1].block }
    guard starts.count == 3, starts.allSatisfy({ isHeader(rows[$0]) }),
      !rows.contains(where: { row in row.cells.contains { group(of: $0.folded) != nil } })
    else { return rows }
    var captions: [Int: PrintedRow] = [:]
    var named: Set<RowID> = []
    for start in starts {
      let row = rows[start]
      guard let left = row.cells.first?.left, let right = row.cells.last?.right,
        let line = lines[row.page - 1].filter({ $0.box.midY < row.top }).max(by: { $0.box.midY < $1.box.midY }),
        let group = group(of: Wording.folded(line.text)), named.insert(group).inserted
      else { return rows }
      let piece = PrintedPiece(
        text: line.text, place: line.place, left: left, right: right, top: line.box.top, bottom: line.box.bottom,
        unit: 1)
      captions[start] = PrintedRow(
        cells: [PrintedCell(left: left, right: right, pieces: [piece])], page: row.page, top: line.box.top,
        bottom: line.box.bottom, block: row.block)
    }
    return rows.indices.flatMap { index in (captions[index].map { [$0] } ?? []) + [rows[index]] }
  }

  private static func isHeader(_ row: PrintedRow) -> Bool {
    row.cells.count == Form.reviewColumns.count
      && header.allSatisfy { word in row.cells.contains { $0.folded == word } }
  }

  /// The group that the words name, if they name one: the heading of the section names two.
  private static func group(of text: [Unicode.Scalar]) -> RowID? {
    if let special = groups.first(where: { text.contains($0.1) }) { return special.0 }
    return text.contains(review) && !text.contains(litigation) ? .review : nil
  }
}
