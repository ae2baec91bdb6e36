// Reconstruction: the lines of a page → the characters that only number them, in the margin.
import DocumentModel

enum MarginNumbers {
  /// Fewer are no numbering of lines.
  private static let fewest = 8

  /// The page without the numbers of its lines: to the left of everything else, one under the other, counting.
  static func removed(_ page: Page, lines: [PrintedLine]) -> Page? {
    let first = lines.compactMap { line -> (line: PrintedLine, run: Run)? in
      guard let run = line.runs.first, run.glyphs.count <= 4, run.glyphs.allSatisfy({ Wording.isDigit($0.character) })
      else { return nil }
      return (line, run)
    }
    guard first.count >= fewest, let edge = first.map(\.run.box.right).max() else { return nil }
    let numbers = first.map { Int($0.run.text) ?? 0 }
    guard zip(numbers, numbers.dropFirst()).allSatisfy({ $1 == $0 + 1 }) else { return nil }
    let runs = Set(first.map(\.run.box))
    let isOutside = lines.allSatisfy { line in
      line.runs.allSatisfy { runs.contains($0.box) || $0.box.left >= edge }
    }
    guard isOutside else { return nil }
    var result = page
    result.glyphs.removeAll { $0.box.right <= edge }
    return result
  }
}
