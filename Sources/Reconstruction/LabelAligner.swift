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
    let n = text.count
    let m = form.count
    let width = m + 1
    let bottom = -1e9
    // Two states: the last step was a match, or it was not.
    var matched = [Double](repeating: bottom, count: (n + 1) * width)
    var open = [Double](repeating: bottom, count: (n + 1) * width)
    // How each was reached: bits 0–1 of `open` 1 from the left, 2 from above; bit for the state it came from.
    var matchedFrom = [UInt8](repeating: 0, count: (n + 1) * width)
    var openFrom = [UInt8](repeating: 0, count: (n + 1) * width)
    open[0] = 0
    for i in 0...n {
      for j in 0...m where i + j > 0 {
        let here = i * width + j
        if i > 0, j > 0, text[i - 1] == form[j - 1] {
          let gain = Wording.isDigit(text[i - 1]) ? Score.digit : Score.match
          let diagonal = here - width - 1
          let sameRow = j > 1 && rowOf[j - 2] == rowOf[j - 1]
          let asRun = matched[diagonal] + gain + (sameRow ? Score.run : 0)
          let fresh = open[diagonal] + gain
          matched[here] = max(asRun, fresh)
          matchedFrom[here] = asRun >= fresh ? 1 : 2
        }
        if j > 0 {
          let best = max(matched[here - 1], open[here - 1]) + Score.lost
          if best > open[here] {
            open[here] = best
            openFrom[here] = matched[here - 1] >= open[here - 1] ? 1 : 2
          }
        }
        if i > 0 {
          let best = max(matched[here - width], open[here - width]) + Score.other
          if best > open[here] {
            open[here] = best
            openFrom[here] = matched[here - width] >= open[here - width] ? 3 : 4
          }
        }
      }
    }
    var matches = [[Int]](repeating: [], count: labels.count)
    var i = n
    var j = m
    var inMatch = matched[n * width + m] >= open[n * width + m]
    let score = max(matched[n * width + m], open[n * width + m])
    while i > 0 || j > 0 {
      let here = i * width + j
      if inMatch {
        matches[rowOf[j - 1]].append(i - 1)
        inMatch = matchedFrom[here] == 1
        i -= 1
        j -= 1
      } else {
        let from = openFrom[here]
        inMatch = from == 1 || from == 3
        if from == 1 || from == 2 { j -= 1 } else { i -= 1 }
      }
    }
    for row in matches.indices { matches[row].reverse() }
    let coverage = zip(matches, labels).map { $1.isEmpty ? 0 : Double($0.count) / Double($1.count) }
    return Result(matches: matches, coverage: coverage, score: score)
  }
}
