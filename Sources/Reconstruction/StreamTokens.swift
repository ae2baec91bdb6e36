// Reconstruction: lines of a text that hold one cell each → labels and numbers.
import DocumentModel

extension StreamReading {
  /// The pieces of the lines; `whole`: digits with single spaces between them are one number.
  static func tokens(_ lines: [SourceLine], whole isWhole: Bool) -> [Token] {
    var tokens: [Token] = []
    let dashes = dashes(lines)
    for line in lines {
      let whole = Wording.withoutSpaces(line.text)
      // `— 3 —` is the number of a page, unless such dashes stand for zeros here.
      if PageFlow.isPageNumber(whole), !ValueReader.isValue(whole), !CutNumbers.isStart(whole),
        !whole.unicodeScalars.contains(where: dashes.contains)
      {
        continue
      }
      let pieces = isWhole && isSpacedNumber(line.text) ? [whole] : pieces(line.text)
      let isTwo = isWhole && isSpacedNumber(line.text) && mayBeTwo(line.text)
      tokens += pieces.map {
        Token(text: $0, line: line.number, isValue: ValueReader.isValue($0), mayBeTwo: isTwo)
      }
    }
    return GluedNumbers.parted(CutNumbers.joined(tokens))
  }

  /// What stands for zeros: a character alone on its line. Where no line has several numbers, dashes beside one are those of a page.
  private static func dashes(_ lines: [SourceLine]) -> Set<Unicode.Scalar> {
    let isCellALine = lines.allSatisfy { line in
      let words = line.text.split(whereSeparator: \.isWhitespace)
      return PageFlow.isPageNumber(Wording.withoutSpaces(line.text))
        || words.count { ValueReader.isValue(String($0)) } <= 1
    }
    if isCellALine { return [] }
    return Set(
      lines.compactMap { line in
        let own = line.text.unicodeScalars.filter { !$0.isSpace }
        guard own.count == 1, let sign = own.first, !Wording.isDigit(sign), ValueReader.isValue(line.text) else {
          return nil
        }
        return sign
      })
  }

  /// True for digits with single spaces between them.
  static func isSpacedNumber(_ text: String) -> Bool {
    let own = FieldRows.trimmed(text)
    return own.holds(" ") && !own.holds("  ") && own.unicodeScalars.allSatisfy { $0 == " " || Wording.isDigit($0) }
  }

  /// True for digits that are set apart in groups: those of one number that is spaced out stand alone, but for some.
  private static func mayBeTwo(_ text: String) -> Bool {
    text.split(separator: " ").count { $0.utf8.count > 1 } > 1
  }

  /// A line cut where two or more spaces stand; numbers beside one another are cut at one.
  private static func pieces(_ text: String) -> [String] {
    var parts: [String] = []
    var current = String.UnicodeScalarView()
    var spaces = 0
    func flush() {
      let text = String(current)
      let words = text.split(separator: " ").map(String.init)
      // Numbers behind a label, one space apart.
      let values = words.reversed().prefix { ValueReader.isValue($0) || CutNumbers.isStart($0) }.reversed()
      if words.count > 1, !values.isEmpty {
        let label = words.dropLast(values.count).joined()
        parts += (label.isEmpty ? [] : [label]) + values
      } else if !text.isEmpty {
        parts.append(Wording.withoutSpaces(text))
      }
      current = .init()
    }
    for scalar in text.unicodeScalars {
      if scalar.isSpace {
        spaces += scalar == "\t" || scalar == "\u{3000}" ? 2 : 1
        continue
      }
      if spaces >= 2 { flush() } else if spaces == 1, !current.isEmpty { current.append(" ") }
      spaces = 0
      current.append(scalar)
    }
    flush()
    return parts
  }
}
