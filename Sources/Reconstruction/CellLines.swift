// Reconstruction: a printed cell, whose text may stand on several lines → the cell of the table.
import DocumentModel
import ReportModel

extension ValueReader {
  /// What may be left of a cell's width beside a number that was wrapped, in widths of its widest digit.
  private static let wrapSlack = 1.6
  /// A gap inside one number is narrower than this, in character sizes.
  private static let widestInside = 1.0

  /// The cell as printed. `severalValues` where its lines are numbers that did not have to wrap.
  static func read(_ cell: PrintedCell) -> Cell {
    let places = cell.places
    guard !cell.isEmpty else { return Cell(state: .blank, places: places) }
    let text = cell.text
    if cell.pieces.contains(where: \.isHidden) {
      return Cell(state: .unread, text: text, places: places, doubt: .textLayer)
    }
    if holdsNeighbours(cell) { return Cell(state: .unread, text: text, places: places, doubt: .severalValues) }
    if cell.pieces.count > 1, !isOneValue(cell) || hasLinesInOneAnother(cell) {
      return Cell(state: .unread, text: text, places: places, doubt: .severalValues)
    }
    var result = read(text, places: places)
    result.firstLine = cell.pieces.count > 1 ? cell.pieces.first?.text : nil
    result.isJoined = cell.pieces.count > 1 || cell.pieces.contains { max($0.widestGap, $0.widestSpace) > spaced }
    // Words over several lines where a number belongs are seldom a remark: a seal or a watermark reaches into the cell.
    // So are the words of a seal.
    if result.state == .text, cell.pieces.count > 1 || text.hasSuffix("专用章") || text.hasSuffix("公章"),
      !text.unicodeScalars.contains(where: Wording.isDigit)
    {
      return Cell(state: .unread, text: text, places: places, doubt: .severalValues)
    }
    return result
  }

  /// True for numbers side by side in one cell: the edge between two columns is lost.
  private static func holdsNeighbours(_ cell: PrintedCell) -> Bool {
    cell.pieces.contains { $0.widestGap >= widestInside && isValue($0.text) }
  }

  /// True for the numbers of two columns or rows in one cell.
  static func isJoined(_ cell: PrintedCell) -> Bool {
    holdsNeighbours(cell) || cell.spansRows && cell.pieces.count > 1 && cell.isValue
  }

  /// Lines of one number stand under one another, further apart than this in widths of a digit, whatever boxes their font has. What is nearer is a
  /// mark beside it.
  private static let raised = 0.9

  private static func hasLinesInOneAnother(_ cell: PrintedCell) -> Bool {
    let pieces = cell.pieces.filter { $0.bottom > $0.top && $0.text.unicodeScalars.contains(where: Wording.isDigit) }
    return zip(pieces, pieces.dropFirst()).contains { upper, lower in
      abs(upper.top + upper.bottom - lower.top - lower.bottom) / 2 < raised * min(upper.unit, lower.unit)
    }
  }

  /// A space between digits, in sizes of a character, that is none within a number as fonts set it.
  private static let spaced = 0.15

  /// Digits of one number are as wide as one another, but for this share.
  private static let sameSize = 0.85

  /// Several lines are one value where they are no numbers of their own, or where a number had to wrap: then each line but the last
  /// fills the cell.
  private static func isOneValue(_ cell: PrintedCell) -> Bool {
    let texts = cell.pieces.map { Wording.withoutSpaces($0.text) }
    let numeric = texts.filter { number($0) != nil }
    // A remark or a unit below the number, a text over several lines.
    if numeric.count <= 1
      && !texts.dropFirst().contains(where: { $0.first.map { Wording.isDigit($0.unicodeScalars.first!) } ?? false })
    {
      return true
    }
    // A separator at the end of a line says itself that the number goes on.
    if texts.dropLast().allSatisfy({ $0.hasSuffix(",") || $0.hasSuffix("，") || $0.hasSuffix(".") }),
      number(texts.joined()) != nil
    {
      return true
    }
    guard let area = cell.area else { return false }
    // A number goes on in letters of the same size: smaller ones are a mark or a remark.
    let sizes = cell.pieces.map(\.unit).filter { $0 > 0 }
    if let least = sizes.min(), let most = sizes.max(), least < Self.sameSize * most { return false }
    // Vertical writing of one number (one digit a line) is not told from several values by its width alone.
    return cell.pieces.dropLast().allSatisfy { piece in
      area.width - (piece.right - piece.left) <= wrapSlack * max(piece.unit, 1) + 4
    }
  }
}
