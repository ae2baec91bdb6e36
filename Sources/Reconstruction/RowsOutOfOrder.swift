// Reconstruction: an alignment that keeps the order of the form → the same, rows that are printed in another order put where their labels say.

import Statute

/// Reports exchange rows now and then, and lines of a text change their places. An alignment keeps the order of the form, and would take such a row
/// for the one that belongs there. A row that has the label of another row of the form is that row; where two claim to be one, both are in doubt.
enum RowsOutOfOrder {
  /// From this likeness on a label is that of a row of the form, if that of every other row is by so much less like it.
  private static let same = 0.9
  private static let margin = 0.15
  /// From this one on it has all of its words and no others.
  private static let whole = 0.97

  private static let numerals = Set("一二三四五六七八九十0123456789".unicodeScalars)
  /// Shorter labels are part of others.
  private static let fewestWords = 4
  /// A label with another row's words is no more like any row's.
  private static let otherWords = 0.5

  /// Reports that exchange two rows number them anew (一、上年结转 before 二、本年新收): the words tell the row, not the numeral.
  /// - Parameters:
  ///   - label: the label of a printed row.
  ///   - labels: those of the rows of the form.
  static func heedWords(of label: [Unicode.Scalar], labels: [[Unicode.Scalar]], likeness: inout [Double]) {
    let words = label.drop(while: numerals.contains)
    guard words.count >= fewestWords, words.count < label.count else { return }
    let own = labels.indices.filter { labels[$0].drop(while: numerals.contains).elementsEqual(words) }
    guard own.count == 1, let row = own.first, labels[row] != label else { return }
    for other in likeness.indices where other != row { likeness[other] = min(likeness[other], otherWords) }
    likeness[row] = max(likeness[row], same)
  }

  /// A row that is printed twice is not the next one of the form where that is printed as well: its label is made unlike that one's. Nor do two whole
  /// labels make up one.
  /// - Parameters:
  ///   - single: for each printed row how alike its label is to that of each row of the form.
  ///   - joined: the same for its label behind that of the row before it.
  static func keepDoubled(_ items: [AlignmentItem], from single: inout [[Double]], _ joined: inout [[Double]?]) {
    let names = single.map(named)
    // The labels of two rows are not the two halves of one.
    for (i, (name, next)) in zip(names, names.dropFirst()).enumerated()
    where name != nil && next != nil
      && name != next && items[i].hasCells
    {
      joined[i + 1] = nil
    }
    var printed: [Int: Int] = [:]
    for case let name? in names { printed[name, default: 0] += 1 }
    guard printed.values.contains(where: { $0 > 1 }) else { return }
    for (i, name) in names.enumerated() {
      guard let name else { continue }
      for other in printed.keys where other != name { single[i][other] = min(single[i][other], unlike) }
    }
  }
  private static let unlike = 0.0

  /// - Parameters:
  ///   - items: the printed rows.
  ///   - likeness: for each printed row how alike its label is to that of each row of the form.
  static func mended(_ result: RowAligner.Result, items: [AlignmentItem], likeness: [[Double]]) -> RowAligner.Result {
    // For each printed row that is not where its label says, the row of the form that it is.
    var claims: [Int: Int] = [:]
    for (i, assignment) in result.assignments.enumerated() {
      switch assignment {
      case .row(let j, let own) where own < same:
        if let named = named(likeness[i]), named != j { claims[i] = named }
      case .continuation(let j) where items[i].hasValues:
        if let named = named(likeness[i]), named != j { claims[i] = named }
      case .extra where items[i].hasValues:
        if let named = named(likeness[i]), !isHeld(named, result, likeness) { claims[i] = named }
      default: break
      }
    }
    var result = result
    for (i, assignment) in result.assignments.enumerated() where assignment == .extra && items[i].hasValues {
      // Printed once more with other numbers: nobody knows which are meant.
      guard let named = named(likeness[i]), likeness[i][named] >= whole, isHeld(named, result, likeness) else {
        continue
      }
      let (own, other) = (result.items[named].flatMap { items[$0].values }, items[i].values)
      // A page break prints a row on both pages, and cuts cells off.
      if own.count == other.count, own != other { result.isDisputed[named] = true }
    }
    guard !claims.isEmpty else { return result }
    let places = result.items
    var claimants: [Int: [Int]] = [:]
    for (i, j) in claims { claimants[j, default: []].append(i) }
    for (i, j) in claims.sorted(by: { $0.key < $1.key }) {
      // A label that is printed twice says nothing against the place of the second row.
      if isHeld(j, result, likeness), claimants[j] == [i], !places[j].contains(where: { claims[$0] != nil }) {
        claims[i] = nil
      }
    }
    for (i, j) in claims.sorted(by: { $0.key < $1.key }) {
      for old in places.indices where places[old].contains(i) && old != j {
        result.items[old].removeAll { $0 == i }
        if result.items[old].isEmpty { result.likeness[old] = 0 }
        if places[old].count > 1 { result.isDisputed[old] = true }
      }
      let isFree = places[j].allSatisfy { claims[$0] != nil }
      if claimants[j] == [i], isFree {
        result.items[j] = (result.items[j].filter { claims[$0] == nil } + [i]).sorted()
        result.likeness[j] = likeness[i][j]
        result.assignments[i] = .row(j, likeness: likeness[i][j])
      } else {
        result.isDisputed[j] = true
        if case .extra = result.assignments[i] { continue }
        result.assignments[i] = .extra
      }
    }
    return result
  }

  /// The row of the form whose label this is, no other being as like it.
  static func named(_ label: [Unicode.Scalar], _ form: Form) -> Int? {
    named(FormPatterns.labels(form).map { $0.likeness(label) })
  }

  /// The row of the form whose label this is.
  private static func named(_ likeness: [Double]) -> Int? {
    guard let best = likeness.indices.max(by: { likeness[$0] < likeness[$1] }), likeness[best] >= same else {
      return nil
    }
    let isAlone = likeness.indices.allSatisfy { $0 == best || likeness[$0] <= likeness[best] - margin }
    return isAlone ? best : nil
  }

  /// True where the printed row that was taken for that row of the form has its label.
  private static func isHeld(_ j: Int, _ result: RowAligner.Result, _ likeness: [[Double]]) -> Bool {
    result.items[j].contains { likeness[$0][j] >= same } || result.likeness[j] >= same
  }
}
