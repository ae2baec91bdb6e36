// Reconstruction: lines of a table without rules that a page break cuts through and both pages print → one line.

/// Some producers cut a page wherever it ends: the row there is drawn on both pages, each showing a part of its characters (`SlicedRows` for tables
/// with rules). No two rows of a form that follow one another have one label.
enum SlicedLines {
  /// A row has no more lines.
  private static let most = 5
  /// The same place on two pages, in points.
  private static let same = 1.0

  /// The lines of each page, in reading order, without those that the next page prints again.
  static func joined(_ pages: [[PrintedLine]]) -> [[PrintedLine]] {
    var result = pages
    for page in pages.indices.dropLast() {
      let (upper, lower) = (result[page], result[page + 1])
      let count = (1...most).last { count in
        count <= min(upper.count, lower.count) && isRow(lower.prefix(count))
          && zip(upper.suffix(count), lower).allSatisfy(isSame)
      }
      guard let count else { continue }
      // What one page does not show the other one does.
      for (index, line) in upper.suffix(count).enumerated() {
        for run in line.runs.indices {
          for glyph in line.runs[run].glyphs.indices where !line.runs[run].glyphs[glyph].isHidden {
            result[page + 1][index].runs[run].glyphs[glyph].isHidden = false
          }
        }
      }
      result[page].removeLast(count)
    }
    return result
  }

  /// True for lines with a label and a value.
  private static func isRow(_ lines: ArraySlice<PrintedLine>) -> Bool {
    let runs = lines.lazy.flatMap(\.runs).map(\.text)
    return runs.contains(where: ValueReader.isValue)
      && runs.contains { $0.unicodeScalars.contains(where: Wording.isIdeograph) }
  }

  private static func isSame(_ upper: PrintedLine, _ lower: PrintedLine) -> Bool {
    upper.runs.count == lower.runs.count
      && zip(upper.runs, lower.runs).allSatisfy { one, other in
        abs(one.box.left - other.box.left) <= same && one.glyphs.map(\.character) == other.glyphs.map(\.character)
      }
  }
}
