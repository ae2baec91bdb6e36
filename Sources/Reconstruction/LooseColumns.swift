// Reconstruction: the numbers and the header of an applications table without rules → its columns.
import Statute

extension LooseApplications {
  /// The columns, and whether it was the numbers of whole rows that told them.
  func columns(_ body: [Int], header: [Int], start: Double) -> (columns: [Column], isCounted: Bool)? {
    let unit = lines[body[0]].unit
    // Digits that are not seen stand where they like.
    let rows = body.map { lines[$0].runs.filter { $0.isValue && !$0.isHidden && $0.right > start - unit } }
    let values = rows.flatMap { $0 }
    let counted = fullRows(body, header: header, start: start - unit)
    var clusters = counted ?? clustered(values)
    let heads = header.flatMap { lines[$0].runs }.filter { run in
      let text = Wording.folded(run.text)
      return run.left >= start - 4 * unit && !text.isEmpty
        && !["法人或其他组织", "申请人情况", "勾稽关系", "等于第三项"].map(Wording.folded).contains { text.contains($0) }
    }
    var bare: [Column] = []
    if clusters.count < Form.applicantColumns.count {
      // A column without any number shows in the header alone.
      for head in clustered(heads) where !clusters.contains(where: { $0.left < head.right && head.left < $0.right }) {
        clusters.append(head)
        bare.append(head)
      }
      clusters.sort { $0.left < $1.left }
    }
    guard (5...10).contains(clusters.count) else { return nil }
    if counted == nil, lines[0].isText, header.contains(where: { isJoined(lines[$0].runs) }) {
      for index in clusters.indices { clusters[index].isJoined = true }
    }
    // What stands above a column, top to bottom, is its label.
    let printed = header.flatMap { lines[$0].runs }.filter(heads.contains)
    for head in lines[0].isText ? printed : printed.flatMap({ parted($0, clusters) }) {
      let nearest = clusters.indices.min {
        abs(clusters[$0].middle - head.midX) < abs(clusters[$1].middle - head.midX)
      }!
      // The characters of a text are not all of one width: a header that has drifted says nothing.
      if lines[0].isText, !clusters[nearest].isUnder(head) { continue }
      clusters[nearest].label += head.text
      let name = clusters[nearest].name
      clusters[nearest].name =
        min(head.left, name?.lowerBound ?? head.left)...max(head.right, name?.upperBound ?? head.right)
    }
    if counted == nil, !lines[0].isText, !namesAgree(clusters, bare: bare) { return nil }
    clusters = lines[0].isText ? Self.whole(clusters) : joined(clusters, bare: bare)
    if counted == nil, lines[0].isText { heedWholeRows(rows, &clusters) }
    return (clusters, counted?.count == Form.applicantColumns.count)
  }

  /// Names stand over their numbers in one way, at one side or in the middle: none is further off than this, as a share of what is usual between two columns.
  private static let offset = 0.6

  /// False where the name nearest to a column's numbers stands otherwise over them than others do over theirs: it is the next column's.
  /// - Parameter bare: columns without numbers, which say nothing of that.
  private func namesAgree(_ columns: [Column], bare: [Column]) -> Bool {
    guard let first = columns.first, let last = columns.last, columns.count > 2 else { return true }
    let pitch = (last.middle - first.middle) / Double(columns.count - 1)
    let offsets = columns.filter { column in !bare.contains { $0.left == column.left } }.compactMap { column in
      column.name.map { name in
        [
          column.left - name.lowerBound, column.middle - (name.lowerBound + name.upperBound) / 2,
          column.right - name.upperBound,
        ]
      }
    }
    return (0..<3).contains { way in
      let own = offsets.map { $0[way] }
      return (own.max() ?? 0) - (own.min() ?? 0) <= Self.offset * pitch
    }
  }

  /// Where a number of a whole row, one with a number for each column, stands in the place of another column, lines have shifted against one another: the
  /// columns reach as far as their numbers do.
  private func heedWholeRows(_ values: [[LooseRun]], _ columns: inout [Column]) {
    let rows = values.filter { $0.count == columns.count }.map { row in row.sorted { $0.left < $1.left } }
    let own = columns
    func isElsewhere(_ run: LooseRun, _ k: Int) -> Bool {
      own.indices.contains { $0 != k && run.left < own[$0].right && own[$0].left < run.right }
    }
    guard rows.contains(where: { row in row.indices.contains { isElsewhere(row[$0], $0) } }) else { return }
    for k in columns.indices {
      let left = rows.map { $0[k].left }.min()!
      let right = rows.map { $0[k].right }.max()!
      columns[k].reach = min(left, columns[k].left)...max(right, columns[k].right)
      columns[k].mayOverlap = true
    }
  }

  /// The names of neighbouring columns that touch, on a page: each character, of about one width, stands over its own.
  private func parted(_ head: LooseRun, _ columns: [Column]) -> [LooseRun] {
    guard columns.count(where: { head.left < $0.middle && $0.middle < head.right }) > 1 else { return [head] }
    let width = (head.right - head.left) / Double(head.text.count)
    return head.text.enumerated().map { index, character in
      var part = head
      part.text = String(character)
      part.left = head.left + width * Double(index)
      part.right = part.left + width
      return part
    }
  }

  /// The columns of a text with those of which the name is printed in two made one: its lines have shifted, and the rest of the name stands beside its
  /// start (自然 above, 人 below it to the right).
  private static func whole(_ columns: [Column]) -> [Column] {
    columns.reduce(into: []) { result, column in
      if let last = result.last, !column.label.isEmpty, names.contains(Wording.folded(last.label + column.label)),
        !names.contains(Wording.folded(last.label)), !names.contains(Wording.folded(column.label))
      {
        result[result.count - 1] = Column(
          left: last.left, right: column.right, label: last.label + column.label,
          isJoined: last.isJoined || column.isJoined)
      } else {
        result.append(column)
      }
    }
  }
  private static let names = Set(
    Form.columnLabels(table: .applications, template: .form2021, row: .newReceived).values.map(Wording.folded))

  /// The columns with those that a page shows in halves made one: a name stands in the middle of its column and numbers at its side, so that numbers
  /// without a name stand beside a name without numbers, nearer than two columns do.
  private func joined(_ columns: [Column], bare: [Column]) -> [Column] {
    guard let first = columns.first, let last = columns.last, columns.count > 2 else { return columns }
    let pitch = (last.middle - first.middle) / Double(columns.count - 1)
    let isBare = columns.map { column in bare.contains { $0.left == column.left } }
    /// The column of numbers without a name, where one of these two is one and the other a name without numbers.
    func numbers(_ a: Int, _ b: Int) -> Int? {
      guard columns.indices.contains(a), columns.indices.contains(b), isBare[a] != isBare[b] else { return nil }
      let own = isBare[a] ? b : a
      return columns[own].label.isEmpty && abs(columns[b].middle - columns[a].middle) < Self.half * pitch ? own : nil
    }
    /// False for numbers that stand nearer to the name at their other side, or not clearly nearer to this one.
    func isNearest(_ a: Int, _ b: Int) -> Bool {
      guard let own = numbers(a, b) else { return false }
      let other = own == a ? a - 1 : b + 1
      guard numbers(own, other) == own else { return true }
      let distance = abs(columns[b].middle - columns[a].middle)
      return abs(columns[other].middle - columns[own].middle) > Self.clearly * distance
    }
    var result: [Column] = []
    var k = 0
    while k < columns.count {
      if isNearest(k, k + 1) {
        let name = isBare[k] ? k : k + 1
        result.append(Column(left: columns[k].left, right: columns[k + 1].right, label: columns[name].label))
        k += 2
      } else {
        result.append(columns[k])
        k += 1
      }
    }
    return result
  }
  /// The name of the next column stands further from numbers by this than their own.
  private static let clearly = 1.3
  /// The halves of a column are no further apart than this, as a share of what is usual between two columns.
  private static let half = 0.7

  /// True where a column of a text has numbers and no header, and none of its rows has a number in the one beside it: the two are one column, and its
  /// lines have shifted against one another.
  func hasShifted(_ columns: [Column], _ values: [ValueLine]) -> Bool {
    guard lines[0].isText, columns.contains(where: \.label.isEmpty) else { return false }
    let filled = values.map { line in self.values(line.runs, columns: columns).cells.map { !$0.isEmpty } }
    return columns.indices.contains { k in
      columns[k].label.isEmpty
        && [k - 1, k + 1].contains { other in
          columns.indices.contains(other) && !columns[other].label.isEmpty && !filled.contains { $0[k] && $0[other] }
        }
    }
  }

  /// The columns of the rows that have a number in each: the most numbers that stand on at least three lines, if those are enough to be all.
  /// Their order tells the columns even where their places drift.
  private func fullRows(_ body: [Int], header: [Int], start: Double) -> [Column]? {
    let rows = body.map { index in
      lines[index].runs.filter { $0.isValue && $0.midX >= start }.sorted { $0.left < $1.left }
    }
    var counts: [Int: Int] = [:]
    for row in rows where !row.contains(where: \.isHidden) { counts[row.count, default: 0] += 1 }
    guard let most = counts.filter({ $0.value >= 3 }).keys.max(), most >= Form.applicantColumns.count else {
      return nil
    }
    // With one number more in any row, or the name of one column more, the rows are not whole: each has a blank somewhere.
    if most == Form.applicantColumns.count, lines[0].isText {
      let isLonger = rows.contains { $0.count == most + 1 && !$0.contains(where: \.isParted) }
      let printed = Set(header.flatMap { lines[$0].runs.flatMap { Wording.folded($0.text) } })
      if isLonger || ApplicantColumns.hasSubtotal(printed) { return nil }
    }
    let full = rows.filter { $0.count == most }
    let isJoined = lines[0].isText && areJoined(full)
    return (0..<most).map { k in
      // The middle half of the places: what drifts does not widen the column.
      let lefts = full.map { $0[k].left }.sorted()
      let rights = full.map { $0[k].right }.sorted()
      return Column(
        left: lefts[lefts.count / 4], right: rights[rights.count * 3 / 4],
        reach: lines[0].isText ? lefts[0]...rights[rights.count - 1] : nil, isJoined: isJoined)
    }
  }

  /// True where each number of whole rows follows the one before it at the same distance, wherever it stands: its line is not aligned with others.
  private func areJoined(_ rows: [[LooseRun]]) -> Bool {
    let gaps = Set(rows.flatMap { row in zip(row, row.dropFirst()).map { $1.left - $0.right } })
    let starts = rows.compactMap(\.first?.left)
    guard gaps.count == 1, let first = starts.min(), let last = starts.max() else { return false }
    return last - first > Self.drift
  }
  /// True for the names of most columns with one space between any two.
  private func isJoined(_ runs: [LooseRun]) -> Bool { runs.count >= 5 && runs.areASpaceApart }
  /// Rows that are aligned begin within so many characters of one another.
  private static let drift = 4.0

  /// Runs that overlap, directly or through others, are one column. In a text so are those that touch: no line has a number in both places.
  private func clustered(_ runs: [LooseRun]) -> [Column] {
    var result: [Column] = []
    for run in runs.sorted(by: { $0.left < $1.left }) {
      if let last = result.last, run.left < last.right || lines[0].isText && run.left == last.right {
        result[result.count - 1].right = max(last.right, run.right)
      } else {
        result.append(Column(left: run.left, right: run.right))
      }
    }
    return result
  }
}
