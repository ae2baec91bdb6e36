// Audit: a report → what is wrong with it, and what could not be judged.
import DocumentModel
import ReportModel
import Statute

/// The audit of one report. What others call:
///
/// - `Auditor.audit(report, settings:)`: findings and unchecked rules of one report, every finding with its fingerprint.
/// - `Record.make(source:result:settings:)`: the record of one input, read or not.
/// - `Finding.failure(_:settings:)`: the X finding of an input that could not be read.
/// - `Catalogue.rules`, `Catalogue.rule("A001")`: the rules as values, for `rules`, SARIF and documents.
public enum Auditor {
  /// Runs the catalogue over one report.
  /// - Returns: the findings in the order of the catalogue, within a rule in the order of the form; and the rules that could
  ///   not be judged, or only in part, in the same order. Rules that compare reports are not among them: `ChainAuditor`.
  public static func audit(
    _ report: Report, settings: Settings = Settings()
  ) -> (findings: [Finding], unchecked: [Unchecked]) {
    audit(Subject(report, settings: settings))
  }

  /// - Parameter content: what the report is known by where it does not say whose it is, or on which year.
  static func audit(_ subject: Subject, content: String = "") -> (findings: [Finding], unchecked: [Unchecked]) {
    let settings = subject.settings
    var findings: [Finding] = []
    var unchecked: [Unchecked] = []
    for rule in Catalogue.rules where settings.wants(rule.id) {
      let verdict = rule.judge(subject)
      findings += verdict.findings
      if case .couldNotCheck(let reason, _) = verdict { unchecked.append(Unchecked(rule: rule.id, reason: reason)) }
    }
    suggest(&findings, subject)
    finish(&findings, of: subject.report, content: content, settings: settings)
    return (findings, unchecked)
  }

  /// Applies the user's severities and gives every finding its fingerprint.
  private static func finish(_ findings: inout [Finding], of report: Report, content: String, settings: Settings) {
    let named = report.agency ?? report.signature?.agency ?? report.title
    let agency = (named ?? "") + (named == nil || report.year == nil ? content : "")
    for index in findings.indices {
      if let severity = settings.severities[findings[index].rule] { findings[index].severity = severity }
    }
    findings.sign(agency: agency, year: report.year)
  }
}
