// Output: rows and groups of a form → short labels for drawn tables.
import Audit
import Statute

/// What the rows and groups of the forms are called in drawn tables: short, and by the numerals that the paper shows.
enum FormWording {
  /// `一、新收`, `1.属于国家秘密`; in English the name without that of its group.
  static func label(_ row: RowID, in form: Form) -> Localized {
    let name = row.shortName
    let printed = form.row(row)?.label ?? name.zh
    let numeral = numeral(of: printed)
    let body = String(printed.dropFirst(numeral.count))
    let isGrouped = form.row(row)?.group != nil
    let english =
      isGrouped ? name.en.split(separator: ":").last.map { String($0.drop { $0 == " " }) } ?? name.en : name.en
    return Localized(zh: numeral + (body.count < name.zh.count ? body : name.zh), en: english)
  }

  /// The label of a group, whose first row is `row`.
  static func group(_ label: String, of row: RowID) -> Localized {
    let english =
      switch row {
      case .deniedStateSecret: "denied"
      case .unavailableNotHeld: "unavailable"
      case .rejectedPetition: "rejected"
      case .otherNotCorrected: "other handling"
      case .regulations: "article 20 (1)"
      case .licensing: "article 20 (5)"
      case .penalties: "article 20 (6)"
      case .fees: "article 20 (8)"
      case .procurement: "article 20 (9)"
      case .litigationDirect: "litigation"
      default: label
      }
    return Localized(zh: label, en: english)
  }

  /// `一、`, `（二）`, `3.`, or nothing.
  private static func numeral(of label: String) -> Substring {
    let head = label.prefix(4)
    if let end = head.firstIndex(where: { $0 == "、" || $0 == "）" || $0 == "." }) { return label[...end] }
    return ""
  }
}
