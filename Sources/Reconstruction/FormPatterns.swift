// Reconstruction: what the readers of the three tables share: labels prepared for comparison, the certainty of rows, places.
import DocumentModel
import ReportModel
import Statute

/// The labels of the forms, prepared once.
enum FormPatterns {
  private static let all: [TableID: [Template: ([LabelPattern], [LabelPattern?])]] = {
    var result: [TableID: [Template: ([LabelPattern], [LabelPattern?])]] = [:]
    for table in TableID.allCases {
      for template in Template.allCases {
        let rows = Form.of(table, template).rows
        result[table, default: [:]][template] = (
          rows.map { LabelPattern($0.label) },
          rows.map { row in table == .applications ? row.group.map { LabelPattern($0 + row.label) } : nil }
        )
      }
    }
    return result
  }()

  /// The labels of both forms of a table, each once, and which of them each row has.
  struct Both: Sendable {
    /// The labels of rows, and those with the label of their group before them.
    fileprivate(set) var patterns: [LabelPattern] = []
    fileprivate(set) var groups: [LabelPattern] = []
    fileprivate(set) var rows: [Template: [(label: Int, group: Int?)]] = [:]
  }

  private static let both: [TableID: Both] = all.mapValues { forms in
    var result = Both()
    func place(_ pattern: LabelPattern, _ list: inout [LabelPattern]) -> Int {
      if let known = list.firstIndex(where: { $0.characters == pattern.characters }) { return known }
      list.append(pattern)
      return list.count - 1
    }
    for template in Template.allCases {
      let (labels, groups) = forms[template]!
      result.rows[template] = zip(labels, groups).map { label, group in
        (place(label, &result.patterns), group.map { place($0, &result.groups) })
      }
    }
    return result
  }

  static func both(_ table: TableID) -> Both { both[table]! }
  static func labels(_ form: Form) -> [LabelPattern] { all[form.table]![form.template]!.0 }
  static func grouped(_ form: Form) -> [LabelPattern?] { all[form.table]![form.template]!.1 }
}

/// Whether a row of the form is surely the printed row that it was aligned with.
enum RowCertainty {
  /// A label that is less alike is another one, wherever it stands, unless characters of it are not known.
  private static let garbled = 0.3

  /// The label of another row is as much alike as this.
  private static let same = 0.9

  /// True for what is printed as the label of row `j` of the form, and is none of its labels printed for the second time: it is no row of the form, or
  /// one that was not found, or a part of one, cut in two.
  /// - Parameter isFound: whether a row of the form was found elsewhere.
  static func isAnother(_ label: [Unicode.Scalar], _ j: Int, of form: Form, isFound: (Int) -> Bool) -> Bool {
    guard !label.isEmpty, !label.contains(Wording.unknown) else { return false }
    let labels = FormPatterns.labels(form)
    return labels[j].likeness(label) < garbled
      && !labels.indices.contains { $0 != j && isFound($0) && labels[$0].wholeLikeness(label) >= same }
      && !isOfHeader(label, form)
  }

  /// True for the beginning of another row's label, number and all, as a page break leaves it: however much it is like this row's, it is not.
  private static func isBegun(_ label: [Unicode.Scalar], _ j: Int, of form: Form) -> Bool {
    guard label.count >= shortest, label.first.map(Wording.isDigit) == true else { return false }
    let labels = FormPatterns.labels(form)
    return !labels[j].characters.starts(with: label)
      && labels.indices.contains { $0 != j && labels[$0].characters.starts(with: label) }
  }
  private static let shortest = 4

  /// True for words of the header, which flattening leaves where they do not belong.
  private static func isOfHeader(_ label: [Unicode.Scalar], _ form: Form) -> Bool {
    let names = Set(form.rows.flatMap { form.columnPairs($0) }.map { Wording.folded($0.label) })
    return names.contains { $0.contains(label) || $0.count >= header && label.starts(with: $0) }
  }
  private static let header = 3

  /// By its own label; or, where that is lost or garbled, by its place: the rows before and after it are certain, and nothing else stands
  /// between them.
  /// - Parameter items: what was aligned, the printed rows of the table.
  static func isCertain(
    _ j: Int, of form: Form, items: [AlignmentItem], result: RowAligner.Result, threshold: Double
  ) -> Bool {
    if result.isDisputed[j] { return false }
    let label = result.items[j].flatMap { items[$0].label }
    if result.likeness[j] >= threshold { return !isBegun(label, j, of: form) }
    if isAnother(label, j, of: form, isFound: { result.likeness[$0] >= threshold }) { return false }
    guard let first = result.items[j].first, let last = result.items[j].last else { return false }
    // What goes on in a row of numbers without a label may be that row, and this one another.
    let isDouble = [j - 1, j + 1].contains { other in
      result.items.indices.contains(other) && result.items[other].count { items[$0].hasValues } > 1
    }
    if isDouble { return false }
    let beforeIsCertain: Bool
    if j == 0 {
      beforeIsCertain = first == 0
    } else {
      beforeIsCertain = result.likeness[j - 1] >= threshold && result.items[j - 1].last == first - 1
    }
    let afterIsCertain: Bool
    if j == result.likeness.count - 1 {
      afterIsCertain = last == result.assignments.count - 1
    } else {
      afterIsCertain = result.likeness[j + 1] >= threshold && result.items[j + 1].first == last + 1
    }
    return beforeIsCertain && afterIsCertain
  }
}

/// Where a table stands.
enum TablePlaces {
  static func areas(_ rows: [PrintedRow]) -> [Place] {
    var result: [Place] = []
    for row in rows {
      if row.page == 0 {
        result += row.cells.flatMap { $0.pieces.map(\.place) }
      } else if let (left, right) = row.extent {
        result.append(
          .page(row.page, Rectangle(left: left, top: row.top, right: right, bottom: row.bottom)))
      }
    }
    let merged = result.merged()
    if case .line? = merged.first { return [merged.first!, merged.last!] }
    return merged
  }
}
