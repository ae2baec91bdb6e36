// Reconstruction: lines of a text → tables and running text.
import DocumentModel
import Foundation
import ReportModel
import Statute

/// Flattened texts come as fields (tabs, pipes), as rows aligned by spaces, or as one cell a line.
enum TextReading {
  /// What makes rows of fields of the ways in which programs write tables, one after the other.
  private static let steps: [@Sendable ([SourceLine]) -> [SourceLine]] = [
    Entities.decoded, PageMarks.removed, LayoutTables.plain, FrameTables.unfolded,
    QuotedFields.joined, PastedCells.unfolded, FoldedLines.joined, LinePrefixes.removed,
    SheetLines.plain, Headings.joined, OneLine.cut, DoubledText.single, Formulas.removed, Escapes.removed,
    ListTables.unfolded, WikiTables.unfolded, AsciiDocTables.unfolded, DoubledBars.single, BrokenCells.joined,
    BarredText.unfolded,
    FieldBars.plain, MarkupLines.unfolded, MarkupTables.unfolded, GridTables.unfolded,
    DelimitedTables.unfolded, FieldBars.withoutNames, PackedRows.unfolded, RepeatedCells.single,
    BrokenLabels.joinedFields, SheetLines.plainRows, LinesBetweenFields.parted, ReviewNumbers.headed,
  ]

  /// The lines that a text is read as: words with places are set in lines, and ends of lines that are written out are some.
  static func shown(_ text: [SourceLine]) -> [SourceLine] { renumbered(text)?.lines ?? text }

  private static func renumbered(_ text: [SourceLine]) -> RenumberedLines? {
    PlacedWords.lines(text) ?? WrittenBreaks.unfolded(text)
  }

  /// A whole text read, with the lines of its report; places are those of the text.
  static func whole(_ text: [SourceLine]) -> (reading: TableReading, lines: [SourceLine]) {
    let placed = renumbered(text)
    let printed = placed?.lines ?? text
    let numbering = HeadingNumbering(printed.lazy.map { Wording.withoutSpaces($0.text) })
    var lines = numbering?.usual(printed) ?? printed
    var reading = read(lines)
    reading.numerals = numbering?.printed ?? [:]
    if let own = reading.extent { lines = lines.filter { own.contains($0.number) } }
    guard let placed else { return (reading, lines) }
    reading.mapPlaces(placed.place)
    return (reading, placed.numbered(lines))
  }

  static func read(_ text: [SourceLine]) -> TableReading {
    let (lines, others) = SecondReport.parted(steps.reduce(text) { lines, step in step(lines) })
    var reading = tables(lines)
    reading.others = others
    if !others.isEmpty, let first = lines.first, let last = lines.last { reading.extent = first.number...last.number }
    TextDoubts.applied(to: &reading, lines: lines)
    if DistinctLines.areIn(lines) {
      for id in reading.tables.keys {
        reading.doubt(id)
        reading.tables[id]?.forget(.blanksLost) { $0.state != .unread }
      }
    }
    return reading
  }

  private static func tables(_ lines: [SourceLine]) -> TableReading {
    if isExpanded(lines) { return LooseTextReading.read(lines.map(expanded)) }
    let fieldLines = lines.compactMap { line in FieldRows.fields(line.text).map { FieldLine(line: line, fields: $0) } }
    let wide = fieldLines.count { $0.fields.count { !$0.isEmpty } >= 4 }
    if wide >= 8 || wide >= 2 && areRows(fieldLines) { return FieldReading.read(lines) }
    // Rows of blank cells alone have fields all the same.
    if fieldLines.lazy.filter({ FieldRows.isBlank($0.fields) }).prefix(blankRows).count == blankRows {
      return FieldReading.read(lines)
    }
    return LooseTextReading.read(lines)
  }

  /// So many rows with a label and nothing in the field of any column are the applications table, left blank.
  private static let blankRows = 15

  /// The Article-20 table of 2021 alone has no more rows with several numbers: then most lines with fields have a label and a number, and labels of it.
  private static func areRows(_ lines: [FieldLine]) -> Bool {
    let filled = lines.filter { $0.fields.contains { !$0.isEmpty } }
    let words = filled.flatMap { Wording.folded($0.fields.joined()) }
    return TableSorter.words(of: .article20, in: words) >= 4
      && filled.count { $0.fields.dropFirst().contains(where: ValueReader.isValue) } >= 3
      && filled.allSatisfy { !$0.line.text.holds("。") }
  }

  /// True where tabs stand for spaces: fields hold several numbers, parted by spaces.
  private static func isExpanded(_ lines: [SourceLine]) -> Bool {
    lines.count { line in
      line.text.holds("\t")
        && line.text.split(separator: "\t").contains { field in
          // One space may part the digits of one number.
          let words = field.components(separatedBy: "  ").filter { !$0.isEmpty }
          return words.count >= 2 && words.allSatisfy { ValueReader.isValue(String($0)) }
        }
    } >= 3
  }

  /// Tabs to every eighth column, ideographs two columns wide.
  private static func expanded(_ line: SourceLine) -> SourceLine {
    var text = String.UnicodeScalarView()
    var column = 0
    for scalar in line.text.unicodeScalars {
      if scalar == "\t" {
        repeat {
          text.append(" ")
          column += 1
        } while column % 8 != 0
      } else {
        text.append(scalar)
        column += LooseLines.isWide(scalar) ? 2 : 1
      }
    }
    return SourceLine(number: line.number, text: String(text))
  }
}

/// Reads texts whose tables are fields.
enum FieldReading {
  static func read(_ lines: [SourceLine]) -> TableReading {
    var reading = TableReading()
    let table = tables(lines)
    var blocks: [TableID: [FieldLine]] = [:]
    for (index, line) in lines.enumerated() {
      let fields = FieldRows.fields(line.text) ?? [Wording.withoutSpaces(line.text)]
      if index > 0, let id = table[index - 1], let last = blocks[id]?.last, last.line.number == line.number - 1,
        let own = last.withRest(fields)
      {
        blocks[id]![blocks[id]!.count - 1] = own
      } else if let id = table[index], !fields.isEmpty {
        blocks[id, default: []].append(FieldLine(line: line, fields: fields))
      }
    }
    for id in TableID.allCases {
      guard let block = blocks[id] else { continue }
      let source = id == .applications ? EmptyHeaders.removed(block, of: lines) : block
      let own = RepeatedFields.single(RowNumbers.withoutIndex(source))
      switch id {
      case .applications:
        let (labelled, areTorn) = CountedRows.labelled(CaptionedPieces.joined(own))
        let (rows, plan) = FieldRows.applications(labelled, block: 0)
        reading.readTable(id, rows: rows, plan: plan, method: "fields")
        if areTorn { reading.tables[id]?.forget(.blanksLost) { $0.state == .blank } }
        // Numbers of two cells in one field, row after row: columns have come to one, and others may have shifted.
        let broken = own.count { $0.fields.contains { $0.contains(ValueReader.lineBreak) } }
        if MergedRows.areIn(own) || broken >= 2 { reading.doubt(id) }
      case .article20:
        reading.readTable(id, rows: FieldRows.plain(own, block: 0), method: "fields")
      case .reviewAndLitigation:
        let (lines, isDoubtful) = ReviewFields.whole(RowNumbers.withoutIndex(source), single: own)
        reading.readTable(id, rows: FieldRows.plain(lines, block: 0), method: "fields")
        if isDoubtful { reading.doubt(id) }
      }
    }
    var marked: Set<TableID> = []
    for (line, id) in zip(lines, table) {
      if let id, reading.tables[id] != nil {
        if marked.insert(id).inserted { reading.items.append(.table(id)) }
        continue
      }
      if line.text.contains(where: { !$0.isWhitespace }) {
        reading.items.append(.line(TextFlow.line(line)))
      }
    }
    return reading
  }

  /// For each line the table that it is part of. Lines without fields between two lines of one table (the rest of a label after a page break)
  /// are part of it, headings and sentences are not.
  private static func tables(_ lines: [SourceLine]) -> [TableID?] {
    let fields = lines.map { FieldRows.fields($0.text) }
    var result = [TableID?](repeating: nil, count: lines.count)
    var current: TableID?
    var section: SectionID?
    var isBare = false
    let headings = lines.indices.map { index in
      (fields[index]?.count ?? 1) == 1 ? Headings.candidate([TextFlow.line(lines[index])], at: 0) : nil
    }
    // The sections of tables that have their headings: a section without a table may have figures of its own.
    let headed = Set(
      headings.compactMap { heading -> SectionID? in
        guard let heading, heading.numeral == heading.id.ordinal || heading.numeral == nil && heading.score >= title
        else { return nil }
        return heading.id
      })
    for index in lines.indices {
      guard let own = fields[index], own.count >= 2 || own.isEmpty else {
        // A heading ends the table before it.
        if let heading = headings[index] {
          let endsTable = heading.numeral != nil || heading.score >= 0.9
          if endsTable { current = nil }
          // Without a numeral, and outside a table, it is so much like a title that it is one; within one it may be a label.
          if endsTable || current == nil && heading.score >= title {
            section = heading.numeral == heading.id.ordinal || heading.numeral == nil ? heading.id : nil
            isBare = heading.numeral == nil
          } else if isBare, heading.score >= title {
            section = nil
          }
        }
        continue
      }
      // A single word of another section's table is there by chance.
      if let found = TableSorter.table(of: Wording.folded(own.joined(separator: " "))),
        found.words > 1 || isExpected(found.table, in: section, headed: headed)
      {
        current = found.table
      }
      if own.isEmpty || own.contains(where: { !$0.isEmpty }) || current != nil { result[index] = current }
    }
    // Header lines before the first word of their table.
    var next: TableID?
    for index in lines.indices.reversed() {
      if let id = result[index] {
        next = id
      } else if let own = fields[index], own.count >= 2 {
        result[index] = next
      } else if lines[index].text.hasPrefix("#"), let table = next,
        TableSorter.table(of: Wording.folded(lines[index].text))?.table == table,
        isLabel(Headings.candidate([TextFlow.line(lines[index])], at: 0))
      {
        // A heading of Markdown that is the label of a row or a group.
        (result[index], next) = (table, nil)
      } else if lines[index].text.contains(where: { !$0.isWhitespace }) {
        next = nil
      }
    }
    // Each line is looked at once: texts of a million lines turn up.
    var following = [TableID?](repeating: nil, count: lines.count)
    for index in lines.indices.dropLast().reversed() { following[index] = result[index + 1] ?? following[index + 1] }
    var before: TableID?
    for index in lines.indices {
      if let id = result[index] {
        before = id
        continue
      }
      let after = following[index]
      let text = Wording.withoutSpaces(lines[index].text)
      guard let before, before == after, !text.isEmpty, text.unicodeScalars.count <= 40, !text.holds("。"),
        !PageFlow.isPageNumber(text), !SecondReport.isTitle(text),
        Headings.candidate([TextFlow.line(lines[index])], at: 0) == nil
      else { continue }
      result[index] = before
    }
    return result
  }

  /// False for a table in the section of another one, or in one that has none while its own is there.
  private static func isExpected(_ table: TableID, in section: SectionID?, headed: Set<SectionID>) -> Bool {
    if table.section == section { return true }
    return !TableID.allCases.contains { $0.section == section } && (section == nil || !headed.contains(table.section))
  }

  /// A line without a numeral is the heading of a section where it is so much like one: its numeral stands above it.
  private static let title = 0.7

  /// False for what is the heading of a section, though words of a table stand in it.
  private static func isLabel(_ heading: HeadingCandidate?) -> Bool {
    heading.map { $0.numeral == nil && $0.score < title } ?? true
  }
}

/// Lines of a text as running text.
enum TextFlow {
  static func line(_ line: SourceLine) -> FlowLine {
    let scalars = Array(line.text.unicodeScalars)
    let indent = scalars.prefix { $0.isSpace }.count
    return FlowLine(
      text: line.text, place: .line(line.number), left: Double(indent), right: Double(scalars.count), height: 1,
      columnLeft: 0, columnRight: 80)
  }
}
