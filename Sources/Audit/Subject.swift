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

  public init(_ report: Report, settings: Settings = Settings()) {
    self.report = report
    self.settings = settings
    sums = report.tables.flatMap { table in TableSum.all(of: table.id, table.template).map { JudgedSum($0, in: table) }
    }
  }

  /// The first place of a cell; nil where it has none.
  func place(_ table: TableID, _ cell: CellReference) -> Place? {
    guard let row = cell.row, let column = cell.column else { return nil }
    return report[table]?[row, column]?.places.first
  }

  /// The place of the first of the cells that has one.
  func place(_ table: TableID, firstOf cells: [CellReference]) -> Place? {
    for cell in cells {
      if let place = place(table, cell) { return place }
    }
    return nil
  }
}
