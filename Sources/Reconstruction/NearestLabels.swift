// Reconstruction: labels and numbers on lines of their own, of a table without rules → the rows whose numbers stand as near to another label.

enum NearestLabels {
  /// Numbers stand so much nearer to their own label than to another one, or it is not clear whose they are.
  private static let clearly = 1.3

  /// True on a page without rules where the numbers of row `j` have a line of their own that is as near to the label of a row without numbers.
  /// - Parameter items: the printed rows of each row of the form.
  static func areNearerAnother(
    _ j: Int, _ items: [[Int]], rows: [PrintedRow], splits: [PartedRows.Split]
  ) -> Bool {
    func isLabel(_ part: Int) -> Bool { splits[part].label.contains { !$0.isEmpty } }
    func isFilled(_ part: Int) -> Bool { splits[part].values.contains { !$0.isEmpty } }
    func distance(_ a: Int, _ b: Int) -> Double {
      rows[a].page == rows[b].page ? abs(rows[a].top - rows[b].top) : .infinity
    }
    let labels = items[j].filter(isLabel)
    let numbers = items[j].filter { !isLabel($0) && isFilled($0) }
    guard items[j].allSatisfy({ rows[$0].isLoose }), !labels.isEmpty, !numbers.isEmpty,
      !numbers.contains(where: { splits[$0].values.contains(where: \.isOfText) })
    else { return false }
    // A remark beside a label is no number of its row.
    func isCounted(_ part: Int) -> Bool { splits[part].values.contains { !$0.isEmpty && $0.isValue } }
    let others = items.indices.filter { $0 != j && !items[$0].contains(where: isCounted) }
      .flatMap { items[$0].filter(isLabel) }
    return numbers.contains { number in
      let own = labels.map { distance($0, number) }.min() ?? .infinity
      return others.contains { distance($0, number) < min(clearly * own, .greatestFiniteMagnitude) }
    }
  }
}
