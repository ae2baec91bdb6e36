// Reconstruction: the printed rows of the applications table → the table.
import DocumentModel
import ReportModel
import Statute

/// Reads the table of section 三. Columns come from the header cells, or from the count of the cells; rows from the alignment of the labels with
/// the form.
struct ApplicationsReader {
  /// A row is certain by its own label from this likeness on.
  static let certain = 0.55

  /// The alignment that was chosen, kept for `inspect`.
  private(set) var alignment: RowAligner.Result?
  private(set) var items: [AlignmentItem] = []
  private(set) var plan: ColumnPlan?
  /// The indices of the rows that were aligned: all but headers.
  private(set) var body: [Int] = []
  /// True where the rows were already brought into the plan's columns.
  private(set) var isPlanGiven = false

  /// The table; nil where the rows hold no row of the form.
  mutating func read(_ printed: [PrintedRow], plan given: ColumnPlan? = nil) -> Table? {
    isPlanGiven = given != nil
    let header = given == nil ? ApplicationsHeader(printed) : nil
    let rows = header.map { OverhangingDigits.doubted($0.rows, under: Set($0.indices)) } ?? printed
    let plan = given ?? header?.columnPlan
    self.plan = plan
    let body = rows.indices.filter { index in !(header?.indices.contains(index) ?? false) }
    self.body = body
    var splits: [PartedRows.Split] = []
    for index in body { splits.append(split(rows[index], plan: plan)) }
    items = zip(body, splits).enumerated().map { position, element in
      let (index, parts) = element
      let row = rows[index]
      let label = parts.label.flatMap(\.folded)
      let group = parts.group.flatMap(\.folded)
      let previous = position > 0 ? rows[body[position - 1]] : nil
      return AlignmentItem(
        label: label, labelWithGroup: group + label, values: parts.values.filter { !$0.isEmpty }.map(\.text),
        mayContinue: row.mayContinue || (previous.map { $0.page != row.page && row.hasCells(like: $0) } ?? false),
        isHeader: !parts.values.contains { !$0.isEmpty } && Self.isGroupLabel(label), hasCells: !parts.values.isEmpty)
    }
    var best: (template: Template, result: RowAligner.Result)?
    for (template, result) in RowAligner.align(items, with: FormPatterns.both(.applications)) {
      if best == nil || result.cost < best!.result.cost - 1e-9 { best = (template, result) }
    }
    guard let (template, result) = best, result.likeness.contains(where: { $0 >= Self.certain }) else { return nil }
    alignment = result
    return AlignedApplications(
      reader: self, form: Form.of(.applications, template), rows: rows, splits: splits, result: result
    ).table()
  }

  private static let groupLabels = ["三、本年度办理结果", "（三）不予公开", "（四）无法提供", "（五）不予处理", "（六）其他处理"].map(LabelPattern.init)

  /// A group label alone: not a row of its own, nor part of one. （六）其他处理 is a row in one form and a group in the other.
  private static func isGroupLabel(_ label: [Unicode.Scalar]) -> Bool {
    groupLabels.dropLast().contains { $0.characters == label }
  }

  /// Of the parts of a row those with numbers tell whether it is in doubt.
  func doubt(of rows: [PrintedRow]) -> Doubt? {
    let filled = rows.filter { row in row.cells.contains { $0.left >= (plan?.columns.first?.left ?? 0) && !$0.isEmpty }
    }
    return (filled.isEmpty ? rows : filled).compactMap(\.doubt).first
  }

  /// The parts of a row, told by where the first column begins.
  private func split(_ row: PrintedRow, plan: ColumnPlan?) -> PartedRows.Split {
    let (left, right) = row.extent ?? (0, 0)
    var boundary: Double
    if let plan, let first = plan.columns.first {
      // Pages may differ in their margins: the share of the width stays.
      let share = (first.left - plan.blockLeft) / max(1, plan.blockRight - plan.blockLeft)
      boundary = left + share * (right - left)
      if sameExtent(row, plan) {
        boundary = first.left
      } else if row.cells.count > plan.columns.count {
        // On another page a table may have other widths: its last cells are the columns.
        boundary = row.cells[row.cells.count - plan.columns.count].left
      }
    } else {
      // Without a header the last seven cells are the columns.
      let cells = row.cells
      boundary = cells.count > 7 ? cells[cells.count - 7].left : right
      // Not where the first of them is the label: then cells for numbers are joined.
      if cells.count > 7, !cells[cells.count - 7].isEmpty, !cells[cells.count - 7].isValue {
        boundary = cells[cells.count - 6].left
      }
    }
    // Where the boundary leaves another number of cells than there are columns, the last cells behind a label are the columns.
    if let count = plan?.columns.count, !isPlanGiven, row.cells.count > count,
      row.cells.count(where: { $0.midX >= boundary }) != count
    {
      let last = row.cells.suffix(count)
      let before = row.cells[row.cells.count - count - 1]
      // Not where a cell for numbers is missing, and the label is the first of so many.
      let mayBeValue = last.first!.isEmpty || last.first!.isValue
      // Nor where the last cells hold the label: then cells for numbers are joined.
      let holdsLabel =
        sameExtent(row, plan!) && last.contains { !$0.isEmpty && !$0.isValue && $0.midX < boundary }
      // Nor where they stand under other columns of the same table.
      let areElsewhere = sameExtent(row, plan!) && plan!.areElsewhere(last)
      if !holdsLabel, !areElsewhere, before.spansRows || !before.isEmpty, !before.isValue, mayBeValue {
        boundary = last.first!.left
      }
    }
    // More cells behind the label than the header names columns: that was cut, and nothing tells which these are.
    if let plan, !isPlanGiven, !sameExtent(row, plan),
      let label = row.cells.lastIndex(where: { !$0.isEmpty && !$0.isValue && !$0.spansRows }),
      row.cells.count - label - 1 > plan.columns.count
    {
      boundary = row.cells[label + 1].left
    }
    let labels = row.cells.filter { $0.midX < boundary }
    return (
      labels.filter { !$0.spansRows }, labels.filter(\.spansRows), row.cells.filter { $0.midX >= boundary }
    )
  }

  func sameExtent(_ row: PrintedRow, _ plan: ColumnPlan) -> Bool {
    if isPlanGiven { return true }
    let (left, right) = row.extent ?? (0, 0)
    return abs(left - plan.blockLeft) <= 8 && abs(right - plan.blockRight) <= 8
  }
}
