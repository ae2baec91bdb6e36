import DocumentModel
import ReportModel
import Statute

@testable import Reconstruction

/// What tests of texts share.
enum TextSamples {
  /// A consistent applications table: row by row, the total last.
  static func numbers(_ form: Form, isFull: Bool = false, weight: (Int) -> Int = { _ in 1 }) -> [[Int]] {
    var rows = form.rows.indices.map { k in
      [
        k % 5 == 0 ? k + 3 : 0, k % 3, isFull && k % 6 == 4 ? k : 0, k % 4 == 1 ? 2 : 0, isFull && k % 7 == 5 ? 1 : 0,
        k % 2,
      ]
    }
    rows = rows.enumerated().map { k, row in row.map { $0 * weight(k) } }
    func index(_ id: RowID) -> Int { form.rows.firstIndex { $0.id == id }! }
    let outcomes = form.rows.indices.filter { ApplicationSums.Role(form.rows[$0].id) == .outcome }
    rows[index(.total)] = (0..<6).map { c in outcomes.reduce(0) { $0 + rows[$1][c] } }
    rows[index(.carriedForward)] = [1, 0, 0, 0, 0, 2]
    rows[index(.carriedOver)] = [0, 1, 0, 0, 0, 0]
    rows[index(.newReceived)] = (0..<6).map { c in
      rows[index(.total)][c] + rows[index(.carriedForward)][c] - rows[index(.carriedOver)][c]
    }
    return rows.map { $0 + [$0.reduce(0, +)] }
  }

  static func report(_ lines: [SourceLine]) throws -> Report {
    try Reconstructor.reconstruct(Document(content: .text(lines)))
  }

  static func texts(_ table: Table?) -> [[String]] {
    table.map { $0.rows.map { $0.cells.map { $0.cell.state == .number ? $0.cell.text : "\($0.cell.state)" } } } ?? []
  }
}
