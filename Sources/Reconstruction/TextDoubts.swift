// Reconstruction: tables of a text → the same, blanks that may be losses of a converter taken back.
import ReportModel
import Statute

/// A report prints its zeros in one way. Where it prints them as numbers, a row of the applications table without anything, or a review table
/// that is nearly empty, has lost its numbers on the way to the text, unless the sums hold without them.
enum TextDoubts {
  /// So many printed zeros are the way of a report to print them.
  private static let zeros = 14
  /// A review table with so many blanks is nearly empty.
  private static let blanks = 8

  static func applied(to reading: inout TableReading) {
    guard let applications = reading.tables[.applications] else { return }
    let rows = applications.rows.map { $0.cells.map(\.cell) }
    let printed = rows.joined().count { $0.value == 0 || $0.state == .placeholder }
    let isMixed = rows.contains { row in row.contains { $0.state == .blank } && row.contains { $0.state == .number } }
    guard printed >= zeros else { return }
    if !Proof.checked(applications).isProven {
      for (index, row) in rows.enumerated() where row.allSatisfy({ $0.state == .blank }) {
        reading.doubtBlanks(.applications, row: index)
      }
    }
    guard let review = reading.tables[.reviewAndLitigation], !isMixed else { return }
    let own = review.rows.flatMap { $0.cells.map(\.cell) }
    let isEmpty = own.allSatisfy { $0.state == .blank }
    if own.count(where: { $0.state == .blank }) >= blanks, isEmpty || !Proof.checked(review).isProven {
      reading.doubt(.reviewAndLitigation)
      for index in review.rows.indices { reading.doubtBlanks(.reviewAndLitigation, row: index) }
    }
  }
}

extension TableReading {
  /// Takes back the blanks of a row.
  fileprivate mutating func doubtBlanks(_ id: TableID, row: Int) {
    guard var table = tables[id] else { return }
    for index in table.rows[row].cells.indices where table.rows[row].cells[index].cell.state == .blank {
      let cell = table.rows[row].cells[index].cell
      table.rows[row].cells[index].cell = Cell(state: .unread, places: cell.places, doubt: .blanksLost)
    }
    tables[id] = table
  }
}
