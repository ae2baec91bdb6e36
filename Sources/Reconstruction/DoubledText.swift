// Reconstruction: lines of a text → the same, characters that are printed twice for bold once.
import DocumentModel

/// What is set bold by printing it twice comes out of some converters twice: 六六、、其其他他.
enum DoubledText {
  /// A line of fewer characters may be doubled by chance.
  private static let shortest = 8

  static func single(_ lines: [SourceLine]) -> [SourceLine] {
    lines.map { line in
      let scalars = line.text.unicodeScalars.filter { !$0.isSpace }
      guard scalars.count >= shortest, scalars.count.isMultiple(of: 2), isDoubled(scalars),
        // Several numbers on a line would come to one.
        !scalars.contains(where: Wording.isDigit)
          || !FieldRows.trimmed(line.text).unicodeScalars.contains(where: \.isSpace)
      else { return line }
      let half = stride(from: 0, to: scalars.count, by: 2).map {
        scalars[scalars.index(scalars.startIndex, offsetBy: $0)]
      }
      return SourceLine(number: line.number, text: String(scalars: half))
    }
  }

  /// True where every character stands twice, and the words are ideographs.
  private static func isDoubled(_ scalars: String.UnicodeScalarView) -> Bool {
    var before: Unicode.Scalar?
    var words: Set<Unicode.Scalar> = []
    for scalar in scalars {
      if let first = before {
        guard first == scalar else { return false }
        before = nil
      } else {
        before = scalar
        if Wording.isIdeograph(scalar) { words.insert(scalar) }
      }
    }
    return words.count >= 3
  }
}
