// Reconstruction: lines of an aligned text of which some hold nothing but numbers, and some nothing but the label of a row → rows.
import ReportModel
import Statute

/// `pdftotext -layout` gives what stands a little higher in its row a line of its own: `7` over `行政许可`. Under one header all rows of the Article-20 table are alike:
/// each label has its numbers on the line above it, or each on the line below. Where they are neither, nobody knows which row is blank.
enum LevelledText {
  /// A line is the label of a row by this likeness.
  private static let alike = 0.75
  private static let labels: [LabelPattern] = {
    let rows = [Template.form2019, .form2021].flatMap { Form.of(.article20, $0).rows }
    return Set(rows.map(\.label)).sorted().map(LabelPattern.init)
  }()

  private enum Kind { case label, numbers, row, header, other }

  private static func kind(_ line: LooseLine) -> Kind {
    let text = Wording.folded(line.text)
    if Article20Reader.blockWords.contains(where: { text.contains($0) }) { return .header }
    let isLabel = { (text: [Unicode.Scalar]) in labels.contains { $0.likeness(text) >= alike } }
    // `— 1 —` is a page's number; `1` may be one, or a cell's.
    if line.runs.isEmpty || line.isPageNumber && ValueReader.number(line.text) == nil { return .other }
    if line.values.count == line.runs.count { return .numbers }
    if line.values.isEmpty { return isLabel(text) ? .label : .other }
    return .row
  }

  /// The lines with numbers and labels made one, and the indices of those labels of which it is not known what stands beside them.
  static func joined(_ lines: [LooseLine]) -> (lines: [LooseLine], untold: Set<Int>) {
    var (result, untold) = ([LooseLine](), Set<Int>())
    let kinds = lines.map(kind)
    var start = 0
    while start < lines.count {
      let end = kinds[(start + 1)...].firstIndex(of: .header) ?? lines.count
      let own = (start..<end).filter { !lines[$0].runs.isEmpty }
      let numbers = own.filter { kinds[$0] == .numbers }
      let names = own.filter { kinds[$0] == .label }
      var merged: [Int: Int] = [:]
      if !numbers.isEmpty, !names.isEmpty {
        let pairs = [pairs(names, numbers, lines, below: true), pairs(names, numbers, lines, below: false)].compactMap {
          $0
        }
        if pairs.count == 1 { merged = pairs[0] }
      }
      let taken = Set(merged.values)
      for index in start..<end where !taken.contains(index) {
        var line = lines[index]
        if let other = merged[index] { line.runs = (line.runs + lines[other].runs).sorted { $0.left < $1.left } }
        if merged.isEmpty, !numbers.isEmpty, kinds[index] == .label { untold.insert(result.count) }
        result.append(line)
      }
      start = end
    }
    return (result, untold)
  }

  /// For each label the line of its numbers, where every label has the next line, and no line of numbers is left.
  private static func pairs(_ names: [Int], _ numbers: [Int], _ lines: [LooseLine], below: Bool) -> [Int: Int]? {
    var result: [Int: Int] = [:]
    for name in names {
      guard let own = numbers.first(where: { lines[$0].y == lines[name].y + (below ? 1 : -1) }) else { return nil }
      result[name] = own
    }
    return result.count == numbers.count ? result : nil
  }
}
