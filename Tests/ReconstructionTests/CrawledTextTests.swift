import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Texts as crawlers and mirrors of web pages leave them.
@Suite struct CrawledTextTests {
  private static let form = Form.of(.applications, .form2021)
  private static let numbers = TextSamples.numbers(form, isFull: true) { 1 << $0 }

  private static func source(_ lines: [String]) -> [SourceLine] {
    lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) }
  }

  private static let review = [
    "四、政府信息公开行政复议、行政诉讼情况", "行政复议", "行政诉讼", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "未经复议直接起诉", "复议后起诉", "结果维持",
    "结果纠正", "其他结果", "尚未审结", "总计", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计",
  ]

  /// One cell a line, an empty line behind each; names of columns and labels of groups in pieces.
  private static func paragraphs(blank: String) -> [String] {
    var lines = ["临溪县人民政府2022年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况", "申请人情况", "自然人", "法人或其他组织", "总计"]
    lines += ["商业", "企业", "科研", "机构", "社会公益组织", "法律服务机构", "其他"]
    var group: String?
    for (row, values) in zip(form.rows, numbers) {
      if row.id == .granted { lines.append("三、本年度办理结果") }
      if let own = row.group, own != group { lines += [String(own.prefix(3)), String(own.dropFirst(3))] }
      group = row.group
      lines += [row.label] + values.map { $0 == 0 ? blank : String($0) }.filter { !$0.isEmpty }
    }
    return (lines + review + (0..<15).map { _ in "0" } + ["五、存在的主要问题及改进情况", "无。"]).flatMap { [$0, ""] }
  }

  @Test("Names of columns and labels of groups may stand in pieces, each a paragraph")
  func pieces() throws {
    let report = try TextSamples.report(Self.source(Self.paragraphs(blank: "0")))
    #expect(
      TextSamples.texts(report.tables.first { $0.id == .applications }) == Self.numbers.map { $0.map(String.init) })
  }

  @Test("Rows with all of their numbers are read where others have lost blank cells and names stand in pieces")
  func piecesWithoutBlanks() throws {
    let report = try TextSamples.report(Self.source(Self.paragraphs(blank: "")))
    let rows = TextSamples.texts(report.tables.first { $0.id == .applications })
    for (own, expected) in zip(rows, Self.numbers) where !expected.contains(0) {
      #expect(own == expected.map(String.init))
    }
    for (own, expected) in zip(rows, Self.numbers) {
      for (cell, number) in zip(own, expected) where cell != "unread" {
        #expect(cell == (number == 0 ? "blank" : String(number)))
      }
    }
  }

  @Test("Pieces that make up a name are one; names that stand alone are left alone")
  func names() {
    let names = ["自然人", "商业企业", "科研机构", "其他", "总计"].map(LabelPattern.init)
    let texts = ["自然人", "商业", "企业", "科研", "机构", "其他", "总计"]
    #expect(WrappedNames.joined(texts, names: names) == ["自然人", "商业企业", "科研机构", "其他", "总计"])
  }

  @Test("Where what comes again is left out, nothing that is not there is blank")
  func distinct() throws {
    var lines = ["临溪县人民政府2022年政府信息公开工作年度报告", "一、总体情况", "做好公开。", "二、主动公开政府信息情况", "第二十条第（一）项", "信息内容"]
    lines += ["本年制发件数", "本年废止件数", "现行有效件数", "规章", "0", "行政规范性文件", "第二十条第（五）项", "本年处理决定数量", "行政许可"]
    lines += ["第二十条第（六）项", "行政处罚", "行政强制", "第二十条第（八）项", "本年收费金额（单位：万元）", "行政事业性收费", "三、收到和处理政府信息公开申请情况"]
    lines += ["申请人情况", "自然人", "法人或其他组织", "总计", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
    lines += Self.form.rows.map(\.label)
    var seen: Set<String> = []
    lines += Self.review.filter { seen.insert($0).inserted }
    let report = try TextSamples.report(Self.source(lines))
    #expect(report.tables.count == 3)
    #expect(report.tables.allSatisfy { $0.rows.allSatisfy { $0.cells.allSatisfy { $0.cell.state == .unread } } })
  }

  @Test("Words that stand beside others on their lines come again there")
  func beside() {
    let items = ["第二十条第（一）项", "信息内容 本年制发件数", "规章 0", "第二十条第（五）项", "信息内容", "行政许可 0"]
    #expect(!DistinctLines.areIn(Self.source(items)))
    #expect(!DistinctLines.areIn(Self.source(["未经复议直接起诉", "复议后起诉", "结果维持 结果纠正 结果维持", "结果维持"])))
    #expect(DistinctLines.areIn(Self.source(["未经复议直接起诉", "复议后起诉", "结果维持", "结果纠正"])))
  }

  @Test("Where words of the form come again, lines without numbers are those of blank cells")
  func repeated() {
    #expect(!DistinctLines.areIn(Self.source(Self.review)))
    #expect(!DistinctLines.areIn(Self.source(["第二十条第（一）项", "信息内容", "规章", "第二十条第（五）项", "信息内容", "行政许可"])))
  }

  @Test("Sections that follow on the one before them and have lost their tables are there")
  func emptied() throws {
    let lines = [
      "临溪县人民政府2022年政府信息公开工作年度报告", "一、总体情况", "做好公开。", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
      "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "人手不足，将予改进。", "六、其他需要报告的事项", "无。",
    ]
    let report = try TextSamples.report(Self.source(lines))
    #expect(report.sections.map(\.id) == SectionID.allCases)
  }

  @Test("A report in traditional characters is one, its sections and labels those of the form")
  func traditional() throws {
    var lines = ["臨溪縣水務局2022年政府資訊公開工作年度報告", "一、總體情況", "本局做好政府信息公開工作，監督保障機制運行順暢，全年無申請。", "二、主動公開政府信息情況"]
    lines += ["第二十條第（一）項", "信息內容\t本年制發件數\t本年廢止件數\t現行有效件數", "規章\t0\t0\t0", "行政規範性文件\t3\t1\t8", "第二十條第（五）項"]
    lines += ["信息內容\t本年處理決定數量", "行政許可\t12", "第二十條第（六）項", "信息內容\t本年處理決定數量", "行政處罰\t4", "行政強制\t無"]
    lines += ["第二十條第（八）項", "信息內容\t本年收費金額（單位：萬元）", "行政事業性收費\t2.5萬元（減免）", "三、收到和處理政府信息公開申請情況", "本年度未收到申請。"]
    lines += ["四、政府信息公開行政復議、行政訴訟情況", "無。", "五、存在的主要問題及改進情況", "人手不足，將予改進。", "六、其他需要報告的事項", "無。"]
    let report = try TextSamples.report(Self.source(lines))
    #expect(report.year == 2022)
    #expect(report.sections.map(\.id) == SectionID.allCases)
    #expect(
      TextSamples.texts(report.tables.first { $0.id == .article20 }) == [
        ["0", "0", "0"], ["3", "1", "8"], ["12"], ["4"], ["placeholder"], ["2.5萬元（減免）"],
      ])
    // What is printed stays as it is printed; what it means is told in the words of the form.
    let table = try #require(report[.article20])
    #expect(table[.coercion]?.cells.map(\.cell.text) == ["無"])
    #expect(table[.fees]?.cells.map(\.cell.unit) == ["万元"])
    #expect(table[.fees]?.cells.map(\.cell.note) == ["（減免）"])
  }

  @Test("A text that ends within the applications table is not of the wrong form")
  func cutOff() throws {
    var lines = ["临溪县人民政府2023年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况"]
    lines += ["\t\t\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计"]
    for (row, values) in zip(Self.form.rows, Self.numbers).prefix(12) {
      lines.append((["", "", row.label] + values.map(String.init)).joined(separator: "\t"))
    }
    let table = try #require(try TextSamples.report(Self.source(lines)).tables.first { $0.id == .applications })
    #expect(table.template == .form2021)
    #expect(!table.templateIsPrinted)
    #expect(table.rows.map(\.id) == Self.form.rows.map(\.id))
    #expect(TextSamples.texts(table).prefix(12).map { $0 } == Self.numbers.prefix(12).map { $0.map(String.init) })
  }

  @Test("Empty fields on both sides of a row's numbers say nothing of where they stand")
  func margins() {
    let full = [["1", "2", "3", "", ""][...]]
    #expect(FieldMargin.of(full, count: 3) == .behind)
    #expect(FieldMargin.of([["", "1", "2", "3"][...]], count: 3) == .before)
    #expect(FieldMargin.of(full + [["", "1", "2", "3"][...]], count: 3) == nil)
    #expect(FieldMargin.isAmbiguous(["", "2", "3", ""], count: 3, margin: nil))
    #expect(!FieldMargin.isAmbiguous(["", "2", "3", ""], count: 3, margin: .behind))
    #expect(!FieldMargin.isAmbiguous(["1", "2", "3", ""], count: 3, margin: nil))
  }

  @Test("Markdown with a heading and a small table for each group of rows")
  func captioned() throws {
    let counted = ["| 类别 | 数据1 | 数据2 | 数据3 | 数据4 | 数据5 | 数据6 | 总计 |", "|---|---|---|---|---|---|---|---|"]
    var lines = ["# 临溪县人民政府2023年政府信息公开工作年度报告", "## 三、收到和处理政府信息公开申请情况", "### 申请人情况 (法人或其他组织)"]
    lines += ["| 商业企业 | 科研机构 | 社会公益 | 法律服务机构 | 其他 |", "|---|---|---|---|---|", "| - | - | - | - | - |"]
    var group: String?
    for (row, values) in zip(Self.form.rows, Self.numbers) {
      if let own = row.group, own != group { lines += ["### \(own)"] + counted }
      if row.group == nil, row.id != .total, row.id != .carriedForward { lines += ["### \(row.label)"] + counted }
      group = row.group
      lines.append("| \(row.label) | " + values.map(String.init).joined(separator: " | ") + " |")
    }
    lines.append("## 四、政府信息公开行政复议、行政诉讼情况")
    for (name, numbers) in [
      ("行政复议", "27 | 10 | 9 | 15 | 61"), ("行政诉讼（未经复议直接起诉）", "3 | 0 | 0 | 2 | 5"), ("行政诉讼（复议后起诉）", "8 | 0 | 1 | 1 | 10"),
    ] {
      lines += ["### \(name)", "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |", "|---|---|---|---|---|", "| \(numbers) |"]
    }
    let report = try TextSamples.report(Self.source(lines + ["## 五、存在的主要问题及改进情况", "人手不足，将予改进。"]))
    #expect(
      TextSamples.texts(report.tables.first { $0.id == .applications }) == Self.numbers.map { $0.map(String.init) })
    #expect(
      TextSamples.texts(report.tables.first { $0.id == .reviewAndLitigation }) == [
        ["27", "10", "9", "15", "61"], ["3", "0", "0", "2", "5"], ["8", "0", "1", "1", "10"],
      ])
  }
}
