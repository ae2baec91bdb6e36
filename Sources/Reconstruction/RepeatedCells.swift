// Reconstruction: lines of a text → the same, cells that a converter repeats for every column and row that they reach over once.
import DocumentModel

/// Programs that give a merged cell once for each of its columns, and join cells with spaces, repeat the labels of rows: 3.其他 3.其他 12 0 4.
enum RepeatedCells {
  /// So many lines that repeat their words are no chance.
  private static let usual = 10
  /// Shorter words may stand twice beside one another.
  private static let shortest = 4

  static func single(_ lines: [SourceLine]) -> [SourceLine] {
    let cut = lines.map(Self.cut)
    guard cut.count(where: { $0 != nil }) >= usual else { return lines }
    return zip(lines, cut).map { $1 ?? $0 }
  }

  /// The line with words that follow one another twice or more once; nil where none do, or where fields are parted by tabs or bars.
  private static func cut(_ line: SourceLine) -> SourceLine? {
    guard !line.text.holds("\t"), !line.text.holds("|") else { return nil }
    let label = line.text.split(whereSeparator: \.isWhitespace).prefix { !ValueReader.isValue(String($0)) }
    guard let last = label.last, let single = single(label.map(String.init)) else { return nil }
    // The numbers keep the spaces before them.
    return SourceLine(number: line.number, text: single.joined(separator: " ") + line.text[last.endIndex...])
  }

  private static func single(_ words: [String]) -> [String]? {
    var result: [String] = []
    var isCut = false
    var index = 0
    while index < words.count {
      let rest = words[index...]
      // The longest part that stands there again right behind itself.
      let length = stride(from: rest.count / 2, to: 0, by: -1).first { length in
        rest.prefix(length).elementsEqual(rest.dropFirst(length).prefix(length))
          && rest.prefix(length).reduce(0) { $0 + $1.unicodeScalars.count } >= shortest
      }
      if let length {
        isCut = true
        index += length
      } else {
        result.append(words[index])
        index += 1
      }
    }
    return isCut ? result : nil
  }
}
