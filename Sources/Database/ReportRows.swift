// Database: a decoded record → its rows.
import Foundation
import GRDB
import Output

/// Writes the rows of one report. The report itself is there already; nothing else of it is.
struct ReportRows {
  let database: GRDB.Database
  let report: Int64

  func insert(_ record: RecordJSON) throws {
    if let read = record.report.wrapped {
      for (position, section) in read.sections.enumerated() { try insert(section, position) }
      for table in read.tables { try insert(table) }
    }
    for (position, finding) in (record.findings ?? []).enumerated() { try insert(finding, position) }
    for (position, unchecked) in (record.unchecked ?? []).enumerated() {
      try run("INSERT INTO unchecked VALUES (?, ?, ?, ?)", [report, position, unchecked.rule, unchecked.reason])
    }
  }

  private func insert(_ section: SectionJSON, _ position: Int) throws {
    try run(
      "INSERT INTO section VALUES (?, ?, ?, ?, ?, ?, ?)",
      [
        report, position, section.id.rawValue, section.heading, section.place.page, section.place.line, section.text,
      ])
  }

  private func insert(_ table: TableJSON) throws {
    try run(
      "INSERT INTO printed_table VALUES (?, ?, ?, ?)",
      [report, table.id.rawValue, table.template.rawValue, table.proven])
    for row in table.rows {
      for entry in row.entries {
        let cell = entry.cell
        try run(
          "INSERT INTO cell VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          [
            report, table.id.rawValue, row.id.rawValue, entry.column.rawValue, cell.state.rawValue,
            // SQLite makes an integer or a double of it: its column has numeric affinity.
            cell.value.wrapped?.description, cell.value.wrapped?.description, cell.text, cell.unit, cell.note,
            cell.doubt?.rawValue,
          ] + place(cell.place))
      }
    }
  }

  /// Adds a finding behind those that are there already.
  func insert(late finding: FindingJSON) throws {
    let sql = "SELECT coalesce(max(position), -1) + 1 FROM finding WHERE report_id = ?"
    try insert(finding, try Int.fetchOne(database, sql: sql, arguments: [report]) ?? 0)
  }

  private func insert(_ finding: FindingJSON, _ position: Int) throws {
    try run(
      "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        report, position, finding.rule, finding.severity.rawValue, finding.message, finding.table?.rawValue,
        finding.section?.rawValue, finding.expected?.description, finding.actual?.description, finding.quote,
      ] + place(finding.place) + [finding.fingerprint])
    for (index, cell) in (finding.cells ?? []).enumerated() {
      try run(
        "INSERT INTO finding_cell VALUES (?, ?, ?, ?, ?)",
        [report, position, index, cell.row?.rawValue, cell.column?.rawValue])
    }
    for (index, suggestion) in finding.allSuggestions.enumerated() {
      let cell = suggestion.cell
      try run(
        "INSERT INTO suggestion VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
          report, position, index, cell.table.rawValue, cell.row.rawValue, cell.column.rawValue,
          suggestion.from?.description, suggestion.to.description, suggestion.confirmedByText == true,
        ])
    }
  }

  /// Page, line, and the four edges of the box.
  private func place(_ place: PlaceJSON) -> [(any DatabaseValueConvertible)?] {
    let box = place.box?.rectangle
    return [place.page, place.line, box?.left, box?.top, box?.right, box?.bottom]
  }

  private func run(_ sql: String, _ values: [(any DatabaseValueConvertible)?]) throws {
    try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
  }
}
