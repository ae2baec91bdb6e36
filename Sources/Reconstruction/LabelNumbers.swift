// Reconstruction: lines of a page without rules → the same, with the numbers of labels in their labels.

/// Where the numbers of a row stand higher or lower than its label, and the digits of a font higher than its ideographs, the number before a label
/// (3 of 3.危及…) comes to stand on the line of the row's numbers, and would be one of them.
enum LabelNumbers {
  /// A label goes on right behind its number, to this share of a character's size, and no more than one size higher or lower.
  private static let beside = 0.3
  private static let marks = Array(".．、".unicodeScalars)
  private static let mostDigits = 2

  static func joined(_ lines: [LooseLine]) -> [LooseLine] {
    var result = lines
    for (index, line) in lines.enumerated() where line.values.count > 1 {
      for number in line.runs
      where number.text.unicodeScalars.count <= mostDigits && number.text.unicodeScalars.allSatisfy(Wording.isDigit) {
        for other in [index - 1, index + 1] where lines.indices.contains(other) {
          guard lines[other].page == line.page, abs(lines[other].y - line.y) <= line.unit,
            let label = result[other].runs.firstIndex(where: { run in
              run.text.unicodeScalars.first.map(marks.contains) == true
                && abs(run.left - number.right) <= beside * line.unit
            })
          else { continue }
          result[other].runs[label].text = number.text + result[other].runs[label].text
          result[other].runs[label].left = number.left
          result[other].runs[label].isValue = false
          result[index].runs.removeAll { $0 == number }
          break
        }
      }
    }
    return result
  }
}
