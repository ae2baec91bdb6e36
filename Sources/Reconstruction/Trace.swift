// Reconstruction: how each table was read, kept for `inspect`.
import Statute

/// The intermediate values of a reading. Costs nothing but references; printed by `Inspection`.
struct Trace {
  struct TableTrace {
    var rows: [PrintedRow] = []
    var method = ""
    var items: [AlignmentItem] = []
    /// For each item the index of its row.
    var itemRows: [Int] = []
    var alignment: RowAligner.Result?
    var plan: ColumnPlan?
  }
  var tables: [TableID: TableTrace] = [:]
  var grids: [Int: [Grid]] = [:]
}
