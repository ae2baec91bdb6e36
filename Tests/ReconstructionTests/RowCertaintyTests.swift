import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Printed rows whose labels are none of the form's, in the place of one of its rows.
@Suite struct RowCertaintyTests {
  private typealias Cell = DrawnTable.Cell
  private static let form = Form.of(.applications, .form2021)

  @Test(
    "By its place a row is known where its label is lost or garbled, not where another one is printed",
    arguments: [
      ("", true), ("6.其他不予处理情形", false), ("3.补正后申请", false), ("3.补正后申请内容仍不明确", true), ("（六）其他处理", false), ("科研机", true),
      ("5.要求机关重新确认或出具信息", true),
      ("5.\u{FFFD}\u{FFFD}行\u{FFFD}\u{FFFD}\u{FFFD}", true),
    ])
  func place(label: String, isRead: Bool) throws {
    let numbers = TextSamples.numbers(Self.form)
    let rows = Self.form.rows.indices.map { r in
      let isIt = Self.form.rows[r].id == .rejectedReconfirmation
      return [Cell(isIt ? label : Self.form.rows[r].label)] + numbers[r].map { Cell("\($0)") }
    }
    let heads = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    let table = DrawnTable(
      [[Cell("项目")] + heads.map { Cell($0) }] + rows, widths: [380] + Array(repeating: 54, count: 7), top: 60)
    let report = try Reconstructor.reconstruct(Document([[table]]))
    let row = try #require(report[TableID.applications]?.rows.first { $0.id == .rejectedReconfirmation })
    #expect(row.cells.allSatisfy { ($0.cell.state == .number) == isRead })
  }

  @Test("A row with neither label nor number is no blank one", arguments: ["", "5.要求行政机关确认或重新出具已获取信息"])
  func nothing(label: String) throws {
    let numbers = TextSamples.numbers(Self.form)
    let rows = Self.form.rows.indices.map { r in
      let isIt = Self.form.rows[r].id == .rejectedReconfirmation
      return [Cell(isIt ? label : Self.form.rows[r].label)] + numbers[r].map { Cell(isIt ? "" : "\($0)") }
    }
    let heads = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    let table = DrawnTable(
      [[Cell("项目")] + heads.map { Cell($0) }] + rows, widths: [380] + Array(repeating: 54, count: 7), top: 60)
    let report = try Reconstructor.reconstruct(Document([[table]]))
    let row = try #require(report[TableID.applications]?.rows.first { $0.id == .rejectedReconfirmation })
    #expect(row.cells.allSatisfy { $0.cell.state == (label.isEmpty ? .unread : .blank) })
  }

  @Test("Of two rows without labels in the place of one neither is it for certain", arguments: [false, true])
  func twoRows(isTwo: Bool) throws {
    let names = ["项目", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let rule = line(names.map { _ in "---" })
    var lines = ["临溪市教育局2023年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况", line(names), rule]
    let numbers = TextSamples.numbers(Self.form)
    for (row, own) in zip(Self.form.rows, numbers) {
      let isIt = row.id == .rejectedReconfirmation
      lines.append(line([isIt ? "" : row.label] + own.map(String.init)))
      if isIt, isTwo { lines += ["", line([""] + own.map { _ in "0" }), rule] }
    }
    let report = try TextSamples.report(lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
    let index = try #require(Self.form.rows.firstIndex { $0.id == .rejectedReconfirmation })
    let texts = TextSamples.texts(report[TableID.applications])[index]
    #expect(texts == (isTwo ? numbers[index].map { _ in "unread" } : numbers[index].map(String.init)))
  }

  @Test("Behind the heading of a section no table goes on", arguments: [0.0, 50])
  func headings(y: Double) {
    func row(_ texts: [String], page: Int, top: Double, block: Int) -> PrintedRow {
      let cells = texts.enumerated().map { index, text in
        let left = 100 * Double(index)
        return PrintedCell(
          left: left, right: left + 100,
          pieces: [
            PrintedPiece(
              text: text, place: .page(page, Rectangle(left: left, top: top, right: left + 50, bottom: top + 9)),
              left: left, right: left + 50, top: top, bottom: top + 9, unit: 9)
          ])
      }
      return PrintedRow(cells: cells, page: page, top: top, bottom: top + 10, block: block)
    }
    let first = [
      row(["（一）予以公开", "1"], page: 1, top: 20, block: 0), row(["（二）部分公开", "2"], page: 1, top: 30, block: 0),
    ]
    let second = [row(["7", "3"], page: 2, top: 10, block: 1)]
    let sorted = TableSorter.sort([first, second]) { $0 < (1, y) && (1, y) < $1 }
    #expect(sorted.foreign == (y == 50 ? [1] : []))
  }
}
