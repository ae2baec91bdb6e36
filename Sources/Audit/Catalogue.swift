// Audit: the rules, in the order in which findings are printed.

/// The catalogue of rules.
public enum Catalogue {
  /// Every rule, in the order of the letters S, V, A, N, Y, C, X and of their numbers.
  public static let rules: [Rule] = [
    S001MissingSection.rule,
    S002SectionOrder.rule,
    S003MissingTable.rule,
    S004MissingRowOrColumn.rule,
    S005WrongTemplate.rule,
    S013EmptySection.rule,
    V001BlankCells.rule,
    V002NotACount.rule,
    V003UnitInCell.rule,
    V006BlankNotZero.rule,
    A001ApplicationBalance.rule,
    A002OutcomeSum.rule,
    A003ApplicantSum.rule,
    A004ReviewLitigationSum.rule,
    A005NegativeStock.rule,
    A006ImpliedStock.rule,
    A007DisclosedTotal.rule,
    A008ProcurementAmount.rule,
    Y002Period.rule,
    Y003NoPeriod.rule,
    X001UnreadCell.rule,
    X002NoTextLayer.rule,
    X003NotAReport.rule,
    X004Encrypted.rule,
    X005Damaged.rule,
    X006TooSlow.rule,
    X007Crashed.rule,
    X008TooLarge.rule,
  ]

  /// The rule with that id; nil for none.
  public static func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }
}
