// Reconstruction: rows of fields of the applications table → those without the empty rows that are headers of Markdown.
import DocumentModel
import Statute

/// Markdown has no table without a header: over the rule of one that has none, as where a page break parts a table, converters write an empty row. A row
/// of the form whose label is lost and whose cells are blank looks the same: the number of the others tells.
enum EmptyHeaders {
  /// Of the rows that only the form of 2021 has.
  private static let of2021 = "逾期"

  static func removed(_ rows: [FieldLine], of lines: [SourceLine]) -> [FieldLine] {
    guard rows.contains(where: { $0.fields.allSatisfy(\.isEmpty) }) else { return rows }
    let texts = Dictionary(lines.map { ($0.number, $0.text) }) { first, _ in first }
    let others = rows.filter { row in
      guard row.fields.allSatisfy(\.isEmpty), let next = texts[row.line.number + 1] else { return true }
      return FieldRows.fields(next)?.isEmpty != true
    }
    guard others.count < rows.count else { return rows }
    let form: Template = others.contains { row in row.fields.contains { $0.holds(of2021) } } ? .form2021 : .form2019
    let whole = others.count { !FieldRows.isHeader($0) && $0.fields.count > Form.applicantColumns.count }
    return whole >= Form.of(.applications, form).rows.count ? others : rows
  }
}
