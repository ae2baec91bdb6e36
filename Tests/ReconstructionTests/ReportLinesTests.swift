// Lines of running text → captions, headings, periods and signatures that line ends and other words stand among.
import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

@Suite struct ReportLinesTests {
  private static let titles = SectionID.allCases.map { "\($0.numeral)、\($0.title)" }
  private static let signature = ["临溪市教育局", "2024年1月20日"]

  private static func text(_ lines: [String]) throws -> Report {
    try TextSamples.report(
      (["临溪市教育局2023年政府信息公开工作年度报告"] + lines).enumerated().map { SourceLine(number: $0 + 1, text: $1) })
  }

  // MARK: - Captions

  private static let paragraphs = ["全年公开信息若干条，内容详实。", "各科室分工明确，落实到人。", "栏目按月更新，发布前经过审核。", "重点领域另设专栏。"]

  @Test(
    "The caption of a table behind paragraphs is no heading where the heading stands before them",
    arguments: ["表1主动公开政府信息情况统计表", "主动公开政府信息情况统计表", "主动公开政府信息情况表", "附表1 主动公开政府信息情况"])
  func caption(text: String) throws {
    let lines = Self.titles.flatMap { title in
      [title] + Self.paragraphs + (title.hasPrefix("二、") ? [text, "（本表略）"] : [])
    }
    let report = try Self.text(lines)
    #expect(report.sections.map(\.numeral) == [1, 2, 3, 4, 5, 6])
    #expect(report.sections[1].heading == Self.titles[1])
    #expect(report.sections[1].lines.count == Self.paragraphs.count + 2)
    #expect(report.sections[0].lines.count == Self.paragraphs.count)
  }

  @Test("A heading that lost its numeral is one, also where the contents name it with the numeral", arguments: 0..<6)
  func withoutNumeral(section: Int) throws {
    let own = zip(0..., SectionID.allCases).map { $0 == section ? $1.title : Self.titles[$0] }
    let report = try Self.text(["目录"] + Self.titles + ["前言部分。"] + own.flatMap { [$0] + Self.paragraphs })
    #expect(report.sections.map(\.numeral) == (0..<6).map { $0 == section ? nil : $0 + 1 })
  }

  // MARK: - Headings over two lines

  @Test(
    "A heading takes its second line where the two are a title word for word",
    arguments: [
      (["四、因政府信息公开工作被申请行政复议、提起行政", "诉讼情况"], 2), (["五、政府信息公开工作存在的主要问题及改进", "情况"], 2),
      (["六、其他需要报告的事项", "无。"], 1), (["一、总体情况", "情况良好"], 1), (["四、政府信息公开行政诉讼情况", "行政复议"], 1),
    ] as [([String], Int)])
  func wrapped(lines: [String], count: Int) {
    let flow = lines.enumerated().map { TextFlow.line(SourceLine(number: $0 + 1, text: $1)) }
    #expect(Headings.candidate(flow, at: 0)?.lineCount == count)
  }

  // MARK: - Periods

  @Test(
    "A line may end anywhere within a period",
    arguments: [
      ["统计期限自2023", "年1月1日起至2023年12月31日止。"], ["统计期限自2023年", "1月1日起至2023年12月31日止。"],
      ["统计期限自2023年1", "月1日起至2023年12月31日止。"], ["统计期限自20", "23年1月1日起至2023年12月31日止。"],
      ["统计期限自2023年1月", "1日起至2023年12月31", "日止。"], ["统计期限自2023年", "1月1日起至2023年", "12月31日止。"],
      ["统计期限自二〇二三", "年一月一日起至二〇二三年十二月三十一日止。"],
    ])
  func period(lines: [String]) throws {
    let report = try Self.text(["本报告所列数据的"] + lines + Self.titles.flatMap { [$0, "内容若干。"] })
    #expect(report.period?.start == Day(year: 2023, month: 1, day: 1))
    #expect(report.period?.end == Day(year: 2023, month: 12, day: 31))
    #expect(report.period?.place == .line(3))
  }

  @Test(
    "A period is also given by months, or by the year, where words say that it is one",
    arguments: [
      ("本报告统计期限为2023年度。", 12), ("数据统计周期为2023年1月至12月。", 12), ("所列数据的统计时限为2023年1—12月。", 12),
      ("统计时间：2023年1月—2023年11月", 11), ("统计期限自2023年1月起至同年6月底。", 6),
    ])
  func wordedPeriod(line: String, month: Int) throws {
    let report = try Self.text([line, "2023年5月至6月，组织培训两次。"] + Self.titles.flatMap { [$0, "内容若干。"] })
    #expect(report.period?.start == Day(year: 2023, month: 1, day: 1))
    #expect(report.period?.end.month == month)
    #expect(report.period?.place == .line(2))
  }

  @Test(
    "Years and months of other sentences, and misprinted dates, are no period",
    arguments: [
      "现公布2023年度报告。", "2023年1月至3月，清理文件20件。", "统计期限自202311日起至20231230日止。", "统计期限自2023年度1月1日起至12月31日止。",
      "数据统计截至2023年12月31日。", "各项数据统计口径与2022年度一致。",
    ])
  func noPeriod(line: String) throws {
    #expect(try Self.text([line] + Self.titles.flatMap { [$0, "内容若干。"] }).period == nil)
  }

  // MARK: - Signatures

  @Test(
    "The dates of reports that a web site lists below this one are none of its own",
    arguments: [
      ["相关链接", "临溪市教育局2022年政府信息公开工作年度报告", "2023-01-20", "上一篇：2021年的报告", "下一篇：无"],
      ["临溪市教育局2022年政府信息公开工作年度报告", "2023-01-20"], ["2023-01-20", "临溪市教育局2022年政府信息公开工作年度报告"],
      ["[教育局2022年年报](/a/1.html)2023-01-20"], ["【相关阅读】", "教育局招聘公告", "2023-05-06"],
      ["相关链接：", "2022年度报告", "2023-01-20", "2021年度报告", "2022-01-20", "2020年度报告", "2021-01-20", "更多", "打印", "关闭"],
    ])
  func listed(list: [String]) throws {
    let body = Self.titles.flatMap { [$0, "内容若干。"] }
    let signed = try Self.text(body + Self.signature + list)
    #expect(signed.signature?.date == Day(year: 2024, month: 1, day: 20))
    #expect(signed.signature?.agency == "临溪市教育局")
    #expect(try Self.text(body + list).signature == nil)
  }

  @Test(
    "A date is signed in many ways of writing",
    arguments: [
      "二0二四年一月二十日", "二O二四年一月二十日", "二o二四年一月二十日", "二○二四年一月廿日", "二〇二四年元月二十日", "二Ｏ二四年元月廿日", "二０二四年一月二十日", "二零二四年一月二十日",
      "2O24年1月20日", "2024年元月20日", "（2024年1月20日）",
    ])
  func signedDate(date: String) throws {
    let report = try Self.text(Self.titles.flatMap { [$0, "内容若干。"] } + ["临溪市教育局", date])
    #expect(report.signature?.date == Day(year: 2024, month: 1, day: 20))
    #expect(report.signature?.agency == "临溪市教育局")
  }

  @Test(
    "A bracket around body and date is no part of the name",
    arguments: [["（临溪市教育局 2024年1月20日）"], ["（临溪市教育局", "2024年1月20日）"], ["（临溪市教育局）", "2024年1月20日"]])
  func bracketed(lines: [String]) throws {
    let report = try Self.text(Self.titles.flatMap { [$0, "内容若干。"] } + lines)
    #expect(report.signature?.agency == "临溪市教育局")
    #expect(report.signature?.date?.day == 20)
  }

  @Test(
    "What a site prints below a report signs nothing",
    arguments: [
      ["更新时间：2026-05-01"], ["主办单位：临溪市人民政府办公室 承办：临溪市大数据中心", "最后更新：2026-05-01"], ["打印日期：2026年5月1日"], ["下载时间 2026-05-01"],
      ["版权所有：临溪市人民政府 2026-05-01"], ["信息来源：教育局 2026-05-01"], ["来源：临溪市教育局", "2026-05-01"], ["浏览次数：15 2026-05-01"],
      ["2026-05-01更新"], ["发布时间：2024-01-20 更新时间：2026-05-01"], ["赣ICP备05001234号 2026-05-01"],
    ])
  func foot(lines: [String]) throws {
    let body = Self.titles.flatMap { [$0, "内容若干。"] }
    #expect(try Self.text(body + lines).signature == nil)
    let signed = try Self.text(body + Self.signature + lines)
    #expect(signed.signature?.agency == "临溪市教育局")
    #expect(signed.signature?.date == Day(year: 2024, month: 1, day: 20))
  }

  @Test("The date that a site gives as that of publication is the report's")
  func publication() throws {
    let report = try Self.text(Self.titles.flatMap { [$0, "内容若干。"] } + ["更新时间：2026-05-01", "发布时间：2024-02-18"])
    #expect(report.signature?.date == Day(year: 2024, month: 2, day: 18))
  }

  @Test(
    "The day of publication stands under the title",
    arguments: [
      ("来源: 教育局 发布时间:2024-02-18", true), ("发布日期：2024年2月18日", true), ("2024-03-01 发布时间：2024-02-18 17:21 浏览次数：5", true),
      ("（2024年2月18日）", true), ("更新时间：2024-02-18", false), ("2024-02-18", false), ("发布时间：", false),
    ])
  func published(line: String, isOne: Bool) throws {
    let body = Self.titles.flatMap { [$0, "内容若干。"] }
    let report = try Self.text([line, "根据规定编制本报告。"] + body)
    #expect(report.publication?.date == (isOne ? Day(year: 2024, month: 2, day: 18) : nil))
    #expect(report.publication?.place == (isOne ? .line(2) : nil))
    #expect(try Self.text(["根据规定编制本报告。"] + body + [line]).publication == nil)
  }

  // MARK: - Titles

  /// Pages of lines: text at x 60 and in size 12 unless it is said to be otherwise.
  private static func pages(_ pages: [[(text: String, x: Double, y: Double, size: Double)]]) throws -> Report {
    try Reconstructor.reconstruct(
      Document(
        content: .pages(
          pages.enumerated().map { index, lines in
            Page(
              number: index + 1, width: 600, height: 800,
              glyphs: lines.flatMap { DrawnTable.line($0.text, x: $0.x, y: $0.y, size: $0.size) })
          })))
  }

  private static func body(from y: Double) -> [(text: String, x: Double, y: Double, size: Double)] {
    titles.flatMap { [$0, "内容若干。"] }.enumerated().map { ($1, 60, y + 25 * Double($0), 12) }
  }

  @Test("The body over the title is no running header, though the signature stands at the same height of another page")
  func titledBody() throws {
    let report = try Self.pages([
      [("临溪市教育局", 240, 70, 18), ("2023年政府信息公开工作年度报告", 160, 95, 18)] + Self.body(from: 140),
      [("临溪市教育局", 400, 73, 12), ("2024年1月20日", 400, 98, 12)],
    ])
    #expect(report.agency == "临溪市教育局")
    #expect(report.title == "临溪市教育局2023年政府信息公开工作年度报告")
  }

  @Test(
    "The table in which a site tells about the page is no part of the title",
    arguments: [
      ["索引号", "33120/2024-00017", "分类", "政务公开年报", "发布机构", "市教育局", "公开日期", "2024-01-17"],
      ["索引号：33120/2024-00017", "组配分类：信息公开年报", "发文机关：市教育局", "关键词："], ["文号", "关键词"],
      ["索引号\t33120\t分类\t信息公开年报", "发布机构\t市教育局\t公开日期\t2024-01-17"],
    ])
  func siteTable(lines: [String]) throws {
    let all = lines + ["临溪市教育局2023年政府信息公开工作年度报告"] + Self.titles.flatMap { [$0, "内容若干。"] }
    let report = try TextSamples.report(all.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    #expect(report.title == "临溪市教育局2023年政府信息公开工作年度报告")
    #expect(report.agency == "临溪市教育局")
    #expect(report.year == 2023)
    #expect(report.titlePlace == .line(lines.count + 1))
  }

  @Test(
    "The label of the title is no part of it",
    arguments: ["名称\t", "标题：", "名称", "信息名称:", "发布机构：市教育局 标题：", "索引号\t33120\t名称\t"])
  func titleLabel(label: String) throws {
    let lines = [label + "临溪市教育局2023年政府信息公开工作年度报告", "发布日期：2024-01-17"] + Self.titles.flatMap { [$0, "内容若干。"] }
    let report = try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    #expect(report.title == "临溪市教育局2023年政府信息公开工作年度报告")
    #expect(report.agency == "临溪市教育局")
    let page = try Self.pages([lines.enumerated().map { ($1, 60, 60 + 25 * Double($0), 12) }])
    #expect(page.agency == "临溪市教育局")
  }

  @Test("A name that a site gives without the body, or without the year, is not taken where the title follows")
  func siteName() throws {
    for name in ["名称：2023年度信息公开年报", "标题：政府信息公开年报", "名称\t教育局政府信息公开年报"] {
      let title = "临溪市教育局2023年政府信息公开工作年度报告"
      let body = Self.titles.flatMap { [$0, "内容若干。"] }
      let lines = { (all: [String]) in all.enumerated().map { SourceLine(number: $0 + 1, text: $1) } }
      #expect(try TextSamples.report(lines([name, "发布日期：2024-01-17", title] + body)).title == title)
      #expect(try TextSamples.report(lines([name, "发布日期：2024-01-17"] + body)).title?.hasSuffix("信息公开年报") == true)
    }
  }

  private static func untitled(_ lines: [String]) throws -> Report {
    let all = lines + titles.flatMap { [$0, "内容若干。"] }
    return try TextSamples.report(all.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
  }

  @Test(
    "Bars, index numbers and numbers of records are no part of the title, a year without 年 is, and one that names nobody gives way",
    arguments: [
      ["临溪市教育局2023年政府信息公开工作年度报告 | |||"], ["| 临溪市教育局2023年政府信息公开工作年度报告 |"], ["1,临溪市教育局2023年政府信息公开工作年度报告"],
      ["014178686/2024-00003", "政府信息公开年报", "临溪市教育局", "2024-01-13", "有效", "临溪市教育局2023年政府信息公开工作年度报告"],
      ["临溪市教育局", "2023政府信息公开工作年度报告"], ["临溪市教育局2023政府信息公开工作年度报告"],
      ["2023年政府信息公开工作年度报告", "临溪市教育局", "2023年政府信息公开工作年度报告"], ["2023年政府信息公开工作年度报告", "临溪市教育局"],
      ["2023年政府信息公开工作年度报告", "现将临溪市教育局2023年政府信息公开工作年度报告公布如下："],
    ])
  func namedTitle(lines: [String]) throws {
    let report = try Self.untitled(lines + ["根据规定编制本报告。"])
    #expect(report.agency == "临溪市教育局")
    #expect(report.year == 2023)
  }

  @Test(
    "Reports of several bodies listed under the title, and the government whose site it is, name nobody",
    arguments: [["临溪市教育局2023年政府信息公开工作年度报告", "临溪市民政局2023年政府信息公开工作年度报告"], ["临溪市人民政府"]])
  func listedUnderTitle(lines: [String]) throws {
    let report = try Self.untitled(["2023年政府信息公开工作年度报告"] + lines + ["根据规定编制本报告。"])
    #expect(report.agency == nil)
    #expect(report.title == "2023年政府信息公开工作年度报告")
  }

  @Test(
    "A sentence tells whose report it is where no title does",
    arguments: [
      ("临溪市教育局2023年政府信息公开工作年度报告（以下简称年报）是根据条例编制。", "临溪市教育局"),
      ("按照临溪市人民政府办公室《关于做好2023年度政府信息公开年度报告的通知》要求，现将茅坪回族镇2023年度政府信息公开工作报告如下：", "茅坪回族镇"),
      ("现公布临溪市教育局2023年政府信息公开工作年度报告。", "临溪市教育局"),
    ])
  func namedInSentence(line: String, agency: String) throws {
    let report = try Self.untitled([line])
    #expect(report.agency == agency)
    #expect(report.year == 2023)
  }

  @Test(
    "Other sentences name nobody",
    arguments: [
      "根据临溪市教育局2023年政府信息公开工作年度报告编制要求，形成本报告。", "现将我局2023年政府信息公开工作年度报告公布如下：", "本局学习临溪市教育局2023年政府信息公开工作年度报告。",
      "现将本年度工作和临溪市教育局2023年政府信息公开工作年度报告公布如下：",
    ])
  func unnamed(line: String) throws {
    #expect(try Self.untitled([line]).agency == nil)
    let report = try Self.untitled(["2023年政府信息公开工作年度报告", line])
    #expect(report.title == "2023年政府信息公开工作年度报告")
    #expect(report.agency == nil)
  }

  @Test("Digits in taller boxes make a line no larger")
  func tallDigits() throws {
    var second = DrawnTable.line("2023年政府信息公开工作年度报告", x: 160, y: 95, size: 18)
    for index in second.indices where second[index].character.isASCII {
      second[index].box.top -= 6
      second[index].box.bottom += 6
    }
    let rest = Self.body(from: 140).flatMap { DrawnTable.line($0.text, x: $0.x, y: $0.y, size: $0.size) }
    let report = try Reconstructor.reconstruct(
      Document(
        content: .pages([
          Page(
            number: 1, width: 600, height: 800,
            glyphs: DrawnTable.line("临溪市教育局", x: 240, y: 70, size: 18) + second + rest)
        ])))
    #expect(report.agency == "临溪市教育局")
  }

  @Test("What is left of a year whose digits nobody knows is no part of the body")
  func unknownYear() {
    #expect(FrontMatter.agencyPart("临溪市教育局!\u{FFFD}\"\u{FFFD}#年政府信息公开工作年度报告") == "临溪市教育局")
    #expect(FrontMatter.agencyPart("\u{FFFD}\u{FFFD}市\u{FFFD}局政府信息公开工作年度报告") == nil)
  }

  @Test("Lines under a title that is wider than the text are joined to paragraphs")
  func wideTitle() throws {
    let report = try Self.pages([
      [
        ("临溪市教育局2023年政府信息公开工作年度报告", 50, 60, 22), ("一、总体情况", 124, 100, 12),
        ("全年通过门户网站主动公开各类政府信息若干条，及时发布", 124, 120, 12), ("解读。将政务公开纳入年度考核，组织业务培训，开展社会评", 100, 140, 12),
        ("议。", 100, 160, 12), ("二是公开信息及时。", 124, 180, 12),
      ].map { ($0.0, $0.1, $0.2, $0.3) }
    ])
    #expect(report.sections[0].text.contains("及时发布解读。"))
    #expect(report.sections[0].text.contains("社会评议。"))
    #expect(report.sections[0].text.hasSuffix("\n二是公开信息及时。"))
  }
}
