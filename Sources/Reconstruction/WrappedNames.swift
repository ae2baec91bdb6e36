// Reconstruction: lines of the header of a text → the same, names of columns that wrap in one piece.

/// Cells of a header hold paragraphs, each of which is a line of the text: 商业 and 企业 are one name.
enum WrappedNames {
  /// Pieces make up a name where they are nearly it, and the first alone is not.
  private static let whole = 0.9
  private static let known = 0.75
  private static let most = 4

  static func joined(_ texts: [String], names: [LabelPattern]) -> [String] {
    func isName(_ text: String, _ likeness: Double) -> Bool {
      let folded = Wording.folded(text)
      return names.contains { $0.likeness(folded) >= likeness }
    }
    var result: [String] = []
    var rest = texts[...]
    while let first = rest.first {
      let count =
        isName(first, known)
        ? nil : (2...most).first { rest.count >= $0 && isName(rest.prefix($0).joined(), whole) }
      result.append(rest.prefix(count ?? 1).joined())
      rest = rest.dropFirst(count ?? 1)
    }
    return result
  }
}
