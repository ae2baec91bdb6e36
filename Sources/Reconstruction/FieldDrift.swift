// Reconstruction: rows of fields under headers → whether the fields of numbers are those of their headers.
import Statute

/// Converters that cut a table where its words stand give a header and the numbers under it different fields: | 规章 | | | 0 | under
/// | 信息内容 | | 制发件数 | 废止件数 | says nothing of where the 0 stood. Where one number stands under no header, no field says which
/// column it is.
enum FieldDrift {
  /// True where a number stands in a field over which its header leaves an empty one, or none, though fields there are.
  /// `values`: the cells of a row behind its label.
  static func isIn(_ rows: [PrintedRow], header: [Bool], values: (PrintedRow) -> [PrintedCell]) -> Bool {
    var heads: [PrintedCell] = []
    for (row, isHeader) in zip(rows, header) {
      let cells = values(row)
      if isHeader {
        let filled = cells.filter { !$0.isEmpty }
        if !filled.isEmpty, filled.allSatisfy({ !isBlockMark($0) }) {
          heads = filled
          if isSplit(heads) { return true }
        }
        continue
      }
      guard !heads.isEmpty, !row.isLoose else { continue }
      let numbers = cells.filter { !$0.isEmpty && $0.isOfText && $0.isValue }
      if numbers.contains(where: { number in !heads.contains { $0.left == number.left } }) { return true }
    }
    return false
  }

  private static let labels = Template.allCases.flatMap { template in
    let form = Form.of(.article20, template)
    return form.rows.flatMap { row in row.columns.map { LabelPattern(form.columnLabel($0, row: row.id)) } }
  }
  private static let whole = 0.9

  /// True where the name of one column stands in two fields: 本年 | 增/减.
  private static func isSplit(_ heads: [PrintedCell]) -> Bool {
    guard heads.contains(where: \.isOfText) else { return false }
    return zip(heads, heads.dropFirst()).contains { first, second in
      let joined = first.folded + second.folded
      return labels.contains { label in
        label.likeness(joined) >= whole && label.likeness(first.folded) < whole && label.likeness(second.folded) < whole
      }
    }
  }

  private static let blockMark = Wording.folded("第二十条")
  private static func isBlockMark(_ cell: PrintedCell) -> Bool { cell.folded.starts(with: blockMark) }
}
