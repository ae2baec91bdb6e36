// Reconstruction: lines of a text → whether its converter left out what comes again.
import DocumentModel
import Statute

/// Some programs that turn web pages into text give each line but once. Of a row 0 0 0 one 0 is left, and of the next row nothing: what is not
/// there is no blank cell. The form repeats words: where each of them stands once, what comes again was left out.
enum DistinctLines {
  private static let header = Wording.folded("信息内容")
  private static let item = Wording.folded("第二十条")
  private static let outcome = Wording.folded("结果维持")
  private static let lawsuit = Wording.folded("复议后起诉")

  /// True where no line of a table comes again, and words that the form prints several times stand once.
  static func areIn(_ lines: [SourceLine]) -> Bool {
    var seen: Set<[Unicode.Scalar]> = []
    var counts: [[Unicode.Scalar]: Int] = [:]
    for line in lines where !line.text.holds("|") && !line.text.holds("\t") && !line.text.holds("。") {
      let text = Wording.folded(line.text)
      // Words beside others on their line are there as well: that line is another one.
      for word in [header, outcome] where text.count <= mostWords {
        counts[word, default: 0] += text.ranges(of: word).count
      }
      if text == lawsuit { counts[lawsuit, default: 0] += 1 }
      guard !text.isEmpty, text.count <= longest else { continue }
      if text.starts(with: item) { counts[item, default: 0] += 1 }
      // Titles and headings may come again.
      if ValueReader.isValue(line.text), !seen.insert(text).inserted { return false }
    }
    let items = counts[item, default: 0] > 1 && counts[header] == 1
    let outcomes = counts[lawsuit] != nil && counts[outcome] == 1
    return items || outcomes
  }
  /// No label has more characters.
  private static let longest = 40
  /// And no line of names.
  private static let mostWords = 200
}
