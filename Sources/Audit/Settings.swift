// Audit: what a user can set of the rules (options, `gongkai.yml`).

/// A day of the year that follows the report's year.
public struct Deadline: Hashable, Sendable, Codable {
  public var month: Int
  public var day: Int

  public init(month: Int, day: Int) {
    self.month = month
    self.day = day
  }
}

/// What a user can set: severities by rule id, which rules run, deadlines, allowed variants of labels.
public struct Settings: Sendable, Hashable, Codable {
  /// Overridden severities by rule id.
  public var severities: [String: Severity]
  /// Only these rules or prefixes (`A`, `S001`); empty means all.
  public var selected: [String]
  /// Not these rules or prefixes.
  public var ignored: [String]
  /// Labels that the user accepts beside the form's own; spaces and punctuation do not count.
  public var allowedLabels: [String]
  /// Until when a department publishes its report (article 49: 31 January).
  public var departmentDeadline: Deadline
  /// Until when a 人民政府 publishes its report (article 49: 31 March).
  public var governmentDeadline: Deadline

  public init(
    severities: [String: Severity] = [:], selected: [String] = [], ignored: [String] = [],
    allowedLabels: [String] = [], departmentDeadline: Deadline = Deadline(month: 1, day: 31),
    governmentDeadline: Deadline = Deadline(month: 3, day: 31)
  ) {
    self.severities = severities
    self.selected = selected
    self.ignored = ignored
    self.allowedLabels = allowedLabels
    self.departmentDeadline = departmentDeadline
    self.governmentDeadline = governmentDeadline
  }

  /// True where findings of that rule are wanted.
  public func wants(_ rule: String) -> Bool {
    (selected.isEmpty || selected.contains { rule.hasPrefix($0) }) && !ignored.contains { rule.hasPrefix($0) }
  }
}
