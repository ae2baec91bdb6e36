// Reconstruction: lines of a text with bars on lines of their own → its cells, one a line.
import DocumentModel

/// Cells with a bar behind each on a line of its own.
enum BarsBetween {
  /// Pieces of the name of a column have no more characters.
  private static let longest = 4

  /// The cells, one a line. A bar behind another says of a blank cell, and gives an empty line.
  static func removed(_ lines: [SourceLine], _ parts: [BarredLine]) -> [SourceLine] {
    var result: [SourceLine] = []
    var open: [SourceLine] = []
    var isBehindBar = false
    for (line, part) in zip(lines, parts) {
      switch part {
      case .bars:
        if open.isEmpty, isBehindBar { result.append(SourceLine(number: line.number, text: "")) }
        result += joined(open)
        (open, isBehindBar) = ([], true)
      default:
        if line.text.allSatisfy(\.isWhitespace), isBehindBar { continue }
        open.append(line)
        if open.count > 2 {
          isBehindBar = false
          result.append(open.removeFirst())
        }
      }
    }
    return result + open
  }

  /// The lines of one cell: a name that wraps is one.
  private static func joined(_ lines: [SourceLine]) -> [SourceLine] {
    guard lines.count > 1,
      lines.allSatisfy({ $0.text.unicodeScalars.count <= longest && !ValueReader.isValue($0.text) })
    else { return lines }
    return [SourceLine(number: lines[0].number, text: lines.map(\.text).joined())]
  }
}
