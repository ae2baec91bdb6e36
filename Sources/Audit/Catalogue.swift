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
    S006OverviewTopics.rule,
    S007GovernmentAssessment.rule,
    S008EmptyProblems.rule,
    S009FeeStatement.rule,
    S010TemplateResidue.rule,
    S011LabelDrift.rule,
    S012ExtraRowOrColumn.rule,
    S013EmptySection.rule,
    V001BlankCells.rule,
    V002NotACount.rule,
    V003UnitInCell.rule,
    V004FeeMagnitude.rule,
    V005NoRulemakingPower.rule,
    V006BlankNotZero.rule,
    A001ApplicationBalance.rule,
    A002OutcomeSum.rule,
    A003ApplicantSum.rule,
    A004ReviewLitigationSum.rule,
    A005NegativeStock.rule,
    A006ImpliedStock.rule,
    A007DisclosedTotal.rule,
    A008ProcurementAmount.rule,
    N001NarrativeReceived.rule,
    N002NarrativeNone.rule,
    N003NarrativeConcluded.rule,
    N004NarrativeAllConcluded.rule,
    N005NarrativeReviewLitigation.rule,
    N006NarrativeDocuments.rule,
    Y001StaleYear.rule,
    Y002Period.rule,
    Y003NoPeriod.rule,
    Y004Late.rule,
    Y005Early.rule,
    C001CarryOverChain.rule,
    C002DocumentsChain.rule,
    C003ItemsChain.rule,
    C004CopiedNarrative.rule,
    C005FrozenData.rule,
    C006CopiedFromAnother.rule,
    C007DuplicateReport.rule,
    C008MissingYear.rule,
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

  /// What a user wrote for some rules, an id or its beginning in any case, as settings take it; nil where no id begins so.
  public static func prefix(_ written: some StringProtocol) -> String? {
    let prefix = written.uppercased()
    return !prefix.isEmpty && rules.contains { $0.id.hasPrefix(prefix) } ? prefix : nil
  }
}
