// Reconstruction: the words above the columns of the review-and-litigation table.
import Statute

enum ReviewHeader {
  /// Those of the names of the columns.
  static let characters = Set(
    Form.columnLabels(table: .reviewAndLitigation, template: .form2021, row: .review).values.flatMap(\.unicodeScalars))
  /// The name of an outcome and a mark.
  private static let longest = 6

  /// True for the name of a column, or a part of one, and a mark at most: the last line of a sentence above the table may be as short.
  static func mayBeName(_ text: [Unicode.Scalar]) -> Bool {
    !text.isEmpty && text.count <= longest && text.count { !characters.contains($0) } <= min(1, text.count - 1)
  }

  /// Longest first: a label stands whole on a line, or over two.
  private static let words = [
    "结果维持", "结果纠正", "其他结果", "尚未审结", "结果", "维持", "纠正", "其他", "尚未", "审结", "总计",
  ].map { Array($0.unicodeScalars) }

  /// Where the words begin and end, left to right; nil where the characters are anything but such words, or no two of them.
  static func parts(_ characters: [Unicode.Scalar]) -> [Range<Int>]? {
    guard characters.count >= 4, characters.count <= 60 else { return nil }
    var parts: [Range<Int>] = []
    var index = 0
    while index < characters.count {
      guard let word = words.first(where: { characters[index...].starts(with: $0) }) else { return nil }
      parts.append(index..<(index + word.count))
      index += word.count
    }
    return parts.count >= 2 ? parts : nil
  }

  private static let groups = 3
  private static let names: [[Unicode.Scalar]] = {
    let labels = Form.columnLabels(table: .reviewAndLitigation, template: .form2021, row: .review)
    let group = Form.reviewColumns.compactMap { labels[$0] }.map { Array($0.unicodeScalars) }
    return Array(repeating: group, count: groups).flatMap(\.self)
  }()

  /// Names that are set apart character by character, each as one cell; the cells as they are where they spell anything else than all of the names.
  /// - Parameter cells: from left to right.
  static func spaced(_ cells: [PrintedCell]) -> [PrintedCell] {
    guard cells.count > names.count, cells.flatMap(\.folded) == Array(names.joined()) else { return cells }
    var rest = cells[...]
    var result: [PrintedCell] = []
    for name in names {
      var own: [PrintedCell] = []
      while own.reduce(0, { $0 + $1.folded.count }) < name.count, let next = rest.popFirst() { own.append(next) }
      guard own.flatMap(\.folded) == name, let first = own.first, let last = own.last else { return cells }
      result.append(PrintedCell(left: first.left, right: last.right, pieces: own.flatMap(\.pieces)))
    }
    return result
  }
}
