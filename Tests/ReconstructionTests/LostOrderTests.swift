import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Tables whose edges, or whose order, were lost in part: numbers that seem to stand in a column, a row or a table, and do not.
@Suite struct LostOrderTests {
  private static let form = Form.of(.applications, .form2021)

  @Test(
    "The form of a table is told by labels of its own, not by rows that stand where they would",
    arguments: [("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", true), ("", false), ("5.要求行政机关确认或重新出具已获取信息", false)])
  func untoldForm(label: String, isTold: Bool) {
    let rows = Self.form.rows.map { row in
      var read = CellFactory.unread(row, doubt: .columnAmbiguous)
      read.label = row.id == .otherNotCorrected ? label : row.id == .otherFeeUnpaid ? "" : row.label
      return read
    }
    let table = UntoldForm.settled(Table(id: .applications, template: .form2021, rows: rows), year: .form2019)
    #expect(table.templateIsPrinted == isTold)
    #expect(table.template == (isTold ? .form2021 : .form2019))
  }

  @Test(
    "A row of 其他处理 of which nothing is read says nothing of the form; one that holds something does, whatever its column",
    arguments: [
      (Doubt.rowNotFound, "", true), (.rowAmbiguous, "", true), (.rowAmbiguous, "3", false),
      (.columnAmbiguous, "", false),
    ])
  func olderForm(doubt: Doubt, text: String, isUntold: Bool) {
    let rows = Form.of(.applications, .form2019).rows.map { row in
      var read = CellFactory.unread(row, doubt: doubt)
      for k in read.cells.indices { read.cells[k].cell.text = text }
      return read
    }
    // Whether the rows told the form before makes no difference.
    for isPrinted in [true, false] {
      let table = UntoldForm.settled(
        Table(id: .applications, template: .form2019, templateIsPrinted: isPrinted, rows: rows), year: .form2021)
      #expect(table.template == (isUntold ? .form2021 : .form2019))
    }
  }

  @Test("As many cells as a header has left names are not theirs, where it has lost most of them", arguments: [0, 5])
  func lostNames(missing: Int) {
    let ids: [ColumnID?] = [nil, .naturalPerson, .business]
    let columns = ids.enumerated().map { k, id in
      ColumnPlan.Column(id: id, label: id == nil ? "其中" : "", left: 200 + 50 * Double(k), right: 250 + 50 * Double(k))
    }
    let plan = ColumnPlan(
      columns: columns, missing: Array(Form.applicantColumns.suffix(missing)), blockLeft: 0, blockRight: 350)
    let cells = (0..<3).map { k in
      PrintedCell(
        left: 300 + 90 * Double(k), right: 390 + 90 * Double(k),
        pieces: FieldRows.cell("\(k)", line: 1, column: 0).pieces)
    }
    let filled = plan.contents(cells, sameExtent: false).filter(\.isFilled)
    #expect(filled.count == (missing == 0 ? 3 : 0))
  }

  @Test("A row with the header of the next block among its cells has none of its numbers in a known column")
  func besideHeader() throws {
    func row(_ texts: [String], _ top: Double) -> PrintedRow {
      let cells = texts.enumerated().map { k, text in
        let (left, right) = (60 + 120 * Double(k), 180 + 120 * Double(k))
        let area = Rectangle(left: left, top: top, right: right, bottom: top + 20)
        let piece = PrintedPiece(
          text: text, place: .page(1, area), left: left + 5, right: right - 5, top: top, bottom: top + 12, unit: 10)
        return PrintedCell(left: left, right: right, pieces: text.isEmpty ? [] : [piece], area: area, page: 1)
      }
      return PrintedRow(cells: cells, page: 1, top: top, bottom: top + 20, block: 0)
    }
    var reader = Article20Reader()
    let read = reader.read([
      row(["第二十条第（五）项"], 100), row(["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"], 120),
      row(["行政许可", "1", "2", "3"], 140), row(["其他对外管理服务事项", "4", "5", "6"], 160), row(["第二十条第（八）项"], 180),
      row(["信息内容", "上一年项目数量", "本年增/减"], 200), row(["行政事业性收费", "第二十条第（九）项", "2", ""], 220),
    ])
    let table = try #require(read)
    let fees = try #require(table.rows.first { $0.id == .fees })
    #expect(fees.cells.allSatisfy { $0.cell.state == .unread })
    #expect(table.rows.first { $0.id == .licensing }?.cells.map(\.cell.text) == ["1", "2", "3"])
  }

  // MARK: Texts

  private static func report(_ body: [String]) throws -> Report {
    let all = ["临溪县人民政府2022年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况"] + body + ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
    return try TextSamples.report(all.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
  }

  private static func applications(_ body: [String]) throws -> [[String]] {
    TextSamples.texts(try report(body).tables.first { $0.id == .applications })
  }

  private static let names = "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计"

  @Test(
    "Rows of a group that come from its foot up are those of the labels on their lines, and one without a label is nobody's"
  )
  func reversed() throws {
    let numbers = TextSamples.numbers(Self.form)
    var lines = zip(Self.form.rows, numbers).map { row, own in
      ([row.label] + own.map(String.init)).joined(separator: " ")
    }
    let first = try #require(Self.form.rows.firstIndex { $0.id == .rejectedPetition })
    // 4.无正当理由大量反复申请 takes two lines, its numbers behind both; 3, 2 and 1 come before them.
    let own = numbers[first + 3].map(String.init).joined(separator: " ")
    lines.replaceSubrange(
      first...(first + 3), with: ["请", "4.无正当理由大量反复申"] + lines[first..<(first + 3)].reversed() + [own])
    let read = try Self.applications([Self.names] + lines)
    for (row, own) in zip(read, numbers) {
      for (cell, number) in zip(row, own) where cell != "unread" { #expect(cell == "\(number)") }
    }
    #expect(read[first + 1] == numbers[first + 1].map(String.init))
  }

  @Test(
    "Of a table of zeros but for a few numbers no order of the text is known, though sums hold in one",
    arguments: [2, 9])
  func zeros(count: Int) throws {
    // One column of `count` rows after the other: the first of the numbers stands where that of another column would.
    let rows = Self.form.rows.map(\.id)
    var numbers = Array(repeating: Array(repeating: 0, count: 7), count: rows.count)
    numbers[0][2] = 2
    numbers[0][6] = 2
    numbers[rows.count - 1][2] = 2
    numbers[rows.count - 1][6] = 2
    let order = [2, 0, 1, 3, 4, 5, 6]
    let texts = stride(from: 0, to: rows.count, by: count).flatMap { start in
      order.flatMap { column in (start..<min(rows.count, start + count)).map { "\(numbers[$0][column])" } }
    }
    let read = try Self.applications(
      Self.names.split(separator: " ").map(String.init) + Self.form.rows.map(\.label) + texts)
    #expect(read[0].prefix(3).allSatisfy { $0 == "unread" })
  }

  @Test("A table that came to one long line is there, and not missing", arguments: [" ", "  ", ""])
  func oneLine(gap: String) throws {
    let body =
      (Self.names.split(separator: " ").map(String.init) + Self.form.rows.map(\.label)
      + Self.form.rows.map { $0.group ?? "" })
      .joined(separator: gap)
    let report = try Self.report([String(repeating: "0 ", count: 30), body])
    let table = try #require(report.tables.first { $0.id == .applications })
    #expect(table.rows.allSatisfy { $0.cells.allSatisfy { $0.cell.state == .unread } })
  }

  private static func review(_ lines: [String], before: [String]) throws -> [String] {
    let applications = zip(form.rows, TextSamples.numbers(form)).map { row, own in
      ([row.label] + own.map(String.init)).joined(separator: " ")
    }
    let all =
      ["临溪县人民政府2022年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况", names] + applications
      + ["四、政府信息公开行政复议、行政诉讼情况"] + before + lines + ["五、存在的主要问题及改进情况"]
    let report = try TextSamples.report(all.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    let table = try #require(report.tables.first { $0.id == .reviewAndLitigation })
    return table.rows.flatMap(\.cells).map { $0.cell.state == .unread ? "unread" : $0.cell.text }
  }

  private static let reviewNames =
    ["行政复议 行政诉讼", "未经复议直接起诉 复议后起诉"]
    + [Array(repeating: "结果维持 结果纠正 其他结果 尚未审结 总计", count: 3).joined(separator: " ")]

  /// The names from top to bottom.
  private static let stackedNames =
    ["行政复议 行政诉讼", "未经复议直接起诉 复议后起诉"]
    + ["结 结 其 尚 总", "果 果 他 未 计", "维 纠 结 审", "持 正 果 结"].map {
      Array(repeating: $0, count: 3).joined(separator: " ")
    }

  @Test(
    "Numbers of the review table a space apart are in order where all are there, on one line; else no place means anything",
    arguments: [
      (["2 — — — 2 3 1 2 — 6 2 3 — 2 7"], true), (["— — — — —", "2 2 3 1 2 6 2 3 2 7"], false),
      (["1 1 2 1 1 1 8 1 1 9"], false), (["2 — — — 2 3 1 2 — 6 2 3 — 2 1", "7"], false),
    ])
  func reviewInOneLine(lines: [String], isRead: Bool) throws {
    let read = try Self.review(lines, before: lines[0].hasPrefix("1 1") ? Self.stackedNames : Self.reviewNames)
    if isRead {
      #expect(read == lines[0].split(separator: " ").map(String.init))
    } else {
      #expect(read.allSatisfy { $0 == "unread" })
    }
  }

  @Test(
    "A row of article 20 with more numbers than columns says that digits of one stand apart in others, too",
    arguments: [true, false])
  func surplus(isThere: Bool) throws {
    let rows = [
      "第二十条第（五）项", "信息内容 上一年项目数量 本年增/减 处理决定数量", "行政许可 4 1 5", "其他对外管理服务事项 2 0 3", "第二十条第（六）项",
      "信息内容 上一年项目数量 本年增/减 处理决定数量", isThere ? "行政处罚 2 1 1 4" : "行政处罚 2 1 14", "行政强制 0 1 8",
    ]
    let read = StreamReading.article20(
      StreamReading.tokens(rows.enumerated().map { SourceLine(number: $0 + 1, text: $1) }, whole: false))
    var reader = Article20Reader()
    let found = reader.read(read)
    let table = try #require(found)
    let row = try #require(table.rows.first { $0.id == .coercion })
    #expect(
      row.cells.map { $0.cell.state == .unread ? "unread" : $0.cell.text }
        == (isThere ? ["unread", "unread", "unread"] : ["0", "1", "8"]))
  }

  @Test("Numbers of narrow columns that touch are parted by their thousands, and no cell beside them is blank")
  func touching() throws {
    var numbers = TextSamples.numbers(Self.form, isFull: true) { 1000 + $0 }.map { row in
      row.map { $0 < 1000 ? "\($0)" : "\($0 / 1000),\(String("\($0 % 1000 + 1000)".suffix(3)))" }
    }
    let whole = numbers
    for r in [5, 9] { numbers[r] = [numbers[r][0], numbers[r][1] + numbers[r][2]] + numbers[r][3...] }
    let lines = zip(Self.form.rows, numbers).enumerated().map { r, row in
      row.0.label.padding(70)
        + row.1.enumerated().map { $1.padding([5, 9].contains(r) && $0 == 1 ? 24 : 12) }.joined()
    }
    let header = "".padding(70) + Self.names.split(separator: " ").map { String($0).padding(12) }.joined()
    for (own, printed) in zip(try Self.applications([header] + lines), whole) {
      for (cell, number) in zip(own, printed) { #expect(cell == number || cell == "unread") }
    }
  }

  @Test("Words of a stamp among the numbers of a row begin no other row", arguments: ["医疗保障局", "6.属于四类过程性信息"])
  func stampAmongNumbers(word: String) {
    let line = "5.属于三类内部事务信息 0 1 0 0 \(word) 1 0 2"
    let rows = PackedRows.unfolded([SourceLine(number: 1, text: line)])
    #expect(rows.count == (word.count == 5 ? 1 : 2))
  }

  @Test(
    "Headings of a turned page that came to one line are unread, and not missing; a sentence that names them is none",
    arguments: [true, false])
  func turnedPage(isTurned: Bool) throws {
    let names = ["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"]
    let line =
      isTurned ? names.joined(separator: "     12   ") + "     做好公开。" : "本报告包括" + names.joined(separator: "，") + "等。"
    let lines = [
      "临溪县人民政府2022年政府信息公开工作年度报告", line, "四、政府信息公开行政复议、行政诉讼情况", "无。", "五、存在的主要问题及改进情况", "无。", "六、其他需要报告的事项", "无。",
    ]
    let report = try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    let isUnread = report.unreadSections.isSuperset(of: [.overview, .proactiveDisclosure, .applications])
    #expect(isUnread == isTurned)
  }

  @Test(
    "A heading that goes on below a stamp, or beside another page's words, is unread; in a list of headings it is none",
    arguments: [
      (["府四、因政府信息公开工作被申请行政", "政", "民", "人", "区", "某", "某", "市", "复议、提起行政诉讼情况"], true),
      (["工作取得新四、政府信息公开行政复议", "、行政诉讼情况"], true), (["以下依次说明，其中包括第二部分和第三部分，以及四、政府信息公开行政复议", "、行政诉讼情况"], false),
      (["本年度报告主要内容包括五个部分，另有附表和四、政府信息公开行政复议", "、行政诉讼情况"], false),
    ])
  func headingGoesOn(lines: [String], isUnread: Bool) {
    #expect(LostHeadings.mixed([], in: lines).contains(.reviewAndLitigation) == isUnread)
  }

  @Test(
    "A text that names 社会 before 商业 may give its columns in that order, and nothing is read down its columns",
    arguments: [
      (["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"], true),
      (["商业企", "科研机", "业", "构", "社会公", "益组织", "商业企业", "科研机构"], true),
      (["社会公益组", "商业企业", "科研机构", "法律服务机构", "其他", "织"], false), (["商业企业", "科研机构", "社会公益组织", "科研机构"], false),
    ])
  func namesInOrder(names: [String], areInOrder: Bool) {
    let tokens = names.enumerated().map { StreamReading.Token(text: $1, line: $0 + 1, isValue: false) }
    #expect(PrintedOrder.areInOrder(tokens) == areInOrder)
    // Lines with several numbers each do not go down the columns.
    let rows = (0..<6).map { StreamReading.Token(text: "\($0)", line: 20 + $0 / 3, isValue: true) }
    #expect(PrintedOrder.areInOrder(tokens + rows))
  }

  @Test("A heading that a text gives from its end to its beginning is unread, and not missing")
  func turnedText() throws {
    let lines = [
      "临溪县人民政府2022年政府信息公开工作年度报告", "一、总体情况", "做好公开。", "二、主动公开政府信息情况", "无。", "况情讼诉政行、议复政行开公息信府政、四", "  4   1     3",
      "况情请申开公息信府政理处和到收、三", "五、存在的主要问题及改进情况", "无。", "六、其他需要报告的事项", "无。",
    ]
    let report = try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    #expect(report.unreadSections == [.applications, .reviewAndLitigation])
  }
}
