// N003: the text's number concluded, carried over or forward, or per outcome differs from the table.
import ReportModel
import Statute

enum N003NarrativeConcluded {
  static let rule = Rule(
    id: "N003", name: "narrative-concluded", severity: .warning,
    title: Localized(zh: "文中办理数与表不符", en: "Applications dealt with: text and table differ"),
    rationale: Localized(
      zh: "正文所写办结、上年结转、结转下年度，以及予以公开、部分公开、不予公开、无法提供、不予处理、其他处理的件数，应当与表中总计列一致。",
      en:
        "The numbers concluded, carried over, carried forward and of each outcome that the text gives should be those of the "
        + "table's column of totals."),
    clause: Localized(zh: "公开的年度报告中常见的矛盾", en: "A contradiction often seen in published reports"),
    basis: .practice,
    scope: .report { rule, subject in
      rule.judgeClaims(subject) { claim in
        switch claim.kind {
        case .concluded, .answered, .carriedOver, .carriedForward, .outcome: true
        default: false
        }
      }
    }
  ) {
    func saying(_ sentence: String) -> Report { Specimen.report().saying(sentence, in: .overview) }
    func mark(_ rows: RowID...) -> Example.Mark {
      Example.Mark(
        table: .applications, cells: rows.map { CellReference(row: $0, column: .total) }, section: .overview)
    }
    return [
      .breaks(
        "办结 70 件，表中总计 71 件", "70 concluded, 71 in the table",
        saying("全年新收政府信息公开申请70件，办结70件，结转下年度1件。"), at: mark(.total)),
      .breaks(
        "不予公开 2 件，表中 3 件", "2 denied, 3 in the table",
        saying("收到政府信息公开申请70件，其中予以公开48件，部分公开6件，不予公开2件。"),
        at: mark(
          .deniedStateSecret, .deniedForbiddenByLaw, .deniedSafetyAndStability, .deniedThirdPartyRights,
          .deniedInternalAffairs, .deniedProcessInformation, .deniedEnforcementFiles, .deniedAdministrativeInquiry)),
      .breaks("结转下年度两件", "Two carried forward", saying("政府信息公开申请结转下年度继续办理两件。"), at: mark(.carriedForward)),
      .keeps(
        "与表一致", "As in the table",
        saying("依申请公开方面，予以公开48件、部分公开6件、不予公开3件、无法提供11件、不予处理3件、其他处理0件。")),
      .keeps("两项合写", "Two outcomes in one number", saying("政府信息公开申请中，予以公开和部分公开共54件。")),
      .keeps("按期办结只是一部分", "Those in time are a part", saying("政府信息公开申请按期办结60件。")),
      .keeps("主动公开的条数", "Information published", saying("对政府信息公开申请集中的事项，予以公开1136条。")),
    ]
  }
}
