// Reconstruction: lines of an aligned text of which some hold nothing but numbers, and some nothing but the label of a row → rows.
import ReportModel
import Statute

/// `pdftotext -layout` gives what stands a little higher in its row a line of its own: `7` over `行政许可`. Under one header all rows of the Article-20 table are alike:
/// each label has its numbers on the line above it, or each on the line below. Where they are neither, nobody knows which row is blank.
enum LevelledText {
  /// A line is the label of a row by this likeness.
  private static let alike = 0.75
  private static let labels = [Template.form2019, .form2021].flatMap { Form.of(.article20, $0).rows }.map {
    (row: $0.id, pattern: LabelPattern($0.label))
  }

  /// The rows of the form whose label that is.
  private static func rows(_ text: [Unicode.Scalar]) -> [RowID] {
    labels.filter { $0.pattern.likeness(text) >= alike }.map(\.row)
  }

  private enum Kind { case label, numbers, row, header, other }

  private static func kind(_ line: LooseLine) -> Kind {
    let text = Wording.folded(line.text)
    if Article20Reader.blockWords.contains(where: { text.contains($0) }) { return .header }
    // `— 1 —` is a page's number; `1` may be one, or a cell's.
    if line.runs.isEmpty || line.isPageNumber && ValueReader.number(line.text) == nil { return .other }
    if line.values.count == line.runs.count { return .numbers }
    if line.values.isEmpty { return labels.contains { $0.pattern.likeness(text) >= alike } ? .label : .other }
    return .row
  }

  /// The lines of a header with all rows under it, and the lines of their numbers where each label has them on the same side.
  private struct Block {
    var lines: Range<Int>
    var labels: [Int]
    /// Labels with some of their numbers beside them, but fewer than the header names.
    var rows: [Int]
    var numbers: [Int]
    /// For each label its numbers, which stand below it or above.
    var pairs: [Int: Int] = [:]
    var isBelow = false
  }

  /// With so many labels that have a number on the same side none of these is a page's.
  private static let enough = 3

  /// The lines with numbers and labels made one, and the indices of those labels of which it is not known what stands beside them.
  static func joined(_ lines: [LooseLine]) -> (lines: [LooseLine], untold: Set<Int>) {
    let blocks = blocks(lines)
    // A number alone may be a page's: not where more stand so, or what cannot be one.
    let isTold = [true, false].map { below in
      let numbers = blocks.filter { $0.isBelow == below }.flatMap(\.pairs.values)
      return numbers.count >= enough || numbers.contains { !mayBePage(lines[$0]) }
    }
    var (result, untold) = ([LooseLine](), Set<Int>())
    for block in blocks {
      let pairs = isTold[block.isBelow ? 0 : 1] ? block.pairs : [:]
      let taken = Set(pairs.values)
      let doubted = Set((pairs.isEmpty && !block.numbers.isEmpty ? block.labels : []) + begun(block, lines))
        .subtracting(pairs.keys)
      for index in block.lines where !taken.contains(index) {
        var line = lines[index]
        if let other = pairs[index] { line.runs = (line.runs + lines[other].runs).sorted { $0.left < $1.left } }
        if doubted.contains(index) { untold.insert(result.count) }
        result.append(line)
      }
    }
    return (result, untold)
  }

  /// No report has so many pages that their number takes more digits.
  private static let digitsOfPage = 3
  private static func mayBePage(_ line: LooseLine) -> Bool {
    line.runs.count == 1 && line.text.unicodeScalars.count <= digitsOfPage
      && line.text.unicodeScalars.allSatisfy(Wording.isDigit)
  }

  /// The rows of the form of which an aligned text does not tell what stands beside them.
  static func untold(in lines: [LooseLine]) -> Set<RowID> {
    let (joined, untold) = joined(lines)
    return Set(untold.flatMap { rows(Wording.folded(joined[$0].text)) })
  }

  private static func blocks(_ lines: [LooseLine]) -> [Block] {
    let kinds = lines.map(kind)
    var result: [Block] = []
    var start = 0
    while start < lines.count {
      let end = kinds[(start + 1)...].firstIndex(of: .header) ?? lines.count
      let width = kinds[start] == .header ? lines[start].runs.count - 1 : 0
      var block = Block(
        lines: start..<end, labels: (start..<end).filter { kinds[$0] == .label },
        rows: (start..<end).filter { kinds[$0] == .row && lines[$0].values.count < width },
        numbers: (start..<end).filter { kinds[$0] == .numbers })
      if !block.numbers.isEmpty, !(block.labels + block.rows).isEmpty {
        let ways = [true, false].compactMap { below in pairs(block, lines, below: below).map { (below, $0) } }
        if ways.count == 1 { (block.isBelow, block.pairs) = ways[0] }
      }
      result.append(block)
      start = end
    }
    return result
  }

  /// For each label the line of its numbers, where every label has the next line, and no line of numbers is left. Some of a row's numbers may stand beside
  /// its label, and the others on that line.
  private static func pairs(_ block: Block, _ lines: [LooseLine], below: Bool) -> [Int: Int]? {
    let places = Dictionary(block.numbers.map { (lines[$0].y, $0) }, uniquingKeysWith: { first, _ in first })
    func beside(_ label: Int) -> Int? { places[lines[label].y + (below ? 1 : -1)] }
    var result: [Int: Int] = [:]
    var others: Set<Int> = []
    for label in block.labels {
      guard let own = beside(label) else { return nil }
      result[label] = own
    }
    for row in block.rows {
      guard let own = beside(row) else { continue }
      let label = lines[row].runs.last { !$0.isValue }?.right ?? 0
      // Where lines begin at the margin no place means anything.
      if !overlap(lines[row].values, lines[own].runs), lines[own].runs.allSatisfy({ $0.left > label }) {
        result[row] = own
      } else {
        others.insert(own)
      }
    }
    let taken = Set(result.values)
    return taken.count == result.count && taken.union(others).count == block.numbers.count
      && taken.isDisjoint(with: others) ? result : nil
  }

  private static func overlap(_ some: [LooseRun], _ others: [LooseRun]) -> Bool {
    some.contains { one in others.contains { one.overlap($0) > 0 } }
  }

  /// The rows right above or below a line of numbers that may be more of theirs: none of those beside the label stands over them.
  private static func begun(_ block: Block, _ lines: [LooseLine]) -> [Int] {
    block.rows.filter { row in
      block.numbers.contains { abs(lines[$0].y - lines[row].y) == 1 && !overlap(lines[row].values, lines[$0].runs) }
    }
  }
}
