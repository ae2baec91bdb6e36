// Audit: the shape of a rule: one value describes it and feeds the command, the documents and the tests.
import ReportModel
import Statute

/// On what a rule rests.
public enum Basis: String, Sendable, Codable {
  /// Stands in an official text or in the template itself.
  case text
  /// Seen in published reports.
  case practice
  /// Follows from the meaning of the labels, and is ours.
  case inference
  /// A limit of the tool, never the report's fault.
  case tool
}

/// What a rule answers about one report.
public enum Verdict: Sendable {
  /// It was judged; an empty list means that nothing is wrong.
  case checked([Finding])
  /// The report has nothing that the rule speaks of (another template year, no such table).
  case notApplicable
  /// It could not be judged, because ….
  case couldNotCheck(Localized, found: [Finding] = [])

  public var findings: [Finding] {
    switch self {
    case .checked(let findings), .couldNotCheck(_, let findings): findings
    case .notApplicable: []
    }
  }
}

/// A small report that breaks or keeps a rule. Run as a test.
public struct Example: Sendable {
  public var title: Localized
  public var report: Report
  /// Where findings must fall, in order; empty for an example that keeps the rule.
  public var expected: [Mark]

  /// A place that a finding must name.
  public struct Mark: Hashable, Sendable {
    public var table: TableID?
    public var cells: [CellReference]
    public var section: SectionID?

    public init(table: TableID? = nil, cells: [CellReference] = [], section: SectionID? = nil) {
      self.table = table
      self.cells = cells
      self.section = section
    }
  }

  public init(_ title: Localized, report: Report, expected: [Mark]) {
    self.title = title
    self.report = report
    self.expected = expected
  }
}

/// A rule on one report. One file each in `Rules/`, named after what it finds.
public struct Rule: Sendable {
  /// `A001`; never changes meaning, is never reused.
  public var id: String
  /// `application-balance`.
  public var name: String
  public var severity: Severity
  public var title: Localized
  /// What is wrong, and why it matters.
  public var rationale: Localized
  /// The clause, notice or label that it rests on; cites no more than that says.
  public var clause: Localized
  public var basis: Basis
  /// The templates whose reports it judges.
  public var templates: Set<Template>
  /// Each breaks or keeps the rule.
  public var examples: @Sendable () -> [Example]
  public var check: @Sendable (Report, Settings) -> Verdict

  public init(
    id: String, name: String, severity: Severity, title: Localized, rationale: Localized, clause: Localized,
    basis: Basis, templates: Set<Template> = [.form2019, .form2021],
    examples: @escaping @Sendable () -> [Example], check: @escaping @Sendable (Report, Settings) -> Verdict
  ) {
    self.id = id
    self.name = name
    self.severity = severity
    self.title = title
    self.rationale = rationale
    self.clause = clause
    self.basis = basis
    self.templates = templates
    self.examples = examples
    self.check = check
  }
}

/// What a user can set (`gongkai.yml`, options): severities by rule id, deadlines, allowed variants of labels.
public struct Settings: Sendable, Hashable, Codable {
  /// Overridden severities by rule id.
  public var severities: [String: Severity]
  /// Only these rules or prefixes (`A`, `S001`); empty means all.
  public var selected: [String]
  /// Not these rules or prefixes.
  public var ignored: [String]
  /// Labels that the user accepts beside the form's own, normalised as `Statute` does.
  public var allowedLabels: [String]

  public init(
    severities: [String: Severity] = [:], selected: [String] = [], ignored: [String] = [],
    allowedLabels: [String] = []
  ) {
    self.severities = severities
    self.selected = selected
    self.ignored = ignored
    self.allowedLabels = allowedLabels
  }

  /// True where findings of that rule are wanted.
  public func wants(_ rule: String) -> Bool {
    (selected.isEmpty || selected.contains { rule.hasPrefix($0) }) && !ignored.contains { rule.hasPrefix($0) }
  }
}
