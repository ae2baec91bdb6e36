// Output: records → what the overview of the web page counts.
import Audit
import Foundation

/// Findings by severity.
struct SeverityTally: Hashable {
  var error = 0
  var warning = 0
  var info = 0
  var total: Int { error + warning + info }

  mutating func add(_ severity: Severity, times: Int = 1) {
    switch severity {
    case .error: error += times
    case .warning: warning += times
    case .info: info += times
    }
  }

  subscript(severity: Severity) -> Int {
    switch severity {
    case .error: error
    case .warning: warning
    case .info: info
    }
  }
}

/// Findings counted by rule, body and year.
struct HTMLTally {
  private(set) var all = SeverityTally()
  private(set) var rules: [String: SeverityTally] = [:]
  private(set) var bodies: [String: SeverityTally] = [:]
  private(set) var years: [Int: SeverityTally] = [:]

  mutating func add(_ record: EncodedRecord) {
    if let year = record.year { years[year, default: SeverityTally()] = years[year] ?? SeverityTally() }
    for finding in record.findings {
      all.add(finding.severity)
      rules[finding.rule, default: SeverityTally()].add(finding.severity)
      if let agency = record.agency { bodies[agency, default: SeverityTally()].add(finding.severity) }
      if let year = record.year { years[year, default: SeverityTally()].add(finding.severity) }
    }
  }

  /// The largest counts first, equal ones by name.
  static func ranked(_ counts: [String: SeverityTally]) -> [(name: String, count: SeverityTally)] {
    counts.map { ($0.key, $0.value) }.sorted { ($1.count.total, $0.name) < ($0.count.total, $1.name) }
  }
}
