// Reconstruction: the pieces before the first row of an applications table that was flattened to one cell a line → the names of its columns.
import DocumentModel
import Statute

extension StreamReading {
  private static let groupHeaders = ["申请人情况", "法人或其他组织", "勾稽关系"].map(Wording.folded)

  /// The lines of a header without the names of groups.
  static func leaves(_ tokens: [Token]) -> [String] {
    tokens.filter { token in
      let folded = Wording.folded(token.text)
      return !token.isValue && !groupHeaders.contains { folded.contains($0) } && folded.count <= 10
        && Headings.candidate([TextFlow.line(SourceLine(number: 1, text: token.text))], at: 0) == nil
    }.map(\.text)
  }

  /// The lines of a header, names of columns that wrap in one piece.
  static func names(_ lines: [String]) -> [String] {
    let labels = Form.columnLabels(table: .applications, template: .form2019, row: .newReceived)
    return WrappedNames.joined(lines, names: Form.applicantColumns.map { LabelPattern(labels[$0]!) })
  }

  /// The printed column headers in the order of the columns: the total, printed beside the group headers, stands last.
  static func headerTexts(_ tokens: [Token], wanted: [(id: ColumnID, label: String)]) -> [String] {
    let lines = leaves(tokens)
    let texts = names(lines)
    let total = LabelPattern("总计")
    let natural = LabelPattern("自然人")
    guard let start = texts.firstIndex(where: { natural.likeness(Wording.folded($0)) >= 0.75 }) else {
      return wanted.map(\.label)
    }
    let own = Array(texts[start...])
    let totals = own.filter { total.likeness(Wording.folded($0)) >= 0.75 }
    let others = own.filter { total.likeness(Wording.folded($0)) < 0.75 }
    guard others.count >= 4, totals.count == 1 else { return wanted.map(\.label) }
    return others + totals
  }
}
