// Audit: the rules, in the order in which findings are printed.
import ReportModel

/// The catalogue of rules.
public enum Catalogue {
  /// Every rule on a single report, in the order of the letters S, V, A, N, Y, X and of their numbers.
  public static let rules: [Rule] = []
}
