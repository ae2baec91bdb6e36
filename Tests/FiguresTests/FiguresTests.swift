// Samples → every format, and from each of them the figures back: all of them are those of the JSON.
import Audit
import Foundation
import GRDB
import Gongkai
import Output
import Statute
import TestHelp
import Testing

@testable import Database
@testable import Workbook

/// A cell of a report by name.
private struct CellName: Hashable, CustomStringConvertible {
  var table: String
  var row: String
  var column: String
  var description: String { "\(table)/\(row)/\(column)" }
}

/// PDFs must not be read on several threads at once.
@Suite(.serialized) enum DocumentTests {}

extension DocumentTests {
  @Suite struct FiguresTests {
    private static let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../SampleReports").standardized

    /// Both forms, blanks, placeholders, units, faults, unread cells, PDF and text.
    static let names = [
      "blank-cells.pdf", "broken-sum-review.pdf", "broken-sum.pdf", "clean-2019-form.pdf", "clean-2021-form.pdf",
      "missing-row.pdf", "mixed-forms.pdf", "slash-placeholders.pdf", "tabs.txt",
    ]

    /// Read once for all formats.
    private static let records = names.map { name in
      EncodedRecord(Gongkai.audit(path: samples.appendingPathComponent(name).path), language: .zh)
    }

    private static func record(_ name: String) -> EncodedRecord { records[names.firstIndex(of: name)!] }

    /// The figures as the JSON has them; a cell without a number has none.
    private static func figures(_ record: EncodedRecord) throws -> [CellName: String] {
      var figures: [CellName: String] = [:]
      for table in try record.decoded().report.wrapped?.tables ?? [] {
        for row in table.rows {
          for entry in row.entries {
            let name = CellName(table: table.id.rawValue, row: row.id.rawValue, column: entry.column.rawValue)
            figures[name] = entry.cell.value.wrapped?.description
          }
        }
      }
      return figures
    }

    private static func summary(_ record: EncodedRecord) -> Summary {
      var summary = Summary()
      summary.add(record)
      return summary
    }

    @Test(arguments: names)
    func csv(name: String) throws {
      let record = Self.record(name)
      var found: [CellName: String] = [:]
      // No field before the figure holds a comma.
      for line in String(decoding: try CellsCSVSink().add(record), as: UTF8.self).split(separator: "\r\n") {
        let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        if !fields[7].isEmpty { found[CellName(table: fields[2], row: fields[4], column: fields[5])] = fields[7] }
      }
      #expect(try found == Self.figures(record))
    }

    @Test(arguments: names)
    func sqlite(name: String) throws {
      let record = Self.record(name)
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gongkai-" + UUID().uuidString)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let path = folder.appendingPathComponent("figures.db").path
      let file = try DatabaseFile(path: path)
      try file.add(record)
      try file.finish()
      let rows = try DatabaseQueue(path: path).read { database in
        try GRDB.Row.fetchAll(
          database, sql: "SELECT \"table\", \"row\", \"column\", exact, value = CAST(exact AS NUMERIC) FROM cell")
      }
      var found: [CellName: String] = [:]
      for row in rows {
        found[CellName(table: row[0], row: row[1], column: row[2])] = row[3]
        let isEqual: Bool? = row[4]
        #expect(isEqual != false)
      }
      #expect(try found == Self.figures(record))
    }

    @Test(arguments: names)
    func html(name: String) throws {
      let record = Self.record(name)
      var sink = HTMLSink(language: .zh)
      _ = try sink.add(record)
      let page = String(decoding: sink.closing(Self.summary(record)), as: UTF8.self)
      let tables = page.components(separatedBy: "<section class=\"card tables\">").dropFirst().first ?? ""
      // The corner of every table is empty; a corrected cell shows what is printed struck out.
      let cells = tables.components(separatedBy: "<td").dropFirst().compactMap { part -> String? in
        if part.hasPrefix("><th") || part.hasPrefix("></") { return nil }
        let content = part[part.index(after: part.firstIndex(of: ">")!)...].replacingOccurrences(of: "<s>", with: "")
        return String(content.prefix { $0 != "<" && $0 != "\n" })
      }
      let printed = try record.decoded().report.wrapped?.tables.flatMap(\.rows).flatMap(\.entries).map(\.cell) ?? []
      #expect(cells.count == printed.count)
      for (cell, shown) in zip(printed, cells) where cell.value.wrapped != nil {
        #expect(shown == cell.text + (cell.note ?? ""))
      }
    }

    @Test(arguments: names)
    func xlsx(name: String) throws {
      let record = Self.record(name)
      let sink = try WorkbookSink(language: .zh)
      _ = try sink.add(record)
      let sheets = try Workbooks.sheets(try sink.closing(Self.summary(record)))
      var found: [CellName: String] = [:]
      for (index, table) in TableID.allCases.enumerated() {
        for (position, column) in CellsSheet.columns(of: table).enumerated() {
          let cell = Self.letters(CellsSheet.leading + position) + "3"
          guard let value = Self.number(in: sheets[index + 2], at: cell) else { continue }
          found[CellName(table: table.rawValue, row: column.row.rawValue, column: column.column.rawValue)] = value
        }
      }
      #expect(try found == Self.figures(record))
    }

    /// A, B, …, Z, AA, …
    private static func letters(_ column: Int) -> String {
      let last = String(Unicode.Scalar(UInt8(65 + column % 26)))
      return column < 26 ? last : letters(column / 26 - 1) + last
    }

    /// The number of a cell, as a decimal of at most 15 digits; nil where it has none.
    private static func number(in sheet: String, at cell: String) -> String? {
      guard let start = sheet.range(of: "<c r=\"\(cell)\"") else { return nil }
      let rest = sheet[start.upperBound...]
      guard let tag = rest.firstIndex(of: ">"), !rest[..<tag].contains("t=\""), rest[rest.index(before: tag)] != "/"
      else {
        return nil
      }
      let content = rest[rest.index(after: tag)...]
      guard content.hasPrefix("<v>"), let end = content.range(of: "</v>") else { return nil }
      return Decimal(string: String(content[content.index(content.startIndex, offsetBy: 3)..<end.lowerBound]))?
        .description
    }
  }
}
