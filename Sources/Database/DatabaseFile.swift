// Database: records → an SQLite database that many runs can add to.
import Audit
import Foundation
import GRDB
import Output

/// Why the database cannot be used.
public struct DatabaseFailure: Error, CustomStringConvertible {
  public var description: String
}

/// The database of `audit --format sqlite`.
///
/// A report is known by its content: the same content read again takes the place of what was there, whatever its file is
/// called by then. Where a file has new content, the old report goes unless another file still has it.
public final class DatabaseFile {
  private let queue: DatabaseQueue
  private var waiting: [EncodedRecord] = []
  /// Records written in one transaction: each costs the disk a wait.
  private static let batch = 64

  /// Opens the database, and makes it where there is none.
  /// - Throws: `DatabaseFailure` for a file that is something else, or that a later version made.
  public init(path: String) throws(DatabaseFailure) {
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(30)
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.write { database in try Self.prepare(database, path: path) }
    } catch let failure as DatabaseFailure {
      throw failure
    } catch {
      throw DatabaseFailure(description: "\(path): \(error)")
    }
  }

  private static func prepare(_ database: GRDB.Database, path: String) throws {
    let application = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
    if isEmpty {
      try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
      try database.execute(sql: "PRAGMA user_version = \(Schema.version)")
      try database.execute(sql: Schema.sql)
    } else if application != Schema.applicationID {
      throw DatabaseFailure(description: "\(path) is a database of another program")
    } else if version != Schema.version {
      throw DatabaseFailure(description: "\(path) has version \(version) of the schema, this program \(Schema.version)")
    }
    for rule in Catalogue.rules {
      try database.execute(
        sql: """
          INSERT INTO rule VALUES (?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET name = excluded.name,
          severity = excluded.severity, title_zh = excluded.title_zh, title_en = excluded.title_en
          """, arguments: [rule.id, rule.name, rule.severity.rawValue, rule.title.zh, rule.title.en])
    }
  }

  /// Adds a record, sooner or later.
  public func add(_ record: EncodedRecord) throws {
    waiting.append(record)
    if waiting.count >= Self.batch { try flush() }
  }

  /// Writes what is still waiting, and removes bodies that no report is left of.
  /// - Parameter late: findings that only the end of the run could show.
  public func finish(late: [LateFinding] = []) throws {
    try flush()
    try queue.write { database in
      for late in late {
        let sql = "SELECT report_id FROM file WHERE path = ?"
        guard let report = try Int64.fetchOne(database, sql: sql, arguments: [late.path]) else { continue }
        try ReportRows(database: database, report: report).insert(late: late.finding)
      }
      try database.execute(
        sql: "DELETE FROM body WHERE NOT EXISTS (SELECT 1 FROM report WHERE report.body_id = body.id)")
    }
    try queue.close()
  }

  private func flush() throws {
    let records = waiting
    waiting = []
    try queue.write { database in
      for record in records { try Self.replace(record, in: database) }
    }
  }

  private static func replace(_ record: EncodedRecord, in database: GRDB.Database) throws {
    let decoded = try record.decoded()
    let path = record.source.path
    // An input without content, such as a folder that may not be opened, is known by its path.
    let content = record.source.sha256.wrapped ?? "path:\(path)"
    let before = try Int64.fetchOne(database, sql: "SELECT report_id FROM file WHERE path = ?", arguments: [path])
    var id = try Int64.fetchOne(database, sql: "SELECT id FROM report WHERE content = ?", arguments: [content])
    if let id {
      for table in ["section", "printed_table", "finding", "unchecked"] {
        try database.execute(sql: "DELETE FROM \(table) WHERE report_id = ?", arguments: [id])
      }
    } else {
      try database.execute(
        sql: "INSERT INTO report (content, format, status) VALUES (?, '', '')", arguments: [content])
      id = database.lastInsertedRowID
    }
    try describe(decoded, id: id!, in: database)
    try database.execute(
      sql: "INSERT INTO file VALUES (?, ?) ON CONFLICT(path) DO UPDATE SET report_id = excluded.report_id",
      arguments: [path, id])
    if let before, before != id {
      try database.execute(
        sql: "DELETE FROM report WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM file WHERE report_id = ?1)",
        arguments: [before])
    }
    try ReportRows(database: database, report: id!).insert(decoded)
  }

  private static func describe(_ record: RecordJSON, id: Int64, in database: GRDB.Database) throws {
    let report = record.report.wrapped
    var body: Int64?
    if let agency = report?.agency.wrapped {
      try database.execute(sql: "INSERT INTO body (name) VALUES (?) ON CONFLICT DO NOTHING", arguments: [agency])
      body = try Int64.fetchOne(database, sql: "SELECT id FROM body WHERE name = ?", arguments: [agency])
    }
    let (period, signature) = (report?.period.wrapped, report?.signature.wrapped)
    try database.execute(
      sql: """
        UPDATE report SET sha256 = ?, format = ?, pages = ?, status = ?, body_id = ?, year = ?, template = ?, title = ?,
        period_start = ?, period_end = ?, signed_by = ?, signed_on = ? WHERE id = ?
        """,
      arguments: [
        record.source.sha256.wrapped, record.source.format.rawValue, record.source.pages.wrapped,
        record.status.rawValue, body, report?.year.wrapped, report?.template.wrapped?.rawValue, report?.title.wrapped,
        period?.start, period?.end, signature?.agency.wrapped, signature?.date.wrapped, id,
      ])
  }
}
