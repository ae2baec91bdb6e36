// Reconstruction: printed rows and the rows of a form → which is which, by dynamic programming over label likeness.

/// A candidate of the alignment: a printed row with its label.
struct AlignmentItem {
  /// The label: the text of the row's own label cells.
  var label: [Unicode.Scalar]
  /// The label with the group labels before it.
  var labelWithGroup: [Unicode.Scalar]
  /// True where something stands in the cells for numbers.
  var hasValues: Bool
  /// True where this row may be the rest of the one before it (first of a page, after the last of the page before).
  var mayContinue: Bool
  /// True for a row that is a header by its words.
  var isHeader: Bool
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
  }

  static func align(_ items: [AlignmentItem], with patterns: [LabelPattern], groups: [LabelPattern?]) -> Result {
    let n = items.count
    let m = patterns.count
    let width = m + 1
    var cost = [Double](repeating: .infinity, count: (n + 1) * width)
    var move = [UInt8](repeating: 0, count: (n + 1) * width)
    var like = [Double](repeating: 0, count: (n + 1) * width)
    func likeness(_ label: [Unicode.Scalar], _ withGroup: [Unicode.Scalar], _ row: Int) -> Double {
      var best = patterns[row].likeness(label)
      if withGroup.count != label.count, let group = groups[row] {
        // Labels of shattered tables carry their group: （三）不予公开1.属于国家秘密.
        best = max(best, 0.97 * group.likeness(withGroup))
      } else if let group = groups[row] {
        best = max(best, 0.97 * group.likeness(label))
      }
      return best
    }
    var table = [Double](repeating: 0, count: n * m)
    for i in 0..<n where !items[i].label.isEmpty || !items[i].labelWithGroup.isEmpty {
      for j in 0..<m { table[i * m + j] = likeness(items[i].label, items[i].labelWithGroup, j) }
    }
    cost[0] = 0
    for i in 0...n {
      // The label of this row as the rest of the one before it.
      let canJoin = i > 1 && items[i - 1].mayContinue && !items[i - 1].isHeader && !items[i - 2].isHeader
      let joined = canJoin ? items[i - 2].label + items[i - 1].label : []
      let joinedGroup = canJoin ? items[i - 2].labelWithGroup + items[i - 1].labelWithGroup : []
      for j in 0...m {
        let here = i * width + j
        func consider(_ value: Double, _ kind: UInt8, _ alike: Double) {
          if value < cost[here] - 1e-12 {
            cost[here] = value
            move[here] = kind
            like[here] = alike
          }
        }
        if j > 0 { consider(cost[here - 1] + Cost.missing, 1, 0) }
        if i > 0 {
          let item = items[i - 1]
          let skip =
            item.isHeader ? Cost.header : item.hasValues ? Cost.extraWithValues : Cost.extraEmpty
          consider(cost[here - width] + skip, 2, 0)
          if j > 0 {
            let alike = table[(i - 1) * m + j - 1]
            let single =
              item.label.isEmpty && item.labelWithGroup.isEmpty ? Cost.unlabelled : (1 - alike) * 1.3
            consider(cost[here - width - 1] + single + (item.isHeader ? 0.6 : 0), 3, alike)
          }
          if canJoin, j > 0 {
            let before = items[i - 2]
            let alike = joined.isEmpty ? 0 : likeness(joined, joinedGroup, j - 1)
            let double = joined.isEmpty ? Cost.unlabelled : (1 - alike) * 1.3
            // Numbers stand once in a row: two parts with numbers are two rows.
            let clash = before.hasValues && item.hasValues ? 0.8 : 0
            consider(cost[here - 2 * width - 1] + double + Cost.continuation + clash, 4, alike)
          }
        }
      }
    }
    var assignments = [RowAssignment](repeating: .extra, count: n)
    var rowItems = [[Int]](repeating: [], count: m)
    var rowLikeness = [Double](repeating: 0, count: m)
    var i = n
    var j = m
    while i > 0 || j > 0 {
      let here = i * width + j
      switch move[here] {
      case 1: j -= 1
      case 2:
        assignments[i - 1] = items[i - 1].isHeader ? .header : .extra
        i -= 1
      case 3:
        assignments[i - 1] = .row(j - 1, likeness: like[here])
        rowItems[j - 1] = [i - 1]
        rowLikeness[j - 1] = like[here]
        i -= 1
        j -= 1
      default:
        assignments[i - 2] = .row(j - 1, likeness: like[here])
        assignments[i - 1] = .continuation(j - 1)
        rowItems[j - 1] = [i - 2, i - 1]
        rowLikeness[j - 1] = like[here]
        i -= 2
        j -= 1
      }
    }
    return Result(assignments: assignments, cost: cost[n * width + m], items: rowItems, likeness: rowLikeness)
  }
}
