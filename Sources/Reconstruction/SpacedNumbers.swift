// Reconstruction: lines of a text that prints spaces within its numbers (`25 218`) → the same lines with whole numbers.
//
// One space parts the digits of a number, more of them part its column from the next, as far as there is room. Where two columns stand one space
// apart as well, the total of the row tells which digits are one number.
import DocumentModel
import Statute

enum SpacedNumbers {
  /// So many lines make it the way of the text.
  private static let fewest = 5
  private static let width = Form.applicantColumns.count
  /// A row with more spaces within its fields than this has too many ways to be cut, and is left alone.
  private static let mostGaps = 14

  /// Digits at a place of a line.
  private struct Token {
    var text: String
    var start: Int
    var end: Int
  }

  static func areIn(_ lines: [SourceLine]) -> Bool {
    lines.lazy.filter { line in
      let fields = fields(Array(line.text.unicodeScalars))
      return fields.count > 1 && fields.contains { $0.count > 1 }
    }
    .prefix(fewest).count == fewest
  }

  static func joined(_ lines: [SourceLine]) -> [SourceLine] {
    lines.map { SourceLine(number: $0.number, text: joined($0.text)) }
  }

  private static func joined(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    let fields = fields(scalars)
    guard fields.contains(where: { $0.count > 1 }), let numbers = numbers(fields) else { return text }
    for number in numbers where number.count > 1 {
      let (start, end) = (number[0].start, number[number.count - 1].end)
      let digits = number.flatMap(\.text.unicodeScalars)
      let spaces = [Unicode.Scalar](repeating: " ", count: end - start - digits.count)
      scalars.replaceSubrange(start..<end, with: spaces + digits)
    }
    return String(scalars: scalars)
  }

  /// The digits at the end of a line, those that no more than one space parts together.
  private static func fields(_ scalars: [Unicode.Scalar]) -> [[Token]] {
    var tokens: [Token] = []
    var index = scalars.count
    while index > 0 {
      if scalars[index - 1].isSpace {
        index -= 1
        continue
      }
      let end = index
      while index > 0, !scalars[index - 1].isSpace { index -= 1 }
      guard scalars[index..<end].allSatisfy(Wording.isDigit) else { break }
      tokens.append(Token(text: String(scalars: scalars[index..<end]), start: index, end: end))
    }
    return tokens.reversed().reduce(into: []) { fields, token in
      if let last = fields.last?.last, token.start - last.end == 1 {
        fields[fields.count - 1].append(token)
      } else {
        fields.append([token])
      }
    }
  }

  /// The numbers of a line: each field one, or for a row of the applications table whose total says otherwise the only ones that add up to it. nil where
  /// nothing tells.
  private static func numbers(_ fields: [[Token]]) -> [[Token]]? {
    let tokens = fields.reduce(0) { $0 + $1.count }
    if tokens < width || fields.count > width || fields.count == width && addsUp(fields) { return fields }
    guard tokens - fields.count <= mostGaps else { return nil }
    let all = fields.map(ways).reduce([[]]) { all, own in all.flatMap { numbers in own.map { numbers + $0 } } }
    let found = all.filter { $0.count == width && addsUp($0) }
    if found.count == 1 { return found[0] }
    return fields.count == width ? fields : nil
  }

  /// The ways to cut a field into numbers.
  private static func ways(_ field: [Token]) -> [[[Token]]] {
    guard field.count > 1 else { return [[field]] }
    let last = field[field.count - 1]
    return ways(Array(field.dropLast())).flatMap { way -> [[[Token]]] in
      var together = way
      together[way.count - 1].append(last)
      return [way + [[last]], together]
    }
  }

  private static func addsUp(_ numbers: [[Token]]) -> Bool {
    let values = numbers.compactMap { tokens -> Int? in
      let digits = tokens.flatMap(\.text.unicodeScalars).map(Wording.halfWidth)
      return Int(String(scalars: digits))
    }
    guard values.count == numbers.count, values.allSatisfy({ $0 < ApplicationSums.largest }) else { return false }
    return values.dropLast().reduce(0, +) == values.last
  }
}
