// Reconstruction: lines of numbers and the rows that they were given to → the same, lines that name their row given to that one.
import Statute

extension LooseApplications {
  /// Labels are found in the order of the form. A line that holds the whole label of another row is that row's: rows or lines were exchanged.
  /// - Parameter held: for each row the lines that its label was found on.
  /// - Returns: the lines of the rows, and the labels of those that a line names; nothing for a row that has lost its line, or whose label was found in
  ///   what names another row.
  func named(
    _ assigned: (line: [Int?], isCertain: [Bool]), _ values: [ValueLine], form: Form, held: [[Int]]
  ) -> (rows: (line: [Int?], isCertain: [Bool]), labels: [Int: [PrintedCell]]) {
    var claims: [Int: Int] = [:]
    var names: [Int: LooseRun] = [:]
    var result = assigned
    var labels: [Int: [PrintedCell]] = [:]
    var rowOf: [Int: Int] = [:]
    for (k, value) in values.enumerated() {
      guard let run = lines[value.line].runs.last(where: { !$0.isValue }), run.right <= value.runs[0].left,
        let row = RowsOutOfOrder.named(Wording.folded(run.text), form)
      else { continue }
      rowOf[value.line] = row
      if assigned.line[row] == k {
        labels[row] = [PrintedCell(left: 0, right: 1, pieces: [piece(run)])]
      } else if assigned.line.contains(k) || assigned.line[row] != nil {
        (claims[k], names[k]) = (row, run)
      }
    }
    for (j, own) in held.enumerated() where labels[j] == nil {
      // Most of its label is the whole label of another row.
      let others = own.filter { line in rowOf[line].map { $0 != j } ?? false }
      if 2 * others.count > own.count { (result.isCertain[j], labels[j]) = (false, []) }
    }
    for (j, k) in assigned.line.enumerated() {
      if let k, claims[k] != nil { (result.line[j], result.isCertain[j], labels[j]) = (nil, false, []) }
    }
    let claimed = Dictionary(grouping: claims.keys) { claims[$0]! }
    for (row, claimants) in claimed {
      if claimants.count == 1, result.line[row] == nil {
        (result.line[row], result.isCertain[row]) = (claimants[0], true)
        labels[row] = names[claimants[0]].map { [PrintedCell(left: 0, right: 1, pieces: [piece($0)])] }
      } else {
        result.isCertain[row] = false
      }
    }
    return (result, labels)
  }
}
