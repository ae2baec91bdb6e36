// Reconstruction: lines of a text → the same without those that a viewer sets over each page.
import DocumentModel

/// Viewers that turn pages write `Page 8 - ` and the name of the file, and `P. 8`, among the text of each.
enum PageMarks {
  /// One alone may be anything.
  private static let fewest = 2

  static func removed(_ lines: [SourceLine]) -> [SourceLine] {
    let marks = lines.indices.filter { isMark(lines[$0].text) }
    guard marks.count >= fewest else { return lines }
    var result = lines
    for index in marks { result[index].text = "" }
    return result
  }

  private static func isMark(_ text: String) -> Bool {
    let body = FieldRows.trimmed(text)
    for word in ["Page ", "P. ", "P."] where body.hasPrefix(word) {
      let rest = body.dropFirst(word.count).drop { $0.isASCII && $0.isNumber }
      return rest.count < body.count - word.count && (rest.isEmpty || word == "Page " && rest.hasPrefix(" - "))
    }
    return false
  }
}
