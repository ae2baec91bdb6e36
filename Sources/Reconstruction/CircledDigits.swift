// Reconstruction: cells with circled numbers → those whose circled number may be a digit are unread.
import ReportModel

/// `12①` is a number with the mark of a note. But a font whose map says ① for the digit 1 gives the same for 121: then other cells hold circled
/// numbers where no mark stands, alone or before a digit.
enum CircledDigits {
  /// Takes back numbers with circled marks, if circled numbers stand for digits anywhere in the tables.
  static func checked(_ tables: [Table]) -> [Table] {
    let cells = tables.lazy.flatMap(\.rows).flatMap(\.cells).map(\.cell)
    guard cells.contains(where: { $0.state != .number && isDigit($0.text) }) else { return tables }
    return tables.map { table in
      var table = table
      table.forget(.illegible) { cell in
        cell.state == .number ? cell.note?.unicodeScalars.allSatisfy(isCircled) ?? false : isDigit(cell.text)
      }
      return table
    }
  }

  /// True where a text of digits has a circled one that marks no number.
  private static func isDigit(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard scalars.contains(where: isCircled), scalars.allSatisfy({ isCircled($0) || Wording.isDigit($0) }) else {
      return false
    }
    return isCircled(scalars[0]) || scalars.dropLast().contains(where: isCircled)
  }

  /// ① to ⑳, and ⓪.
  private static func isCircled(_ scalar: Unicode.Scalar) -> Bool {
    ("\u{2460}"..."\u{2473}").contains(scalar) || scalar == "\u{24EA}"
  }
}
