// Reconstruction: numbers that a text cuts behind a separator of thousands (`6， 697`) → whole numbers.
import DocumentModel

/// The end of such a number is one by itself, and sums over ends hold modulo a thousand: it must not stand for the whole.
enum CutNumbers {
  static func joined(_ tokens: [StreamReading.Token]) -> [StreamReading.Token] {
    var result: [StreamReading.Token] = []
    for token in tokens {
      guard let last = result.last, isEnd(token.text), let start = start(last.text) else {
        result.append(token)
        continue
      }
      // A label may stand before its beginning.
      if start.word.isEmpty { result.removeLast() } else { result[result.count - 1].text = start.word }
      result.append(.init(text: start.number + token.text, line: token.line, isValue: true))
    }
    return result
  }

  /// The same for lines of runs. A number that is cut between two lines is not put together: it is in doubt.
  static func joined(_ lines: [LooseLine]) -> [LooseLine] {
    var result = lines
    for index in lines.indices {
      var runs: [LooseRun] = []
      for run in lines[index].runs {
        guard let last = runs.last, run.left - last.right <= 1, isEnd(run.text), let start = start(last.text),
          start.word.isEmpty
        else {
          runs.append(run)
          continue
        }
        runs[runs.count - 1].text += run.text
        runs[runs.count - 1].right = run.right
        runs[runs.count - 1].isValue = true
      }
      result[index].runs = runs
      if index > 0, let first = runs.first, isEnd(first.text),
        let last = result[..<index].last(where: { !$0.runs.isEmpty })?.runs.last, start(last.text) != nil
      {
        result[index].runs[0].isHidden = true
      }
    }
    return result
  }

  /// True for the beginning of a number and nothing else.
  static func isStart(_ text: String) -> Bool { start(text)?.word.isEmpty ?? false }

  /// A text that ends in the beginning of a number: what stands before it, and that beginning.
  private static func start(_ text: String) -> (word: String, number: String)? {
    let scalars = Array(text.unicodeScalars)
    guard let last = scalars.last, isSeparator(last) else { return nil }
    let number = Array(scalars.reversed().prefix { Wording.isDigit($0) || isSeparator($0) }.reversed())
    let groups = number.split(whereSeparator: isSeparator)
    guard let first = groups.first, (1...3).contains(first.count), Wording.isDigit(number[0]),
      groups.dropFirst().allSatisfy({ $0.count == 3 }), groups.count == number.count(where: isSeparator)
    else { return nil }
    return (String(scalars: scalars.dropLast(number.count)), String(scalars: number))
  }

  /// True for groups of three digits.
  private static func isEnd(_ text: String) -> Bool {
    let groups = text.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: isSeparator)
    return groups.allSatisfy { $0.count == 3 && $0.allSatisfy(Wording.isDigit) }
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool { scalar == "," || scalar == "，" }
}
