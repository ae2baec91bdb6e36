// Reconstruction: the names of the groups over the columns of the review table → whether they stand in another order than the form's.
import DocumentModel
import ReportModel
import Statute

/// The form prints 行政复议, then 未经复议直接起诉 and 复议后起诉 under 行政诉讼. Where a report prints them otherwise, the fifteen numbers are other ones.
enum ReviewOrder {
  private static let review = Wording.folded("行政复议")
  private static let litigation = Wording.folded("行政诉讼")
  private static let direct = ["未经复议", "直接起诉"].map(Wording.folded)
  private static let after = Wording.folded("复议后")
  private static let lastYear = ["上年", "上一年", "去年"].map(Wording.folded)

  /// The place of a group in the form: 0 to 2; nil for other words.
  private static func group(_ text: [Unicode.Scalar]) -> Int? {
    if lastYear.contains(where: { text.contains($0) }) { return nil }
    if direct.contains(where: { text.contains($0) }) { return text.contains(after) ? nil : 1 }
    if text.contains(after) { return 2 }
    return text.starts(with: review) && !text.contains(litigation) ? 0 : nil
  }

  /// True where the rows of a header name a group to the left of one that comes before it in the form.
  static func isOther(_ header: [PrintedRow]) -> Bool {
    isOther(header.flatMap(\.cells).filter { !$0.isEmpty }.map { ($0.folded, $0.midX) })
  }

  /// The contents of the fifteen places of the form where more groups than its own are printed: under the name of each group its columns, in the order of
  /// the form; nil where they are not all there, or a name comes twice.
  static func grouped(_ header: [PrintedRow], leaves: [PrintedCell], cells: [PrintedCell]) -> [Int: ColumnPlan.Content]?
  {
    let names = Form.reviewColumns.map {
      LabelPattern(Form.columnLabels(table: .reviewAndLitigation, template: .form2021, row: .review)[$0]!).characters
    }
    var places: [Int: Set<PrintedCell>] = [:]
    for cell in header.flatMap(\.cells) where !cell.isEmpty {
      if let group = group(cell.folded) { places[group, default: []].insert(cell.keyed) }
    }
    var result: [Int: ColumnPlan.Content] = [:]
    for group in 0..<3 {
      guard let own = places[group], own.count == 1, let name = own.first else { return nil }
      let columns = leaves.filter { name.left < $0.midX && $0.midX < name.right }.sorted { $0.left < $1.left }
      guard columns.map(\.folded) == names else { return nil }
      for (k, column) in columns.enumerated() {
        guard let cell = cells.first(where: { column.left < $0.midX && $0.midX < column.right }) else { return nil }
        result[group * names.count + k] = .cell(cell)
      }
    }
    return result
  }

  /// The table, unread where names over its columns that are no part of it say so. A table without rules begins with the names of its columns.
  static func doubted(_ table: Table, trace: Trace.TableTrace?, lines: [[PrintedLine]]) -> Table {
    guard table.id == .reviewAndLitigation, let trace, let plan = trace.plans.first,
      let first = plan.rows.map({ trace.rows[$0] }).min(by: { ($0.page, $0.top) < ($1.page, $1.top) }),
      lines.indices.contains(first.page - 1)
    else { return table }
    // Down to the numbers: names that wrap stand among those of the columns.
    let end = plan.rows.map { trace.rows[$0] }.filter { $0.page == first.page }.map(\.bottom).max() ?? first.bottom
    let over = lines[first.page - 1].filter { $0.box.midY < end && $0.box.midY > first.top - highest }
    let names = over.flatMap(\.runs).map { (Wording.folded($0.text), $0.box.midX) }
    guard isOther(names) else { return table }
    var table = table
    table.forget(.columnAmbiguous)
    return table
  }
  /// The names of groups stand no higher over those of columns, in points.
  private static let highest = 90.0

  private static func isOther(_ names: [(text: [Unicode.Scalar], x: Double)]) -> Bool {
    var places: [Int: [Double]] = [:]
    for name in names { if let group = group(name.text) { places[group, default: []].append(name.x) } }
    // 行政诉讼 over both, where these have no names that are known.
    if places[1] == nil, places[2] == nil { places[1] = names.filter { $0.text == litigation }.map(\.x) }
    let means = places.filter { !$0.value.isEmpty }.mapValues { $0.reduce(0, +) / Double($0.count) }
    return means.contains { group, x in means.contains { $0.key > group && $0.value < x - 1 } }
  }
}
