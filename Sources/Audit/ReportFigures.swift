// Audit: the tables → the numbers that sentences speak of.
import Foundation
import ReportModel
import Statute

/// The totals of the tables by meaning. nil where a cell needed for it could not be read or holds no number.
struct ReportFigures: Sendable {
  /// By row, the number of applications of all kinds of applicant.
  private var applications: [RowID: Decimal]
  /// By row, the number of cases.
  private var cases: [RowID: Decimal]
  /// Of 规范性文件, by column; only of a table of the 2021 form.
  private var documents: [ColumnID: Decimal]
  /// What an outcome's rows of the printed form are.
  private let rows: Set<RowID>

  init(_ report: Report) {
    applications = [:]
    cases = [:]
    documents = [:]
    rows = Set(report[TableID.applications]?.rows.map(\.id) ?? [])
    for row in report[TableID.applications]?.rows ?? [] { applications[row.id] = ReportFigures.total(row) }
    for row in report[TableID.reviewAndLitigation]?.rows ?? [] { cases[row.id] = ReportFigures.total(row) }
    if let table = report[.article20], table.template == .form2021, let row = table[.normativeDocuments] {
      for entry in row.cells { documents[entry.column] = entry.cell.value }
    }
  }

  /// The printed total; where it is blank, the sum of the others.
  private static func total(_ row: Row) -> Decimal? {
    guard let total = row[.total] else { return nil }
    switch total.state {
    case .number: return total.value
    case .text, .unread: return nil
    case .blank, .placeholder:
      return row.cells.reduce(Decimal(0) as Decimal?) { sum, entry in
        switch entry.cell.state {
        case .number: sum.flatMap { sum in entry.cell.value.map { sum + $0 } }
        case .blank, .placeholder: sum
        case .text, .unread: nil
        }
      }
    }
  }

  /// The figures with one total of the applications table changed.
  func changing(_ row: RowID, to value: Decimal) -> ReportFigures {
    var figures = self
    figures.applications[row] = value
    return figures
  }

  func applications(_ row: RowID) -> Decimal? { applications[row] }
  func cases(_ row: RowID) -> Decimal? { cases[row] }
  func documents(_ column: ColumnID) -> Decimal? { documents[column] }

  /// 新收 + 上年结转.
  var intake: Decimal? { sum([applications[.newReceived], applications[.carriedOver]]) }
  var litigation: Decimal? { sum([cases[.litigationDirect], cases[.litigationAfterReview]]) }
  func outcome(_ outcome: Claim.Outcome) -> Decimal? {
    sum(outcome.rows.filter(rows.contains).map { applications[$0] })
  }

  private func sum(_ parts: [Decimal?]) -> Decimal? {
    parts.isEmpty
      ? nil : parts.reduce(Decimal(0) as Decimal?) { sum, part in sum.flatMap { sum in part.map { sum + $0 } } }
  }
}
