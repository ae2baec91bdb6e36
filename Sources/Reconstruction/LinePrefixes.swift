// Reconstruction: lines of a text → the same without what a program set before each of them.
import DocumentModel

/// Mail programs quote a text with `>` before each line, and `cat -n` or an editor numbers the lines: neither is a cell of a row.
enum LinePrefixes {
  /// A text of fewer lines may begin its lines alike by chance.
  private static let fewest = 10
  /// So large a share of the lines begins with the mark.
  private static let usual = 0.95

  static func removed(_ lines: [SourceLine]) -> [SourceLine] {
    withoutNumbers(withoutFileName(withoutMarks(withoutAdded(withoutQuotes(lines)))))
  }

  /// No name of a file is longer.
  private static let longestName = 200

  /// The lines without the name of their file, which programs that search set before each (`report.txt:12:`).
  private static func withoutFileName(_ lines: [SourceLine]) -> [SourceLine] {
    guard let first = lines.first?.text.unicodeScalars, let end = first.prefix(longestName).firstIndex(of: ":"),
      first[..<end].contains("."), !first[..<end].contains(where: { "\t|".unicodeScalars.contains($0) })
    else { return lines }
    let name = Array(first[...end])
    guard lines.count >= fewest, lines.allSatisfy({ $0.text.unicodeScalars.starts(with: name) }) else { return lines }
    return lines.map { line in
      SourceLine(
        number: line.number, text: String(String.UnicodeScalarView(line.text.unicodeScalars.dropFirst(name.count))))
    }
  }

  /// The lines without the sign that tells in a comparison of files that they are new.
  private static func withoutAdded(_ lines: [SourceLine]) -> [SourceLine] {
    guard lines.allSatisfy({ $0.text.unicodeScalars.first == "+" }) else { return lines }
    // A table that is drawn, or a list, begins its lines so as well.
    guard !lines.contains(where: { GridTables.isEdge($0.text) }),
      lines.contains(where: { !($0.text.unicodeScalars.dropFirst().first?.isSpace ?? true) })
    else { return lines }
    return stripped(lines) { $0.dropFirst() }
  }

  /// What marks the items of a list, or stands beside a text as its margin.
  private static let items = Set("-*+·•|│┃".unicodeScalars)

  /// The lines without one and the same mark before each of them. Bars between fields are none.
  private static func withoutMarks(_ lines: [SourceLine]) -> [SourceLine] {
    let first = lines.lazy.compactMap { $0.text.unicodeScalars.first { !$0.isSpace } }.first
    guard let mark = first, items.contains(mark),
      lines.allSatisfy({ line in line.text.unicodeScalars.count { $0 == mark } <= 1 || mark == "-" || mark == "*" })
    else { return lines }
    return stripped(lines) { text in
      let body = text.drop(while: \.isSpace)
      guard body.first == mark, let next = body.dropFirst().first, next.isSpace else { return nil }
      return body.dropFirst(2)
    }
  }

  private static func withoutQuotes(_ lines: [SourceLine]) -> [SourceLine] {
    stripped(lines) { text in
      guard let mark = text.firstIndex(where: { !$0.isSpace }), text[mark] == ">" else { return nil }
      // A quotation may be quoted itself.
      var rest = text[text.index(after: mark)...]
      while rest.first == ">" { rest = rest.dropFirst() }
      return rest.first == " " ? rest.dropFirst() : rest
    }
  }

  private static func withoutNumbers(_ lines: [SourceLine]) -> [SourceLine] {
    // Each number is the next one, or as far from the one before as the lines are.
    var last: (number: Int, line: Int)?
    for line in lines {
      guard let (number, _) = numbered(line.text.unicodeScalars[...]) else {
        if line.text.unicodeScalars.allSatisfy(\.isSpace) { continue }
        return lines
      }
      if let last, number != last.number + 1, number - last.number != line.number - last.line { return lines }
      last = (number, line.number)
    }
    return stripped(lines) { numbered($0)?.rest }
  }

  private static let marks = Set("\t:|│ ".unicodeScalars)
  private static let longest = 7

  /// The number that a line begins with, and what stands behind the mark that parts them.
  private static func numbered(
    _ text: String.UnicodeScalarView.SubSequence
  ) -> (number: Int, rest: String.UnicodeScalarView.SubSequence)? {
    let body = text.drop { $0 == " " }
    let digits = body.prefix { ("0"..."9").contains($0) }
    guard (1...longest).contains(digits.count), let number = Int(String(digits)) else { return nil }
    var rest = body.dropFirst(digits.count)
    guard let mark = rest.first, marks.contains(mark) else { return nil }
    rest = rest.dropFirst()
    return (number, mark != "\t" && rest.first == " " ? rest.dropFirst() : rest)
  }

  private static func stripped(
    _ lines: [SourceLine],
    _ rest: (String.UnicodeScalarView.SubSequence) -> String.UnicodeScalarView.SubSequence?
  ) -> [SourceLine] {
    let filled = lines.filter { $0.text.unicodeScalars.contains { !$0.isSpace } }
    guard filled.count >= fewest, filled.first.map({ rest($0.text.unicodeScalars[...]) != nil }) ?? false else {
      return lines
    }
    let cut = lines.map { rest($0.text.unicodeScalars[...]) }
    guard Double(cut.count { $0 != nil }) >= usual * Double(filled.count) else { return lines }
    return zip(lines, cut).map { line, cut in cut.map { SourceLine(number: line.number, text: String($0)) } ?? line }
  }
}
