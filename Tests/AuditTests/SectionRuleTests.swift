// Rules on sections, beyond their examples: every topic of the overview, wordings of problems, forms of order.
import ReportModel
import Statute
import Testing

@testable import Audit

@Suite struct SectionRuleTests {
  private func messages(_ report: Report, _ rule: String) -> [String] {
    Auditor.audit(report, settings: Settings(selected: [rule])).findings.map(\.message.zh)
  }

  @Test(arguments: zip(1...5, ["主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障"]))
  func eachTopicOfTheOverviewIsMissed(line: Int, topic: String) {
    let report = Specimen.report().changing { $0.sections[0].lines.remove(at: line) }
    #expect(messages(report, "S006") == ["“一、总体情况”未写：\(topic)"])
  }

  @Test(arguments: [
    "存在的主要问题：更新不及时。下一步，将健全机制。", "一是学习不够，二是公开不全。改进情况：组织培训，压实责任。", "针对上年问题，已完成整改。",
    "问题：形式不够丰富。改进：丰富形式。",
  ])
  func improvementsAreSeen(text: String) {
    #expect(messages(Specimen.report().saying(text, in: .problems), "S008") == [])
  }

  @Test(arguments: ["无", "暂无。", "没有存在的主要问题。", "存在的主要问题：公开形式还不够丰富。", "信息更新有待加强，制度尚需健全。"])
  func problemsWithoutImprovementAreSeen(text: String) {
    #expect(messages(Specimen.report().saying(text, in: .problems), "S008").count == 1)
  }

  @Test("The numbers of a table whose words are lost are no missing table", arguments: [(15, 0), (3, 1)])
  func numbersWithoutWords(count: Int, findings: Int) {
    let report = Specimen.report().omitting(.reviewAndLitigation as TableID).changing { report in
      let index = report.sections.firstIndex { $0.id == .reviewAndLitigation }!
      report.sections[index].lines += (0..<count).map {
        TextLine(text: "\($0)", place: .line(900 + $0), startsParagraph: true)
      }
    }
    #expect(messages(report, "S003").count == findings)
  }

  @Test("The words of a header that breaks within them are no missing table")
  func brokenHeader() {
    let report = Specimen.report().omitting(.reviewAndLitigation as TableID).saying(
      "行政诉讼行政复议未经复议直接起诉复议后起诉结果维结果纠其他结尚未审总结果维结果纠其他结尚未审总持正果结计10113", in: .reviewAndLitigation)
    #expect(messages(report, "S003") == [])
  }

  @Test func wordsOfAScannedReportAreNotJudged() {
    let report = Specimen.report().withoutPeriod().changing {
      $0.sections.swapAt(4, 5)
      $0.tables.removeLast()
      $0.tables[1].rows[5].label = "2.其他法律行政止公开"
    }
    let rules = ["S002", "S003", "S011", "Y003", "X001"]
    let settings = Settings(selected: rules)
    #expect(Auditor.audit(report, settings: settings).findings.map(\.rule) == ["S002", "S003", "S011", "Y003"])
    let (findings, unchecked) = Auditor.audit(report.changing { $0.isUnseen = true }, settings: settings)
    #expect(findings.map(\.rule) == ["X001"])
    #expect(unchecked.map(\.rule) == ["S002", "S003", "S011", "Y003"])
  }

  @Test func aLostHeadingIsNoMissingSection() {
    let report = Specimen.report().changing {
      $0.sections[4].heading = ""
      $0.sections[4].numeral = nil
    }
    let findings = Auditor.audit(report, settings: Settings(selected: ["S001", "S002"])).findings
    #expect(findings.map(\.rule) == ["S002"])
    #expect(findings.first?.message.zh.hasSuffix("“存在的主要问题及改进情况”的标题缺失") == true)
  }

  @Test func aSectionPrintedTwiceIsReported() {
    let report = Specimen.report().changing { $0.sections.insert($0.sections[2], at: 3) }
    #expect(messages(report, "S002").first?.hasSuffix("“收到和处理政府信息公开申请情况”出现两次") == true)
  }

  @Test(arguments: [
    ("青山县财政局", 3), ("青山县人民政府", 3), ("青山县柳河镇人民政府", 3), ("杨林镇", 3), ("云台街道办事处", 3), ("宿迁市人民政府", 0), ("上海市人民政府办公厅", 0),
    ("江苏省人民政府", 0), ("国家税务总局青山县税务局", 0),
  ])
  func onlyBodiesWithoutThePowerAreHeldToTheirRegulations(agency: String, cells: Int) {
    let report = [ColumnID.made, .repealed, .inForce].reduce(Specimen.report(by: agency)) {
      $0.printing("2", in: .article20, .regulations, $1)
    }
    let findings = Auditor.audit(report, settings: Settings(selected: ["V005"])).findings
    #expect(findings.first?.cells.count ?? 0 == cells)
  }

  @Test(arguments: [
    ("青山县财政局", "356000", true), ("青山县财政局", "82794", false), ("宿迁市人民政府", "592372449", true),
    ("宿迁市人民政府", "59237.2449", false),
    ("青山县柳河镇人民政府", "35000", true), ("江苏省财政厅", "900000", false),
  ])
  func feesBeyondALevelAreTakenForYuan(agency: String, amount: String, isFound: Bool) {
    let report = Specimen.report(by: agency).printing(amount, in: .article20, .fees, .amount)
    #expect(messages(report, "V004").isEmpty != isFound)
  }
}
