// Audit: small reports that break or keep a rule; part of the rule's explanation, and run as tests.
import ReportModel
import Statute

/// A small report that breaks or keeps a rule. Run as a test.
public struct Example: Sendable {
  public var title: Localized
  public var report: Report
  /// Reports of the same run that come before it; only for rules that compare reports.
  public var earlier: [Report]
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

  public init(_ title: Localized, report: Report, earlier: [Report] = [], expected: [Mark]) {
    self.title = title
    self.report = report
    self.earlier = earlier
    self.expected = expected
  }

  /// An example that keeps the rule.
  static func keeps(_ zh: String, _ en: String, _ report: Report, after earlier: [Report] = []) -> Example {
    Example(Localized(zh: zh, en: en), report: report, earlier: earlier, expected: [])
  }

  /// An example that breaks the rule at the marks.
  static func breaks(
    _ zh: String, _ en: String, _ report: Report, after earlier: [Report] = [], at marks: Mark...
  ) -> Example {
    Example(Localized(zh: zh, en: en), report: report, earlier: earlier, expected: marks)
  }
}
