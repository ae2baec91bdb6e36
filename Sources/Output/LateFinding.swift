// Output: a finding on a report whose record was written before it could be known.
import Audit

/// A finding that only the end of a run could show: that no input filled a gap between a body's reports.
public struct LateFinding: JSONWritable, Hashable, Sendable {
  /// Of the report that it is on.
  public var path: String
  /// Whose report it is, and on which year.
  public var agency: String?
  public var year: Int?
  public var finding: FindingJSON
  /// The message in the other language.
  public var translation: String

  public init(path: String, agency: String?, year: Int?, finding: Finding, language: Language) {
    (self.path, self.agency, self.year) = (path, agency, year)
    self.finding = FindingJSON(finding, language: language)
    translation = finding.message[language.other]
  }

  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("path", path)
      json.field("finding", finding)
    }
  }
}
