// Reconstruction: rows of fields → the names of the columns of the applications table.
import ReportModel
import Statute

extension FieldRows {
  /// The note in the corner of the table, which may be broken over rows.
  private static let cornerNote = ["勾稽关系", "第一项", "第二项", "第三项", "第四项", "之和"].map(Wording.folded)
  private static let headerWords = ["自然人", "商业企业", "申请人情况", "法人或其他组织", "科研机构", "勾稽关系"].map(Wording.folded)

  static func isHeader(_ line: FieldLine) -> Bool {
    let text = Wording.folded(line.fields.joined())
    return headerWords.contains { text.contains($0) }
  }

  /// The printed column headers in order; nil where they are not there.
  static func headerTexts(_ lines: [FieldLine]) -> [String]? {
    let headers = lines.filter(isHeader)
    let natural = LabelPattern("自然人")
    let total = LabelPattern("总计")
    let business = LabelPattern("商业企业")
    func has(_ line: FieldLine, _ pattern: LabelPattern) -> Bool {
      line.fields.contains { pattern.likeness(Wording.folded($0)) >= 0.75 }
    }
    guard let leaf = headers.first(where: { has($0, business) }) else { return nil }
    let named = overLabels(leaf.fields, lines.filter { !isHeader($0) }.map(\.fields))
    var leaves = leaf.fields.dropFirst(named).filter { field in
      let text = Wording.folded(field)
      return !text.isEmpty && !cornerNote.contains { text.contains($0) }
    }
    if !has(leaf, natural) {
      guard let upper = headers.first(where: { has($0, natural) }) else { return nil }
      let group = Wording.folded("法人或其他组织")
      let fields = upper.fields.filter { !$0.isEmpty }
      // The total may be printed first.
      let isFirst = { (field: String) in
        natural.likeness(Wording.folded(field)) >= 0.75 || total.likeness(Wording.folded(field)) >= 0.75
      }
      guard let start = fields.firstIndex(where: isFirst) else { return nil }
      let middle = fields.firstIndex { Wording.folded($0).contains(group) }
      let before = fields[start..<(middle ?? min(start + 1, fields.count))]
      // A converter may give the name of the group once for each of its columns.
      let after = middle.map { fields[($0 + 1)...].drop { Wording.folded($0).contains(group) } } ?? []
      leaves = joined(before + leaves + after)
    }
    // A header row cut short has lost its last columns; the total is always printed last.
    guard leaves.count >= 6, has(FieldLine(line: leaf.line, fields: leaves), total) else { return nil }
    return leaves
  }

  /// How many fields a header begins with that name what the labels are (项目, 指标): they are no column's, and words stand under them, never a number.
  private static func overLabels(_ header: [String], _ rows: [[String]]) -> Int {
    let names = Form.columnLabels(table: .applications, template: .form2019, row: .newReceived).values.map(
      LabelPattern.init)
    let first = header.firstIndex { field in
      names.contains { $0.likeness(Wording.folded(field)) >= ColumnPlan.likeEnough }
    }
    return (0..<(first ?? 0)).prefix { place in
      let own = rows.compactMap { $0.indices.contains(place) && !$0[place].isEmpty ? $0[place] : nil }
      return (header[place].isEmpty || !own.isEmpty) && !own.contains(where: ValueReader.isValue)
    }.count
  }

  /// 自然 and 人 in two rows of the header are one name, as are 总 and 计.
  private static func joined(_ headers: [String]) -> [String] {
    var result = headers
    for name in ["自然人", "总计"].map(Wording.folded) {
      let pieces = result.indices.filter { index in
        let text = Wording.folded(result[index])
        return !text.isEmpty && text.count < name.count && text.allSatisfy(name.contains)
      }
      guard let first = pieces.first, pieces.count > 1, pieces.flatMap({ Wording.folded(result[$0]) }) == name else {
        continue
      }
      for index in pieces.dropFirst().reversed() { result.remove(at: index) }
      result[first] = String(scalars: name)
    }
    return result
  }
}
