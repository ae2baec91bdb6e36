import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Texts as programs leave them that were not made for tables: lists, merged cells once for each column, rows on one line, marks of Markdown.
@Suite struct TextFormTests {
  private static let form = Form.of(.applications, .form2021)
  private static let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
  private static let whole: [[String]] = form.rows.indices.map { r in
    let numbers =
      switch ApplicationSums.Role(form.rows[r].id) {
      case .incoming: r == 0 ? [90, 20, 31, 7, 8, 1, 157] : [0, 0, 0, 0, 0, 0, 0]
      case .outcome: r == 2 ? [90, 20, 31, 7, 8, 1, 157] : [0, 0, 0, 0, 0, 0, 0]
      case .total: [90, 20, 31, 7, 8, 1, 157]
      case .carriedForward: [0, 0, 0, 0, 0, 0, 0]
      }
    return numbers.map(String.init)
  }

  private static func report(
    _ lines: [String], before: [String] = ["二、主动公开政府信息情况"], heading: String = "三、收到和处理政府信息公开申请情况",
    after: [String] = ["四、政府信息公开行政复议、行政诉讼情况", "无。"]
  ) throws -> Report {
    let all = ["临溪县人民政府2022年政府信息公开工作年度报告"] + before + [heading] + lines + after
    return try Reconstructor.reconstruct(
      Document(content: .text(all.enumerated().map { SourceLine(number: $0 + 1, text: $1) })))
  }

  private static func texts(_ report: Report) -> [[String]] {
    report.tables.first { $0.id == .applications }?.rows.map { row in
      row.cells.map { $0.cell.state == .number ? $0.cell.text : $0.cell.state.rawValue }
    } ?? []
  }

  private static func rows(_ change: (String) -> String = { $0 }) -> [[String]] {
    [[""] + names] + zip(form.rows, whole).map { [$0.label] + $1.map(change) }
  }

  @Test("Rows that are printed as lists are rows of fields", arguments: [("'", "None"), ("\"", "null")])
  func lists(quote: String, nothing: String) throws {
    let lines = Self.rows().map { row in
      "[" + row.map { $0.isEmpty ? nothing : quote + $0.replacing("、", with: "、\\n") + quote }.joined(separator: ", ")
        + "]"
    }
    #expect(Self.texts(try Self.report(lines)) == Self.whole)
  }

  @Test("Slashes and the comma of Chinese part cells, also where the label holds one", arguments: [" / ", "，", "；"])
  func parted(delimiter: String) throws {
    let lines = Self.rows { $0 == "0" ? "" : $0 }.map { row in
      row.map { $0.isEmpty && delimiter == " / " ? " " : $0 }.joined(separator: delimiter)
    }
    #expect(Self.texts(try Self.report(lines)) == Self.whole.map { $0.map { $0 == "0" ? "blank" : $0 } })
  }

  @Test("Slashes that stand for zeros part nothing")
  func slashes() throws {
    let lines = Self.rows { $0 == "0" ? "/" : $0 }.map { $0.joined(separator: " ") }
    #expect(Self.texts(try Self.report(lines)) == Self.whole.map { $0.map { $0 == "0" ? "placeholder" : $0 } })
  }

  @Test("Labels that are repeated for each of their columns are read once")
  func repeated() throws {
    let lines = Self.rows().map { row in ([row[0], row[0]] + row).filter { !$0.isEmpty }.joined(separator: " ") }
    #expect(Self.texts(try Self.report(lines)) == Self.whole)
  }

  @Test("Where cells are joined with a space each no place tells the columns of a row with blanks")
  func joined() throws {
    let lines = Self.rows().enumerated().map { index, row in
      index == 3 ? row[0] + "    " + "5  5" : row.joined(separator: " ")
    }
    let read = Self.texts(try Self.report(lines))
    #expect(read[0] == Self.whole[0])
    #expect(read[2].allSatisfy { $0 == "unread" })
  }

  @Test(
    "Merged cells that are given once for each column of the page are read once, where the table goes on under a row of names, too"
  )
  func repeatedFields() throws {
    let rows = Self.rows().map { row in
      [row[0], row[0]] + row.dropFirst().flatMap { [$0, $0] }
    }
    var lines = rows.map { "|" + $0.joined(separator: "|") + "|" }
    #expect(Self.texts(try Self.report(lines)) == Self.whole)
    // The row at the top of a page: its repeated fields have names instead.
    let named = rows[9].enumerated().map { $0.offset.isMultiple(of: 2) ? $0.element : "Col\($0.offset + 1)" }
    lines[9] = "|" + named.joined(separator: "|") + "|"
    #expect(Self.texts(try Self.report(lines)) == Self.whole)
  }

  @Test("Rows on one line are rows, and the heading behind them is one")
  func packed() throws {
    let rows = Self.rows().map { $0.joined(separator: " ") }
    var lines = [rows[0]]
    for k in stride(from: 1, to: rows.count - 1, by: 2) { lines.append(rows[k] + " " + rows[k + 1]) }
    if rows.count.isMultiple(of: 2) { lines.append(rows[rows.count - 1]) }
    lines[lines.count - 1] += " 四、政府信息公开行政复议、行政诉讼情况"
    let report = try Self.report(lines, after: ["无。"])
    #expect(Self.texts(report) == Self.whole)
    #expect(report.sections.contains { $0.id == .reviewAndLitigation })
  }

  @Test("Marks that Markdown guards are themselves, and three dashes stand for none")
  func escaped() throws {
    let lines = Self.rows { $0 == "0" ? "\\-" : $0 }.map { (row: [String]) -> String in
      let label: String = row[0].replacing(".", with: "\\.")
      return ([label] + Array(row.dropFirst())).joined(separator: "\t")
    }
    let report = try Self.report(lines)
    #expect(Self.texts(report) == Self.whole.map { $0.map { $0 == "0" ? "placeholder" : $0 } })
    #expect(report.tables.first { $0.id == .applications }?[.deniedStateSecret]?.label == "1.属于国家秘密")
    #expect(ValueReader.read("---", places: []).state == .placeholder)
  }

  @Test("A mark of HTML that goes on in the next line is one")
  func brokenMarks() throws {
    var lines: [String] = ["<table><tr><td></td>" + Self.names.map { "<td>\($0)</td>" }.joined() + "</tr>"]
    for (row, cells) in zip(Self.form.rows, Self.whole) {
      lines.append("<tr><td")
      lines.append("class=\"label\">\(row.label)</td>" + cells.map { "<td>\($0)</td>" }.joined() + "</tr>")
    }
    lines.append("</table>")
    #expect(Self.texts(try Self.report(lines)) == Self.whole)
  }

  @Test("A heading without its numeral is no part of the table under it")
  func bareHeading() throws {
    let lines = Self.rows().flatMap { $0.filter { !$0.isEmpty } }
    let report = try Self.report(lines, heading: "收到和处理政府信息公开申请的情况")
    #expect(report.sections.contains { $0.id == .applications })
    #expect(Self.texts(report) == Self.whole)
  }

  @Test("The last rows of a table are part of it, however misprinted")
  func misprinted() throws {
    var rows = Self.rows().map { $0.joined(separator: " ") }
    rows[rows.count - 1] = "四、结传下年度继续办理 0 0 0 0 0 0 0"
    let table = try Self.report(rows).tables.first { $0.id == .applications }
    #expect(table?.missingRows.isEmpty == true)
    #expect(table?[.total, .total]?.text == "157")
  }

  @Test("Of a table without its numbers nobody knows the form")
  func unreadForm() throws {
    // A row for each kind of applicant.
    let lines =
      [["申请人"] + Self.form.rows.map(\.label)]
      + Self.names.indices.map { c in
        [Self.names[c]] + Self.whole.map { $0[c] }
      }
    let report = try Self.report(lines.map { $0.joined(separator: " ") })
    let table = report.tables.first { $0.id == .applications }
    #expect(table?.templateIsPrinted != true)
    #expect(table?.missingRows.isEmpty != false)
  }
}
