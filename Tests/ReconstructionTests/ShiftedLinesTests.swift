import DocumentModel
import Foundation
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Texts in which numbers have come to another line than their label, or to one another.
@Suite struct ShiftedLinesTests {
  private static let form = Form.of(.applications, .form2021)
  private static let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
  private static let numbers = TextSamples.numbers(form, isFull: true) { 17 * $0 + 3 }.map { $0.map(String.init) }
  private static func row(_ id: RowID) -> Int { form.rows.firstIndex { $0.id == id }! }

  private static func line(_ label: String, _ cells: [String]) -> String {
    label.padding(84) + cells.map { $0.padding(14) }.joined()
  }

  /// The lines of a table aligned by spaces; `edit` gives the lines of a row in place of its own.
  private static func texts(_ edit: (Int, [String]) -> [String]?) throws -> [[String]] {
    let rows = form.rows.indices.flatMap { r in edit(r, numbers[r]) ?? [line(form.rows[r].label, numbers[r])] }
    let lines =
      ["临溪县人民政府2022年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况", line("", names)] + rows
      + ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
    return TextSamples.texts(
      try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) }).tables.first {
        $0.id == .applications
      })
  }

  @Test("The rest of a row on a line of its own leaves no blanks in the row")
  func rest() throws {
    let total = Self.row(.total)
    let read = try Self.texts { r, own in
      guard r == total else { return nil }
      return [
        Self.line("（七）总计", own.prefix(2) + Array(repeating: "", count: 5)), "",
        Self.line("", ["", ""] + own.dropFirst(2)),
      ]
    }
    #expect(zip(read[total], Self.numbers[total]).allSatisfy { $0 == $1 || $0 == "unread" })
  }

  /// A table with two whole rows, one of which stands three characters further to the right.
  private static let shiftedTable = """
                                                          申请人情况
    （本列数据的勾稽关系为：第一项加第二项之和，等于                             法人或其他组织
    第三项加第四项之和）                     自然人                       社会公益 法律服务          总计
                                          商业企业 科研机构                      其他
                                                              组织   机构
    一、本年新收政府信息公开申请数量               1288    156     158        53   219   84     1958
    二、上年结转政府信息公开申请数量                       12       2              3             17
    三、本 （一）予以公开                                               1                  1
          （二）部分公开（区分处理的，只计这一情         119     3    42      1             40    205
          形，不计其他情形）
                  1.属于国家秘密                   40            15             1     56
                  2.其他法律行政法规禁止公开                                          3     3
                  3.危及“三安全一稳定”                      3      2     3       11     19
                  4.保护第三方合法权益                              3     4              7
          （三）不予
            公开    5.属于三类内部事务信息         2           19           83             104
                  6.属于四类过程性信息                                    6              6
                  7.属于行政执法案卷
                  8.属于行政查询事项           64                  6                    70
                  1.本机关不掌握相关政府信息              7     2      1     2              12
          （四）无法                       102          12      15    2             131
                  2.没有现成信息需要另行制作
    年度办     提供
                  3.补正后申请内容仍不明确       252          25      1    110       9    397
    理结果
                  1.信访举报投诉类申请          9     46     1      8                    64
                  2.重复申请                                                 17     17
          （五）不予   3.要求提供公开出版物         123                        8             131
            处理
                  4.无正当理由大量反复申请        48    28                                 76
                  5.要求行政机关确认或重新出       20     7     2                           29
                  具已获取信息
                  1.申请人无正当理由逾期不补      290    36    50                     3    379
                  正、行政机关不再处理其政府
                  信息公开申请
          （六）其他   2.申请人逾期未按收费通知要      252                                      252
            处理    求缴纳费用、行政机关不再处
                  理其政府信息公开申请
                  3.其他                        1                                 1
          （七）总计                       1281   168   156     53   218      84    1960
    四、结转下年度继续办理                        7            4            4              15
    """

  @Test("A number between the places that a column has in two whole rows is no other column's")
  func shiftedWhole() throws {
    let lines =
      ["临溪县人民政府2022年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况"] + Self.shiftedTable.components(separatedBy: "\n")
      + ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
    let read = TextSamples.texts(
      try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })[TableID.applications])
    #expect(read[Self.row(.granted)][3...4] == ["unread", "unread"])
    #expect(read[Self.row(.partiallyGranted)] == ["119", "3", "42", "1", "blank", "40", "205"])
  }

  @Test("Between a label without numbers and numbers without a label no row is certain")
  func between() throws {
    let (one, next) = (Self.row(.rejectedRepeated), Self.row(.rejectedPublicationRequest))
    let read = try Self.texts { r, own in
      switch r {
      case one: [Self.line("2.重复申请", [])]
      case next: [Self.line("3.要求提供公开出版物", Self.numbers[one]), Self.line("理", own)]
      default: nil
      }
    }
    #expect(read[next].allSatisfy { $0 == "unread" } || read[next] == Self.numbers[next])
    #expect(read[one].allSatisfy { $0 == "unread" } || read[one] == Self.numbers[one])
    #expect(read[next + 1] == Self.numbers[next + 1])
  }

  @Test(
    "A total with a digit behind it that its row does not count may have the number of the page in it",
    arguments: ["8", "12"])
  func pageNumber(page: String) throws {
    let row = Self.row(.deniedEnforcementFiles)
    #expect(Self.numbers[row][6] != "0")
    let read = try Self.texts { r, own in
      r == row ? [Self.line(Self.form.rows[r].label, own.dropLast() + [own[6] + page])] : nil
    }
    #expect(read[row][6] == "unread")
    let other = try Self.texts { r, own in
      r == row ? [Self.line(Self.form.rows[r].label, own.dropLast() + ["9" + own[6]])] : nil
    }
    #expect(other[row][6] == "9" + Self.numbers[row][6])
    // To a field of its own nothing has come.
    let fielded = try Self.texts { r, own in
      [([Self.form.rows[r].label] + (r == row ? own.dropLast() + [own[6] + page] : own)).joined(separator: "\t")]
    }
    #expect(fielded[row][6] == Self.numbers[row][6] + page)
  }

  @Test("Two numbers that touch are not one beside a blank")
  func touching() throws {
    let row = Self.row(.newReceived)
    let read = try Self.texts { r, own in
      guard r == row else { return nil }
      return [Self.line(Self.form.rows[r].label, [own[0] + own[1], ""] + own.dropFirst(2))]
    }
    #expect(read[row].prefix(2) == ["unread", "unread"] || read[row] == Self.numbers[row])
  }

  @Test("The first word of a group's label beside the numbers of a row with a blank is none of them")
  func labelWord() throws {
    let row = Self.row(.unavailableNeedsCreation)
    #expect(Self.numbers[row][0] == "0")
    let read = try Self.texts { r, own in
      guard r == row else { return nil }
      return [
        "（四）".padding(20) + "2.没有现成信息需",
        "无".padding(84) + ([""] + own.dropFirst()).map { $0.padding(14) }.joined(), "法提供".padding(20) + "要另行制作",
      ]
    }
    #expect(["blank", "unread"].contains(read[row][0]))
    #expect(zip(read[row], Self.numbers[row]).dropFirst().allSatisfy { $0 == $1 || $0 == "unread" })
  }

  @Test("A number alone on a line without a label is no row")
  func alone() throws {
    let row = Self.row(.deniedAdministrativeInquiry)
    let read = try Self.texts { r, _ in r == row ? [Self.line("", Array(repeating: "", count: 6) + ["2"])] : nil }
    #expect(read[row].allSatisfy { $0 == "unread" })
  }

  @Test("A number behind words of a stamp on the line of a header leaves the row beside it without a blank")
  func besideHeader() throws {
    let lines =
      [
        "临溪县人民政府2022年政府信息公开工作年度报告", "二、主动公开政府信息情况", "第二十条第（一）项".padding(40),
        "信息内容".padding(30) + "本年制发件数".padding(20) + "本年废止件数".padding(20) + "现行有效件数",
        "规章".padding(33) + "0".padding(20) + "0".padding(20) + "0",
        "行政规范性文件".padding(33) + "1".padding(20) + "0".padding(20) + "4", "第二十条第（五）项".padding(40),
        "信息内容".padding(45) + "本年处理决定数量", "行政许可".padding(52) + "49", "第二十条第（六）项".padding(40),
        "信息内容".padding(45) + "本年处理决定数量", "行政处罚".padding(52) + "6", "行政强制",
        "第二十条第（八）项".padding(45) + "财政局0", "信息内容".padding(42) + "本年收费金额（单位：万元）",
        "行政事业性收费".padding(52) + "0", "三、收到和处理政府信息公开申请情况", Self.line("", Self.names),
      ] + Self.form.rows.indices.map { Self.line(Self.form.rows[$0].label, Self.numbers[$0]) }
    let table = try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) }).tables.first {
      $0.id == .article20
    }
    #expect(table?[.penalties, .decisions]?.text == "6")
    #expect(table?[.coercion, .decisions]?.state == .unread)
  }

  @Test("A dash and a number behind it are no count below zero", arguments: ["-1", "—1"])
  func signs(text: String) throws {
    let lines = [
      "临溪县人民政府2020年政府信息公开工作年度报告", "二、主动公开政府信息情况", "第二十条第（一）项",
      "信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量", "规章\t-\t-\t\(text)", "规范性文件\t-\t-\t2",
      "第二十条第（五）项", "信息内容\t上一年项目数量\t本年增/减\t处理决定数量", "行政许可\t3\t-1\t5", "其他对外管理服务事项\t-\t-\t-",
      "第二十条第（六）项", "信息内容\t上一年项目数量\t本年增/减\t处理决定数量", "行政处罚\t8\t0\t6", "行政强制\t-\t-\t-",
      "三、收到和处理政府信息公开申请情况", "无。",
    ]
    let table = try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) }).tables.first {
      $0.id == .article20
    }
    #expect(table?[.regulations, .totalDisclosed]?.state == .unread)
    #expect(table?[.licensing, .change]?.text == "-1")
  }

  @Test("A label whose lines come in another order is printed")
  func shuffledLabel() throws {
    let row = Self.row(.deniedEnforcementFiles)
    let rows = Self.form.rows.indices.map { r in
      r == row ? "卷 政执法案 7.属于行" : Self.line(Self.form.rows[r].label, Self.numbers[r])
    }
    let lines =
      ["临溪县人民政府2022年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况", Self.line("", Self.names)] + rows
      + ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
    let report = try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    #expect(report.tables.first { $0.id == .applications }?.missingRows == [])
  }

  @Test("A page that came to one line holds headings; a sentence that names the sections does not")
  func onePage() {
    let names = SectionID.allCases.map { "\($0.numeral)、\($0.title)" }.joined()
    let words = "自然人商业企业科研机构社会公益组织法律服务机构"
    let found = SectionID.allCases.dropLast(2).map {
      Section(id: $0, heading: $0.title, numeral: $0.ordinal, place: .line(1), lines: [])
    }
    for (text, lost) in [(names + words + "无。", Set(SectionID.allCases.suffix(2))), ("本报告由" + names + "组成。", [])] {
      #expect(LostHeadings.sections(found, in: [SourceLine(number: 2, text: text)]) == lost)
    }
  }
}
