// Reconstruction: the rows of the table that is meant, and those of its other prints → rows that come again with other numbers, in doubt.
import DocumentModel
import Statute

extension TableChoice {
  /// What stands over so many prints is looked for; no report has more.
  private static let mostPrints = 8

  /// The rows of the other prints, but for those of which something says that they are others.
  func others(than meant: Int, of prints: [Print]) -> [PrintedRow] {
    let areMany = prints.count > Self.mostPrints
    let others = prints.indices.filter { $0 != meant && (areMany || !isToldApart(prints[$0], from: prints[meant])) }
    return others.flatMap { prints[$0] }.flatMap(\.rows)
  }

  /// True where something says that a print is another one than the one that is meant: what stands over it, or that it is no table of its kind.
  private func isToldApart(_ print: Print, from meant: Print) -> Bool {
    let (own, other) = (Set(meant.flatMap(\.columns)), Set(print.flatMap(\.columns)))
    // A page break may cut a header.
    if !own.isSubset(of: other), !other.isSubset(of: own) { return true }
    return print.contains(where: \.isTurned) || Self.isHeadedOtherwise(print) || isCaptioned(print)
      || isBehindEnd(print, of: meant)
  }

  /// True where the first row names columns that are none of the form's.
  private static func isHeadedOtherwise(_ print: Print) -> Bool {
    guard let row = print.first?.rows.first else { return false }
    let filled = row.cells.filter { !$0.isEmpty }
    guard filled.count >= fewestNames, filled.allSatisfy({ !$0.isValue }), describedLabels(row).isEmpty else {
      return false
    }
    return !headerWords.keys.contains { isHeader($0, row) } && !filled.contains { $0.folded == content }
  }
  private static let content = Wording.folded("信息内容")
  /// The rest of a label, beside that of its group, is no header.
  private static let fewestNames = 3

  private static func describedLabels(_ row: PrintedRow) -> Set<String> {
    TableID.allCases.reduce(into: []) { $0.formUnion(labels(row, $1)) }
  }

  /// The rows, in doubt where others of the same label and as many cells say something else.
  static func disputed(_ rows: [PrintedRow], _ id: TableID, by others: [PrintedRow]) -> [PrintedRow] {
    var said: [String: [[String]]] = [:]
    for row in others {
      let values = values(row)
      if values.count >= fewestCells || values.contains(where: { !$0.isEmpty }) {
        for label in labels(row, id) { said[label, default: []].append(values) }
      }
    }
    guard said.count >= again else { return rows }
    return rows.map { row in
      let values = values(row)
      guard
        labels(row, id).contains(where: { said[$0]?.contains { $0.count == values.count && $0 != values } ?? false })
      else { return row }
      var row = row
      row.doubt = row.doubt ?? .rowAmbiguous
      return row
    }
  }

  /// A row of so many cells says something even where all are blank.
  private static let fewestCells = 7

  /// What its cells say, blank or not.
  private static func values(_ row: PrintedRow) -> [String] {
    row.cells.filter { !$0.spansRows && ($0.isEmpty || $0.isValue) }.map(\.text)
  }

  private static func labels(_ row: PrintedRow, _ id: TableID) -> Set<String> {
    var own = Segment(rows: [row])
    describe(&own, id)
    return own.labels
  }
}
