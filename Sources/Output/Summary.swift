// Output: the records of a run, one after another → counts, and the exit status.
import Audit

/// What a run comes to. Its size does not grow with the number of inputs.
public struct Summary: Hashable, Sendable {
  /// How often a rule was broken.
  public struct RuleCount: Hashable, Sendable {
    public var rule: String
    public var count: Int
    /// In how many reports.
    public var reports: Int
  }

  public private(set) var read = 0
  public private(set) var partial = 0
  public private(set) var unreadable = 0
  public private(set) var errors = 0
  public private(set) var warnings = 0
  public private(set) var infos = 0
  /// Reports without any finding.
  public private(set) var clean = 0
  /// Files of folders that are no inputs by their names, hidden ones aside.
  public var passedOver = 0
  /// Inputs that were not reached before the run was interrupted.
  public var notDone = 0
  /// Findings that only the end of the run could show, with the path of the report that they are on.
  public private(set) var late: [LateFinding] = []
  private var byRule: [String: RuleCount] = [:]
  private var unreadableForError = 0

  public init() {}

  /// Counts a record.
  public mutating func add(_ record: EncodedRecord) {
    switch record.status {
    case .read: read += 1
    case .partial: partial += 1
    case .unreadable: unreadable += 1
    }
    if record.findings.isEmpty { clean += 1 }
    for finding in record.findings { count(finding.rule, finding.severity) }
    for rule in Set(record.findings.map(\.rule)) { byRule[rule]!.reports += 1 }
    let isFailure = record.findings.contains { $0.rule.hasPrefix("X") && $0.severity == .error }
    if isFailure { unreadableForError += 1 }
  }

  /// Counts a finding that only the end of the run could show.
  public mutating func add(_ finding: LateFinding) {
    late.append(finding)
    count(finding.finding.rule, finding.finding.severity)
    byRule[finding.finding.rule]!.reports += 1
  }

  private mutating func count(_ rule: String, _ severity: Severity) {
    switch severity {
    case .error: errors += 1
    case .warning: warnings += 1
    case .info: infos += 1
    }
    byRule[rule, default: RuleCount(rule: rule, count: 0, reports: 0)].count += 1
  }

  /// Records counted so far.
  public var inputs: Int { read + partial + unreadable }

  /// The rules that were broken, by id.
  public var rules: [RuleCount] { byRule.values.sorted { $0.rule < $1.rule } }

  /// 0, 1 or 2 as the contract says. `threshold` nil: no finding counts (`--fail-on never`).
  public func exitStatus(failOn threshold: Severity?) -> Int32 {
    if unreadableForError > 0 { return 2 }
    let counts: [(Severity, Int)] = [(.error, errors), (.warning, warnings), (.info, infos)]
    guard let threshold else { return 0 }
    return counts.contains { $0.0 >= threshold && $0.1 > 0 } ? 1 : 0
  }
}

extension Summary: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("inputs", inputs)
      json.field("read", read)
      json.field("partial", partial)
      json.field("unreadable", unreadable)
      json.field("clean", clean)
      json.field("findings", SeverityCounts(error: errors, warning: warnings, info: infos))
      json.field("rules", rules)
      json.field("passedOver", passedOver)
      json.field("notDone", notDone)
    }
  }

  private struct SeverityCounts: JSONWritable {
    var error: Int
    var warning: Int
    var info: Int

    func write(to json: inout JSONWriter) {
      json.object { json in
        json.field("error", error)
        json.field("warning", warning)
        json.field("info", info)
      }
    }
  }
}

extension Summary.RuleCount: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("rule", rule)
      json.field("count", count)
      json.field("reports", reports)
    }
  }
}
