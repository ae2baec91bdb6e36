// Reconstruction: the words of a header as a text gives them → the order in which its columns are printed.
import Statute

/// Reports print the columns of the form in another order now and then. Where a header stands over its numbers, the places tell it; in a text the
/// order of its words does, as far as they are whole: sums hold in any order.
enum PrintedOrder {
  /// What the words of a header say.
  enum Answer: Equatable {
    /// The order of the form.
    case form
    /// Nothing: its words are not whole.
    case silent
    /// All columns in the order in which they are printed.
    case exchanged([ColumnID])
    /// Another order than the form's, and not which.
    case other

    /// The columns that it names.
    var columns: [ColumnID]? {
      switch self {
      case .form: Form.applicantColumns
      case .exchanged(let columns): columns
      case .silent, .other: nil
      }
    }

    /// True where it is not the form's.
    var isOther: Bool { self != .form && self != .silent }
  }

  private static let labels = Form.columnLabels(table: .applications, template: .form2019, row: .newReceived)
  private static let names = Form.applicantColumns.map { (id: $0, name: Wording.folded(labels[$0]!)) }
  /// They stand beside one another under 法人或其他组织, each with characters of its own.
  private static let kinds = names.filter { $0.name.count >= 4 }
  /// Names of as many characters wrap alike: the starts of their lines stand side by side, too.
  private static let starts = [("商业", "科研"), ("社会", "法律")].map { (Wording.folded($0), Wording.folded($1)) }
  private static let groups = ["申请人情况", "法人或其他组织"].map(Wording.folded)
  /// A label of the rows begins like a column: 法律、行政法规.
  private static let foreign = Wording.folded("行政")

  /// The order of the applicants' columns. `header`: its lines, or its cells, in the order of the text.
  static func applicants(_ header: [String]) -> Answer {
    let lines = header.map { groups.reduce(Wording.folded($0)) { $0.without($1) } }
    let isGrouped = Wording.folded(header.joined()).firstIndex(of: groups[1]) != nil
    for line in lines {
      let found = kinds.compactMap { line.firstIndex(of: $0.name) }
      guard found.count == kinds.count else { continue }
      if found == found.sorted(), !isOuterMoved(line, kinds: found, isGrouped: isGrouped) { return .form }
      return whole(line, header: lines)
    }
    if let listed = listed(header) { return listed }
    let text = Array(lines.joined())
    let found = kinds.compactMap { text.firstIndex(of: $0.name) }
    let isInOrder = found == found.sorted()
    let isBegunInOrder = starts.allSatisfy { first, second in
      guard let one = lines.firstIndex(where: { $0.starts(with: first) }),
        let other = lines.firstIndex(where: { $0.starts(with: second) && $0.firstIndex(of: foreign) == nil })
      else { return true }
      // Of names that break into lines of other lengths the higher one comes first.
      return one <= other || lines[one].count != lines[other].count
    }
    return isInOrder && isBegunInOrder ? .silent : .other
  }

  /// True where a line that names the kinds of organisations in order has the total before them, or natural persons behind. With the name of their group
  /// they stand below the line of the total.
  private static func isOuterMoved(_ line: [Unicode.Scalar], kinds: [Int], isGrouped: Bool) -> Bool {
    guard let first = kinds.first else { return false }
    let outer = [names.first!, names.last!].map { line.firstIndex(of: $0.name) }
    return outer[0].map { $0 > first } ?? false || !isGrouped && outer[1].map { $0 < first } ?? false
  }

  /// The order of names that stand on a line, or in a field, each. Under 法人或其他组织 the total may come before those that it adds up; natural persons do not
  /// come behind them.
  private static func listed(_ header: [String]) -> Answer? {
    let texts = header.map(Wording.folded)
    let places = names.map { entry in texts.indices.filter { texts[$0] == entry.name } }
    guard places.allSatisfy({ $0.count == 1 }) else { return nil }
    let order = names.indices.sorted { places[$0][0] < places[$1][0] }.map { names[$0].id }
    if order == Form.applicantColumns { return nil }
    if !texts.contains(where: { $0 == groups[1] }) { return .exchanged(order) }
    return places[0][0] > places[1][0] ? .other : nil
  }

  /// True where nothing says that the columns of a text whose numbers run row by row are printed in another order than the form's. What stands
  /// behind the numbers of two rows is no header over them, but a piece that was carried away.
  static func isForm(applicants tokens: [StreamReading.Token]) -> Bool {
    if !isOther(tokens) { return true }
    let values = tokens.indices.filter { tokens[$0].isValue }
    let end = values.dropFirst(2 * names.count).first ?? tokens.count
    return !isOther(tokens[..<end]) && tokens[end...].split { $0.isValue }.allSatisfy { !isOther($0) }
  }

  private static let beginnings = ["商业", "科研", "社会", "法律"].map(Wording.folded)
  private static let longestName = 6

  /// True where every header of a text names the kinds of organisations in the order of the form, as far as names begin a line: a converter that goes
  /// down the columns gives these in the order in which it gives their names.
  /// Where lines hold several numbers the text does not go down the columns by itself.
  static func areInOrder(_ tokens: [StreamReading.Token]) -> Bool {
    let values = tokens.filter(\.isValue)
    if 2 * Set(values.map(\.line)).count < values.count { return true }
    let names = tokens.lazy.filter { !$0.isValue }.map { Wording.folded($0.text) }.compactMap { text in
      text.count > longestName
        ? nil : beginnings.firstIndex { text.starts(with: $0) }
    }
    var last = beginnings.count
    for name in names {
      // Each header begins with the first of them.
      if name > 0, name < last { return false }
      last = name
    }
    return true
  }

  /// True where the words of the header say another order. Where it is torn, they say nothing.
  static func isOther(_ tokens: some Collection<StreamReading.Token>) -> Bool {
    applicants(tokens.filter { !$0.isValue }.map(\.text)).isOther
      && !isTorn(tokens.prefix { !$0.isValue }.map(\.text))
  }

  /// True where the last column, which adds up the others, is named among them: blocks of the header stand in an order of their own. Not where whole
  /// names stand in another order than the form's: that is how the columns are printed, for all that is known.
  static func isTorn(_ header: [String]) -> Bool {
    let lines = header.map { groups.reduce(Wording.folded($0)) { $0.without($1) } }
    let whole = kinds.compactMap { kind in lines.firstIndex { $0.firstIndex(of: kind.name) != nil } }
    guard whole == whole.sorted() else { return false }
    let text = Array(lines.joined())
    guard let total = text.firstIndex(of: "总") else { return false }
    let others = marks.compactMap { text.firstIndex(of: $0) }
    if others.contains(where: { $0 < total }) && others.contains(where: { $0 > total }) { return true }
    // Or one name holds another.
    return ends.contains { first, last in
      guard let start = text.firstIndex(of: first), let end = text[start...].firstIndex(of: last) else { return false }
      return others.contains { start < $0 && $0 < end }
    }
  }
  /// A character of each of the organisations' columns that no other column has.
  private static let marks = Array("商科益律其".unicodeScalars)
  /// The first and the last character of the columns beside them.
  private static let ends: [(Unicode.Scalar, Unicode.Scalar)] = [("自", "人"), ("总", "计")]

  /// All seven columns, in the order of the line that has the kinds of organisation in another order; natural persons first and the total last, where
  /// a line above has them so.
  private static func whole(_ line: [Unicode.Scalar], header: [[Unicode.Scalar]]) -> Answer {
    func order(_ line: [Unicode.Scalar]) -> [ColumnID] {
      names.compactMap { entry in line.firstIndex(of: entry.name).map { (entry.id, $0) } }.sorted { $0.1 < $1.1 }
        .map(\.0)
    }
    let own = order(line)
    if own.count == names.count { return .exchanged(own) }
    let outer: [ColumnID] = [.naturalPerson, .total]
    guard own.count == names.count - outer.count, !own.contains(where: outer.contains),
      header.contains(where: { order($0) == outer })
    else { return .other }
    return .exchanged([.naturalPerson] + own + [.total])
  }

  /// For each of the fifteen columns of the review table which of the form's it is, by the rows over its numbers; nil where nothing speaks against the
  /// order of the form.
  static func review(_ header: [PrintedRow]) -> [Int]? {
    let wanted = Form.reviewColumns.map {
      LabelPattern(Form.columnLabels(table: .reviewAndLitigation, template: .form2021, row: .review)[$0]!)
    }
    var seen: Set<PrintedCell> = []
    var leaves: [[Unicode.Scalar]] = []
    for cell in header.flatMap(\.cells) where !cell.isEmpty {
      if cell.spansRows, !seen.insert(cell.keyed).inserted { continue }
      if wanted.contains(where: { $0.characters == cell.folded }) { leaves.append(cell.folded) }
    }
    let width = wanted.count
    guard leaves.count == 3 * width else { return nil }
    let groups = (0..<3).map { Array(leaves[($0 * width)..<(($0 + 1) * width)]) }
    guard groups.allSatisfy({ $0 == groups[0] }), let order = ColumnPlan.exchanged(groups[0], wanted) else {
      return nil
    }
    return (0..<3).flatMap { group in order.map { group * width + $0 } }
  }

  /// A header of the Article-20 table has no more cells than this, its first included.
  static let widest = 4
  private static let article20: [[[Unicode.Scalar]]] = Template.allCases.flatMap { template in
    let form = Form.of(.article20, template)
    return form.rows.map { row in form.columnPairs(row).map { Wording.folded($0.label) } }
  }
  private static let content = Wording.folded("信息内容")

  /// How many of the pieces of text are a header of the Article-20 table with all of its columns, and whether it prints these in another order than
  /// the form; nil where they are none.
  static func header(_ texts: some Sequence<String>) -> (count: Int, isExchanged: Bool)? {
    var rest = texts.makeIterator()
    guard rest.next().map(Wording.folded) == content else { return nil }
    let pieces = texts.map(Wording.folded)
    for columns in article20 where columns.count > 1 {
      let own = Array(pieces.dropFirst().prefix(columns.count))
      if Set(own) == Set(columns) { return (columns.count + 1, own != columns) }
    }
    return nil
  }

  /// True where the names of the columns of each row stand in the text in the order of the form, as far as they stand there whole.
  static func isForm(_ form: Form, in text: [String]) -> Bool {
    let lines = text.map(Wording.folded)
    return form.rows.allSatisfy { row in
      let found = form.columnPairs(row).compactMap { lines.firstIndex(of: Wording.folded($0.label)) }
      return found == found.sorted()
    }
  }
}

extension Array where Element == Unicode.Scalar {
  /// Where the characters begin in it; nil where they are not there.
  fileprivate func firstIndex(of part: [Unicode.Scalar]) -> Int? {
    guard count >= part.count else { return nil }
    return (0...(count - part.count)).first { self[$0...].starts(with: part) }
  }

  fileprivate func without(_ part: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard let start = firstIndex(of: part) else { return self }
    return Array(self[..<start] + self[(start + part.count)...])
  }
}
