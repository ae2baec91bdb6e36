// Texts in which lines were joined or broken within rows → what was read of them, nothing blank or whole that is not.
import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

@Suite struct JoinedLinesTests {
  private static let form = Form.of(.applications, .form2021)
  private static let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
  private static let numbers = TextSamples.numbers(form, isFull: true)

  private static func report(_ body: [String]) throws -> Report {
    let lines = ["临溪县人民政府2022年政府信息公开工作年度报告"] + body + ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
    return try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
  }

  /// The rows of the table aligned by spaces, each with what is given for it.
  private static func aligned(_ change: (Int, [String]) -> [String] = { $1 }) -> [String] {
    ["三、收到和处理政府信息公开申请情况", "".padding(84) + names.map { $0.padding(14) }.joined()]
      + numbers.enumerated().map { r, row in
        form.rows[r].label.padding(84) + change(r, row.map(String.init)).map { $0.padding(14) }.joined()
      }
  }

  private static func cells(_ report: Report, _ row: Int) -> [ReportModel.Cell] {
    report[TableID.applications]?.rows[row].cells.map(\.cell) ?? []
  }

  @Test("Of two rows that came to one line neither is blank")
  func packed() throws {
    let text = """
      三、收到和处理政府信息公开申请情况
      （本列数据的勾稽关系为：第一项加第二项之和，             申请人情况
           等于第三项加第四项之和）      自然人        法人或其他组织         总计
                                  商业企 科研机 社会公 法律服  其他
                                   业   构  益组织 务机构
         一、本年新收政府信息公开申请数量         0      0                            0      0
         二、上年结转政府信息公开申请数量         0      0      0      0      0              0三、本      （一）予以公开                    0      0      0
      年度办 （二）部分公开（区分处理的，只计这一           0      0      0      0              0
      理结果     情形，不计其他情形）
          （三）不予    1.属于国家秘密        0      0              0              0      0
            公开   2.其他法律行政法规禁止公    0                            0      0      0
                      开
                     3.危及“三安全一稳定”             0      0      0              0      0
                   4.保护第三方合法权益     0      0      0      0      0      0      0
                  5.属于三类内部事务信息     0              0      0                     0
                   6.属于四类过程性信息             0      0      0      0      0      0
                   7.属于行政执法案卷      0      0      0      0              0      0
                   8.属于行政查询事项                            0              0
          （四）无法 1.本机关不掌握相关政府信    0      0              0      0
            提供        息
                 2.没有现成信息需要另行制    0      0      0      0              0      0
                      作
                 3.补正后申请内容仍不明确           0      0      0      0      0      0
          （五）不予  1.信访举报投诉类申请             0      0      0              0
            处理       2.重复申请          0      0      0      0              0
                   3.要求提供公开出版物             0      0      0      0      0      0
                 4.无正当理由大量反复申请    0      0              0      0      0      0
                 5.要求行政机关确认或重新    0      0      0      0      0      0
                   出具已获取信息
          （六）其他 1.申请人无正当理由逾期不           0      0              0              0
            处理  补正、行政机关不再处理其
                  政府信息公开申请
                 2.申请人逾期未按收费通知           0      0      0      0      0      0
                要求缴纳费用、行政机关不
                再处理其政府信息公开申请
                           3.其他           0      0              0      0      0
                 （七）总计                      0      0      0      0      0
            四、结转下年度继续办理             0      0      0              0      0      0
      """
    let report = try Self.report(text.split(separator: "\n").map(String.init))
    for row in 1...2 { #expect(Self.cells(report, row).allSatisfy { $0.state != .blank }) }
  }

  @Test("Numbers of a joined row that stand left of all columns are no blanks")
  func packedLeft() throws {
    let text = """
      三、收到和处理政府信息公开申请情况
                                                            申请人情况
                                                           法人或其他组织
           （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）                                             自然                     总
                                                   人 商业企 科研机 社会公益组 法律服务机 其 计
                                                      业   构   织    构   他
                    一、本年新收政府信息公开申请数量                          8    13       -      3          1         5   30
                    二、上年结转政府信息公开申请数量                                         -    3         -         -              -          1   4
      三、本年度办理               （一）予以公开                                           -       -         -         -              -              -     -
         结果
                  （二）部分公开（区分处理的，只计这一情形，不计其他情形）            -       -         -       1              -              -   1                     1.属于国家秘密                                  -       -         -         -              -          1   1
                      2.其他法律行政法规禁止公开                         -    2         -         -              -              -   2
                       3.危及“三安全一稳定”                            -     1         -         -              -         2   3
                        4.保护第三方合法权益                             -       -         -         -              -              -     -（三）不予公
        开                 5.属于三类内部事务信息                            -       -         -         -              -              -     -
                        6.属于四类过程性信息                             -    5         -         -              -          1   6
                         7.属于行政执法案卷                       1       -         -         -              -              -   1
                         8.属于行政查询事项                               -     1         -         -              -              -   1
                      1.本机关不掌握相关政府信息                         -       -         -         -              -              -     -
      （四）无法提
                      2.没有现成信息需要另行制作                         -       -         -         -              -              -     -
        供
                       3.补正后申请内容仍不明确                          -       -         -         -              -              -     -
                        1.信访举报投诉类申请                  3    2         -       1              -              -   6
                             2.重复申请                                     -       -         -         -              -              -     -
      （五）不予处
                        3.要求提供公开出版物                      1       -         -         -              -              -   1
        理
                       4.无正当理由大量反复申请                          -       -         -         -              -              -     -
                  5.要求行政机关确认或重新出具已获取信息                -       -         -         -          1              -   1
      （六）其他处 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开
                                                                                                               -    3         -         -              -          1   4
        理                 申请
                                                                                   1    2         -       1              -              -   4               2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府
                                信息公开申请
                                             3.其他                                       -       -         -         -              -          1   1
                              （七）总计                            6    16       -      3          1         6   32
                       四、结转下年度继续办理                              2      -         -         -              -              -   2
      """
    let report = try Self.report(text.split(separator: "\n").map(String.init))
    #expect(Self.cells(report, 4).allSatisfy { $0.state != .blank })
  }

  @Test("The end of a number in the next line, where that of a page could stand, is no reason to blame the row")
  func wrapped() throws {
    let row = try #require(Self.numbers.firstIndex { $0[6] >= 10 })
    var lines = Self.aligned { r, cells in
      r == row ? cells.dropLast() + [String(cells[6].dropLast())] : cells
    }
    lines.insert(String(String(Self.numbers[row][6]).suffix(1)), at: 2 + row + 1)
    let total = Self.cells(try Self.report(lines), row)[6]
    #expect(total.state == .unread || total.text == String(Self.numbers[row][6]))
  }

  @Test("Numbers that all stand before the labels leave no row blank")
  func numbersFirst() throws {
    // One is lost: their order tells nothing.
    let rows = Self.numbers.map { $0.map { $0 == 0 ? "-" : String($0) }.joined(separator: " ") }
    let lines =
      ["三、收到和处理政府信息公开申请情况", "申请人情况", "法人或其他组织"] + Self.names + [rows[0] + " 3 3"] + rows.dropFirst()
      + Self.form.rows.map(\.label)
    let report = try Self.report(lines)
    #expect(Self.form.rows.indices.allSatisfy { row in !Self.cells(report, row).contains { $0.state == .blank } })
  }

  @Test("Between two marks of blocks the labels of two blocks tell nothing")
  func twoBlocks() throws {
    let report = try Self.report([
      "二、主动公开政府信息情况", "信息内容", "", "规章", "行政规范性文件", "信息内容", "行政许可", "信息内容", "行政处罚", "", "第二十条第（一）项",
      "本年制发件数 本年废止件数 现行有效件数", "8", "2", "53", "第二十条第（五）项", "本年处理决定数量", "4466", "第二十条第（六）项", "本年处理决定数量", "674", "",
      "行政强制", "信息内容", "行政事业性收费", "", "5", "", "第二十条第（八）项", "本年收费金额（单位：万元）", "12.5", "三、收到和处理政府信息公开申请情况", "无。",
    ])
    let cells = report[TableID.article20]?.rows.flatMap { $0.cells.map(\.cell) } ?? []
    #expect(!cells.contains { $0.state == .number })
  }

  @Test("A row that came to the line of its header is not missing")
  func besideHeader() throws {
    let text = """
      二、主动公开政府信息情况
                     第二十条第（一）项
          信息内容     本年新制作数量  本年新公开数量  对外公开总数量规章                          /                     /                     /
      规范性文件             8                     /               13
                     第二十条第（五）项
          信息内容     上一年项目数量   本年增/减   处理决定数量
      行政许可               86              3               1469
      其他对外管理服务事项    43                   /               94
                     第二十条第（六）项
          信息内容     上一年项目数量   本年增/减   处理决定数量
      行政处罚               283             12              76
      行政强制               20                   /               4
                     第二十条第（八）项
          信息内容     上一年项目数量        本年增/减
      行政事业性收费          4                     /
                     第二十条第（九）项
          信息内容     采购项目数量        采购总金额
      政府集中采购           11            1203.5万元
      三、收到和处理政府信息公开申请情况
      （本列数据的勾稽关系为：第一项         申请人情况
      加第二项之和，等于第三项加第四
                      自然     法人或其他组织     总计
            项之和）
                       人                          社会 法律
                         商业 科研
                                公益 服务 其他
                         企业 机构
                                组织 机构
      一、本年新收政府信息公开申请数
                                  1013  18    42    25    48    38    1184
      量
      二、上年结转政府信息公开申请数
                                              /     3       /       /       /       /     3
      量
      三、 （一）予以公开                /     2     5     5     6     6     24
      本年
        （二）部分公开（区分处理
      度办
        的，只计这一情形，不计其  41     /     5       /     6     7     59
      理结
        他情形）
      果
        （三）不 1.属于国家秘密    /     1     7       /       /     2     10
        予公开
               2.其他法律行政法
                                              /     2       /     1     5       /     8
             规禁止公开
               3.危及“三安全一
                                              /     3       /       /       /       /     3
             稳定”
               4.保护第三方合法
                                              /       /     5     2     3     5     15
             权益
               5.属于三类内部事
                                              /       /     3       /     7     4     14
             务信息
               6.属于四类过程性
                                  649    /       /     2       /       /     651
             信息
               7.属于行政执法案
                                              /       /       /     5     6       /     11
             卷         8.属于行政查询事
                                   46     /     2       /     6       /     54
              项
               1.本机关不掌握相
                                               /     3     5       /       /     3     11
              关政府信息
         （四）无 2.没有现成信息需
                                   36    5     4       /       /     1     46
         法提供  要另行制作
               3.补正后申请内容
                                   43     /       /     2       /       /     45
              仍不明确
               1.信访举报投诉类
                                               /       /       /     1       /     2     3
              申请
               2.重复申请      44    2       /       /     3     3     52
               3.要求提供公开出
                                   47    1       /     2     2     5     57
         （五）不 版物
         予处理
               4.无正当理由大量
                                   42     /     5       /       /       /     47
              反复申请
               5.要求行政机关确
              认或重新出具已获 31     /       /     4       /       /     35
              取信息
         （六）其他处理           34    2     1       /     3       /     40
         （七）总计               1013  21    42    24    47    38    1185
      四、结转下年度继续办理            /       /       /     1     1       /     2
      """
    let report = try Self.report(text.split(separator: "\n").map(String.init))
    #expect(report[TableID.article20]?.missingRows == [])
  }

  @Test("Beside the mark of the next block no number is known to stand under its column")
  func besideMark() throws {
    let text = """
      二、主动公开政府信息情况
                             第二十条第（一）项
             信息内容         本年新制作数量      本年新公开数量      对外公开总数量
      规章
      规范性文件                                          9                      8                     60
                             第二十条第（五）项
             信息内容         上一年项目数量        本年增/减       处理决定数量
      行政许可                                           46                      3                   2790
      其他对外管理服务事项                                25
                             第二十条第（六）项
             信息内容         上一年项目数量        本年增/减       处理决定数量
      行政处罚                                             138                       -45                     86
      行政强制                                               13                                             7                       第二十条第（八）项
             信息内容         上一年项目数量               本年增/减
      行政事业性收费                                       4
                             第二十条第（九）项
             信息内容          采购项目数量             采购总金额
      政府集中采购                                        24                                         8040
      """
    let report = try Self.report(text.split(separator: "\n").map(String.init) + Self.aligned())
    let row = report[TableID.article20]?.rows.first { $0.id == .coercion }
    #expect(row?.cells.allSatisfy { $0.cell.state == .unread } == true)
  }
}
