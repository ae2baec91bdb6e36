// Reconstruction: lines of a text that were cut at a fixed width → the lines as they were before.
import DocumentModel

/// `fold`, terminals and mail programs cut each line at so many characters, within a word, a number or a field. The rest of a row on the next line is no row of
/// its own, and half a number no number.
enum FoldedLines {
  /// Texts are cut at widths between these.
  private static let widths = 15...200
  /// So many lines are as long as the longest, and so large a share of all.
  private static let fewest = 8
  private static let share = 0.1
  /// So many of them are rows: lines of prose alone may be full by themselves.
  private static let fewestRows = 3
  /// A row has so many fields or numbers.
  private static let fields = 3

  /// Lines that are filled with spaces up to one length were not cut: less than this share of the full ones end in one.
  private static let padded = 0.3

  static func joined(_ lines: [SourceLine]) -> [SourceLine] {
    // Rows between bars tell where they end by those (`FieldBars`).
    if lines.count(where: { $0.text.hasPrefix("|") }) >= fewest { return lines }
    // In the way that was not the program's fewer lines are of one length.
    let ways = [LooseLines.Width.single, .double].compactMap { full(lines, $0) }
    guard let full = ways.max(by: { $0.count(where: { $0 }) < $1.count(where: { $0 }) }) else { return lines }
    return joined(lines, full)
  }

  private static func joined(_ lines: [SourceLine], _ full: [Bool]) -> [SourceLine] {
    var result: [SourceLine] = []
    // One text that grows: a row has thousands of pieces in a hostile file.
    var (number, text) = (0, "")
    for index in lines.indices {
      // A line may be as long by itself.
      let isRest = index > 0 && full[index - 1] && !isHeading(lines[index]) && !beginsRow(lines[index].text)
      if !isRest {
        if index > 0 { result.append(SourceLine(number: number, text: text)) }
        (number, text) = (lines[index].number, "")
      }
      text += lines[index].text
    }
    if !lines.isEmpty { result.append(SourceLine(number: number, text: text)) }
    return result
  }

  private static func isHeading(_ line: SourceLine) -> Bool {
    guard Headings.startsWithNumeral(line.text), let heading = Headings.candidate([TextFlow.line(line)], at: 0) else {
      return false
    }
    return heading.numeral == heading.id.ordinal && heading.score >= 1
  }

  /// For each line whether it goes on in the next one; nil where lines were not cut.
  private static func full(_ lines: [SourceLine], _ width: LooseLines.Width) -> [Bool]? {
    let lengths = lines.map { line in
      line.text.unicodeScalars.reduce(0) { $0 + Int(LooseLines.advance($1, width)) }
    }
    guard let longest = lengths.max(), widths.contains(longest) else { return nil }
    let full = lines.indices.map { index in
      if lengths[index] == longest { return true }
      // An ideograph had no room.
      guard width == .double, lengths[index] == longest - 1, index + 1 < lines.count,
        let next = lines[index + 1].text.unicodeScalars.first
      else { return false }
      return LooseLines.isWide(next)
    }
    let own = zip(lines, full).filter(\.1).map(\.0.text)
    guard own.count >= fewest, Double(own.count) >= share * Double(lines.count), own.count(where: isRow) >= fewestRows,
      Double(own.count { $0.unicodeScalars.last?.isSpace ?? true && $0.unicodeScalars.last != "\t" }) < padded
        * Double(own.count)
    else { return nil }
    let rests = zip(full, lines.dropFirst()).filter(\.0).map(\.1.text)
    return Double(rests.count(where: begins)) < begun * Double(rests.count) ? full : nil
  }

  /// Rows of one length that stand under one another were not cut: so large a share of the lines behind full ones begins as rows do.
  private static let begun = 0.4
  private static let bars = Set("|+^│┃┌├└┼║─━-".unicodeScalars)
  private static let numerals = Set("一二三四五六七八九十".unicodeScalars)

  /// True for an indent, or an edge of a drawn table.
  private static func begins(_ text: String) -> Bool {
    let start = Array(text.unicodeScalars.prefix(2))
    guard start.count == 2 else { return false }
    return start.allSatisfy { $0.isSpace && $0 != "\t" } || bars.contains(start[0]) || beginsRow(text)
  }

  /// True for the numeral of a label.
  private static func beginsRow(_ text: String) -> Bool {
    let start = Array(text.unicodeScalars.prefix(3))
    guard start.count == 3 else { return false }
    return start[1] == "、" && numerals.contains(start[0])
      || start[1] == "." && Wording.isDigit(start[0]) && !Wording.isDigit(start[2])
      || start[0] == "（" && numerals.contains(start[1])
  }

  private static func isRow(_ text: String) -> Bool {
    if text.unicodeScalars.count(where: { "\t|".unicodeScalars.contains($0) }) >= fields { return true }
    return text.split(whereSeparator: \.isWhitespace).count { ValueReader.isValue(String($0)) } >= fields
  }
}
