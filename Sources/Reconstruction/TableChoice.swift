// Reconstruction: the rows of a table that is printed more than once → the rows of the one that the report is about.
//
// Reports print last year's table beside this year's, that of a subordinate body behind their own, and statistics of their own that use words of
// the form. What stands over a table tells which one it is: this year or another one, or an annex. Where it does not, nothing is chosen.
import DocumentModel
import Statute

struct TableChoice {
  /// The lines of each page, and the ruled areas of all pages.
  let lines: [[PrintedLine]]
  let areas: [(page: Int, box: Rectangle)]
  /// The year of the report, as its title says.
  let year: Int?

  init(pages: [Page], lines: [[PrintedLine]], areas: [(page: Int, box: Rectangle)]) {
    (self.lines, self.areas) = (lines, areas)
    let first = pages.first.map { PageFlow.flowLines(lines[0], page: $0) } ?? []
    year = FrontMatter.title(first, before: first.count)?.year
  }

  /// A table is printed once more where so many of its rows are.
  static let again = 2
  /// Tables with so large a share of the rows of the fullest one may be meant; others are none of the form's.
  private static let rival = 0.75

  /// Rows that stand together: an area, or what follows a header within it.
  struct Segment {
    var rows: [PrintedRow]
    var labels: Set<String> = []
    var columns: Set<String> = []
    /// True where the columns of the form stand as rows.
    var isTurned = false
  }
  typealias Print = [Segment]

  /// The rows that are meant; nil where there are several tables, and nothing tells which one is.
  func chosen(_ id: TableID, _ rows: [PrintedRow]) -> [PrintedRow]? {
    guard Self.mayBeSeveral(id, rows) else { return rows }
    let segments = Self.segments(id, rows)
    guard segments.count > 1 else { return rows }
    let prints = Self.prints(segments, id)
    let counts = prints.map { Set($0.flatMap(\.labels)).count }
    let most = counts.max() ?? 0
    guard most >= Self.again else { return rows }
    // The end of one before the beginning of another: pages of another report stand between those of this one.
    if id == .applications, prints.count > 1, prints.contains(where: { !Self.isInOrder($0) }) { return nil }
    let rivals = prints.indices.filter { Double(counts[$0]) >= Self.rival * Double(most) }
    let meant: Int
    if rivals.count == 1 {
      meant = rivals[0]
    } else {
      let columns = rivals.map { index in Set(prints[index].flatMap(\.columns)) }
      // Parts of one table with other columns each.
      let named = columns.filter { !$0.isEmpty }
      guard named.allSatisfy({ $0 == named[0] }) else { return rows }
      if let choice = choice(rivals.map { prints[$0] }) {
        meant = rivals[choice]
      } else {
        // A page may have been put into the file twice.
        let texts = rivals.map { rival in
          prints[rival].flatMap(\.rows).map { $0.cells.filter { !$0.isEmpty } }
            .filter { $0.contains { $0.isValue } }.map { $0.map(\.text) }
        }
        guard texts.allSatisfy({ $0 == texts[0] }) else { return nil }
        meant = rivals[0]
      }
    }
    let whole = prints[meant].filter { !$0.isTurned }
    let own = (whole.isEmpty ? prints[meant] : whole).flatMap(\.rows)
    return Self.disputed(own, id, by: others(than: meant, of: prints))
  }

  /// Each segment goes to the newest print that it does not repeat; of two beside one another to the one that stands over it.
  private static func prints(_ segments: [Segment], _ id: TableID) -> [Print] {
    var prints: [Print] = []
    for (index, segment) in segments.enumerated() {
      func repeats(_ print: Print) -> Bool {
        let seen = Set(print.flatMap(\.labels))
        let repeated = segment.labels.intersection(seen).count
        if repeated >= again && 2 * repeated >= min(segment.labels.count, seen.count) { return true }
        // A table that begins at the foot of a page shows one of its rows there.
        return repeated > 0 && repeated == segment.labels.count && !isInOrder(print + [segment])
      }
      let open = prints.indices.last.map { last in
        prints.indices.last { index in
          isBeside(prints[index], prints[last]) && isBelow(segment, prints[index]) && !repeats(prints[index])
        } ?? last
      }
      if let open, !repeats(prints[open]), !begins(segment, over: segments[(index + 1)...], id, behind: prints[open]) {
        prints[open].append(segment)
      } else {
        prints.append([segment])
      }
    }
    return prints
  }

  /// True where the table of article 20 begins with the segment: it has the first header, and what stands before it is a table of the report's own, as its
  /// rows all come again.
  private static func begins(
    _ segment: Segment, over rest: ArraySlice<Segment>, _ id: TableID, behind print: Print
  ) -> Bool {
    guard id == .article20, segment.rows.first.map({ isHeader(id, $0) }) ?? false,
      !print.contains(where: { $0.rows.contains { isHeader(id, $0) } })
    else { return false }
    let own = Set(print.flatMap(\.labels))
    return !own.isEmpty && own.isSubset(of: rest.reduce(segment.labels) { $0.union($1.labels) })
  }

  /// False where rows of the form stand behind those that follow them.
  private static func isInOrder(_ print: Print) -> Bool {
    let places = print.map { segment in segment.labels.compactMap { order[$0] } }.filter { !$0.isEmpty }
    return zip(places, places.dropFirst()).allSatisfy { $0.max()! <= $1.min()! }
  }

  /// The rows of the applications table in the order of the form.
  private static let order = Dictionary(
    Form.of(.applications, .form2021).rows.enumerated().map { ($1.id.rawValue, $0) },
    uniquingKeysWith: { one, _ in one })

  /// The extent of rows across the page.
  private static func extent(_ rows: [PrintedRow]) -> (left: Double, right: Double) {
    (rows.flatMap(\.cells).map(\.left).min() ?? 0, rows.flatMap(\.cells).map(\.right).max() ?? 0)
  }

  /// True for one and the same print, too.
  private static func isBeside(_ print: Print, _ other: Print) -> Bool {
    guard let a = print.first?.rows, let b = other.first?.rows else { return false }
    let (x, y) = (extent(a), extent(b))
    return a[0].page == b[0].page && (x == y && a[0].top == b[0].top || x.right <= y.left + 1 || y.right <= x.left + 1)
  }

  private static func isBelow(_ segment: Segment, _ print: Print) -> Bool {
    guard let last = print.last else { return false }
    let (x, y) = (extent(last.rows), extent(segment.rows))
    return abs(x.left - y.left) + abs(x.right - y.right) <= 0.2 * max(1, x.right - x.left)
  }

  private static func segments(_ id: TableID, _ rows: [PrintedRow]) -> [Segment] {
    var result: [Segment] = []
    var wasHeader = false
    for (index, row) in rows.enumerated() {
      let isHeader = isHeader(id, row)
      if index == 0 || rows[index - 1].block != row.block || isHeader && !wasHeader {
        result.append(Segment(rows: []))
      }
      wasHeader = isHeader
      result[result.count - 1].rows.append(row)
    }
    return result.flatMap { parted($0, id) }
  }

  /// A segment in which rows of the form come again is parted there, with the header over them.
  private static func parted(_ segment: Segment, _ id: TableID) -> [Segment] {
    var result: [Segment] = []
    var current = Segment(rows: [])
    for row in segment.rows {
      var own = Segment(rows: [row])
      describe(&own, id)
      if !own.labels.isDisjoint(with: current.labels) {
        let head = current.rows.reversed().prefix { !$0.cells.contains { !$0.isEmpty && $0.isValue } }
        // A form that nobody filled in is all words, and a segment by itself.
        let isBlank = head.count == current.rows.count
        if !isBlank { current.rows.removeLast(head.count) }
        result.append(current)
        current = Segment(rows: isBlank ? [] : head.reversed())
      }
      current.rows.append(row)
      current.labels.formUnion(own.labels)
    }
    result.append(current)
    for index in result.indices { describe(&result[index], id) }
    return result
  }

  /// Words of which one at least comes again where an applications table does, or where its columns stand as rows elsewhere.
  private static let signs = ["本年新收", "予以公开", "重复申请", "结转下年", "自然人"].map(Wording.folded)

  /// False where the table is printed once for certain, which a look at a few words says: most are.
  private static func mayBeSeveral(_ id: TableID, _ rows: [PrintedRow]) -> Bool {
    guard id == .applications else { return true }
    // Cells of numbers, which are most, hold no word.
    let texts = rows.map { row in
      row.cells.filter { !$0.spansRows && !$0.isEmpty && !isShort($0) }.map(\.folded)
    }
    return signs.contains { sign in texts.count { cells in cells.contains { $0.contains(sign) } } >= again }
  }

  private static func isShort(_ cell: PrintedCell) -> Bool {
    cell.pieces.count == 1 && cell.pieces[0].text.utf8.count < 9
  }

  private static let applicants = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"].map(Wording.folded)
  static let headerWords: [TableID: [[Unicode.Scalar]]] = [
    .article20: ["第二十条第（一）项", "本年制发件数", "本年新制作数量"].map(Wording.folded),
    .applications: ["自然人", "商业企业", "申请人情况", "勾稽关系"].map(Wording.folded),
    .reviewAndLitigation: ["行政复议", "行政诉讼", "结果维持", "未经复议"].map(Wording.folded),
  ]

  static func isHeader(_ id: TableID, _ row: PrintedRow) -> Bool {
    let texts = row.cells.map(\.folded)
    return headerWords[id]!.contains { word in texts.contains { $0.contains(word) } }
  }

  /// The labels of the form's rows by which a printed row is known; 规范性文件 and 行政规范性文件 are one.
  private static let article20: [[Unicode.Scalar]] = [
    "规章", "规范性文件", "行政许可", "其他对外管理服务事项", "行政处罚", "行政强制", "行政事业性收费", "政府集中采购",
  ].map(Wording.folded)
  private static let applications: [(name: String, patterns: [LabelPattern])] = Template.allCases.flatMap { template in
    Form.of(.applications, template).rows.filter { Wording.folded($0.label).count >= 4 }.map { row in
      (row.id.rawValue, [LabelPattern(row.label)] + (row.group.map { [LabelPattern($0 + row.label)] } ?? []))
    }
  }
  private static let same = 0.9
  /// With its numeral the label of the total is no name of a column.
  private static let totals = ["（七）总计", "（六）总计"].map(Wording.folded)

  static func describe(_ segment: inout Segment, _ id: TableID) {
    var turned = 0
    for row in segment.rows {
      let filled = row.cells.filter { !$0.isEmpty }
      let own = filled.filter { !$0.spansRows && !$0.isValue }.map(\.folded)
      switch id {
      case .article20:
        guard let first = own.first, filled.count > 1 || row.cells.count > 1 else { continue }
        if let label = article20.last(where: { first.starts(with: $0) || Array(first.dropFirst(2)) == $0 }) {
          segment.labels.insert(String(scalars: label))
        }
      case .applications:
        for text in own where text.count >= 4 {
          if let label = applications.first(where: { $0.patterns.contains { $0.likeness(text) >= same } }) {
            segment.labels.insert(label.name)
          }
        }
        if own.contains(where: totals.contains) { segment.labels.insert(RowID.total.rawValue) }
        let names = own.filter(applicants.contains)
        segment.columns.formUnion(names.map { String(scalars: $0) })
        if names.count == 1, own.first == names[0], filled.contains(where: { $0.isValue }) {
          turned += 1
        }
      case .reviewAndLitigation:
        // A row of numbers under a header of its own is one of the table's labels, as are the numbers' columns.
        if row.cells.count >= 15, !filled.isEmpty, filled.allSatisfy({ $0.isValue }) {
          segment.labels.formUnion(["numbers", "whole"])
        }
      }
    }
    segment.isTurned = turned >= again
  }
}
