// Texts as crawlers, viewers and programs that take a web page apart leave them: what makes lines and rows of them.
import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

@Suite struct WebTextTests {
  private static func lines(_ texts: [String]) -> [SourceLine] {
    texts.enumerated().map { SourceLine(number: $0 + 1, text: $1) }
  }

  @Test("Two bars between cells are one; where any row has a single bar, two of them hold a blank cell")
  func doubledBars() {
    let rows = (0..<8).map { "|行\($0)||1||2|" }
    #expect(DoubledBars.single(Self.lines(rows)).map(\.text) == (0..<8).map { "|行\($0)|1|2|" })
    let mixed = Self.lines(rows + ["|行9|1||2|"])
    #expect(DoubledBars.single(mixed) == mixed)
  }

  @Test("Names of HTML are characters, unless marks of HTML stand in the text")
  func entities() {
    let row = "规章\t&nbsp;\t&#49;2\t&lt;3\tA&B"
    #expect(Entities.decoded(Self.lines([row])).map(\.text) == ["规章\t \t12\t<3\tA&B"])
    let page = Self.lines([row, "<p>总体情况</p>"])
    #expect(Entities.decoded(page) == page)
  }

  @Test("Marks of pages are taken away where there are several")
  func pageMarks() {
    let text = ["Page 7 - 年报_审计局", "P. 7", "规章 1 2 3", "Page 8"]
    #expect(PageMarks.removed(Self.lines(text)).map(\.text) == ["", "", "规章 1 2 3", ""])
    let one = Self.lines(["P. 7", "规章 1 2 3"])
    #expect(PageMarks.removed(one) == one)
  }

  @Test("A title and sentences in the cells of a page's table are no rows; the rows of its tables stay")
  func layoutTables() {
    let sentence = String(repeating: "本年度依法公开政府信息，", count: 10) + "工作取得进展。"
    let text = ["青山县财政局2023年政府信息公开工作年度报告 | |||", sentence + " | |||", "规章 | 1 | 2 | 3 |"]
    #expect(
      LayoutTables.plain(Self.lines(text)).map(\.text)
        == ["青山县财政局2023年政府信息公开工作年度报告", sentence, "规章 | 1 | 2 | 3 |"])
  }

  @Test(
    "Ends of lines that are written out are some, in a record of JSON and without one",
    arguments: [
      #"{"title": "年度报告", "content": "一\n二\t2\n三\n四\n五\n六\n七\n八\n九\n十\n终"}"#,
      #"一\n二\t2\n三\n四\n五\n六\n七\n八\n九\n十\n终"#,
    ])
  func writtenBreaks(_ text: String) {
    #expect(
      WrittenBreaks.unfolded(Self.lines([text]))?.lines.map(\.text)
        == ["一", "二\t2", "三", "四", "五", "六", "七", "八", "九", "十", "终"])
  }

  @Test("A few backslashes before an n are those of names")
  func fewBreaks() {
    let path = Self.lines([#"文件 C:\new\notes"#])
    #expect(WrittenBreaks.unfolded(path) == nil)
  }

  /// The review table as programs write it whose blank cells begin lines.
  private static let review = [
    "行政复议 | 行政诉讼 | |||||||||||||",
    "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 | ||||||||",
    "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | |||||",
  ]
  private static let rows = (1...8).map { "表\($0) | \($0) |" }

  @Test(
    "A bar that begins a line is that of a blank cell: the next of the row before, or the first of its own",
    arguments: [
      (["0 | 2 |", "| 0 | 2 | 0 | 0 | 0 | 9 | 9 | 0 | 0 | 0 | 0 | 0 |"], "0\t2\t\t0\t2\t0\t0\t0\t9\t9\t0\t0\t0\t0\t0"),
      (["| | | | | 7 | 3 | | | 10 | | | | | |"], "\t\t\t\t\t7\t3\t\t\t10\t\t\t\t\t"),
    ])
  func blankFirst(_ numbers: [String], _ expected: String) {
    let read = BarredText.unfolded(Self.lines(Self.rows + [""] + Self.review + numbers))
    #expect(read.last?.text == expected)
  }

  @Test("A review row with fewer cells than names is in doubt; one with a cell for each is not")
  func shortReviewRow() {
    let names = Array(repeating: ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"], count: 3).flatMap(\.self)
    func isDoubtful(_ numbers: [String]) -> Bool {
      let own = [names, numbers].enumerated().map {
        FieldLine(line: SourceLine(number: $0 + 1, text: ""), fields: $1)
      }
      return ReviewFields.whole(own, single: own).isDoubtful
    }
    #expect(isDoubtful(["5", "0", "2", "0", "7", "1", "0", "1", "0"]))
    #expect(!isDoubtful((0..<15).map(String.init)))
  }

  @Test("Labels from the foot of a table up, and in no order at all, are told from those of a page")
  func order() {
    let down = [
      "1.属于国家秘密", "2.其他法律行政法规", "3.危及“三安全一", "4.保护第三方", "5.属于三类内部", "6.属于四类过程", "7.属于行政执法案卷", "8.属于行政查询事项",
    ]
    let scattered = [3, 0, 6, 2, 7, 1, 5, 4].map { down[$0] }
    #expect(DisorderedText.areScattered(Self.lines(scattered)))
    #expect(!DisorderedText.areScattered(Self.lines(down)))
    #expect(!DisorderedText.areScattered(Self.lines(down + down)))
    func areUpward(_ texts: [String]) -> Bool {
      let tokens = StreamReading.tokens(Self.lines(texts), whole: false)
      return ExchangedBlocks.areUpward(tokens)
    }
    #expect(areUpward(down.reversed()))
    #expect(!areUpward(down))
  }

  @Test("Digits set apart in a field are one number where the row adds up with them")
  func spacedDigits() {
    let label = ["一、本年新收政府信息公开申请数量"]
    let spaced = label + ["2 7", "1 0", "2", "4", "7", "5 0"]
    #expect(FieldGrid([spaced, spaced], count: 6).parts(spaced) == nil)
    let glued = label + ["2 7", "1", "2", "4", "7", "23"]
    #expect(FieldGrid([glued, glued], count: 6).parts(glued)?.doubt == .blanksLost)
  }

  @Test("Numbers of a page stand under its own header, wherever that of the page before has its names")
  func headedSheets() {
    func header(_ pitch: Int) -> [String] {
      ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"].reduce(into: [""]) { rows, name in
        rows[0] += String(repeating: " ", count: max(1, pitch - rows[0].unicodeScalars.count % pitch)) + name
      }
    }
    let text =
      header(12) + ["甲" + String(repeating: " ", count: 12) + "1"] + header(9)
      + ["乙" + String(repeating: " ", count: 9) + "3" + String(repeating: " ", count: 8) + "4"]
    let lines = LooseLines.lines(Self.lines(text), width: .single)
    let moved = HeadedSheets.aligned(lines)
    let names = lines[0].runs.map(\.midX)
    #expect(moved[2].runs.isEmpty)
    let numbers = moved[3].values.map(\.midX)
    #expect(numbers.count == 2)
    for (number, name) in zip(numbers, names) { #expect(abs(number - name) <= 2) }
  }

  @Test("A label that reaches among the names of a header stays where the header is taken away")
  func labelBesideHeader() {
    let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    func header(_ gap: Int) -> String { names.map { String(repeating: " ", count: gap) + $0 }.joined() }
    let label = "2.重复申请"
    let text = [
      header(12), "甲" + String(repeating: " ", count: 12) + "1", header(9), label,
      String(repeating: " ", count: 25) + "4",
    ]
    let moved = HeadedSheets.aligned(LooseLines.lines(Self.lines(text), width: .single))
    #expect(moved[2].runs.isEmpty)
    #expect(moved[3].runs.map(\.text) == [label])
  }

  @Test("Lines of a record have numbers of their own while they are read, and the file's in what is read of them")
  func numbersOfLines() throws {
    let record = #"{"content": "一\n二\n三\n四\n五\n六\n七\n八\n九\n十\n终"}"#
    let read = try #require(WrittenBreaks.unfolded(Self.lines([record])))
    #expect(read.lines.map(\.number) == Array(1...11))
    #expect(read.place(.line(7)) == .line(1))
    #expect(read.numbered(read.lines).allSatisfy { $0.number == 1 })
  }

  @Test("A record whose text turns what follows is not taken for lines")
  func turned() {
    let text = "一\\n二\\n三\\n四\\n五\\n六\\n七\\n八\\n九\\n十\\n\\u202e12"
    let read = WrittenBreaks.unfolded(Self.lines(["{\"content\": \"\(text)\"}"]))
    #expect(read?.lines.last?.text.contains("u202e") ?? false)
  }

  @Test("A bar, and marks that are not seen, stay names of HTML")
  func keptEntities() {
    #expect(Entities.decoded(Self.lines(["1&#124;2&#8238;3"])).map(\.text) == ["1&#124;2&#8238;3"])
  }

  @Test("Some of a row's numbers beside its label, and the others on the line below it, are one row")
  func partOfARow() {
    let header = ["          第二十条第（五）项", "信息内容        上一年项目数量     本年增/减     处理决定数量"]
    let rows = ["行政许可                        增1", "                   1                       30"]
    let next = ["          第二十条第（八）项"]
    let (lines, untold) = LevelledText.joined(LooseLines.lines(Self.lines(header + rows + next), width: .single))
    #expect(lines[2].runs.map(\.text) == ["行政许可", "1", "增1", "30"])
    #expect(untold.isEmpty)
  }

  @Test("A number before the label of the fees is theirs for certain only where other rows have theirs there too")
  func feesBefore() throws {
    func fees(_ end: [String]) throws -> Cell? {
      let text = [
        "青山县财政局2023年政府信息公开工作年度报告", "一、总体情况", "本年度工作有序开展。", "二、主动公开政府信息情况", "第二十条第（一）项", "信息内容", "本年制发件数", "本年废止件数",
        "现行有效件数", "规章", "0", "0", "0", "行政规范性文件", "1", "2", "3", "第二十条第（五）项", "信息内容", "本年处理决定数量", "行政许可", "5",
        "第二十条第（六）项",
        "信息内容", "本年处理决定数量", "行政处罚", "6", "行政强制", "7", "第二十条第（八）项", "信息内容", "本年收费金额（单位：万元）",
      ]
      let report = try TextSamples.report(Self.lines(text + end + ["五、存在的主要问题及改进情况", "无。"]))
      return report.tables.first { $0.id == .article20 }?[.fees, .amount]
    }
    #expect(try fees(["行政事业性收费", "9"])?.value == 9)
    #expect(try fees(["9", "行政事业性收费"])?.state != .number)
  }
}
