// Reconstruction: how each table was read, kept for `inspect`.
import DocumentModel
import Statute

/// The intermediate values of a reading. Costs nothing but references; shown by `Inspection` and `Sketch`.
struct Trace {
  struct TableTrace {
    var rows: [PrintedRow] = []
    var method = ""
    var items: [AlignmentItem] = []
    /// For each item the index of its row.
    var itemRows: [Int] = []
    var alignment: RowAligner.Result?
    var plans: [PlacedPlan] = []

    /// How the printed row was understood; nil where it took no part in the alignment (a header above the columns).
    func assignment(ofRow index: Int) -> RowAssignment? {
      guard let alignment, let item = itemRows.firstIndex(of: index), alignment.assignments.indices.contains(item)
      else { return nil }
      return alignment.assignments[item]
    }
  }
  /// Columns, and the printed rows that they were read from or used for.
  struct PlacedPlan {
    var rows: [Int]
    var plan: ColumnPlan
    /// For each column the row of the form that it belongs to, where a table has one printed row for all of them.
    var formRows: [RowID?] = []
  }
  var tables: [TableID: TableTrace] = [:]
  var grids: [Int: [Grid]] = [:]
  /// The lines of each page, on the page turned upright.
  var lines: [Int: [PrintedLine]] = [:]
  /// Pages that had to be turned, with their size as displayed.
  var turned: [Int: (orientation: PageOrientation, width: Double, height: Double)] = [:]

  /// A box of the page turned upright, on the page as displayed.
  func displayed(_ box: Rectangle, page: Int) -> Rectangle {
    guard let (orientation, width, height) = turned[page] else { return box }
    return orientation.turnedBack(box, width: width, height: height)
  }
}
