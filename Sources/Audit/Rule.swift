// Audit: the shape of a rule: one value describes it and feeds the command, the documents and the tests.
import DocumentModel
import Foundation
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
  /// It could not be judged, or only in part, because …; `found` is what the judged part shows.
  case couldNotCheck(Localized, found: [Finding] = [])

  public var findings: [Finding] {
    switch self {
    case .checked(let findings), .couldNotCheck(_, let findings): findings
    case .notApplicable: []
    }
  }
}

/// What a rule looks at, and the function that judges it.
public enum RuleScope: Sendable {
  /// One report by itself.
  case report(@Sendable (Rule, Subject) -> Verdict)
  /// A report beside others of the same run; `ChainAuditor` judges it.
  case batch
  /// Whether an input can be read at all; `Finding.failure` reports it.
  case reading
}

/// A rule. One file each in `Rules/`, named after what it finds.
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
  /// The templates whose reports or tables it judges.
  public var templates: Set<Template>
  public var scope: RuleScope
  /// Each breaks or keeps the rule.
  public var examples: @Sendable () -> [Example]

  public init(
    id: String, name: String, severity: Severity, title: Localized, rationale: Localized, clause: Localized,
    basis: Basis, templates: Set<Template> = [.form2019, .form2021], scope: RuleScope,
    examples: @escaping @Sendable () -> [Example] = { [] }
  ) {
    self.id = id
    self.name = name
    self.severity = severity
    self.title = title
    self.rationale = rationale
    self.clause = clause
    self.basis = basis
    self.templates = templates
    self.scope = scope
    self.examples = examples
  }

  /// What the rule says of one report; `notApplicable` for a rule that needs more than one report, or none.
  public func judge(_ subject: Subject) -> Verdict {
    guard case .report(let judge) = scope else { return .notApplicable }
    let verdict = judge(self, subject)
    guard restsOnWords, subject.report.isUnseen, !verdict.findings.isEmpty else { return verdict }
    return .couldNotCheck(.unseen)
  }

  /// True for a rule that speaks of headings, labels, sentences or dates; others speak of cells, or of the tool.
  private var restsOnWords: Bool { id.first.map("SNY".contains) ?? false }

  /// A finding of this rule, with its id, name and severity.
  func finding(
    _ message: Localized, severity: Severity? = nil, table: TableID? = nil, cells: [CellReference] = [],
    section: SectionID? = nil, expected: Decimal? = nil, actual: Decimal? = nil, quote: String? = nil,
    place: Place? = nil, suggestions: [Suggestion] = [], key: String = ""
  ) -> Finding {
    Finding(
      rule: id, name: name, severity: severity ?? self.severity, message: message, table: table, cells: cells,
      section: section, expected: expected, actual: actual, quote: quote, place: place, suggestions: suggestions,
      key: key)
  }
}
