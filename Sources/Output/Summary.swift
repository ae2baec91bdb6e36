// Output: the records of a run, one after another → counts, and the exit status.
import Audit

/// What a run comes to. Its size grows with the number of bodies, not of inputs.
public struct Summary: Hashable, Sendable {
  /// How often a rule was broken.
  public struct RuleCount: Hashable, Sendable {
    public var rule: String
    public var count: Int
    /// In how many reports.
    public var reports: Int
  }

  /// What was found on the reports of a body.
  public struct BodyCount: Hashable, Sendable {
    /// The first of the names that its reports give.
    public var agency: String
    public var reports = 0
    /// Reports of it without any finding.
    public var clean = 0
    public var errors = 0
    public var warnings = 0
    public var infos = 0
    public var findings: Int { errors + warnings + infos }
  }

  public private(set) var read = 0
  public private(set) var partial = 0
  public private(set) var unreadable = 0
  public private(set) var errors = 0
  public private(set) var warnings = 0
  public private(set) var infos = 0
  /// Reports without any finding.
  public private(set) var clean = 0
  /// Findings that are in the baseline; they are counted nowhere else.
  public var known = 0
  /// Files of folders that are no inputs by their names, hidden ones aside.
  public var passedOver = 0
  /// Inputs that were not reached before the run was interrupted.
  public var notDone = 0
  /// Findings that only the end of the run could show, with the path of the report that they are on.
  public private(set) var late: [LateFinding] = []
  private var byRule: [String: RuleCount] = [:]
  private var unreadableForError = 0
  private var register = BodyRegister()
  private var byBody: [BodyCount] = []

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
    guard let body = body(record.agency) else { return }
    byBody[body].reports += 1
    if record.findings.isEmpty { byBody[body].clean += 1 }
    for finding in record.findings { byBody[body].count(finding.severity) }
  }

  /// The place of a body among those counted.
  private mutating func body(_ agency: String?) -> Int? {
    guard let agency else { return nil }
    // Numbers are given in turn.
    let id = register.id(of: agency)
    if id == byBody.count { byBody.append(BodyCount(agency: agency)) }
    return id
  }

  /// Counts a finding that only the end of the run could show.
  public mutating func add(_ finding: LateFinding) {
    late.append(finding)
    count(finding.finding.rule, finding.finding.severity)
    byRule[finding.finding.rule]!.reports += 1
    if let body = body(finding.agency) { byBody[body].count(finding.finding.severity) }
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

  /// The bodies whose reports were read, those with most errors first, then with most warnings, then in the order of the inputs.
  public var bodies: [BodyCount] {
    byBody.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      return (y.errors, y.warnings, y.infos, a.offset) < (x.errors, x.warnings, x.infos, b.offset)
    }.map(\.element)
  }

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
      json.field("known", known)
      json.field("rules", rules)
      json.field("bodies", bodies)
      json.field("passedOver", passedOver)
      json.field("notDone", notDone)
    }
  }

  fileprivate struct SeverityCounts: JSONWritable {
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

extension Summary.BodyCount: JSONWritable {
  fileprivate mutating func count(_ severity: Severity) {
    switch severity {
    case .error: errors += 1
    case .warning: warnings += 1
    case .info: infos += 1
    }
  }

  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("agency", agency)
      json.field("reports", reports)
      json.field("clean", clean)
      json.field("findings", Summary.SeverityCounts(error: errors, warning: warnings, info: infos))
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
