// Reconstruction: printed rows of all ruled areas → the rows of each of the three tables.
import Statute

/// Tells by their words which statutory table printed rows belong to. Rows without words of their own (numbers, the rest of a label) belong to
/// the table around them; areas with no word of the form, and that continue none, are foreign.
enum TableSorter {
  /// A height on a page, from 1, in points from the top.
  typealias Spot = (page: Int, y: Double)

  private static let words: [(TableID, [String])] = [
    (
      .article20,
      [
        "第二十条", "信息内容", "规章", "规范性文件", "行政许可", "其他对外管理", "行政处罚", "行政强制", "事业性收费", "集中采购",
        "制发件数", "废止件数", "现行有效", "处理决定", "项目数量", "采购总金额", "新制作", "新公开", "对外公开", "收费金额",
      ]
    ),
    (
      .applications,
      [
        "自然人", "商业企业", "科研机构", "公益组织", "法律服务", "申请人情况", "法人或其他组织", "本年新收", "上年结转", "予以公开",
        "部分公开", "国家秘密", "禁止公开", "三安全", "第三方", "内部事务", "过程性信息", "执法案卷", "行政查询", "不掌握",
        "现成信息", "补正", "信访举报", "重复申请", "公开出版物", "反复申请", "重新出具", "逾期", "其他处理", "办理结果",
        "勾稽关系", "结转下年", "不予公开", "无法提供", "不予处理",
      ]
    ),
    (.reviewAndLitigation, ["行政复议", "行政诉讼", "结果维持", "结果纠正", "其他结果", "尚未审结", "未经复议", "复议后起诉"]),
  ]

  /// A word of the form.
  private struct Word {
    var scalars: [Unicode.Scalar]
    /// No text that lacks one of these holds the word (`traits`).
    var traits: UInt64

    init(_ word: String) {
      scalars = Wording.folded(word)
      traits = TableSorter.traits(scalars)
    }

    func stands(in text: [Unicode.Scalar], _ textTraits: UInt64) -> Bool {
      if textTraits & TableSorter.unknownTrait != 0 { return mayStand(in: text) }
      return traits & ~textTraits == 0 && text.contains(scalars)
    }

    /// True where it stands in a text of which some characters are unknown: half of its own are known there, and two at least.
    private func mayStand(in text: [Unicode.Scalar]) -> Bool {
      guard text.count >= scalars.count else { return false }
      return (0...(text.count - scalars.count)).contains { start in
        var known = 0
        for (own, other) in zip(scalars, text[start...]) where other != Wording.unknown {
          guard own == other else { return false }
          known += 1
        }
        return known >= 2 && 2 * known >= scalars.count
      }
    }
  }
  private static let folded: [(TableID, [Word])] = words.map { table, words in (table, words.map(Word.init)) }

  /// A bit for each character, which some share; unknown ones have one to themselves.
  private static func traits(_ text: [Unicode.Scalar]) -> UInt64 {
    text.reduce(0) { $0 | ($1 == Wording.unknown ? unknownTrait : 1 << UInt64(min($1.value & 63, 62))) }
  }
  private static let unknownTrait: UInt64 = 1 << 63

  /// The table whose words the text holds most of, and how many; nil where it holds none.
  static func table(of text: [Unicode.Scalar]) -> (table: TableID, words: Int)? {
    var best: (TableID, Int)?
    let traits = traits(text)
    for (table, words) in folded {
      let count = words.count { $0.stands(in: text, traits) }
      if count > (best?.1 ?? 0) { best = (table, count) }
    }
    return best
  }

  /// How many words of the table the text holds.
  static func words(of id: TableID, in text: [Unicode.Scalar]) -> Int {
    let traits = traits(text)
    return folded.first { $0.0 == id }?.1.count { $0.stands(in: text, traits) } ?? 0
  }

  /// The blocks (ruled areas, or runs of table lines in a text) in document order; each row keeps its block.
  /// - Parameters:
  ///   - empty: pages on which nothing stands.
  ///   - beginsSection: whether the heading of a section stands between two places.
  static func sort(
    _ blocks: [[PrintedRow]], empty: Set<Int> = [], beginsSection: (Spot, Spot) -> Bool = { _, _ in false }
  ) -> (tables: [TableID: [PrintedRow]], foreign: Set<Int>) {
    var result: [TableID: [PrintedRow]] = [:]
    var foreign: Set<Int> = []
    var previous: (table: TableID, rows: [PrintedRow])?
    for rows in blocks {
      guard let first = rows.first else { continue }
      let texts = rows.map { row in row.cells.map(\.folded) }
      var classes = settled(texts.map { cells in table(of: Array(cells.joined())) })
      let continues = previous.map { isContinuation(of: $0.rows, rows, empty: empty, beginsSection) } ?? false
      if !holdTwoWords(texts) {
        guard continues, let previous else {
          foreign.insert(first.block)
          continue
        }
        // The rest of a table after a page break: at most one word of its own.
        classes = classes.map { _ in previous.table }
      }
      var current: TableID? = continues ? previous?.table : nil
      let firstOwn = classes.compactMap { $0 }.first
      if current == nil { current = firstOwn }
      for (row, own) in zip(rows, classes) {
        current = own ?? current
        if let current { result[current, default: []].append(row) }
      }
      if let current { previous = (current, rows) }
    }
    return (result, foreign)
  }

  /// The tables of the rows of an area. One word, between rows of another table or at their end, may be made by a stamp that runs into a label:
  /// another table begins with two words, or two rows.
  private static func settled(_ found: [(table: TableID, words: Int)?]) -> [TableID?] {
    var current: TableID?
    return found.indices.map { index in
      guard let own = found[index] else { return nil }
      let next = found[(index + 1)...].lazy.compactMap { $0 }.first
      if let current, own.table != current, own.words < 2, next?.table != own.table { return nil }
      current = own.table
      return own.table
    }
  }

  /// True where two words of one table stand in the cells.
  private static func holdTwoWords(_ rows: [[[Unicode.Scalar]]]) -> Bool {
    let cells = rows.joined().filter { $0.count > 1 }.map { (text: $0, traits: traits($0)) }
    return folded.contains { _, words in
      words.lazy.filter { word in cells.contains { word.stands(in: $0.text, $0.traits) } }.prefix(2).count(where: { _ in
        true
      }) == 2
    }
  }

  /// Fewer cells of rows are alike by chance.
  private static let alikeCells = 6

  /// An area is the rest of the one before it where it begins the page after that and is about as wide, or has the same columns (what stands left of them
  /// may have no edge on one of the pages), and no section begins between the two.
  private static func isContinuation(
    of earlier: [PrintedRow], _ later: [PrintedRow], empty: Set<Int>, _ beginsSection: (Spot, Spot) -> Bool
  ) -> Bool {
    guard let a = earlier.last, let b = later.first, a.page <= b.page,
      (a.page..<b.page).dropFirst().allSatisfy(empty.contains)
    else { return false }
    let (x, y) = (a.extent ?? (0, 0), b.extent ?? (0, 0))
    let isAsWide = abs(x.left - y.left) + abs(x.right - y.right) <= 0.2 * max(1, x.right - x.left)
    let isAlike = { a.page < b.page && min(a.cells.count, b.cells.count) >= alikeCells && b.hasCells(like: a) }
    return (isAsWide || isAlike()) && !beginsSection((a.page, a.bottom), (b.page, b.top))
  }
}

extension [Unicode.Scalar] {
  /// True where `part` stands in it.
  func contains(_ part: [Unicode.Scalar]) -> Bool {
    guard let first = part.first, count >= part.count else { return part.isEmpty }
    for start in 0...(count - part.count) where self[start] == first {
      var length = 1
      while length < part.count, self[start + length] == part[length] { length += 1 }
      if length == part.count { return true }
    }
    return false
  }
}
