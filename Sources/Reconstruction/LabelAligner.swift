// Reconstruction: all characters of a label area and all labels of a form → which characters print which label.

/// Aligns the characters of the label area, in reading order, with the labels of a form, one after the other (Gotoh 1982, alignment with a bonus
/// for runs). Group labels, which stand between the rows that they hold, find nothing left to match and fall out.
enum LabelAligner {
  struct Result {
    /// For each row of the form the indices of the characters that print its label, ascending.
    var matches: [[Int]]
    /// The share of each label that is printed.
    var coverage: [Double]
    var score: Double
  }

  private enum Score {
    static let match = 2.0
    /// A digit says little: numbers stand in many labels.
    static let digit = 0.6
    /// Two matches in a row.
    static let run = 1.0
    /// A character of the form that is not printed.
    static let lost = -0.7
    /// A printed character that is no label's.
    static let other = -0.12
  }

  static func align(_ text: [Unicode.Scalar], labels: [[Unicode.Scalar]]) -> Result {
    let form = labels.flatMap { $0 }
    var rowOf: [Int] = []
    for (row, label) in labels.enumerated() { rowOf += Array(repeating: row, count: label.count) }
    let table = Steps(text, form: form, goesOn: form.indices.map { $0 > 0 && rowOf[$0 - 1] == rowOf[$0] })
    var matches = [[Int]](repeating: [], count: labels.count)
    var (i, j) = (text.count, form.count)
    var inMatch = table.endsInMatch
    while i > 0 || j > 0 {
      let step = table[i, j]
      if inMatch {
        matches[rowOf[j - 1]].append(i - 1)
        inMatch = step & Steps.run != 0
        i -= 1
        j -= 1
      } else {
        inMatch = step & Steps.fromMatch != 0
        if step & Steps.lost != 0 { j -= 1 } else { i -= 1 }
      }
    }
    for row in matches.indices { matches[row].reverse() }
    let coverage = zip(matches, labels).map { $1.isEmpty ? 0 : Double($0.count) / Double($1.count) }
    return Result(matches: matches, coverage: coverage, score: table.score)
  }

  /// The best alignment of each start of the text with each start of the form, by its last step. There are two states: the last step was a match,
  /// or it was not. Of the scores only one line at a time is kept.
  private struct Steps {
    /// A match behind a match.
    static let run: UInt8 = 1
    /// No match, and the step before it was one.
    static let fromMatch: UInt8 = 2
    /// No match: a character of the form is lost; otherwise a printed one is no label's.
    static let lost: UInt8 = 4
    private static let bottom = -1e9

    private let width: Int
    private var steps: [UInt8]
    let score: Double
    let endsInMatch: Bool

    subscript(i: Int, j: Int) -> UInt8 { steps[i * width + j] }

    init(_ text: [Unicode.Scalar], form: [Unicode.Scalar], goesOn: [Bool]) {
      let width = form.count + 1
      self.width = width
      steps = [UInt8](repeating: 0, count: (text.count + 1) * width)
      // The line above and the line itself, in place: what is left of j is this line's.
      var matched = [Double](repeating: Self.bottom, count: width)
      var open = matched
      open[0] = 0
      for j in 1..<max(1, width) {
        open[j] = open[j - 1] + Score.lost
        steps[j] = Self.lost
      }
      steps.withUnsafeMutableBufferPointer { steps in
        matched.withUnsafeMutableBufferPointer { matched in
          open.withUnsafeMutableBufferPointer { open in
            for (i, character) in text.enumerated() {
              let gain = Wording.isDigit(character) ? Score.digit : Score.match
              var (diagonalMatched, diagonalOpen) = (matched[0], open[0])
              var leftOpen = max(diagonalMatched, diagonalOpen) + Score.other
              var here = (i + 1) * width
              steps[here] = diagonalMatched >= diagonalOpen ? Self.fromMatch : 0
              matched[0] = Self.bottom
              open[0] = leftOpen
              var leftMatched = Self.bottom
              for j in 1..<max(1, width) {
                here &+= 1
                let (aboveMatched, aboveOpen) = (matched[j], open[j])
                var step: UInt8 = 0
                var asMatch = Self.bottom
                if form[j &- 1] == character {
                  let asRun = diagonalMatched + gain + (goesOn[j &- 1] ? Score.run : 0)
                  let fresh = diagonalOpen + gain
                  asMatch = max(asRun, fresh)
                  if asRun >= fresh { step = Self.run }
                }
                let viaLost = max(leftMatched, leftOpen) + Score.lost
                let viaOther = max(aboveMatched, aboveOpen) + Score.other
                let best: Double
                if viaOther > viaLost {
                  best = viaOther
                  if aboveMatched >= aboveOpen { step |= Self.fromMatch }
                } else {
                  best = viaLost
                  step |= leftMatched >= leftOpen ? Self.lost | Self.fromMatch : Self.lost
                }
                steps[here] = step
                (diagonalMatched, diagonalOpen) = (aboveMatched, aboveOpen)
                (leftMatched, leftOpen) = (asMatch, best)
                matched[j] = asMatch
                open[j] = best
              }
            }
          }
        }
      }
      let (lastMatched, lastOpen) = (matched[width - 1], open[width - 1])
      endsInMatch = lastMatched >= lastOpen
      score = max(lastMatched, lastOpen)
    }
  }
}
