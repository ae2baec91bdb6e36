// Reconstruction: lines of a text without fields → tables and running text.
import DocumentModel
import Foundation
import ReportModel
import Statute

/// Texts come aligned by spaces or with one cell a line; where both readings find a table, the one with fewer doubts is taken.
enum LooseTextReading {
  static func read(_ lines: [SourceLine]) -> TableReading {
    let best = asPrinted(lines)
    guard !isProven(best), SpacedNumbers.areIn(lines) else { return best }
    // Spaces within numbers look like those between them: the sums tell.
    var spaced = asPrinted(SpacedNumbers.joined(lines))
    guard isProven(spaced) else { return best }
    spaced.doubt(.reviewAndLitigation)
    // Article 20 has no sums: where a row lacks numbers, those of two columns may have come to one.
    for index in spaced.tables[.article20]?.rows.indices ?? 0..<0 {
      let cells = spaced.tables[.article20]!.rows[index].cells
      if cells.contains(where: { $0.cell.state == .blank }), cells.contains(where: { $0.cell.state == .number }) {
        spaced.tables[.article20]!.rows[index].forget(.columnAmbiguous)
      }
    }
    return spaced
  }

  private static func isProven(_ reading: TableReading) -> Bool {
    reading.tables[.applications].map { Proof.checked($0).isProven } ?? false
  }

  /// What every number says that stands apart from others.
  private static func asPrinted(_ lines: [SourceLine]) -> TableReading {
    var readings: [TableReading] = []
    let rowsOfNumbers = lines.count { line in
      line.text.split(whereSeparator: \.isWhitespace).count { ValueReader.isValue(String($0)) } >= 4
    }
    let isSparse = rowsOfNumbers < 5
    let areAligned = lines.lazy.filter(isAligned).prefix(5).count == 5
    if !isSparse || areAligned {
      for (loose, isPlausible) in TextWidths.ways(lines) {
        var reading = TableReading()
        let used = LooseReading.read(loose, wanted: Set(TableID.allCases), into: &reading)
        reading.items = items(lines, used: used)
        // Columns of so few numbers are told by places alone, and lines shift: then by the sums.
        if isSparse || !isPlausible, !isProven(reading) { continue }
        // Nothing can be less in doubt. Where all sums hold in another way only, a line has shifted by a column.
        if doubts(reading) == 0, isProven(reading) { return reading }
        readings.append(reading)
      }
    }
    var stream = StreamReading.read(lines)
    // Numbers of an aligned text that stand beside no label, or between two, are not told by their order either.
    if areAligned, stream.tables[.article20] != nil,
      let range = TextRegions.find(lines).first(where: { $0.id == .article20 })?.range
    {
      stream.tables[.article20]?.forget(
        rows: Array(LevelledText.untold(in: LooseLines.lines(Array(lines[range]), width: .single))), .rowAmbiguous)
    }
    readings.append(stream)
    var best = readings[0]
    for other in readings.dropFirst() {
      let (own, least) = (doubts(other), doubts(best))
      if own < least || own == least && isProven(other) && !isProven(best) { best = other }
    }
    return best
  }

  /// True for a label and numbers that stand apart from it: blank cells part them, or spaces align them.
  private static func isAligned(_ line: SourceLine) -> Bool {
    let pieces = line.text.components(separatedBy: "  ").filter { $0.contains { !$0.isWhitespace } }
    guard let first = pieces.first, let last = pieces.last, pieces.count > 1 else { return false }
    return !ValueReader.isValue(first) && ValueReader.isValue(last)
  }

  /// How much of the three tables is not read.
  private static func doubts(_ reading: TableReading) -> Int {
    TableID.allCases.reduce(0) { sum, id in
      guard let table = reading.tables[id] else { return sum + Form.of(id, .form2021).cellCount }
      return sum + table.rows.reduce(0) { $0 + $1.cells.count { $0.cell.state == .unread || $0.cell.state == .text } }
    }
  }

  private static func items(_ lines: [SourceLine], used: [(TableID, Range<Int>)]) -> [FlowItem] {
    var result: [FlowItem] = []
    var marked: Set<TableID> = []
    for (index, line) in lines.enumerated() where line.text.contains(where: { !$0.isWhitespace }) {
      if let (id, _) = used.first(where: { $0.1.contains(index) }) {
        if marked.insert(id).inserted { result.append(.table(id)) }
      } else {
        result.append(.line(TextFlow.line(line)))
      }
    }
    return result
  }
}
