// Reconstruction: the label and the numbers of a row without rules → its cells.
import DocumentModel
import ReportModel
import Statute

extension LooseApplications {
  /// A number belongs to the nearest column where the next nearest is this much further away.
  private static let clearly = 1.8

  func labelCells(_ matches: [Int], runOf: [LooseRun], characters: [Unicode.Scalar]) -> [PrintedCell] {
    guard !matches.isEmpty else { return [] }
    // The runs that the matches lie in, whole where most of them is the label.
    var runs: [LooseRun] = []
    var own: [LooseRun: Int] = [:]
    for match in matches {
      if runs.last != runOf[match] { runs.append(runOf[match]) }
      own[runOf[match], default: 0] += 1
    }
    let kept = runs.filter { 2 * own[$0]! >= Wording.folded($0.text).count }
    let pieces = (kept.isEmpty ? runs : kept).map { run in
      PrintedPiece(
        text: run.text, place: run.place, left: run.left, right: run.right, top: 0, bottom: 0, unit: 1,
        isHidden: run.isHidden)
    }
    return [PrintedCell(left: 0, right: 1, pieces: pieces)]
  }

  /// The cells of a row: one a column; and why their columns are in doubt.
  func values(_ runs: [LooseRun], columns: [Column]) -> (cells: [PrintedCell], doubt: Doubt?) {
    var cells = columns.indices.map {
      PrintedCell(left: FieldRows.firstValue + Double($0), right: FieldRows.firstValue + Double($0) + 1, pieces: [])
    }
    func put(_ run: LooseRun, _ k: Int) {
      cells[k].pieces.append(
        PrintedPiece(
          text: run.text, place: run.place, left: run.left, right: run.right, top: 0, bottom: 0, unit: 1,
          isHidden: run.isHidden))
    }
    let sorted = runs.sorted { $0.left < $1.left }
    if columns.isEmpty {
      let last = Form.applicantColumns.count - 1
      cells = Form.applicantColumns.indices.map {
        PrintedCell(left: FieldRows.firstValue + Double($0), right: FieldRows.firstValue + Double($0) + 1, pieces: [])
      }
      for (k, run) in sorted.enumerated() { put(run, min(k, last)) }
      return (cells, .columnAmbiguous)
    }
    if sorted.count == columns.count {
      for (k, run) in sorted.enumerated() { put(run, k) }
      return (cells, nil)
    }
    var doubt: Doubt?
    for run in sorted {
      let order = columns.indices.sorted { distance(run, columns[$0]) < distance(run, columns[$1]) }
      let nearest = distance(run, columns[order[0]])
      let next = order.count > 1 ? distance(run, columns[order[1]]) : .infinity
      if nearest > 0, next < nearest * Self.clearly + 0.5 { doubt = .columnAmbiguous }
      if !cells[order[0]].pieces.isEmpty { doubt = .columnAmbiguous }
      put(run, order[0])
    }
    return (cells, doubt)
  }

  /// How far a run is from a column: nothing where they overlap by half of the run.
  private func distance(_ run: LooseRun, _ column: Column) -> Double {
    let overlap = min(run.right, column.right) - max(run.left, column.left)
    if overlap >= 0.5 * (run.right - run.left) { return 0 }
    return overlap > 0 ? 0.25 * (run.right - run.left) : abs(run.midX - column.middle)
  }
}
