// Audit: a sentence → its clauses.

/// The clauses of a sentence.
enum Clause {
  private static let ends = UnitSet("，,；;。！？:()")

  /// Where the clause that holds `position` ends: at the next punctuation but 、, or at the end of the text.
  static func end(in text: [UInt16], from position: Int) -> Int {
    text[position...].firstIndex(where: ends.contains) ?? text.endIndex
  }

  /// Where the clause that holds `position` starts.
  static func start(in text: [UInt16], of position: Int) -> Int {
    text[..<position].lastIndex(where: ends.contains).map { $0 + 1 } ?? 0
  }
}
