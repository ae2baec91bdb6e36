// The narrative against the tables: wordings that are read, and wordings that must be left alone.
import Foundation
import ReportModel
import Statute
import Testing

@testable import Audit

@Suite struct NarrativeTests {
  /// The specimen: 新收 70, 结转 2, 总计 71, 结转下年 1; 予以公开 48, 部分公开 6, 不予公开 3, 无法提供 11, 不予处理 3; 复议 5, 诉讼 1.
  private func findings(_ sentence: String, by agency: String = Specimen.agency) -> [Finding] {
    let report = Specimen.report(by: agency).saying(sentence, in: .overview)
    return Auditor.audit(report, settings: Settings(selected: ["N"])).findings
  }

  @Test(arguments: [
    ("全年新收政府信息公开申请７１件。", "N001"),
    ("2023年，本机关共收到政府信息公开申请七十一件，上年结转2件。", "N001"),
    ("收到公民、法人和其他组织提出的政府信息公开申请66件。", "N001"),
    ("全年共收到66件政府信息公开申请。", "N001"),
    ("全年受理政府信息公开申请1,070件。", "N001"),
    ("依申请公开办理情况：全年收到申请66件。", "N001"),
    ("我局收到依申请公开66件。", "N001"),
    ("接到政府信息公开申请66宗。", "N001"),
    ("全年收到政府信息公开申请零件。", "N002"),
    ("本年度没有收到公民、法人或其他组织的政府信息公开申请。", "N002"),
    ("我局无依申请公开事项。", "N002"),
    ("未接到依申请公开政府信息的申请。", "N002"),
    ("2023年，我局未收到任何政府信息公开申请，无相关收费。", "N002"),
    ("没有因政府信息公开被申请行政复议、提起行政诉讼的情况。", "N002"),
    ("全年未发生因政府信息公开申请引起的行政诉讼案件。", "N002"),
    ("政府信息公开行政复议0件。", "N002"),
    ("政府信息公开申请上年结转3件。", "N003"),
    ("新收政府信息公开申请70件，2022年结转3件。", "N003"),
    ("办理政府信息公开申请72件，其中结转下年度继续办理2件。", "N003"),
    ("政府信息公开申请结转2024年办理2件。", "N003"),
    ("收到政府信息公开申请70件，不予处理（信访、举报、投诉类）3件，结转下年度2件。", "N003"),
    ("收到行政复议申请156件。收到政府信息公开申请70件，结转下年度2件。", "N003"),
    ("全年已办结政府信息公开申请69件。", "N003"),
    ("政府信息公开申请中，予以公开47件，部分公开6件。", "N003"),
    ("收到政府信息公开申请70件，其中：予以公开：48件；不予公开：四件；无法提供：11件。", "N003"),
    ("收到政府信息公开申请70件，不予处理类5件。", "N003"),
    ("政府信息公开申请70件全部办结，收到70件。", "N004"),
    ("我局共收到政府信息公开申请70件，均已按时办结。", "N004"),
    ("本单位未收到任何公民、法人和其他组织提出的公开政府信息的申请；未收取费用。", "N002"),
    ("2023年,未收到依申请公开事项.", "N002"),
    ("未发生有关政府信息公开工作的举报、投诉、行政复议或提起行政诉讼等情况。", "N002"),
    ("全年办理依申请公开70件，无举报、无行政复议、无行政诉讼情况。", "N002"),
    ("新收公民申请公开政府信息数量为66件。", "N001"),
    ("因政府信息公开引发行政诉讼3起。", "N005"),
    ("因政府信息公开被申请行政复议和行政诉讼共8件。", "N005"),
    ("全年制发规范性文件4件，做好主动公开。", "N006"),
    ("制定4件行政规范性文件。", "N006"),
    ("制发行政规范性文件3件，废止2件，现行有效12件。", "N006"),
    ("本机关无行政复议、行政诉讼案件。", "N002"),
    ("全年作出行政处罚6件，因政府信息公开工作被申请行政复议0件。", "N002"),
    ("行政执法信息公开工作中，未发生行政复议、行政诉讼。", "N002"),
    ("全年收到政府信息公开申请70件，所有申请均已按规定办理完成。", "N004"),
    ("收到政府信息公开申请70件。上述申请已全部按时答复到位。", "N004"),
    ("现行有效行政规范性文件11件。", "N006"),
    ("无单位或个人申请政府信息公开。", "N002"),
    ("2023年收到和处理依申请公开0件。", "N002"),
    ("2023年，我局未收到过信息公开申请。", "N002"),
    ("收到政府信息公开申请3项。", "N001"),
    ("依申请公开办理情况：本局2023年度收到4件针对本部门有关政府信息公开事务的申请。", "N001"),
    ("本年度因政府信息公开申请行政复议0件，尚未审结行政复议0件和提起行政诉讼1件，尚未审结行政诉讼0件。", "N002"),
    ("制定行政规范性文件3件，废止2件，失效3件，现行有效12件。", "N006"),
  ])
  func isContradicted(sentence: String, rule: String) {
    #expect(Set(findings(sentence).map(\.rule)) == [rule])
  }

  @Test(arguments: [
    "通过门户网站主动公开政府信息27条、依申请公开0条。",
    "县政府办代表县政府受理政府信息公开申请17件，均已在法定期限内予以答复。",
    "全市共收到政府信息公开申请3511件，办结3486件。其中，予以公开1191件，部分公开328件。",
    "各部门共收到政府信息公开申请100件，全部办结。",
    "收到政府信息公开申请70件，其中网络申请12件，信函申请58件。",
    "通过网站渠道受理政府信息公开申请12件，信函5件。",
    "收到政府信息公开申请70件，比上年增加3件，同比增长4.5%。",
    "2022年收到政府信息公开申请67件，2023年收到政府信息公开申请70件。",
    "去年收到政府信息公开申请67件，今年收到政府信息公开申请70件。",
    "上半年收到政府信息公开申请30件。",
    "截至6月30日，收到政府信息公开申请30件。",
    "2023年1月1日至12月31日，收到政府信息公开申请70件，上年结转2件，办结71件，结转下年1件。",
    "收到自然人政府信息公开申请60件。",
    "收到涉及征地拆迁的政府信息公开申请12件。",
    "近年来收到政府信息公开申请近300件。",
    "收到政府信息公开申请70余件。",
    "收到政府信息公开申请约100件。",
    "办理政府信息公开申请71件，做到每一件申请均有答复。",
    "收到依申请公开申请70件，答复70件，不予受理2件。",
    "收到网民留言166件，全部办结。政府信息公开申请70件。",
    "政府信息公开申请中，尚未办结1件，办结71件。",
    "收到政府信息公开申请70件，按期办结69件，延期办结2件。",
    "收到政府信息公开申请72件（含上年结转2件），已办结71件，结转下年度继续办理1件。",
    "平均每件政府信息公开申请的办理时间由12日缩短到9日。",
    "全年召开政务公开培训会3次，办理人大建议12件、政协提案5件。",
    "未收到针对政府信息公开申请答复的投诉。",
    "上年度未收到政府信息公开申请。",
    "没有政府信息公开申请结转下年。",
    "无因政府信息公开被纠正的行政复议案件。",
    "全年办理行政复议案件120件，其中涉及政府信息公开的行政复议案件9件。",
    "因政府信息公开被申请行政复议5件，其中维持3件，纠正1件。",
    "未经复议直接起诉1件，涉及政府信息公开。",
    "政府信息公开申请均已按期答复，其中1件结转下年度。",
    "受理依申请公开政府信息70件，除1件尚在答复状态中，其余69件全部按照规定及时处理完毕。",
    "共收到政府信息公开申请70件，除1件尚在办理中外，其余均已按期答复完毕。",
    "收到政府信息公开申请70件，1件正在办理，其他69件均已按时办结。",
    "收到政府信息公开申请70件，均已按时办结，1件除外。",
    "到期的政府信息公开申请全部办结。",
    "公开规范性文件8件，解读规范性文件4件，废止规范性文件1件。",
    "制发政府规范性文件2件、部门规范性文件1件。",
    "第二十条规定的行政规范性文件均已公开。",
    "对现行有效的12件行政规范性文件进行清理。",
    "学习《关于规范性文件合法性审核的意见》，制定规范性文件3件。",
    "针对政府信息公开申请，答复公开20件，不公开5件，告知非本机关掌握8件。",
    "收到群众来信、依申请信息公开等26件，其中依申请公开7件，均在规定时间内办结。",
    "按要求予以答复，没有出现因政府信息公开被投诉举报、行政复议及行政诉讼纠错的情况。",
    "共受理依申请公开70件，邮箱受理2件。",
    "全年办理县政府依申请公开答复52件，其中予以公开及部分公开43件、因本机关不掌握相关情况等无法提供6件。",
    "门户网站主动公开政府信息22条，其中：规范性文件0条。",
    "主动公开市政府和市政府办公厅行政规范性文件42件，其他文件113件。",
    "受理公民、法人和其他组织向市政府及市政府办公室提出的政府信息公开申请5件。",
    "规范性文件解读率100%，规范性文件备案5件。",
    "做好政府信息公开申请的答复。上述申请已全部按时答复到位。",
    "本年度行政执法案件均无被提起行政复议和行政诉讼。",
    "作出行政许可30件、行政处罚2件，未发生行政复议、行政诉讼。",
    "政府信息公开工作有序开展。本机关作为行政复议机关共收到行政复议申请156件，受理120件，办结118件，结转下年2件；行政应诉案件23件。",
    "收到政府信息公开申请70件。作为复议机关收到行政复议申请156件。办结118件。结转下年度2件。",
    "因政府信息公开被申请行政复议5件，结转下年度2件。",
    "收到和处理政府信息公开申请71件。",
    "收到政府信息公开申请70件，涉及事项3项。",
    "没有申请政府信息公开被收费的情况。",
    "作为复议机关审结行政复议3件，尚未审结行政复议1件，均涉及政府信息公开。",
    "加强政府信息公开，规范行政处罚，全年行政处罚被申请行政复议2件。",
  ])
  func isLeftAlone(sentence: String) {
    #expect(findings(sentence).map { "\($0.rule) \($0.message.zh)" } == [])
  }

  @Test(arguments: ["30", "28"])
  func repealedAndLapsedDocumentsAreInOneColumn(printed: String) {
    let report = Specimen.report().printing(printed, in: .article20, .normativeDocuments, .repealed)
      .saying("制定行政规范性文件3件，废止28件，失效2件，现行有效12件。", in: .overview)
    #expect(Auditor.audit(report, settings: Settings(selected: ["N006"])).findings == [])
  }

  @Test func inSectionFourOtherBusinessHasToStandInTheClauseItself() {
    func rules(_ sentence: String) -> [String] {
      let report = Specimen.report().saying(sentence, in: .reviewAndLitigation)
      return Auditor.audit(report, settings: Settings(selected: ["N002"])).findings.map(\.rule)
    }
    #expect(rules("本年度公布行政许可、行政处罚结果120条，没有发生行政复议、行政诉讼。") == ["N002", "N002"])
    #expect(rules("本年度行政执法案件均无被提起行政复议和行政诉讼。") == [])
  }

  @Test func theOwnNameIsNoOtherScope() {
    let agency = "青山县人民政府办公室"
    #expect(findings("青山县人民政府办公室收到政府信息公开申请66件。", by: agency).map(\.rule) == ["N001"])
  }

  @Test func aTownsOfficeSpeaksForTheTownAlsoWhereTheYearIsLeftOver() {
    let report = Specimen.report(by: "青山县柳河镇人民政府")
      .adding("（三）政府信息管理情况 2022年，青山县柳河镇人民政府办公室共制定规范性文件0件。")
    let findings = Auditor.audit(report, settings: Settings(selected: ["N", "Y"])).findings
    #expect(findings.map(\.rule) == ["N006", "Y001"])
  }

  @Test func aParagraphThatSpeaksOfOthersIsLeftAlone() {
    #expect(findings("全县共收到政府信息公开申请100件。其中予以公开50件。") == [])
  }

  @Test func aRepeatedNumberIsReportedOnce() {
    #expect(findings("收到政府信息公开申请66件。本机关共收到政府信息公开申请66件。").count == 1)
  }

  @Test func theFindingQuotesItsSentenceAndStandsAtTheLineOfItsNumber() {
    let report = Specimen.report().changing { report in
      report.sections[0].lines = Specimen.lines(["（二）依申请公开。严格依法办理。全年收到政府信息公", "开申请66件，均已答复。"], page: 2, from: 4)
      report.sections[0].lines[1].startsParagraph = false
    }
    let finding = Auditor.audit(report, settings: Settings(selected: ["N001"])).findings.first
    #expect(finding?.quote == "全年收到政府信息公开申请66件，均已答复。")
    #expect(finding?.place == Specimen.place(page: 2, line: 5))
    #expect(
      finding?.message.zh
        == "文中“全年收到政府信息公开申请66件”与申请情况表不符：本年新收 70、新收与结转合计 72。原文：“全年收到政府信息公开申请66件，均已答复。”")
  }

  @Test func anUnreadTotalCannotBeHeldAgainstTheText() {
    let report = Specimen.report().losing(.applications, .newReceived, .total, because: .illegible)
    let (findings, unchecked) = Auditor.audit(report, settings: Settings(selected: ["N001"]))
    #expect(findings == [])
    #expect(unchecked.map(\.rule) == ["N001"])
  }

  @Test func aBlankTotalIsTheSumOfItsParts() {
    let report = Specimen.report().printing("", in: .applications, .newReceived, .total)
    #expect(Auditor.audit(report, settings: Settings(selected: ["N"])).findings == [])
  }

  @Test func theTextConfirmsASuggestion() {
    let report = Specimen.report().printing("77", in: .applications, .newReceived, .total)
    let findings = Auditor.audit(report).findings
    #expect(findings.map(\.rule) == ["A001", "A003", "N001"])
    let expected = Suggestion(
      table: .applications, row: .newReceived, column: .total, from: 77, to: 70, confirmedByText: true)
    #expect(findings.allSatisfy { $0.suggestions == [expected] })
  }

  @Test func theTextAloneSuggestsNothing() {
    let report = Specimen.report().saying("收到政府信息公开申请66件。", in: .overview)
    #expect(Auditor.audit(report).findings.flatMap(\.suggestions) == [])
  }

  @Test(arguments: [
    ("十二件", 12), ("两件", 2), ("零件", 0), ("一百零五件", 105), ("二十件", 20), ("一千二百三十四件", 1234), ("１７件", 17),
    ("1,234件", 1234), ("三万件", 30000),
  ])
  func aNumberIsRead(text: String, value: Int) {
    let report = Report(preamble: Specimen.lines([text], page: 1, from: 1))
    let mentions = Narrative(report).sentences.flatMap { NumberScanner.mentions(in: $0) }
    #expect(mentions.map(\.value) == [value])
  }

  @Test(arguments: ["第十二条", "近百件", "100余件", "约100件", "3.5万件", "几十件", "数百件", "每一件", "12日", "100多件"])
  func aNumberIsNotRead(text: String) {
    let report = Report(preamble: Specimen.lines([text], page: 1, from: 1))
    #expect(Narrative(report).sentences.flatMap { NumberScanner.mentions(in: $0) }.isEmpty)
  }
}
