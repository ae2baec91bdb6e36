// V005: 规章 ≠ 0 for a body that cannot make any: a county, a township, a 街道 or a local department.
import Foundation
import ReportModel
import Statute

enum V005NoRulemakingPower {
  static let rule = Rule(
    id: "V005", name: "no-rulemaking-power", severity: .warning,
    title: Localized(zh: "无权制定规章", en: "No power to make regulations"),
    rationale: Localized(
      zh: "规章由国务院部门和省、自治区、直辖市、设区的市、自治州的人民政府制定。县级以下政府、街道和地方政府部门的“规章”一行应当为 0，不为 0 的多半是把规范性文件填到了规章一行。",
      en:
        "Regulations (规章) are made by departments of the State Council and governments of provinces and prefectures. Counties, "
        + "townships and local departments make none; another number than 0 is usually that of normative documents."),
    clause: Localized(
      zh: "《中华人民共和国立法法》关于规章制定主体的规定；由机关名称推定其层级",
      en: "Legislation Law on who makes 规章; the body's level is inferred from its name"),
    basis: .inference,
    scope: .report { rule, subject in
      guard let table = subject.report[.article20], let row = table[.regulations] else { return .notApplicable }
      guard let agency = subject.report.agency else {
        return .couldNotCheck(Localized(zh: "报告机关不明", en: "the reporting body is not known"))
      }
      guard lacksPower(Body(agency)) else { return .notApplicable }
      let entries = row.cells.filter { ($0.cell.value ?? 0) != 0 }
      guard !entries.isEmpty else { return .checked([]) }
      let cells = entries.map { CellReference(row: .regulations, column: $0.column) }
      let numbers = entries.map { entry in
        let name = entry.column.shortName(in: .article20)
        let value = (entry.cell.value ?? 0).plain
        return Localized(zh: "\(name.zh) \(value)", en: "\(name.en) \(value)")
      }.list()
      return .checked([
        rule.finding(
          Localized(
            zh: "\(agency)无权制定规章，“规章”一行却填有：\(numbers.zh)",
            en: "\(agency) cannot make regulations, yet the row 规章 has: \(numbers.en)"),
          table: .article20, cells: cells, place: subject.place(.article20, firstOf: cells))
      ])
    }
  ) {
    [
      .breaks(
        "县局填报规章 3 件", "A county bureau with 3 regulations",
        Specimen.report().printing("3", in: .article20, .regulations, .inForce),
        at: .cells(.article20, (.regulations, .inForce))),
      .breaks(
        "镇政府", "A town's government",
        Specimen.report(by: "青山县柳河镇人民政府").printing("1", in: .article20, .regulations, .made),
        at: .cells(.article20, (.regulations, .made))),
      .keeps("县局规章为 0", "None", Specimen.report()),
      .keeps(
        "设区的市可以制定规章", "A city's government may make them",
        Specimen.report(by: "宿迁市人民政府").printing("3", in: .article20, .regulations, .inForce)),
      .keeps(
        "政府办公厅可能代政府填报", "An office may report for its government",
        Specimen.report(by: "上海市人民政府办公厅").printing("13", in: .article20, .regulations, .inForce)),
    ]
  }

  private static func lacksPower(_ body: Body) -> Bool {
    switch body.kind {
    case .government, .governmentOffice: body.level.map { $0 <= .county } ?? false
    case .dispatched: body.level == .township
    case .department: true
    case .unknown: false
    }
  }
}
