// Reconstruction: a label that holds numbers which are not the form's → cells that are not blank.
import DocumentModel
import ReportModel
import Statute

/// Where something that is no white space parts the numbers of a row from its label (`：`, `、`, a cell mark), they are read with the label.
enum HeldNumbers {
  /// Takes back blank cells (in a text all cells) beside a label with more numbers in it than the form's own.
  /// - Parameter isRuled: true where edges should part the label from the numbers: one is lost, and any of them may be another column's.
  static func doubt(_ cells: inout [Row.Entry], label: String, of row: FormRow, isRuled: Bool = false) {
    guard numbers(in: label) > numbers(in: row.label) else { return }
    // The thousands of a number that goes on in the next line: what stands there is no number by itself.
    let isRuled = isRuled || holdsThousands(label)
    // In a text the others stand in the fields that are left.
    let isText =
      numbers(in: row.label) == 0
      && cells.contains { entry in entry.cell.places.contains { if case .line = $0 { true } else { false } } }
    for index in cells.indices
    where isText || isRuled || cells[index].cell.state == .blank || cells[index].cell.state == .placeholder {
      let cell = cells[index].cell
      cells[index].cell = Cell(state: .unread, text: cell.text, places: cell.places, doubt: .columnAmbiguous)
    }
  }

  /// True where digits and a separator stand behind a word.
  private static func holdsThousands(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.dropFirst().contains { index in
      guard ",，".unicodeScalars.contains(scalars[index]) else { return false }
      let digits = scalars[..<index].reversed().prefix(while: Wording.isDigit).count
      return (1...3).contains(digits) && index > digits && Wording.isIdeograph(scalars[index - digits - 1])
    }
  }

  /// How many runs of digits the text holds, and whether it ends in what stands for a number.
  private static func numbers(in text: String) -> Int {
    var count = 0
    var isInside = false
    for scalar in text.unicodeScalars {
      let isDigit = Wording.isDigit(Wording.halfWidth(scalar))
      if isDigit, !isInside { count += 1 }
      isInside = isDigit
    }
    return text.unicodeScalars.last.map(placeholders.contains) == true ? count + 1 : count
  }
  private static let placeholders = Set("无/／-—－".unicodeScalars)
}
