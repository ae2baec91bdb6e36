// Reconstruction: cells of a text, one a line → the same, a label or name of the form that stands on several lines on one.
import DocumentModel
import Statute

/// A cell of a web page may hold its words in several paragraphs, each of which becomes a line: 一、本年新收 / 政府信息公开申请数量.
enum BrokenLabels {
  /// No cell has more paragraphs.
  private static let mostLines = 6
  private static let others = [
    "三、本年度办理结果", "申请人情况", "法人或其他组织", "信息内容", "行政复议", "行政诉讼", "第二十条第（一）项", "第二十条第（五）项", "第二十条第（六）项", "第二十条第（八）项",
    "第二十条第（九）项", "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
  ]

  /// All that the forms print, folded.
  private static let known: Set<[Unicode.Scalar]> = {
    let forms = TableID.allCases.flatMap { id in Template.allCases.map { Form.of(id, $0) } }
    let printed = forms.flatMap { form in
      form.rows.flatMap { row in
        [row.label, row.group].compactMap { $0 }
          + Form.columnLabels(table: form.table, template: form.template, row: row.id).values
      }
    }
    return Set((printed + others).map(Wording.folded))
  }()
  private static let longest = known.map(\.count).max() ?? 0

  static func joined(_ lines: [SourceLine]) -> [SourceLine] {
    let folded = lines.map { Wording.folded($0.text) }
    var result: [SourceLine] = []
    var index = 0
    while index < lines.count {
      let count = ValueReader.isValue(lines[index].text) ? 1 : count(folded, from: index)
      result.append(
        SourceLine(number: lines[index].number, text: lines[index..<(index + count)].map(\.text).joined()))
      index += count
    }
    return result
  }

  /// Rows of fields, a label or name that is broken within its field put together with what is on the next line.
  static func joinedFields(_ lines: [SourceLine]) -> [SourceLine] {
    guard lines.contains(where: { $0.text.holds("\t") }) else { return lines }
    var result: [SourceLine] = []
    // The row in work, one text that grows; its last field, and the line it ends on.
    var (number, text) = (0, "")
    var end: (field: Substring, line: Int)?
    var isRow = false
    for (index, line) in lines.enumerated() {
      let fields = line.text.split(separator: "\t", omittingEmptySubsequences: false)
      let (first, last) = (fields.first ?? "", fields.last ?? "")
      if let open = end, line.number == open.line + 1, isRow || fields.count > 1, goesOn(open.field, first) {
        text += line.text
        isRow = isRow || fields.count > 1
        end = (fields.count > 1 ? last : open.field + first, line.number)
        continue
      }
      if index > 0 { result.append(SourceLine(number: number, text: text)) }
      (number, text, isRow, end) = (line.number, line.text, fields.count > 1, (last, line.number))
    }
    result.append(SourceLine(number: number, text: text))
    return result
  }

  /// True for the two parts of a label.
  private static func goesOn(_ start: Substring, _ rest: Substring) -> Bool {
    // A total is no numeral of the label in the next row.
    guard !start.isEmpty, !rest.isEmpty, start.utf8.count < longestText, rest.utf8.count < longestText,
      !ValueReader.isValue(String(start))
    else {
      return false
    }
    let (own, other) = (Wording.folded(String(start)), Wording.folded(String(rest)))
    return !own.isEmpty && !other.isEmpty && known.contains(own + other) && !known.contains(other)
  }
  private static let longestText = 400

  /// How many lines from this one on are pieces of one label: the most that make up one.
  private static func count(_ folded: [[Unicode.Scalar]], from start: Int) -> Int {
    guard !folded[start].isEmpty, folded[start].count < longest else { return 1 }
    var text: [Unicode.Scalar] = []
    var found = 1
    for (offset, piece) in folded[start...].prefix(mostLines).enumerated() {
      // A label on its own goes on with nothing.
      guard !piece.isEmpty, offset == 0 || !known.contains(piece) else { break }
      text += piece
      guard text.count <= longest else { break }
      if offset > 0, known.contains(text) { found = offset + 1 }
    }
    return found
  }
}
