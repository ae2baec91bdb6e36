// Audit: what a sentence states of the tables, and whether they agree.
import DocumentModel
import Foundation
import ReportModel
import Statute

/// A statement of the running text that a table can be held against.
struct Claim: Sendable {
  enum Kind: Hashable, Sendable {
    // Of the applications table.
    case received, accepted, concluded, answered, carriedOver, carriedForward
    case outcome(Outcome)
    /// 全部办结: nothing is left open.
    case nothingOpen
    // Of the review-and-litigation table.
    case review, litigation, litigationDirect, litigationAfterReview, reviewAndLitigation
    // Of the table of article 20.
    case documentsMade, documentsRepealed, documentsInForce, documents
  }

  /// The groups of outcomes of the applications table.
  enum Outcome: Hashable, Sendable, CaseIterable {
    case granted, partiallyGranted, denied, unavailable, rejected, other

    /// The rows of the group, in either form.
    var rows: [RowID] {
      switch self {
      case .granted: [.granted]
      case .partiallyGranted: [.partiallyGranted]
      case .denied:
        [
          .deniedStateSecret, .deniedForbiddenByLaw, .deniedSafetyAndStability, .deniedThirdPartyRights,
          .deniedInternalAffairs, .deniedProcessInformation, .deniedEnforcementFiles, .deniedAdministrativeInquiry,
        ]
      case .unavailable: [.unavailableNotHeld, .unavailableNeedsCreation, .unavailableStillUnclear]
      case .rejected:
        [
          .rejectedPetition, .rejectedRepeated, .rejectedPublicationRequest, .rejectedExcessive,
          .rejectedReconfirmation,
        ]
      case .other: [.other, .otherNotCorrected, .otherFeeUnpaid, .otherOther]
      }
    }
  }

  var kind: Kind
  var value: Int
  /// Another number that agrees as well: 废止28件，失效2件 are 28 or 30 in the table.
  var orValue: Int?
  /// True where the text says that there was none (未收到, 无), false where it gives a number, 0 among them.
  var isNegation: Bool
  var sentence: Sentence
  /// The number, or the words that say so.
  var range: Range<Int>

  /// True for a number of the table that the claim may mean.
  func allows(_ number: Decimal) -> Bool { number == Decimal(value) || orValue.map { Decimal($0) } == number }

  var place: Place? { sentence.place(at: range.lowerBound) }
}
