// Reconstruction: where text of a page starts that is not seen → the pages that show only a part of what they hold.
import DocumentModel

/// A page whose crop box leaves out a part of its text (a sheet that was trimmed, half a sheet) does not show what the file has: what is not found
/// may stand there, and is not missing from the report.
enum CroppedPages {
  /// So many pieces of text outside are more than a printer's mark.
  private static let least = 2

  /// The pages, by number, that are so.
  static func numbers(_ pages: [Page], hidden: (Int) -> [HiddenText]) -> Set<Int> {
    Set(
      pages.map(\.number).filter { number in
        let page = pages[number - 1]
        let outside = hidden(number).lazy.filter { text in
          !text.isInvisible
            && !((0...page.width).contains(text.x) && (0...page.height).contains(text.y))
        }
        return outside.count >= least
          && !pages[max(0, number - 1 - nearby)..<min(pages.count, number + nearby)].contains {
            $0.number != number && shows(outside.prefix(mostLooked).map { ($0.x, $0.y) }, on: $0)
          }
      })
  }

  /// The parts of a sheet that was cut are no more pages apart: a file of many pages is not held against itself.
  private static let nearby = 3
  /// So many pieces of text tell where they are shown.
  private static let mostLooked = 40
  /// They are shown where at least this share of them is.
  private static let share = 0.6
  /// Places further apart than this, in points, are two.
  private static let near = 4.0

  /// True where another page shows these pieces of text, moved up or down or to a side: a large sheet was cut into pages.
  private static func shows(_ starts: [(x: Double, y: Double)], on page: Page) -> Bool {
    var votes: [[Int]: Int] = [:]
    for start in starts {
      var moves: Set<[Int]> = []
      for glyph in page.glyphs {
        let (dx, dy) = (glyph.box.left - start.x, glyph.box.midY - start.y)
        guard PageCleaner.isPlace(dx), PageCleaner.isPlace(dy) else { continue }
        if abs(dx) < near / 2 { moves.insert([0, Int((dy / near).rounded())]) }
        if abs(dy) < 3 * near { moves.insert([1, Int((dx / near).rounded())]) }
      }
      for move in moves { votes[move, default: 0] += 1 }
    }
    return Double(votes.values.max() ?? 0) >= share * Double(starts.count)
  }
}
