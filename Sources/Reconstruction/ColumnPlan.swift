// Reconstruction: header cells of a table and the columns of the form → where each column stands.
import Statute

/// The printed columns for numbers, left to right, each with the column of the form that it is.
struct ColumnPlan {
  struct Column: Sendable {
    /// nil for a column that the form lacks.
    var id: ColumnID?
    var label: String
    var left: Double
    var right: Double
    /// True where its header names several columns.
    var isJoined = false
  }
  var columns: [Column]
  /// Columns of the form that are not printed.
  var missing: [ColumnID]
  /// The extent of the block that the plan was read from.
  var blockLeft: Double
  var blockRight: Double

  /// A header is taken for a label of the form where they are at least this much alike.
  static let likeEnough = 0.5

  /// Matches header cells with the labels of the form, both from left to right.
  /// - Parameter areOfText: whether they are words of a text, whose places mean little; nil where their own places tell.
  static func match(
    _ headers: [PrintedCell], labels: [(id: ColumnID, label: String)], blockLeft: Double, blockRight: Double,
    areOfText: Bool? = nil
  ) -> ColumnPlan {
    let areOfText = areOfText ?? headers.contains(where: \.isOfText)
    let texts = headers.map { Wording.folded($0.text) }
    let patterns = labels.map { LabelPattern($0.label) }
    let n = headers.count
    let m = labels.count
    var assigned = [Int?](repeating: nil, count: n)
    // As many headers as columns: they are the columns, whatever became of the wording. With subtotals among them two others became one.
    let cut = PageEdges.cutHeaders(headers, names: patterns.map(\.characters) + [subtotal])
    let areColumns =
      n == m && cut.isEmpty && (areOfText || !texts.contains(subtotal) && !areShifted(texts, patterns))
    if areColumns {
      assigned = exchanged(texts, patterns) ?? Array(0..<n)
    } else {
      // Longest alignment by likeness, order kept.
      var score = [[Double]](repeating: [Double](repeating: 0, count: m + 1), count: n + 1)
      for i in 0..<n {
        for j in 0..<m {
          let alike = texts[i] == subtotal && labels[j].id == .total ? 0 : patterns[j].likeness(texts[i])
          let matched = alike >= likeEnough ? score[i][j] + alike : 0
          score[i + 1][j + 1] = max(score[i][j + 1], score[i + 1][j], matched)
        }
      }
      var i = n
      var j = m
      while i > 0, j > 0 {
        if score[i][j] == score[i - 1][j] {
          i -= 1
        } else if score[i][j] == score[i][j - 1] {
          j -= 1
        } else {
          assigned[i - 1] = j - 1
          i -= 1
          j -= 1
        }
      }
    }
    var joined = Self.joined(areColumns ? [] : texts, patterns)
    for (index, label) in wide(headers, texts: texts, patterns: patterns, assigned: assigned) {
      joined.headers.insert(index)
      joined.labels.formUnion([label] + (assigned[index].map { [$0] } ?? []))
    }
    // Where headers are fewer than columns, one with more words than its label's may hold another's, an edge being lost. In a text it holds the end of
    // the note before it.
    for (index, own) in assigned.enumerated() where n < m && !areOfText {
      guard let own, texts[index].count(where: Wording.isIdeograph) > 2 * patterns[own].characters.count + 1 else {
        continue
      }
      joined.headers.insert(index)
      joined.labels.insert(own)
    }
    joined.headers.formUnion(cut)
    // 小计 beside 总计 in one header: the edge between the two columns is lost.
    for (index, text) in texts.enumerated()
    where !areOfText && text.count > subtotal.count
      && (text.starts(with: subtotal) || text.reversed().starts(with: subtotal.reversed()))
    {
      joined.headers.insert(index)
      if let own = assigned[index] { joined.labels.insert(own) }
    }
    for index in joined.headers { assigned[index] = nil }
    let taken = Set(assigned.compactMap { $0 }).union(joined.labels)
      .union(areColumns ? [] : nameless(texts, assigned, count: m))
    let columns = zip(headers, assigned).enumerated().map { place, element in
      let (header, index) = element
      return Column(
        id: index.map { labels[$0].id }, label: header.text, left: header.left, right: header.right,
        isJoined: joined.headers.contains(place))
    }
    return ColumnPlan(
      columns: columns, missing: labels.indices.filter { !taken.contains($0) }.map { labels[$0].id },
      blockLeft: blockLeft, blockRight: blockRight)
  }

  /// A header is another column's from this likeness on, and not its own below the other.
  private static let another = 0.9
  private static let own = 0.8

  /// The columns of headers that print the form's labels in another order; nil where they are in order or garbled, or where labels repeat.
  static func exchanged(_ headers: [[Unicode.Scalar]], _ labels: [LabelPattern]) -> [Int]? {
    guard Set(labels.map(\.characters)).count == labels.count else { return nil }
    var result: [Int] = []
    var isExchanged = false
    for (index, header) in headers.enumerated() {
      if labels[index].likeness(header) >= own {
        result.append(index)
        continue
      }
      guard let other = labels.indices.first(where: { labels[$0].likeness(header) >= another }),
        // Words of several columns in one header are no column's name.
        header.count <= 2 * labels[other].characters.count
      else {
        result.append(index)
        continue
      }
      result.append(other)
      isExchanged = true
    }
    return isExchanged && Set(result).count == result.count ? result : nil
  }

  /// True where a header is another column's name, and the one in that column's place is not: two headers became one, and a column that the form
  /// lacks makes up the count.
  private static func areShifted(_ headers: [[Unicode.Scalar]], _ labels: [LabelPattern]) -> Bool {
    guard exchanged(headers, labels) == nil, Set(labels.map(\.characters)).count == labels.count else { return false }
    return headers.indices.contains { index in
      labels[index].likeness(headers[index]) < likeEnough
        && labels.indices.contains { other in
          other != index && labels[other].likeness(headers[index]) >= another
            && labels[other].likeness(headers[other]) < likeEnough
        }
    }
  }

  /// Shorter labels (其他, 总计) may be part of other words.
  private static let wholeLabel = 3

  /// The columns that one header cell names beside others, an edge being lost between them: what stands under it is none's, and none is missing.
  private static func joined(
    _ headers: [[Unicode.Scalar]], _ labels: [LabelPattern]
  ) -> (headers: Set<Int>, labels: Set<Int>) {
    var result: (headers: Set<Int>, labels: Set<Int>) = ([], [])
    for (index, header) in headers.enumerated() {
      var held = labels.indices.filter {
        labels[$0].characters.count >= wholeLabel && header.contains(labels[$0].characters)
      }
      if let mixed = mixed(header, of: labels) { held += mixed }
      if let run = run(header, of: labels) { held += run }
      guard Set(held.map { labels[$0].characters }).count > 1 else { continue }
      result.headers.insert(index)
      result.labels.formUnion(held)
    }
    return result
  }

  /// A column that many reports add before that of the totals; its name is half that of theirs.
  private static let subtotal = Wording.folded("小计")

  /// Two columns are wider than most are, by more than this factor.
  private static let twice = 1.7
  /// So many headers tell how wide most are.
  private static let mostKnown = 5

  /// Headers over two columns' width with more than their label in them, beside a label that no header has: a part of its name stands with theirs.
  private static func wide(
    _ headers: [PrintedCell], texts: [[Unicode.Scalar]], patterns: [LabelPattern], assigned: [Int?]
  ) -> [(header: Int, label: Int)] {
    guard headers.count >= mostKnown else { return [] }
    let widths = headers.map { $0.right - $0.left }
    let usual = widths.sorted()[(headers.count - 1) / 2]
    return headers.indices.flatMap { index -> [(Int, Int)] in
      guard let own = assigned[index], widths[index] > twice * usual,
        texts[index].count > patterns[own].characters.count
      else { return [] }
      return [own - 1, own + 1].filter { patterns.indices.contains($0) && !assigned.contains($0) }.map { (index, $0) }
    }
  }

  /// The labels next to one another whose lines are mixed in a header (自然商业人企业), if they are: it has the characters of both, and no others but
  /// digits of numbers below them.
  private static func mixed(_ header: [Unicode.Scalar], of labels: [LabelPattern]) -> [Int]? {
    let words = header.filter { !Wording.isDigit($0) }.sorted()
    guard words.count > wholeLabel else { return nil }
    for first in labels.indices {
      var text: [Unicode.Scalar] = []
      for last in first..<labels.count where text.count < words.count {
        text += labels[last].characters
        if last > first, text.count == words.count, text.sorted() == words { return Array(first...last) }
      }
    }
    return nil
  }

  /// The labels whose columns may be those of headers that have lost their words, an edge being lost between these and a number below: such a header is
  /// empty or has digits. Which of the labels between its neighbours it was, nobody knows.
  private static func nameless(_ headers: [[Unicode.Scalar]], _ assigned: [Int?], count: Int) -> [Int] {
    headers.indices.filter { index in
      assigned[index] == nil && (headers[index].isEmpty || headers[index].contains(where: Wording.isDigit))
    }
    .flatMap { index in
      let before = assigned[..<index].last { $0 != nil } ?? nil
      let after = assigned[index...].first { $0 != nil } ?? nil
      return Array((before.map { $0 + 1 } ?? 0)..<(after ?? count))
    }
  }

  /// The labels that follow one another in the form and make up a header, if they do.
  private static func run(_ header: [Unicode.Scalar], of labels: [LabelPattern]) -> Range<Int>? {
    for first in labels.indices where header.starts(with: labels[first].characters) {
      var text: [Unicode.Scalar] = []
      for last in first..<labels.count where text.count < header.count {
        text += labels[last].characters
        if text == header, last > first { return first..<last + 1 }
      }
    }
    return nil
  }
}
