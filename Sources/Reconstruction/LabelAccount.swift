// Reconstruction: the characters printed in a table without rules, and those its form needs → whether a label that was read in part, or a row and column too many, is the reader's own doing.
import DocumentModel
import ReportModel
import Statute

/// The words of a form are an account, as its numbers are: where all its characters are printed in the table, no label lacks one; and where none of those of a
/// row too many is left over, it is a piece of the form's own words.
struct LabelAccount {
  /// Words that a form may print beside its labels and the names of its columns.
  private static let others: [TableID: [String]] = [
    .article20: [], .reviewAndLitigation: ["行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉"],
    .applications: [
      "三、本年度办理结果", "申请人情况", "法人或其他组织", "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
    ],
  ]
  private static let content = "信息内容"
  /// Labels are not shortened where so much of their characters is printed.
  private static let enough = 0.97
  /// So many lines above the first row may be the header's.
  private static let header = 24
  /// With empty lines among them.
  private static let mostLines = 100
  /// The title of a table ends so, and a sentence.
  private static let ends = ["表", "。", "；"]

  private var left: [Unicode.Scalar: Int] = [:]

  /// - Returns: nil where the table doesn't stand on upright pages or lines of a text, or has not all the words of its form.
  init?(_ table: Table, _ form: Form, lines: (Int) -> [PrintedLine]?, source: [SourceLine] = []) {
    guard let texts = Self.texts(table, lines: lines) ?? Self.texts(table, source) else { return nil }
    let printed = texts.flatMap(Wording.folded).reduce(into: [Unicode.Scalar: Int]()) { $0[$1, default: 0] += 1 }
    let rows = form.rows.filter { !table.missingRows.contains($0.id) }
    var blocks: [(group: String?, columns: [ColumnID])] = []
    for row in rows {
      let group = table.id == .article20 ? row.group : nil
      if !blocks.contains(where: { $0 == (group, row.columns) }) { blocks.append((group, row.columns)) }
    }
    var needed: [Unicode.Scalar: Int] = [:]
    func add(_ texts: [String]) {
      for scalar in texts.flatMap(Wording.folded) { needed[scalar, default: 0] += 1 }
    }
    add(rows.map(\.label))
    for block in blocks {
      guard let row = rows.first(where: { $0.columns == block.columns }) else { continue }
      add(form.columnPairs(row).filter { !table.missingColumns.contains($0.id) }.map(\.label))
    }
    let there = needed.reduce(0) { $0 + min($1.value, printed[$1.key, default: 0]) }
    guard Double(there) >= Self.enough * Double(needed.reduce(0) { $0 + $1.value }) else { return nil }
    // What else the form has is counted where it is printed.
    let others = (Self.others[table.id] ?? []) + Set(rows.compactMap(\.group)).sorted()
    for text in others + (table.id == .article20 ? blocks.map { _ in Self.content } : []) {
      let own = Wording.folded(text).reduce(into: [Unicode.Scalar: Int]()) { $0[$1, default: 0] += 1 }
      if own.allSatisfy({ needed[$0.key, default: 0] + $0.value <= printed[$0.key, default: 0] }) { add([text]) }
    }
    left = printed.merging(needed.mapValues { -$0 }, uniquingKeysWith: +)
  }

  /// What is printed from the header of a table on pages to its last row.
  private static func texts(_ table: Table, lines: (Int) -> [PrintedLine]?) -> [String]? {
    let areas = table.places.compactMap { place -> (page: Int, box: Rectangle)? in
      guard case .page(let page, let box) = place else { return nil }
      return (page, box)
    }
    guard let first = areas.first else { return nil }
    var result: [String] = []
    var known: [Int: [PrintedLine]] = [:]
    for (page, box) in areas {
      guard let own = known[page] ?? lines(page) else { return nil }
      known[page] = own
      result += own.filter { $0.box.midY >= box.top && $0.box.midY <= box.bottom }.map { line in
        line.runs.lazy.map(\.text).filter { !ValueReader.isValue($0) }.joined()
      }
    }
    // A page break may part the header from the rows.
    let above = (lines(first.page - 1) ?? []) + (lines(first.page) ?? []).filter { $0.box.midY < first.box.top }
    return result + head(above.map(\.text))
  }

  /// The same of lines of a text.
  private static func texts(_ table: Table, _ source: [SourceLine]) -> [String]? {
    let numbers = table.places.compactMap { place -> Int? in if case .line(let number) = place { number } else { nil } }
    guard let first = numbers.min(), let last = numbers.max(),
      let start = source.firstIndex(where: { $0.number == first })
    else { return nil }
    return head(source[max(0, start - mostLines)..<start].map(\.text))
      + source[start...].prefix { $0.number <= last }.map { line in
        line.text.split(whereSeparator: \.isWhitespace).filter { !ValueReader.isValue(String($0)) }.joined()
      }
  }

  /// The lines of the header, of those over the rows.
  private static func head(_ above: [String]) -> [String] {
    above.filter { $0.contains { !$0.isWhitespace } }.suffix(header).reversed().prefix {
      line in !Headings.isWhole(line) && !ends.contains { line.hasSuffix($0) }
    }
  }

  /// True where what is missing of a label is printed in the table, and no other label lacks it; and what is too much in it is needed elsewhere.
  func hasWhole(_ label: String, read printed: String) -> Bool {
    // Numerals are often left away, and the table is full of digits.
    func characters(_ text: String) -> [Unicode.Scalar: Int] {
      Wording.folded(text).reduce(into: [:]) { if !Wording.isDigit($1) { $0[$1, default: 0] += 1 } }
    }
    let differences = characters(printed).merging(characters(label).mapValues { -$0 }, uniquingKeysWith: +)
    let (missing, surplus) = (differences.filter { $0.value < 0 }, differences.filter { $0.value > 0 })
    if missing.isEmpty { return !surplus.isEmpty && surplus.allSatisfy { left[$0.key, default: 0] <= 0 } }
    return missing.allSatisfy { left[$0.key, default: -1] >= 0 }
  }

  /// Without the words of rows and columns that the form lacks.
  func without(_ extras: [ExtraLine]) -> LabelAccount {
    var result = self
    for scalar in extras.flatMap({ [$0.label] + $0.texts }).flatMap(Wording.folded) {
      result.left[scalar, default: 0] -= 1
    }
    return result
  }

  /// True for words of which no character is left over.
  func isOfForm(_ texts: [String]) -> Bool {
    let characters = texts.flatMap(Wording.folded)
    return !characters.isEmpty && !characters.contains(where: Wording.isDigit)
      && characters.allSatisfy { left[$0, default: 0] <= 0 }
  }
}
