// Database: the tables and indexes of the database, as SQL. Documented in docs/database.md.

/// The shape of the database.
enum Schema {
  /// `gong`: what marks an SQLite file as ours (PRAGMA application_id).
  static let applicationID: Int32 = 0x676F_6E67
  /// Of this shape (PRAGMA user_version).
  static let version = 1

  static let sql = """
    CREATE TABLE body (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE
    );
    CREATE TABLE rule (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      severity TEXT NOT NULL,
      title_zh TEXT NOT NULL,
      title_en TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE report (
      id INTEGER PRIMARY KEY,
      content TEXT NOT NULL UNIQUE,
      sha256 TEXT,
      format TEXT NOT NULL,
      pages INTEGER,
      status TEXT NOT NULL,
      body_id INTEGER REFERENCES body(id),
      year INTEGER,
      template TEXT,
      title TEXT,
      period_start TEXT,
      period_end TEXT,
      signed_by TEXT,
      signed_on TEXT
    );
    CREATE INDEX report_by_body_and_year ON report(body_id, year);
    CREATE TABLE file (
      path TEXT PRIMARY KEY,
      report_id INTEGER NOT NULL REFERENCES report(id) ON DELETE CASCADE
    ) WITHOUT ROWID;
    CREATE INDEX file_by_report ON file(report_id);
    CREATE TABLE section (
      report_id INTEGER NOT NULL REFERENCES report(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      section TEXT NOT NULL,
      heading TEXT NOT NULL,
      page INTEGER,
      line INTEGER,
      text TEXT NOT NULL,
      PRIMARY KEY (report_id, position)
    ) WITHOUT ROWID;
    CREATE TABLE printed_table (
      report_id INTEGER NOT NULL REFERENCES report(id) ON DELETE CASCADE,
      "table" TEXT NOT NULL,
      template TEXT NOT NULL,
      proven INTEGER NOT NULL,
      PRIMARY KEY (report_id, "table")
    ) WITHOUT ROWID;
    CREATE TABLE cell (
      report_id INTEGER NOT NULL,
      "table" TEXT NOT NULL,
      "row" TEXT NOT NULL,
      "column" TEXT NOT NULL,
      state TEXT NOT NULL,
      value NUMERIC,
      exact TEXT,
      text TEXT NOT NULL,
      unit TEXT,
      note TEXT,
      doubt TEXT,
      page INTEGER,
      line INTEGER,
      "left" REAL,
      top REAL,
      "right" REAL,
      bottom REAL,
      PRIMARY KEY (report_id, "table", "row", "column"),
      FOREIGN KEY (report_id, "table") REFERENCES printed_table(report_id, "table") ON DELETE CASCADE
    ) WITHOUT ROWID;
    CREATE INDEX cell_by_name ON cell("table", "row", "column", value);
    CREATE TABLE finding (
      report_id INTEGER NOT NULL REFERENCES report(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      rule TEXT NOT NULL REFERENCES rule(id),
      severity TEXT NOT NULL,
      message TEXT NOT NULL,
      "table" TEXT,
      section TEXT,
      expected TEXT,
      actual TEXT,
      quote TEXT,
      page INTEGER,
      line INTEGER,
      "left" REAL,
      top REAL,
      "right" REAL,
      bottom REAL,
      fingerprint TEXT NOT NULL,
      PRIMARY KEY (report_id, position)
    ) WITHOUT ROWID;
    CREATE INDEX finding_by_rule ON finding(rule, severity);
    CREATE INDEX finding_by_fingerprint ON finding(fingerprint);
    CREATE TABLE finding_cell (
      report_id INTEGER NOT NULL,
      finding INTEGER NOT NULL,
      position INTEGER NOT NULL,
      "row" TEXT,
      "column" TEXT,
      PRIMARY KEY (report_id, finding, position),
      FOREIGN KEY (report_id, finding) REFERENCES finding(report_id, position) ON DELETE CASCADE
    ) WITHOUT ROWID;
    CREATE TABLE suggestion (
      report_id INTEGER NOT NULL,
      finding INTEGER NOT NULL,
      position INTEGER NOT NULL,
      "table" TEXT NOT NULL,
      "row" TEXT NOT NULL,
      "column" TEXT NOT NULL,
      "from" TEXT,
      "to" TEXT NOT NULL,
      confirmed_by_text INTEGER NOT NULL,
      PRIMARY KEY (report_id, finding, position),
      FOREIGN KEY (report_id, finding) REFERENCES finding(report_id, position) ON DELETE CASCADE
    ) WITHOUT ROWID;
    CREATE TABLE unchecked (
      report_id INTEGER NOT NULL REFERENCES report(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      rule TEXT NOT NULL,
      reason TEXT NOT NULL,
      PRIMARY KEY (report_id, position)
    ) WITHOUT ROWID;
    -- The cells as people ask for them: with body and year beside every number.
    CREATE VIEW number AS
      SELECT body.name AS body, report.year AS year, cell."table" AS "table", cell."row" AS "row",
        cell."column" AS "column", cell.value AS value, cell.state AS state, report.id AS report_id
      FROM cell JOIN report ON report.id = cell.report_id LEFT JOIN body ON body.id = report.body_id;
    """
}
