// Output: a report → where the cells stand that comparing it with others may find fault with.
import Audit
import DocumentModel
import ReportModel
import Statute

/// Kept beside the JSON of a report, so that a supervisor need not read that again to place a finding.
public struct ComparedPlaces: Hashable, Sendable {
  /// The first place of each of `ReportDigest.comparedCells`, by index; cells without one are absent.
  public private(set) var places: [Int: Place] = [:]

  /// None.
  public init() {}

  /// The places of the cells of a report.
  init(_ report: Report) {
    for (index, cell) in ReportDigest.comparedCells.enumerated() {
      places[index] = report[cell.table]?[cell.row, cell.column]?.places.first
    }
  }

  /// - Returns: nil where an index is that of no cell.
  public init?(_ places: [Int: Place]) {
    guard places.keys.allSatisfy(ReportDigest.comparedCells.indices.contains) else { return nil }
    self.places = places
  }

  /// Where the first of the cells stands that has a place; nil where none has.
  func first(of cells: [CellReference], in table: TableID) -> Place? {
    cells.lazy.compactMap { cell in
      ReportDigest.comparedCells.firstIndex {
        $0.table == table && $0.row == cell.row && $0.column == cell.column
      }.flatMap { places[$0] }
    }.first
  }
}
