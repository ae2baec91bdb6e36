// Output: Record → its JSON in parts, so that a supervisor can add findings and write it without reading it again.
import Audit
import Foundation

/// A record whose report and findings are JSON text already.
public struct EncodedRecord: Hashable, Sendable {
  /// A finding as JSON, with what is needed to select and to count it.
  public struct EncodedFinding: Hashable, Sendable {
    public var rule: String
    public var severity: Severity
    public var fingerprint: String
    /// One `FindingJSON`.
    public var json: [UInt8]
    /// Its message in the other language, for what is written in both.
    public var translation: String

    public init(rule: String, severity: Severity, fingerprint: String, json: [UInt8], translation: String) {
      self.rule = rule
      self.severity = severity
      self.fingerprint = fingerprint
      self.json = json
      self.translation = translation
    }

    public init(_ finding: Finding, language: Language) {
      self.init(
        rule: finding.rule, severity: finding.severity, fingerprint: finding.fingerprint,
        json: JSONWriter.bytes(FindingJSON(finding, language: language)),
        translation: finding.message[language.other])
    }
  }

  public var source: SourceJSON
  public var status: ReadingStatus
  public var agency: String?
  public var year: Int?
  /// `ReportJSON`, or `null`.
  public var report: [UInt8]
  public var findings: [EncodedFinding]
  /// An array of `UncheckedJSON`.
  public var unchecked: [UInt8]
  /// The reasons in `unchecked` in the other language.
  public var uncheckedTranslations: [String]
  /// Where the cells stand that other records may find fault with.
  public var compared = ComparedPlaces()
  /// What was drawn of the input, where the format asks for it.
  public var drawings = Drawings()

  public init(
    source: SourceJSON, status: ReadingStatus, agency: String?, year: Int?, report: [UInt8],
    findings: [EncodedFinding], unchecked: [UInt8], uncheckedTranslations: [String] = []
  ) {
    self.source = source
    self.status = status
    self.agency = agency
    self.year = year
    self.report = report
    self.findings = findings
    self.unchecked = unchecked
    self.uncheckedTranslations = uncheckedTranslations
  }

  /// Encodes a record, its messages in `language`.
  public init(_ record: Record, language: Language) {
    source = SourceJSON(record.source)
    status = record.status
    agency = record.report?.agency
    year = record.report?.year
    report = JSONWriter.bytes(Nullable(record.report.map(ReportJSON.init)))
    compared = record.report.map(ComparedPlaces.init) ?? ComparedPlaces()
    findings = record.findings.map { EncodedFinding($0, language: language) }
    var json = JSONWriter()
    json.array(record.unchecked.map { UncheckedJSON($0, language: language) })
    unchecked = json.bytes
    uncheckedTranslations = record.unchecked.map { $0.reason[language.other] }
  }

  /// The record as `audit --format jsonl` prints it, without a line break.
  public func json() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      writeReading(to: &json)
      json.field("findings", findings.map { Raw(bytes: $0.json) })
      json.field("unchecked", Raw(bytes: unchecked))
    }
    return json.bytes
  }

  /// The record without findings, as `extract` prints it.
  public func readingJSON() -> [UInt8] {
    var json = JSONWriter()
    json.object { writeReading(to: &$0) }
    return json.bytes
  }

  /// The record as values, for the formats that need its cells.
  public func decoded() throws -> RecordJSON {
    try JSONDecoder().decode(RecordJSON.self, from: Data(json()))
  }

  /// Adds findings that came of comparing the record with others: each gets the place of the first of its cells that has one,
  /// and its own place in the order of the catalogue.
  public mutating func add(_ more: [Finding], language: Language) {
    guard !more.isEmpty else { return }
    for finding in more {
      var finding = finding
      if let table = finding.table { finding.place = finding.place ?? compared.first(of: finding.cells, in: table) }
      findings.append(EncodedFinding(finding, language: language))
    }
    findings = Catalogue.rules.flatMap { rule in findings.filter { $0.rule == rule.id } }
  }

  /// The findings as values.
  public func decodedFindings() throws -> [FindingJSON] {
    try findings.map { try JSONDecoder().decode(FindingJSON.self, from: Data($0.json)) }
  }

  /// The rules that could not judge the report, as values.
  public func decodedUnchecked() throws -> [UncheckedJSON] {
    try JSONDecoder().decode([UncheckedJSON].self, from: Data(unchecked))
  }

  private func writeReading(to json: inout JSONWriter) {
    json.field("schemaVersion", RecordJSON.schemaVersion)
    json.field("source", source)
    json.field("status", status)
    json.field("report", Raw(bytes: report))
  }

  private struct Raw: JSONWritable {
    var bytes: [UInt8]
    func write(to json: inout JSONWriter) { json.raw(bytes) }
  }
}
