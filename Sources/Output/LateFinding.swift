// Output: a finding on a report whose record was written before it could be known.
import Audit

/// A finding that only the end of a run could show: that no input filled a gap between a body's reports.
public struct LateFinding: JSONWritable, Hashable, Sendable {
  /// Of the report that it is on.
  public var path: String
  public var finding: FindingJSON

  public init(path: String, finding: Finding, language: Language) {
    self.path = path
    self.finding = FindingJSON(finding, language: language)
  }

  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("path", path)
      json.field("finding", finding)
    }
  }
}
