// Reconstruction: words that a program gives with their places on the page → lines in which spaces keep the places.
import DocumentModel

/// `pdftotext -tsv` and `-bbox`, `pdftohtml -xml`, programs that read pictures and others print a word a line, with the box that it has on its page. Set
/// in lines again it is a text that is aligned by spaces.
enum PlacedWords {
  /// So many words, and so large a share of the lines, make a text one of words with places.
  private static let fewest = 30
  private static let share = 0.3
  /// More words are no report.
  private static let most = 200_000

  /// Words stand on one line where their middles are no further apart than this, in heights of the word.
  private static let level = 0.25
  /// Words with less between them touch, in heights of the word: programs part words where the font changes.
  private static let touching = 0.15
  /// Of all words this share is set as close as those of the tables.
  private static let close = 0.1

  struct Word {
    var page = 1
    var line: Int
    var left: Double
    var top: Double
    /// nil where only the size of the font is known.
    var right: Double?
    var height: Double
    var text: String

    /// How many columns it takes, ideographs two.
    var columns: Double { text.unicodeScalars.reduce(0) { $0 + LooseLines.advance($1, .double) } }
    var width: Double { right.map { $0 - left } ?? columns * height / 2 }
    var middle: Double { top + height / 2 }
  }

  /// The lines, each from that of the file which its first word is on; nil for a text of another kind.
  static func lines(_ source: [SourceLine]) -> RenumberedLines? {
    var reader = WordMarks()
    var words: [Word] = []
    for line in source {
      if let word = reader.word(line), !word.text.isEmpty { words.append(word) }
      if words.count > most { return nil }
      // Most texts are of another kind, and are not looked at beyond their first line.
      if reader.isForeign { return nil }
    }
    guard words.count >= fewest, Double(words.count) >= share * Double(source.count) else { return nil }
    let widths = words.filter { $0.columns >= 2 }.map { $0.width / $0.columns }.filter { $0 > 0 }.sorted()
    guard !widths.isEmpty else { return nil }
    let unit = widths[Int(close * Double(widths.count))]
    return RenumberedLines(rows(words).map { (text($0, unit: unit), $0[0].line) })
  }

  /// The words of each line, from left to right.
  private static func rows(_ words: [Word]) -> [[Word]] {
    var result: [[Word]] = []
    for word in words.sorted(by: { ($0.page, $0.middle, $0.line) < ($1.page, $1.middle, $1.line) }) {
      if let first = result.last?.first, first.page == word.page,
        word.middle - first.middle <= level * min(first.height, word.height)
      {
        result[result.count - 1].append(word)
      } else {
        result.append([word])
      }
    }
    return result.map { $0.sorted { ($0.left, $0.line) < ($1.left, $1.line) } }
  }

  /// No page is wider, in characters.
  private static let widest = 400.0

  private static func text(_ row: [Word], unit: Double) -> String {
    var text = ""
    var columns = 0
    var end: Double?
    for word in row {
      if let end, word.left - end > touching * word.height {
        text += " "
        columns += 1
      }
      let place = Int(max(0, min(widest, (word.left / unit).rounded())))
      if end.map({ word.left - $0 > touching * word.height }) ?? true, place > columns {
        text += String(repeating: " ", count: place - columns)
        columns = place
      }
      text += word.text
      columns += Int(word.columns)
      end = max(end ?? -.infinity, word.left + word.width)
    }
    return text
  }
}
