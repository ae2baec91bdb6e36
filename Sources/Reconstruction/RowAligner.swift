// Reconstruction: printed rows and the rows of a form → which is which, by dynamic programming over label likeness.
import Statute

/// A candidate of the alignment: a printed row with its label.
struct AlignmentItem {
  /// The label: the text of the row's own label cells.
  var label: [Unicode.Scalar]
  /// The label with the group labels before it.
  var labelWithGroup: [Unicode.Scalar]
  /// What stands in the cells for numbers, as far as they are not empty.
  var values: [String]
  var hasValues: Bool { !values.isEmpty }
  /// True where this row may be the rest of the one before it (first of a page, after the last of the page before).
  var mayContinue: Bool
  /// True for a row that is a header by its words.
  var isHeader: Bool
  /// True where it has cells for numbers, be they empty.
  var hasCells = true
}

/// How a printed row was understood.
enum RowAssignment: Equatable {
  case row(Int, likeness: Double)
  /// The rest of the row that the printed row before it begins.
  case continuation(Int)
  case header
  /// Printed, but not of the form.
  case extra
}

/// Aligns printed rows with a form's rows; both keep their order (Needleman–Wunsch with affine choices replaced by explicit moves).
enum RowAligner {
  /// Costs, in units of a wholly unlike label.
  private enum Cost {
    /// A row of the form that is not printed.
    static let missing = 0.62
    /// A printed row with values that is none of the form's.
    static let extraWithValues = 0.9
    /// A printed row without values and without a label of the form: a group label alone, a page's rest.
    static let extraEmpty = 0.30
    static let header = 0.05
    /// A row without any label, between others.
    static let unlabelled = 0.5
    /// Two printed rows taken as one over a page break.
    static let continuation = 0.08
  }

  struct Result {
    var assignments: [RowAssignment]
    var cost: Double
    /// For each row of the form the items that print it; empty where it is missing.
    var items: [[Int]]
    /// For each row of the form how alike its printed label is; 0 where it is missing.
    var likeness: [Double]
    /// For each row of the form whether several printed rows claim to be it.
    var isDisputed: [Bool]
  }

  /// How the rows up to a printed one and one of the form are best aligned.
  private struct Step {
    enum Move { case none, missing, skipped, single, joined }

    var cost = Double.infinity
    var move = Move.none
    var likeness = 0.0

    mutating func consider(_ cost: Double, _ move: Move, likeness: Double = 0) {
      if cost < self.cost - 1e-12 { self = Step(cost: cost, move: move, likeness: likeness) }
    }
  }

  /// How alike a printed label and each label of both forms are.
  private struct Likenesses {
    private var own: [Double] = []
    private var grouped: [Double] = []

    init(_ label: [Unicode.Scalar], _ withGroup: [Unicode.Scalar], _ forms: FormPatterns.Both) {
      guard !label.isEmpty || !withGroup.isEmpty else { return }
      own = Self.all(label, forms.patterns)
      grouped = Self.all(withGroup.count != label.count ? withGroup : label, forms.groups)
    }

    private static func all(_ text: [Unicode.Scalar], _ patterns: [LabelPattern]) -> [Double] {
      let holdsUnknown = text.contains(Wording.unknown)
      return patterns.map { $0.likeness(text, holdsUnknown: holdsUnknown) }
    }

    /// For each row of one form.
    func of(_ rows: [(label: Int, group: Int?)]) -> [Double] {
      guard !own.isEmpty else { return [Double](repeating: 0, count: rows.count) }
      // Labels of shattered tables carry their group: （三）不予公开1.属于国家秘密.
      return rows.map { row in max(own[row.label], 0.97 * (row.group.map { grouped[$0] } ?? 0)) }
    }
  }

  /// The alignment with each of the two forms.
  static func align(_ items: [AlignmentItem], with forms: FormPatterns.Both) -> [(template: Template, result: Result)] {
    let single = items.map { Likenesses($0.label, $0.labelWithGroup, forms) }
    // The label of a row as the rest of the one before it.
    let joined = items.indices.map { i -> Likenesses? in
      guard i > 0, items[i].mayContinue, !items[i].isHeader, !items[i - 1].isHeader else { return nil }
      return Likenesses(
        items[i - 1].label + items[i].label, items[i - 1].labelWithGroup + items[i].labelWithGroup, forms)
    }
    return Template.allCases.map { template in
      let rows = forms.rows[template]!
      var own = single.map { $0.of(rows) }
      var rest = joined.map { $0?.of(rows) }
      let labels = rows.map { forms.patterns[$0.label].characters }
      for (i, item) in items.enumerated() {
        RowsOutOfOrder.heedWords(of: item.label, labels: labels, likeness: &own[i])
      }
      RowsOutOfOrder.keepDoubled(items, from: &own, &rest)
      return (template, align(items, rows.count, single: own, joined: rest))
    }
  }

  /// - Parameters:
  ///   - m: how many rows the form has.
  ///   - single: for each printed row how alike its label is to that of each row of the form.
  ///   - joined: the same for its label behind that of the row before it; nil where it cannot be the rest of that row.
  private static func align(
    _ items: [AlignmentItem], _ m: Int, single: [[Double]], joined: [[Double]?]
  ) -> Result {
    let n = items.count
    let width = m + 1
    var steps = [Step](repeating: Step(), count: (n + 1) * width)
    steps[0].cost = 0
    for j in 1..<width { steps[j] = Step(cost: Double(j) * Cost.missing, move: .missing) }
    for i in 1..<(n + 1) {
      let item = items[i - 1]
      let skip = item.isHeader ? Cost.header : item.hasValues ? Cost.extraWithValues : Cost.extraEmpty
      let own = single[i - 1]
      let rest = joined[i - 1]
      let isUnlabelled = item.label.isEmpty && item.labelWithGroup.isEmpty
      let header = item.isHeader ? 0.6 : 0
      // Numbers stand once in a row: two parts with numbers are two rows.
      let clash = rest != nil && items[i - 2].hasValues && item.hasValues ? 0.8 : 0
      let areUnlabelled = item.label.isEmpty && (i < 2 || items[i - 2].label.isEmpty)
      for j in 0..<width {
        var step = Step()
        let here = i * width + j
        if j > 0 { step.consider(steps[here - 1].cost + Cost.missing, .missing) }
        step.consider(steps[here - width].cost + skip, .skipped)
        if j > 0 {
          let unlike = isUnlabelled ? Cost.unlabelled : (1 - own[j - 1]) * 1.3
          step.consider(steps[here - width - 1].cost + unlike + header, .single, likeness: own[j - 1])
          if let rest {
            let unlike = areUnlabelled ? Cost.unlabelled : (1 - rest[j - 1]) * 1.3
            step.consider(
              steps[here - 2 * width - 1].cost + unlike + Cost.continuation + clash, .joined,
              likeness: areUnlabelled ? 0 : rest[j - 1])
          }
        }
        steps[here] = step
      }
    }
    var assignments = [RowAssignment](repeating: .extra, count: n)
    var rowItems = [[Int]](repeating: [], count: m)
    var rowLikeness = [Double](repeating: 0, count: m)
    var i = n
    var j = m
    while i > 0 || j > 0 {
      let step = steps[i * width + j]
      switch step.move {
      case .none, .missing: j -= 1
      case .skipped:
        assignments[i - 1] = items[i - 1].isHeader ? .header : .extra
        i -= 1
      case .single:
        assignments[i - 1] = .row(j - 1, likeness: step.likeness)
        rowItems[j - 1] = [i - 1]
        rowLikeness[j - 1] = step.likeness
        i -= 1
        j -= 1
      case .joined:
        assignments[i - 2] = .row(j - 1, likeness: step.likeness)
        assignments[i - 1] = .continuation(j - 1)
        rowItems[j - 1] = [i - 2, i - 1]
        rowLikeness[j - 1] = step.likeness
        i -= 2
        j -= 1
      }
    }
    let result = Result(
      assignments: assignments, cost: steps[n * width + m].cost, items: rowItems, likeness: rowLikeness,
      isDisputed: [Bool](repeating: false, count: m))
    return RowsOutOfOrder.mended(result, items: items, likeness: single)
  }
}
