// Audit: a report → what the rules look at, computed once for all of them.
import DocumentModel
import Foundation
import ReportModel
import Statute

/// A report under audit, with what several rules need of it.
public struct Subject: Sendable {
  public let report: Report
  public let settings: Settings
  /// The sums of the applications table, then of the review table; in the order of the rules and then of the form.
  let sums: [JudgedSum]
  let narrative: Narrative
  let figures: ReportFigures
  /// What the running text states of the tables, in its order, by table.
  let claims: [Claim]

  public init(_ report: Report, settings: Settings = Settings()) {
    self.report = report
    self.settings = settings
    narrative = Narrative(report)
    figures = ReportFigures(report)
    let scope = Scope(report)
    claims =
      ApplicationClaims(scope).read(narrative) + ReviewClaims(scope).read(narrative)
      + DocumentClaims(scope).read(narrative)
    sums = report.tables.flatMap { table in TableSum.all(of: table.id, table.template).map { JudgedSum($0, in: table) }
    }
  }

  /// The first place of a cell; nil where it has none.
  func place(_ table: TableID, _ cell: CellReference) -> Place? { report[table]?.place(cell) }

  /// The place of the first of the cells that has one.
  func place(_ table: TableID, firstOf cells: [CellReference]) -> Place? {
    for cell in cells {
      if let place = place(table, cell) { return place }
    }
    return nil
  }
}

extension Table {
  /// The first place of a cell; nil where it has none.
  func place(_ cell: CellReference) -> Place? {
    guard let row = cell.row, let column = cell.column else { return nil }
    return self[row, column]?.places.first
  }
}
