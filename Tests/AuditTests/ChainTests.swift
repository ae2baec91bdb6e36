// Reports of a run against each other: the examples, who is the same body, and how much is kept.
import Foundation
import ReportModel
import Statute
import Testing

@testable import Audit

@Suite struct ChainTests {
  static let examples = Catalogue.rules.filter { if case .batch = $0.scope { true } else { false } }
    .flatMap { rule in rule.examples().map { ExampleCase(rule: rule, example: $0) } }

  @Test(arguments: examples)
  func theRuleFindsExactlyTheMarks(_ the: ExampleCase) throws {
    var chain = ChainAuditor(settings: Settings(selected: [the.rule.id]))
    for (index, report) in the.example.earlier.enumerated() {
      _ = chain.take(try #require(ReportDigest(report)), path: "earlier-\(index).pdf")
    }
    var record = Record.make(
      source: Source(path: "taken.pdf", sha256: nil, format: .pdf, pages: 4), result: .success(the.example.report),
      settings: Settings(selected: [the.rule.id]))
    record.add(chain.take(ReportDigest(the.example.report), path: "taken.pdf"))
    let marks = record.findings.map { Example.Mark(table: $0.table, cells: $0.cells, section: $0.section) }
    #expect(marks == the.example.expected)
    #expect(record.findings.allSatisfy { $0.table == nil || $0.place != nil })
  }

  @Test(arguments: [
    ("淮安市洪泽区人民政府", "洪泽区人民政府"), ("泉州市洛江区财政局", "洛江区财政局"), ("福建省泉州市洛江区财政局", "泉州市洛江区财政局"),
    ("江苏省宿迁市人民政府", "宿迁市人民政府"), ("洛江区双阳街道办事处", "双阳街道办事处"), ("荆州市沙市区人民政府", "沙市区人民政府"),
    ("杭州市 财政局", "浙江省杭州市财政局"), ("延边朝鲜族自治州财政局", "吉林省延边朝鲜族自治州财政局"),
  ])
  func areTheSameBody(a: String, b: String) {
    var register = BodyRegister()
    #expect(register.id(of: a) == register.id(of: b))
    var reversed = BodyRegister()
    #expect(reversed.id(of: b) == reversed.id(of: a))
  }

  @Test(arguments: [
    ("洪泽区人民政府", "洪泽区财政局"), ("洪泽区人民政府", "洪泽区人民政府办公室"), ("北京市朝阳区人民政府", "长春市朝阳区人民政府"),
    ("泉州市财政局", "泉州市洛江区财政局"), ("青山县城市管理局", "柳河县城市管理局"), ("财政局", "洛江区财政局"), ("市财政局", "泉州市财政局"),
    ("厦门市住房和城乡建设局", "泉州市住房和城乡建设局"), ("人民政府", "洪泽区人民政府"), ("青山县城关镇人民政府", "柳河县城关镇人民政府"),
    ("淮安市人民政府", "淮安市洪泽区人民政府"),
  ])
  func areDifferentBodies(a: String, b: String) {
    var register = BodyRegister()
    #expect(register.id(of: a) != register.id(of: b))
  }

  @Test func aShortNameThatFitsTwoBodiesIsNeither() {
    var register = BodyRegister()
    let (beijing, changchun) = (register.id(of: "北京市朝阳区人民政府"), register.id(of: "长春市朝阳区人民政府"))
    let short = register.id(of: "朝阳区人民政府")
    #expect(![beijing, changchun].contains(short))
  }

  @Test func theChainHoldsInEitherOrder() throws {
    let (before, now) = (Specimen.report(on: 2022), Specimen.report(on: 2023))
    let settings = Settings(selected: ["C001"])
    for (reports, row) in [([before, now], RowID.carriedOver), ([now, before], .carriedForward)] {
      var chain = ChainAuditor(settings: settings)
      #expect(chain.take(ReportDigest(reports[0]), path: "a.pdf") == [])
      let found = chain.take(ReportDigest(reports[1]), path: "b.pdf")
      #expect(found.map(\.severity) == [.error, .warning])
      #expect(found.first?.cells == [CellReference(row: row, column: .total)])
      #expect(found.first?.message.zh.contains("a.pdf") == true)
    }
  }

  @Test func aMissingYearWaitsForAnInputThatMayHaveIt() {
    func digest(_ year: Int) -> ReportDigest? { ReportDigest(Specimen.report(on: year)) }
    let inputs = ["2021.pdf", "2023.pdf", "alt/2022.pdf"]
    var filled = ChainAuditor(settings: Settings(selected: ["C008"]), inputs: inputs)
    let found = zip([2021, 2023, 2022], inputs).flatMap { filled.take(digest($0), path: $1) }
    #expect(found == [])
    #expect(filled.finish().isEmpty)

    var open = ChainAuditor(settings: Settings(selected: ["C008"]), inputs: inputs)
    #expect(open.take(digest(2021), path: "2021.pdf") + open.take(digest(2023), path: "2023.pdf") == [])
    #expect(open.take(nil, path: "alt/2022.pdf") == [])
    #expect(open.finish().map(\.path) == ["2023.pdf"])
  }

  @Test func aDigestIsSmallAndSurvivesJSON() throws {
    let digest = try #require(ReportDigest(ExampleNarrative.report(on: 2023, ExampleNarrative.first)))
    let json = try JSONEncoder().encode(digest)
    #expect(json.count < 3000)
    #expect(try JSONDecoder().decode(ReportDigest.self, from: json) == digest)
  }

  @Test func manyBodiesWithOneTextStayNearLinear() throws {
    let digest = try #require(ReportDigest(ExampleNarrative.report(on: 2023, ExampleNarrative.first)))
    var chain = ChainAuditor(settings: Settings(selected: ["C006"]))
    var count = 0
    for number in 0..<2000 {
      var one = digest
      one.agency = "第\(number)县农业农村局"
      count += chain.take(one, path: "\(number).pdf").count
    }
    #expect(count == 1999)
  }

  @Test func aFingerprintKnowsNoFileName() {
    func findings(_ path: String) -> [Finding] {
      var chain = ChainAuditor(settings: Settings(selected: ["C"]))
      _ = chain.take(ReportDigest(Specimen.report(on: 2022)), path: path)
      return chain.take(ReportDigest(Specimen.report(on: 2023)), path: path + "2")
    }
    #expect(findings("a.pdf").map(\.fingerprint) == findings("b.pdf").map(\.fingerprint))
    #expect(findings("a.pdf").map(\.message) != findings("b.pdf").map(\.message))
  }
}
