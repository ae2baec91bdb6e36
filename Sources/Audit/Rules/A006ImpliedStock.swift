// A006: 2021 form: in force − made + repealed < 0, so that last year's stock would be negative.
import Foundation
import ReportModel
import Statute

enum A006ImpliedStock {
  static let rule = Rule(
    id: "A006", name: "implied-stock", severity: .warning,
    title: Localized(zh: "现行有效件数偏小", en: "Too few documents in force"),
    rationale: Localized(
      zh: "上年末现行有效件数 = 本年末现行有效件数 − 本年制发件数 + 本年废止件数，不能为负数。结果为负，通常是“现行有效件数”漏填，或者只填了往年的文件。",
      en:
        "The number in force a year before is the present one, less those made, plus those repealed; it cannot be negative. "
        + "Usually the number in force is missing or leaves out this year's documents."),
    clause: Localized(
      zh: "依据 2021 年格式“本年制发件数”“本年废止件数”“现行有效件数”三栏的含义推定",
      en: "Inferred from the meaning of the 2021 columns 本年制发件数, 本年废止件数 and 现行有效件数"),
    basis: .inference, templates: [.form2021],
    scope: .report { rule, subject in
      guard let table = subject.report[.article20], table.template == .form2021 else { return .notApplicable }
      return .checked(
        [RowID.regulations, .normativeDocuments].compactMap { row in
          guard let made = table[row, .made]?.value, let repealed = table[row, .repealed]?.value,
            let inForce = table[row, .inForce]?.value, inForce - made + repealed < 0
          else { return nil }
          let cells = [ColumnID.made, .repealed, .inForce].map { CellReference(row: row, column: $0) }
          let before = (inForce - made + repealed).plain
          return rule.finding(
            Localized(
              zh: "\(row.shortName.zh)：现行有效 \(inForce.plain) − 制发 \(made.plain) + 废止 \(repealed.plain) = \(before)，"
                + "即上年末为负数",
              en: "\(row.shortName.en): in force \(inForce.plain) − made \(made.plain) + repealed \(repealed.plain) = "
                + "\(before), a negative number a year before"),
            table: .article20, cells: cells, place: subject.place(.article20, firstOf: cells.reversed()))
        })
    }
  ) {
    [
      .breaks(
        "制发 3 件而现行有效 0 件", "3 made, none in force",
        Specimen.report().printing("0", in: .article20, .normativeDocuments, .inForce),
        at: .cells(
          .article20, (.normativeDocuments, .made), (.normativeDocuments, .repealed), (.normativeDocuments, .inForce))),
      .keeps("现行有效 12 件", "12 in force", Specimen.report()),
      .keeps(
        "制发 3 件、废止 1 件、现行有效 2 件", "3 made, 1 repealed, 2 in force",
        Specimen.report().printing("2", in: .article20, .normativeDocuments, .inForce)),
    ]
  }
}
