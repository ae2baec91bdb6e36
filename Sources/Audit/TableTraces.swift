// Audit: running text → whether a table stands in it that was not reconstructed.
import ReportModel
import Statute

/// Labels of the forms that running text has no use for. Where several of them stand in the text of a report that has no such
/// table, the table is in the document and was not read: the tool's limit, not the report's fault.
enum TableTraces {
  private static let labels: [TableID: [WordSet]] = [
    .article20: [
      "信息内容", "本年制发件数", "本年废止件数", "现行有效件数", "本年处理决定数量", "本年新制作数量", "本年新公开数量", "对外公开总数量", "上一年项目数量", "本年增/减",
      "采购项目数量", "采购总金额", "本年收费金额",
    ].map { WordSet($0) },
    // Parts of labels too, as lines of a cell cut them.
    .applications: [
      "申请人情况", "勾稽关系", "法人或其他组织", "商业企业", "社会公益组织", "法律服务机构", "本年新收政府信息公开申请数量", "上年结转政府信息公开申请数量", "三安全一稳定",
      "三类内部事务信息", "四类过程性信息", "没有现成信息需要另行制作", "补正后申请内容仍不明确", "要求提供公开出版物",
    ].map { WordSet($0) },
    .reviewAndLitigation: [
      "结果维持", "结果纠正", "其他结果", "尚未审结", "未经复议直接起诉", "复议后起诉", "维持纠正", "结果结果", "行政复议行政诉讼",
      "结果维结果纠", "其他结尚未审",
    ].map { WordSet($0) },
  ]
  /// Fewer may be words of a sentence.
  private static let leastLabels = 3

  /// True where the text shows the table.
  static func show(_ table: TableID, _ narrative: Narrative) -> Bool {
    let paragraphs = narrative.paragraphs.map(\.text)
    let found = (labels[table] ?? []).count { label in paragraphs.contains { label.occurs(in: $0, 0..<$0.count) } }
    return found >= leastLabels
  }
}

extension TableTraces {
  /// So many lines of nothing but digits are the cells of a table whose words are lost: converters drop a header that is set on its side.
  private static let leastNumbers = 10

  /// True where the section has the numbers of a table.
  static func areNumbers(_ section: Section?) -> Bool {
    (section?.lines ?? []).count { line in
      !line.text.isEmpty && line.text.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
    } >= leastNumbers
  }

  /// Lines of nothing but the characters of the review table's header come to so many of them: converters give each line of a narrow cell by itself, or those of
  /// neighbouring cells as one. No sentence has none but these.
  private static let leastCharacters = 24
  private static let leastLines = 4
  private static let header = Set("结果维持纠正其他尚未审总计行政复议诉讼经直接起后".unicodeScalars)

  /// True where the section has the header of the review table in pieces.
  static func arePieces(_ section: Section?) -> Bool {
    let counts = (section?.lines ?? []).compactMap { line -> Int? in
      let text = line.text.unicodeScalars.filter { !$0.properties.isWhitespace }
      return !text.isEmpty && text.allSatisfy(header.contains) ? text.count : nil
    }
    return counts.count >= leastLines && counts.reduce(0, +) >= leastCharacters
  }
}

extension Subject {
  /// Tables that the document shows but that were not reconstructed, and those that scanned pages may show.
  var unreadTables: [TableID] {
    TableID.allCases.filter {
      report[$0] == nil
        && (report.isUnseen || report.unreadSections.contains($0.section) || TableTraces.show($0, narrative)
          || TableTraces.areNumbers(report[$0.section])
          || $0 == .reviewAndLitigation && TableTraces.arePieces(report[$0.section]))
    }
  }

  /// Tables that were not found where the document has parts that nobody can read: pictures, signs that are no text, pages out of order. They may stand
  /// there.
  var tablesOutOfSight: [TableID] {
    guard report.hasIllegibleParts || report.isDisordered else { return [] }
    let unread = unreadTables
    return TableID.allCases.filter { report[$0] == nil && !unread.contains($0) }
  }
}
