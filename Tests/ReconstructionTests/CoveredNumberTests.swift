import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Numbers that would pass for blank cells.
@Suite struct CoveredNumberTests {
  private static func line(_ glyphs: [Glyph]) -> LooseLine {
    LooseLines.lines(LineAssembler.lines(glyphs, page: 1), firstIndex: 0)[0]
  }

  @Test("A number that a stamp's characters lie over stands in its place in a table without rules")
  func covered() {
    let stamp = DrawnTable.line("石泉区人", x: 86, y: 98, size: 13)
    let number = DrawnTable.line("0", x: 104, y: 100)
    let run = Self.line(number + stamp).runs.first { $0.text.unicodeScalars.contains("0") }
    #expect(run?.isValue == true)
    #expect(run.map { ValueReader.read($0.text, places: []).state } == .unread)
  }

  @Test(
    "A stamp's characters are no part of a number; one that nobody knows may be its digit",
    arguments: [("政", "/", "/"), ("\u{FFFD}", "/", "/\u{FFFD}"), ("\u{E6D6}", "12", "12\u{E6D6}"), ("府", "12", "12")])
  func foreign(over: String, own: String, stays: String) {
    let glyphs = DrawnTable.line(own, x: 104, y: 100) + DrawnTable.line(over, x: 104, y: 100)
    #expect(String(scalars: GridRows.withoutForeign(glyphs).map(\.character)) == stays)
  }

  @Test("The numeral of a label and a number that ran into its cell are no number together")
  func labelWithNumber() {
    let glyphs =
      DrawnTable.line("2.其他法律行政法规禁", x: 100, y: 100) + DrawnTable.line("止公开", x: 100, y: 112)
      + DrawnTable.line("0", x: 190, y: 106)
    #expect(GridRows.withoutForeign(glyphs).count == glyphs.count)
  }

  @Test("Words with a number beside them are words", arguments: ["1.属于国家秘密", "收到申请12件情况", "2023年度"])
  func beside(_ text: String) {
    #expect(Self.line(DrawnTable.line(text, x: 86, y: 100)).runs.allSatisfy { !$0.isValue })
  }

  private static func cell(_ left: Double, _ right: Double, _ text: String = "") -> PrintedCell {
    PrintedCell(
      left: left, right: right,
      pieces: text.isEmpty
        ? []
        : [
          PrintedPiece(
            text: text, place: .page(1, Rectangle(left: left, top: 0, right: right, bottom: 1)), left: left,
            right: right,
            top: 0, bottom: 1, unit: 4)
        ])
  }

  @Test("A number right below another is not its end")
  func below() {
    func read(_ lines: [(page: Int, text: String)]) -> ReportModel.Cell {
      CellFactory.cell(
        lines.map { line in
          let box = Rectangle(left: 100, top: 10, right: 110, bottom: 20)
          let piece = PrintedPiece(
            text: line.text, place: .page(line.page, box), left: 100, right: 110, top: 10, bottom: 20, unit: 5)
          return .cell(PrintedCell(left: 100, right: 110, pieces: [piece]))
        })
    }
    #expect(read([(1, "1"), (1, "6")]).doubt == .severalValues)
    #expect(read([(1, "0"), (1, "6")]).state == .unread)
    // A separator says that the number goes on, as does the end of the page.
    #expect(read([(1, "12,3"), (1, "45")]).value == 12345)
    #expect(read([(1, "12"), (2, "345")]).value == 12345)
  }

  @Test("The sliver that a higher neighbour leaves above or below a cell is not its blank")
  func sliver() {
    let plan = ColumnPlan.match(
      [Self.cell(197, 309, "采购项目数量"), Self.cell(309, 532, "采购总金额")],
      labels: [(.projects, "采购项目数量"), (.amount, "采购总金额")], blockLeft: 62, blockRight: 532)
    func texts(_ cells: [PrintedCell]) -> [String?] {
      plan.contents(cells, sameExtent: true).map { content in
        if case .cell(let cell) = content { cell.text } else { nil }
      }
    }
    #expect(texts([Self.cell(62, 309), Self.cell(197, 309, "1"), Self.cell(309, 532, "79493")]) == ["1", "79493"])
    // Which of two numbers it is, nobody knows.
    #expect(
      texts([Self.cell(62, 309, "7"), Self.cell(197, 309, "1"), Self.cell(309, 532, "79493")]) == [nil, "79493"])
  }

  @Test("A heading that has lost its numeral is no line of the table before it")
  func heading() {
    let lines = [
      "三、收到和处理政府信息公开申请情况", "本列数据的勾稽关系 申请人情况", "自然人 商业企业 科研机构 总计", "一、本年新收政府信息公开申请数量 1 0 0 1",
      "四、结转下年度继续办理 0 0 0 0", "政府信息公开行政复议、行政诉讼情况", "行政复议 行政诉讼", "未经复议直接起诉 复议后起诉", "结果维持 结果纠正 其他结果 尚未审结",
      "1 2 1 2 6", "五、存在的主要问题及改进情况",
    ]
    let regions = TextRegions.find(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    #expect(regions.contains { $0.id == .applications && $0.range.contains(4) })
    #expect(!regions.contains { $0.range.contains(5) })
  }

  @Test("The last row belongs to the table though characters of its label are not known")
  func garbledLabel() {
    let lines = [
      "二、主动公开政府信息情况", "第二十条第（八）项", "信息内容 上一年项目数量 本年增/减", "行政事业性收费 3 1", "第二十条第（九）项",
      "信息内容 采\u{E6D6}项目\u{E6D7}量 采\u{E6D6}总金额", "政府集中采\u{E6D6} 7 12", "三、收到和处理政府信息公开申请情况",
    ]
    let regions = TextRegions.find(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    #expect(regions.first { $0.id == .article20 }?.range == 1..<7)
  }
}

/// Headings with characters that the text layer does not tell.
@Suite struct GarbledHeadingTests {
  @Test(
    "A heading with a character that nobody knows was not read; its section is not missing for that",
    arguments: [
      ("六、其\u{E6D6}需要报告的事项", true), ("五、其他\u{FFFD}\u{FFFD}报告的事项", true), ("六、\u{FFFD}他需要报\u{F358}的事项", true),
      ("六、其他需要报告的事项", false),
      ("六、\u{E001}\u{E002}\u{E003}\u{E004}\u{E005}告的事项", false), ("其\u{E6D6}方面的工作", false), ("\u{F0B7}六、总结", false),
      ("~、w他需要报告的Ï项", true), ("六、Other matters here", false),
    ])
  func garbled(_ line: String, _ isUnread: Bool) {
    let place = Place.page(1, Rectangle(left: 0, top: 0, right: 1, bottom: 1))
    let found = SectionID.allCases.dropLast().map {
      Section(id: $0, heading: $0.title, numeral: nil, place: place, lines: [])
    }
    #expect(LostHeadings.garbled(found, in: ["一、总体情况", line]) == (isUnread ? [.others] : []))
  }
  @Test("So it is where its line was taken for one of the table before it")
  func inTable() throws {
    let title = DrawnTable.line("临溪市教育局2023年政府信息公开工作年度报告", x: 120, y: 30, size: 14)
    var glyphs = DrawnTable.line("四、政府信息公开行政复议、行政诉讼情况", x: 40, y: 60, size: 10)
    glyphs += DrawnTable.line("行政复议", x: 140, y: 80) + DrawnTable.line("行政诉讼", x: 500, y: 80)
    glyphs += DrawnTable.line("未经复议直接起诉", x: 360, y: 95) + DrawnTable.line("复议后起诉", x: 620, y: 95)
    for k in 0..<15 {
      glyphs += DrawnTable.line(["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"][k % 5], x: 40 + 50 * Double(k), y: 110)
      glyphs += DrawnTable.line(k % 5 < 4 ? "1" : "4", x: 50 + 50 * Double(k), y: 125)
    }
    glyphs += DrawnTable.line("\u{FFFD}、\u{FFFD}在问题\u{FFFD}\u{FFFD}进情况", x: 40, y: 140, size: 10)
    glyphs += DrawnTable.line("0", x: 40, y: 155)
    let report = try Reconstructor.reconstruct(
      Document(content: .pages([Page(number: 1, width: 900, height: 900, glyphs: title + glyphs)])))
    #expect(report[TableID.reviewAndLitigation] != nil)
    #expect(report.unreadSections.contains(.problems))
  }

  @Test(
    "A number that links laid over the page run into is that of the cell that looks blank",
    arguments: ["0扫一扫在手机打开当前页", "见附件"])
  func overlaid(words: String) throws {
    let whole: [[DrawnTable.Cell]] = [
      [.init("第二十条第（一）项", columns: 4)], ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["规章", "0", "0", "0"],
      ["行政规范性文件", "2", "0", "9"], [.init("第二十条第（五）项", columns: 4)],
      ["信息内容", .init("本年处理决定数量", columns: 2), "返回顶部"], ["行政许可", .init("", columns: 2), .init(words)],
    ]
    let table = DrawnTable(whole, widths: [120, 100, 100, 150], top: 80)
    let report = try Reconstructor.reconstruct(
      Document([[table]], lines: DrawnTable.line("二、主动公开政府信息情况", x: 40, y: 60, size: 10)))
    let cell = report[TableID.article20]?.rows.first { $0.id == .licensing }?.cells[0].cell
    #expect(cell?.state == (words.hasPrefix("0") ? .unread : .blank))
  }
}
