// Several reports of a run → what comparing them shows, in their records.
import Foundation
import Testing

@Suite struct ComparisonTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    for (body, year) in [("甲县财政局", 2021), ("甲县财政局", 2022), ("甲县财政局", 2024), ("乙县财政局", 2023)] {
      let text = Self.report(body, year, carriedOver: year == 2022 ? 3 : 0, carriedForward: year == 2021 ? 1 : 0)
      try Data(text.utf8).write(to: scratch.folder.appending(path: "\(body)-\(year).txt"))
    }
  }

  /// Tab-separated, all zeros but for what is carried over and forward.
  private static func report(_ body: String, _ year: Int, carriedOver: Int, carriedForward: Int) -> String {
    let zeros = "0\t0\t0\t0\t0\t0\t0"
    let natural = { (count: Int) in "\(count)\t0\t0\t0\t0\t0\t\(count)" }
    let middle = [
      "1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益", "5.属于三类内部事务信息",
      "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项", "1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作",
      "3.补正后申请内容仍不明确", "1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请",
      "5.要求行政机关确认或重新出具已获取信息", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
      "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他",
    ].map { "\($0)\t\(zeros)" }.joined(separator: "\n")
    return """
      \(body)\(year)年政府信息公开工作年度报告
      一、总体情况
      本年度工作平稳。
      三、收到和处理政府信息公开申请情况
      \t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计
      一、本年新收政府信息公开申请数量\t\(natural(10 + carriedForward - carriedOver))
      二、上年结转政府信息公开申请数量\t\(natural(carriedOver))
      （一）予以公开\t\(natural(10))
      （二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\(zeros)
      \(middle)
      （七）总计\t\(natural(10))
      四、结转下年度继续办理\t\(natural(carriedForward))

      """
  }

  private func findings(_ arguments: [String]) throws -> [String: [String]] {
    let command = Command(folder: scratch.folder)
    let run = try command.run(["audit", "--format", "jsonl", "--select", "C001,C007,C008"] + arguments)
    return Dictionary(
      uniqueKeysWithValues: try PrintedRecord.lines(run.output).map { ($0.source.path, $0.findings?.map(\.rule) ?? []) }
    )
  }

  @Test("A broken chain stands in the later report's record, with the place of its cell")
  func chain() throws {
    let run = try Command(folder: scratch.folder).run("audit", "--format", "jsonl", "--select", "C001", ".")
    let line = try #require(run.lines.first { $0.contains("甲县财政局-2022") })
    let finding = line.components(separatedBy: "\"findings\":[").last ?? ""
    #expect(finding.hasPrefix(#"{"rule":"C001""#))
    #expect(finding.contains(#""table":"applications""#))
    #expect(finding.contains(#""line":7"#))
  }

  @Test(
    "A gap that no input fills stands in the record that shows it, or where only the end shows it beside the records")
  func gaps() throws {
    #expect(try findings(["."])["./甲县财政局-2024.txt"] == ["C008"])
    struct Batch: Decodable {
      struct Late: Decodable { var path: String }
      var reports: [PrintedRecord]
      var lateFindings: [Late]?
    }
    // The last input could have filled it, for all that its name tells.
    let paths = ["甲县财政局-2022.txt", "甲县财政局-2024.txt", "乙县财政局-2023.txt"]
    let command = Command(folder: scratch.folder)
    let json = try command.run("audit", "--format", "json", "--select", "C008", paths[0], paths[1], paths[2])
    let batch = try JSONDecoder().decode(Batch.self, from: Data(json.output.utf8))
    #expect(batch.reports.allSatisfy { $0.findings?.isEmpty == true })
    #expect(batch.lateFindings?.map(\.path) == ["甲县财政局-2024.txt"])
    #expect(json.errors.contains("C008  1 处，涉及 1 份"))
    let text = try command.run("audit", "--select", "C008", paths[0], paths[1], paths[2])
    #expect(text.output.hasPrefix("甲县财政局-2024.txt  甲县财政局2024年\n  提示  C008  "))
    let lines = try command.run("audit", "--format", "jsonl", "--select", "C008", paths[0], paths[1], paths[2])
    #expect(lines.lines.count == paths.count)
    #expect(lines.errors.contains("甲县财政局-2024.txt  甲县财政局2024年\n  提示  C008  "))
    let table = try command.run("audit", "--format", "csv", "--select", "C008", paths[0], paths[1], paths[2])
    #expect(table.output.contains("\n甲县财政局-2024.txt,甲县财政局,2024,info,C008,missing-year,"))
  }

  @Test func theSameReportTwiceIsSaidSo() throws {
    let found = try findings(["甲县财政局-2021.txt", "甲县财政局-2022.txt"])
    #expect(found.values.allSatisfy { !$0.contains("C007") })
    try FileManager.default.copyItem(
      at: scratch.folder.appending(path: "甲县财政局-2021.txt"), to: scratch.folder.appending(path: "z.txt"))
    #expect(try findings(["甲县财政局-2021.txt", "z.txt"])["z.txt"] == ["C007"])
  }
}
