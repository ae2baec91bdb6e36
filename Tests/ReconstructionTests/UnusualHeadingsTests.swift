// Headings that are numbered otherwise, stand behind a sentence or under a bar → the sections; titles and signatures beside other words.
import DocumentModel
import Foundation
import ReportModel
import Statute
import Testing

@testable import Reconstruction

@Suite struct UnusualHeadingsTests {
  private static let titles = [
    "总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况", "存在的主要问题及改进情况", "其他需要报告的事项",
  ]

  private static func page(_ lines: [String]) -> Document {
    Document(
      content: .pages([
        Page(
          number: 1, width: 600, height: 1_200,
          glyphs: lines.enumerated().flatMap { line, text in
            DrawnTable.line(
              text, x: text.hasSuffix("局") || text.hasSuffix("日") ? 400 : 60, y: 30 + 25 * Double(line), size: 12)
          })
      ]))
  }

  private static func report(
    _ lines: [String], title: [String] = ["临溪市教育局2023年政府信息公开工作年度报告"], signature: [String] = ["临溪市教育局", "2024年1月20日"]
  ) throws -> Report {
    try Reconstructor.reconstruct(page(title + lines + signature))
  }

  private static func missing(_ report: Report) -> [SectionID] {
    SectionID.allCases.filter { report[$0] == nil && !report.unreadSections.contains($0) }
  }

  @Test(
    "Sections that are numbered otherwise are sections",
    arguments: [
      ["1.", "2.", "3.", "4.", "5.", "6."], ["（一）", "（二）", "（三）", "（四）", "（五）", "（六）"],
      ["1、", "2、", "3、", "4、", "5、", "6、"],
      ["壹、", "贰、", "叁、", "肆、", "伍、", "陆、"],
      ["①", "②", "③", "④", "⑤", "⑥"], ["⒈", "⒉", "⒊", "⒋", "⒌", "⒍"], ["㈠", "㈡", "㈢", "㈣", "㈤", "㈥"],
      ["I.", "II.", "III.", "IV.", "V.", "VI."], ["Ⅰ、", "Ⅱ、", "Ⅲ、", "Ⅳ、", "Ⅴ、", "Ⅵ、"],
      ["〔一〕", "〔二〕", "〔三〕", "〔四〕", "〔五〕", "〔六〕"], ["[一]", "[二]", "[三]", "[四]", "[五]", "[六]"],
      ["1.0", "2.0", "3.0", "4.0", "5.0", "6.0"], ["1", "2", "3", "4", "5", "6"],
      ["【一、", "【二、", "【三、", "【四、", "【五、", "【六、"],
      ["01", "02", "03", "04", "05", "06"], ["01.", "02.", "03.", "04.", "05.", "06."],
      ["０１、", "０２、", "０３、", "０４、", "０５、", "０６、"],
      ["PART01", "PART02", "PART03", "PART04", "PART05", "PART06"],
      ["Part.1", "Part.2", "Part.3", "Part.4", "Part.5", "Part.6"],
      ["第一、", "第二、", "第三、", "第四、", "第五、", "第六、"],
      ["一丶", "二丶", "三丶", "四丶", "五丶", "六丶"], ["一﹑", "二﹑", "三﹑", "四﹑", "五﹑", "六﹑"],
    ])
  func otherwise(numerals: [String]) throws {
    let end = numerals[0].hasPrefix("【") ? "】" : ""
    let headings = zip(numerals, Self.titles).map { $0 + $1 + end }
    let report = try Self.report(headings.flatMap { [$0, "内容若干，工作平稳有序。"] })
    #expect(report.sections.map(\.heading) == headings)
    #expect(report.sections.map(\.numeral) == [1, 2, 3, 4, 5, 6])
    let text = try TextSamples.report(
      (["临溪市教育局2023年政府信息公开工作年度报告"] + headings.flatMap { [$0, "内容若干。"] }).enumerated()
        .map { SourceLine(number: $0 + 1, text: $1) })
    #expect(Self.missing(text) == [])
  }

  @Test(
    "Of sections that are numbered otherwise, one with a wrong number is there and has that number",
    arguments: [
      (["1.", "2.", "3.", "3.", "4.", "5."], [1, 2, 3, 3, 4, 5]),
      (["1、", "2、", "3、", "4、", "5、", "7、"], [1, 2, 3, 4, 5, 7]),
      (["（一）", "（二）", "（四）", "（四）", "（五）", "（六）"], [1, 2, 4, 4, 5, 6]),
      (["①", "②", "③", "④", "⑤", "⑤"], [1, 2, 3, 4, 5, 5]),
    ])
  func wrongNumber(numerals: [String], values: [Int]) throws {
    let headings = zip(numerals, Self.titles).map { $0 + $1 }
    let report = try Self.report(headings.flatMap { [$0, "内容若干，工作平稳有序。"] })
    #expect(report.sections.map(\.heading) == headings)
    #expect(report.sections.map(\.numeral) == values)
    let text = try Self.text(headings.flatMap { [$0, "内容若干。"] })
    #expect(text.sections.map(\.numeral) == values)
  }

  @Test(
    "Titles in brackets and without numerals are headings without numerals",
    arguments: [("", ""), ("【", "】"), ("[", "]"), ("《", "》")])
  func inBrackets(open: String, close: String) throws {
    let lines = Self.titles.flatMap { [open + $0 + close, "内容若干，工作平稳有序。"] }
    for report in [try Self.report(lines), try Self.text(lines)] {
      #expect(report.sections.map(\.heading) == Self.titles.map { open + $0 + close })
      #expect(report.sections.map(\.numeral) == Array(repeating: nil, count: 6))
    }
  }

  @Test("Other words in such brackets are no heading of a section")
  func otherBrackets() throws {
    let lines = zip(Self.numerals, Self.titles).dropLast().flatMap { [$0 + "、" + $1, "内容若干。"] }
    let report = try Self.text(lines + ["【其他有关事项】", "内容若干。"])
    #expect(report.sections.count == 5)
  }

  private static let numerals = ["一", "二", "三", "四", "五", "六"]

  private static func text(_ lines: [String]) throws -> Report {
    try TextSamples.report(
      (["临溪市教育局2023年政府信息公开工作年度报告"] + lines).enumerated().map { SourceLine(number: $0 + 1, text: $1) })
  }

  @Test(
    "A heading behind a bullet, with a space for its mark, or with its numeral in a field or on a line of its own has its number",
    arguments: [("●", "、"), ("\u{F06C}", "、"), ("", "\u{3000}"), ("", "、\t"), ("", "\n")])
  func numeralsApart(bullet: String, mark: String) throws {
    let titles = ["政府信息公开工作总体情况", "行政机关主动公开政府信息情况", "行政机关收到和处理政府信息公开申请情况"] + Self.titles.dropFirst(3)
    let lines = zip(Self.numerals, titles).flatMap { numeral, title in
      (bullet + numeral + mark + title).components(separatedBy: "\n") + ["内容若干。"]
    }
    let report = try Self.text(lines)
    #expect(report.sections.map(\.id) == SectionID.allCases)
    #expect(report.sections.map(\.numeral) == [1, 2, 3, 4, 5, 6])
  }

  @Test(
    "Marks, dashes and quotes about a heading, and a numeral behind it, leave it its number",
    arguments: [
      ("▌", "、", ""), ("——", "、", "——"), ("– ", "、", " –"), ("“", "、", "”"), ("第", "项：", ""), ("█", "、", ""),
    ])
  func aboutHeading(before: String, mark: String, behind: String) throws {
    let lines = zip(Self.numerals, Self.titles).flatMap {
      [before + $0 + mark + $1 + behind, "内容若干，工作平稳有序。"]
    }
    for report in [try Self.report(lines), try Self.text(lines)] {
      #expect(report.sections.map(\.id) == SectionID.allCases)
      #expect(report.sections.map(\.numeral) == [1, 2, 3, 4, 5, 6])
    }
  }

  @Test("A title has the numeral that stands behind it, if it is its own")
  func numeralBehind() throws {
    let right = zip(Self.numerals, Self.titles).flatMap { [$1 + "（\($0)）", "内容若干，工作平稳有序。"] }
    for report in [try Self.report(right), try Self.text(right)] {
      #expect(report.sections.map(\.id) == SectionID.allCases)
      #expect(report.sections.map(\.numeral) == [1, 2, 3, 4, 5, 6])
    }
    let wrong = try Self.report(right.map { $0.replacing("（六）", with: "（五）") })
    #expect(wrong.sections.map(\.numeral) == [1, 2, 3, 4, 5, nil])
  }

  @Test("Headings in traditional characters over sections in simplified ones are headings")
  func traditional() throws {
    let titles = [
      "一、總體情況", "二、主動公開政府信息情況", "三、收到和處理政府信息公開申請情況", "四、因政府信息公開工作被申請行政復議、提起行政訴訟情況", "五、存在的主要問題及改進情況",
      "六、其他需要報告的事項",
    ]
    let lines = titles.flatMap { [$0, "内容若干，工作平稳有序。"] }
    for report in [try Self.report(lines), try Self.text(lines)] {
      #expect(report.sections.map(\.id) == SectionID.allCases)
      #expect(report.sections.map(\.numeral) == [1, 2, 3, 4, 5, 6])
    }
  }

  @Test(
    "Titles that offices use for those of the form",
    arguments: [
      (0, "概况"), (0, "工作开展情况"), (4, "存在的问题及下一步工作计划"), (5, "其他情况"),
    ])
  func synonyms(section: Int, title: String) throws {
    var titles = Self.titles
    titles[section] = title
    let report = try Self.text(zip(Self.numerals, titles).flatMap { [$0 + "、" + $1, "内容若干。"] })
    #expect(report.sections.map(\.numeral) == [1, 2, 3, 4, 5, 6])
    #expect(Self.missing(report) == [])
  }

  @Test(
    "The heading is the line with the number, whatever says the same below it",
    arguments: [
      (3, ["四、因政府信息公开被申请", "行政复议、提起行政诉讼的情况"]),
      (3, ["四、政府信息公开行政复议、行政诉讼情况", "因政府信息公开引发的行政复议、行政诉讼情况见下表："]),
      (4, ["五、存在的主要问题及改进情况", "一、存在问题", "人手不足。", "二、改进情况"]),
    ])
  func below(section: Int, own: [String]) throws {
    var headings = zip(Self.numerals, Self.titles).map { [$0 + "、" + $1] }
    headings[section] = own
    let report = try Self.text(headings.flatMap { $0 + ["内容若干。"] })
    #expect(report.sections.map(\.id) == SectionID.allCases)
    #expect(report.sections.map(\.numeral) == [1, 2, 3, 4, 5, 6])
  }

  @Test(
    "Words of the report's own before a title make it no other",
    arguments: [
      (0, "2023年政务公开总体情况"), (0, "主动公开总体情况"), (0, "我局2023年度信息公开基本情况"), (1, "主动公开总体情况"), (2, "2023年依申请公开情况"),
      (5, "2023年度其他需要报告的事项"),
    ])
  func ownWords(section: Int, title: String) throws {
    var titles = Self.titles
    titles[section] = title
    let headings = zip(Self.numerals, titles).map { $0 + "、" + $1 }
    let lines = headings.flatMap { [$0, "内容若干。"] }
    for report in [try Self.text(lines), try Self.report(lines)] {
      #expect(report.sections.map(\.heading) == headings)
      #expect(report.sections.map(\.id) == SectionID.allCases)
      #expect(report.unreadSections == [])
    }
  }

  @Test("The last of a list is no section, though it ends in a vague title")
  func vagueEnd() throws {
    let lines = zip(Self.numerals, Self.titles).dropLast().flatMap { [$0 + "、" + $1, "内容若干。"] }
    let report = try Self.text(lines + ["六、监督保障及其他情况", "内容若干。"])
    #expect(report[SectionID.others] == nil)
  }

  @Test("A vague title without the number of its section heads none", arguments: ["其他情况", "概况"])
  func vague(title: String) throws {
    let lines = zip(Self.numerals, Self.titles).dropLast(title == "概况" ? 0 : 1).dropFirst(title == "概况" ? 1 : 0)
      .flatMap { [$0 + "、" + $1, "内容若干。", title, "内容若干。"] }
    #expect(Self.missing(try Self.text(lines)) == [title == "概况" ? .overview : .others])
  }

  @Test("A character that nobody knows before a heading is no bullet")
  func unknownNumeral() throws {
    let headings = zip(["一", "二", "三", "四", "五", "\u{E001}"], Self.titles).map { $0 + "、" + $1 }
    let report = try Self.text(headings.flatMap { [$0, "内容若干。"] })
    #expect(report[SectionID.others]?.heading.hasPrefix("\u{E001}") ?? true)
  }

  @Test("Items of a list within a section are none")
  func items() throws {
    let usual = zip(["一、", "二、", "三、", "四、", "五、"], Self.titles).flatMap { [$0 + $1, "内容若干，工作平稳有序。"] }
    let report = try Self.report(usual + ["（六）其他需要报告的事项", "无。"])
    #expect(Self.missing(report) == [.others])
    let few = try Self.report(["（一）总体情况", "内容若干。", "（二）主动公开情况", "内容若干。", "（三）依申请公开情况", "内容若干。"])
    #expect(few.sections.count < 3)
  }

  @Test("A heading behind the sentence before it is a heading", arguments: [Int.max, 6])
  func behind(cut: Int) throws {
    let numerals = ["一、", "二、", "三、", "四、", "五、", "六、"]
    let lines = zip(numerals, Self.titles).flatMap { numeral, title -> [String] in
      let heading = numeral + title
      return ["全年工作平稳有序。" + String(heading.prefix(cut)), String(heading.dropFirst(cut)), "内容若干，落实到位"]
    }
    let report = try Self.report(lines.filter { !$0.isEmpty })
    #expect(report.sections.map(\.id) == SectionID.allCases)
    // The sentence belongs to the section before.
    #expect(report.sections.first?.lines.last?.text == "全年工作平稳有序。")
  }

  @Test("A heading under a bar that is laid over the page is not missing", arguments: [true, false])
  func covered(isThere: Bool) throws {
    let lines = zip(["一、", "二、", "三、", "四、", "五、"], Self.titles).flatMap { [$0 + $1, "内容若干，工作平稳有序。"] }
    guard case .pages(var pages) = Self.page(["临溪市教育局2023年政府信息公开工作年度报告"] + lines).content else { return }
    let heading = DrawnTable.line("六、其他需要报告的事项", x: 60, y: 700, size: 12)
    let bar = DrawnTable.line("欢迎访问临溪市人民政府门户网站政务公开专栏网页", x: 64, y: 703, size: 6)
    pages[0].glyphs += heading.map { glyph in
      var glyph = glyph
      glyph.isHidden = true
      return glyph
    }
    pages[0].glyphs = isThere ? pages[0].glyphs : pages[0].glyphs.filter { !$0.isHidden }
    pages[0].glyphs += bar
    let report = try Reconstructor.reconstruct(Document(content: .pages(pages)))
    #expect(report.unreadSections.contains(.others) == isThere)
  }

  @Test("A title whose last characters wrap is a title")
  func wrappedTitle() throws {
    let report = try Self.report(["一、总体情况", "平稳。"], title: ["临溪市教育局2023年政府信息公开工作年度报", "告"])
    #expect(report.title == "临溪市教育局2023年政府信息公开工作年度报告")
    #expect(report.agency == "临溪市教育局")
  }

  @Test(
    "Words of a side bar in the title give way to the signature; what is printed below it is none, nor is the star of a seal"
  )
  func signature() throws {
    let colophon = try Self.report(
      ["一、总体情况", "平稳。"], title: ["法定主动公开内容2023年政府信息公开工作年度报告"],
      signature: ["★临溪市教育局", "2024年1月20日", "临溪市教育局办公室2024年1月23日印发"])
    #expect(colophon.signature?.agency == "临溪市教育局")
    #expect(colophon.signature?.date?.day == 20)
    #expect(colophon.agency == "临溪市教育局")
  }
}
