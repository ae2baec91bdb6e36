// Statute: the ids of the contract: templates, sections, tables, rows and columns.

/// The two statutory forms.
public enum Template: String, Hashable, Sendable, Codable, CaseIterable {
  /// 国办公开办函〔2019〕60号: reports on the years 2019 and 2020.
  case form2019 = "2019"
  /// 国办公开办函〔2021〕30号: reports on 2021 and later.
  case form2021 = "2021"

  /// The form that a report on `year` has to use.
  public static func called(for year: Int) -> Template { year >= 2021 ? .form2021 : .form2019 }
}

/// The six sections, in statutory order.
public enum SectionID: String, Hashable, Sendable, Codable, CaseIterable {
  case overview, proactiveDisclosure, applications, reviewAndLitigation, problems, others

  /// 1 to 6.
  public var ordinal: Int { Self.allCases.firstIndex(of: self)! + 1 }
}

/// The three tables, in statutory order; each stands in the section beside it.
public enum TableID: String, Hashable, Sendable, Codable, CaseIterable {
  case article20, applications, reviewAndLitigation

  /// The section that holds the table.
  public var section: SectionID {
    switch self {
    case .article20: .proactiveDisclosure
    case .applications: .applications
    case .reviewAndLitigation: .reviewAndLitigation
    }
  }
}

/// A row of a table. Raw values are the ids of the contract.
public enum RowID: String, Hashable, Sendable, Codable, CaseIterable {
  // article20
  case regulations, normativeDocuments, licensing, otherServices, penalties, coercion, fees, procurement
  // applications
  case newReceived, carriedOver, granted, partiallyGranted
  case deniedStateSecret = "denied.stateSecret"
  case deniedForbiddenByLaw = "denied.forbiddenByLaw"
  case deniedSafetyAndStability = "denied.safetyAndStability"
  case deniedThirdPartyRights = "denied.thirdPartyRights"
  case deniedInternalAffairs = "denied.internalAffairs"
  case deniedProcessInformation = "denied.processInformation"
  case deniedEnforcementFiles = "denied.enforcementFiles"
  case deniedAdministrativeInquiry = "denied.administrativeInquiry"
  case unavailableNotHeld = "unavailable.notHeld"
  case unavailableNeedsCreation = "unavailable.needsCreation"
  case unavailableStillUnclear = "unavailable.stillUnclear"
  case rejectedPetition = "rejected.petition"
  case rejectedRepeated = "rejected.repeated"
  case rejectedPublicationRequest = "rejected.publicationRequest"
  case rejectedExcessive = "rejected.excessive"
  case rejectedReconfirmation = "rejected.reconfirmation"
  /// 2019 only: one row （六）其他处理.
  case other
  case otherNotCorrected = "other.notCorrected"
  case otherFeeUnpaid = "other.feeUnpaid"
  case otherOther = "other.other"
  case total, carriedForward
  // reviewAndLitigation
  case review, litigationDirect, litigationAfterReview
}

/// A column of a table. `total` and `other` belong to more than one table.
public enum ColumnID: String, Hashable, Sendable, Codable, CaseIterable {
  // article20
  case made, newlyDisclosed, totalDisclosed, previousYearItems, change, decisions, projects, amount
  case repealed, inForce
  // applications
  case naturalPerson, business, research, publicWelfare, legalService, otherOrganization, total
  // reviewAndLitigation
  case upheld, corrected, other, pending
}
