// C001: this year's 上年结转 ≠ last year's 结转下年度.
import ReportModel
import Statute

enum C001CarryOverChain {
  static let rule = Rule(
    id: "C001", name: "carry-over-chain", severity: .error,
    title: Localized(zh: "结转数与上年报告不衔接", en: "Carried over is not what was carried forward"),
    rationale: Localized(
      zh: "本年报告的“上年结转”应当等于同一机关上年报告的“结转下年度继续办理”。总计不等是错误；总计相等而分列不等，多半是申请人类别归错，作警告。",
      en:
        "What this year's report carries over is what the body's report of the year before carried forward. A difference in the "
        + "total is an error; one between columns only is a warning, mostly applicants put into another kind."),
    clause: Localized(
      zh: "依据“上年结转政府信息公开申请数量”“结转下年度继续办理”两栏的含义推定",
      en: "Inferred from the meaning of the rows 上年结转 and 结转下年度"),
    basis: .inference, scope: .batch
  ) {
    let before = Specimen.report(on: 2022).printing("3", in: .applications, .carriedForward, .naturalPerson)
      .printing("3", in: .applications, .carriedForward, .total)
    let matching = Specimen.report(on: 2022).printing("2", in: .applications, .carriedForward, .naturalPerson)
      .printing("2", in: .applications, .carriedForward, .total)
    return [
      .breaks(
        "上年结转下年度 3 件，本年上年结转 2 件", "3 carried forward, 2 carried over", Specimen.report(on: 2023), after: [before],
        at: .cells(.applications, (.carriedOver, .total)), .cells(.applications, (.carriedOver, .naturalPerson))),
      .keeps("都是 2 件", "2 and 2", Specimen.report(on: 2023), after: [matching]),
      .keeps(
        "另一机关的报告", "A report of another body", Specimen.report(on: 2023),
        after: [before.changing { $0.agency = "青山县水利局" }]),
    ]
  }

  static func compare(_ earlier: KnownReport, _ later: KnownReport, taken: KnownReport) -> [Finding] {
    let isLater = taken == later
    let row = isLater ? RowID.carriedOver : .carriedForward
    let columns = Form.applicantColumns
    let (forward, over) = (earlier.digest.carriedForward, later.digest.carriedOver)
    guard forward.count == columns.count, over.count == columns.count else { return [] }
    let differing = columns.indices.filter { index in
      guard let before = forward[index], let now = over[index] else { return false }
      return before != now
    }
    func text(_ indices: [Int]) -> Localized {
      indices.map { index in
        let name = columns[index].shortName(in: .applications)
        let (before, now) = (forward[index] ?? 0, over[index] ?? 0)
        return Localized(
          zh: "\(name.zh)上年结转 \(now)、上年报告结转下年度 \(before)",
          en: "\(name.en): \(now) carried over, \(before) carried forward")
      }.list()
    }
    func finding(_ indices: [Int], _ severity: Severity) -> Finding {
      let numbers = text(indices)
      let other = isLater ? earlier : later
      return rule.finding(
        Localized(
          zh: "\(later.digest.year) 年度与 \(earlier.digest.year) 年度报告不衔接：\(numbers.zh)（另一报告：\(other.path)）",
          en:
            "The reports on \(later.digest.year) and \(earlier.digest.year) do not connect: \(numbers.en) (other report: "
            + "\(other.path))"),
        severity: severity, table: .applications, cells: indices.map { CellReference(row: row, column: columns[$0]) },
        key: "\(other.digest.year)")
    }
    let total = columns.count - 1
    let parts = differing.filter { $0 != total }
    return (differing.contains(total) ? [finding([total], .error)] : [])
      + (parts.isEmpty ? [] : [finding(parts, .warning)])
  }
}
