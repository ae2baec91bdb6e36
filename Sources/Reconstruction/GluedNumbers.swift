// Reconstruction: runs of a text line in which a number touches a word → the number and the word apart.
import DocumentModel

/// A label that fills its cell runs into the first number behind it, and what stands in the next cell into the last one (`仍不明确0`, `2三`,
/// `174（四）无法提`). Among numbers, such a run is a word and a number.
enum GluedNumbers {
  /// A line with at least so many numbers is a row of a table.
  private static let row = 3

  static func parted(_ runs: [LooseRun], width: LooseLines.Width) -> [LooseRun] {
    guard runs.count(where: \.isValue) >= row else { return runs }
    var result: [LooseRun] = []
    for (index, run) in runs.enumerated() {
      let isBeforeNumber = index + 1 < runs.count && runs[index + 1].isValue
      let isBehindNumber = index > 0 && runs[index - 1].isValue
      if let numbers = numbers(run, width: width) {
        result += numbers
        continue
      }
      guard !run.isValue, let cut = cut(Array(run.text.unicodeScalars), isBeforeNumber, isBehindNumber) else {
        result.append(run)
        continue
      }
      result += halves(run, cut: cut, width: width)
    }
    return result
  }

  /// The same for a text of one cell a line: a label that ends in a number before others.
  static func parted(_ tokens: [StreamReading.Token]) -> [StreamReading.Token] {
    var result: [StreamReading.Token] = []
    for (index, token) in tokens.enumerated() {
      let behind = tokens[(index + 1)...].prefix(row)
      let scalars = Array(token.text.unicodeScalars)
      guard !token.isValue, behind.count == row, behind.allSatisfy(\.isValue), let cut = cut(scalars, true, false)
      else {
        result.append(token)
        continue
      }
      result.append(.init(text: String(scalars: scalars[..<cut]), line: token.line, isValue: false))
      result.append(.init(text: String(scalars: scalars[cut...]), line: token.line, isValue: true))
    }
    return result
  }

  /// Where the word and the number meet; nil where the text is not the two of them.
  static func cut(_ text: [Unicode.Scalar], _ isBeforeNumber: Bool, _ isBehindNumber: Bool) -> Int? {
    if isBeforeNumber {
      let number = text.reversed().prefix(while: isPart).count
      if number > 0, number < text.count, isWord(text[text.count - number - 1]),
        isValue(text[(text.count - number)...]),
        !holdsMore(text.dropLast(number))
      {
        return text.count - number
      }
    }
    if isBehindNumber {
      let number = text.prefix(while: isPart).count
      if number > 0, number < text.count, isWord(text[number]), isValue(text[..<number]),
        !text.dropFirst(number).contains(where: Wording.isDigit)
      {
        return number
      }
    }
    return nil
  }

  /// True for digits within a word: characters of a stamp stand among those of numbers, and which are whose nobody knows. A label may begin with some.
  private static func holdsMore(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    let rest = word.drop { Wording.isDigit($0) }
    let isNumbered = rest.first.map { ".．、".unicodeScalars.contains($0) } ?? false
    return (isNumbered ? rest : word).contains(where: Wording.isDigit)
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    Wording.isDigit(scalar) || ",，-—/".unicodeScalars.contains(scalar)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    Wording.isIdeograph(scalar) || "（()）”".unicodeScalars.contains(scalar)
  }

  private static func isValue(_ text: ArraySlice<Unicode.Scalar>) -> Bool { ValueReader.isValue(String(scalars: text)) }

  /// The numbers of narrow columns that touch one another (`1，0743，9520`); where they cannot be told apart, that some stand there. nil for words.
  private static func numbers(_ run: LooseRun, width: LooseLines.Width) -> [LooseRun]? {
    let scalars = Array(run.text.unicodeScalars)
    guard TouchingNumbers.mayBe(scalars) else { return nil }
    guard let parts = TouchingNumbers.parts(scalars) else {
      if run.isValue { return nil }
      var run = run
      (run.isValue, run.isHidden) = (true, true)
      return [run]
    }
    return parts.map { part in
      var number = self.part(part, of: run, scalars, width)
      number.isParted = true
      return number
    }
  }

  private static func halves(_ run: LooseRun, cut: Int, width: LooseLines.Width) -> [LooseRun] {
    let scalars = Array(run.text.unicodeScalars)
    return [0..<cut, cut..<scalars.count].map { range in
      var half = part(range, of: run, scalars, width)
      half.isValue = ValueReader.isValue(half.text)
      half.isGlued = half.isValue
      return half
    }
  }

  /// A part of the run, with its extent.
  private static func part(
    _ range: Range<Int>, of run: LooseRun, _ scalars: [Unicode.Scalar], _ width: LooseLines.Width
  ) -> LooseRun {
    func place(_ index: Int) -> Double {
      run.left + scalars[..<index].reduce(0.0) { $0 + LooseLines.advance($1, width) }
    }
    return LooseRun(
      text: String(scalars: scalars[range]), left: place(range.lowerBound), right: place(range.upperBound),
      place: run.place, isValue: true, isHidden: run.isHidden)
  }
}
