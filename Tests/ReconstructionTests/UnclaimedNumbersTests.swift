import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

@Suite struct UnclaimedNumbersTests {
  /// The states of a row of the applications table whose cells stand 50 points apart, with these words in its line.
  private static func states(
    _ texts: [String], words: [(String, Double)], trace: Trace.TableTrace? = nil
  ) -> [ReportModel.Cell.State] {
    let cells = zip(Form.applicantColumns, texts).enumerated().map { index, element in
      let left = 200 + 50 * Double(index)
      return Row.Entry(
        column: element.0,
        cell: ValueReader.read(
          element.1, places: [.page(1, Rectangle(left: left, top: 100, right: left + 40, bottom: 112))]))
    }
    let table = Table(
      id: .applications, template: .form2021, rows: [Row(id: .newReceived, label: "一、本年新收", cells: cells)])
    let runs = words.map { text, x in
      let glyphs = DrawnTable.line(text, x: x, y: 101)
      return Run(glyphs: glyphs, box: glyphs.map(\.box).reduce(glyphs[0].box) { $0.union($1) })
    }
    let line = PrintedLine(runs: runs, box: Rectangle(left: 0, top: 101, right: 600, bottom: 111), page: 1)
    return UnclaimedNumbers.doubted(table, trace: trace, lines: [[line]]).rows[0].cells.map(\.cell.state)
  }

  @Test("A number in line with a row, and in none of its cells, may be that of a blank one")
  func between() {
    let states = Self.states(["1", "", "", "", "", "", "1"], words: [("1", 205), ("4", 292), ("1", 505)])
    #expect(states == [.number, .unread, .unread, .unread, .unread, .unread, .number])
  }

  @Test("Numbers of cells, of labels and words are no such number")
  func claimed() {
    let states = Self.states(["1", "", "", "", "", "", "1"], words: [("1", 205), ("7", 60), ("其他", 292), ("1", 505)])
    #expect(states == [.number, .blank, .blank, .blank, .blank, .blank, .number])
  }

  @Test("What the organisations add up to stands in a column of its own")
  func subtotal() {
    let texts = ["1", "2", "", "", "", "3", "6"]
    #expect(Self.states(texts, words: [("5", 492)])[2] == .blank)
    #expect(Self.states(texts, words: [("4", 492)])[2] == .unread)
  }

  @Test("A number whose column is in doubt may be that of the blank cells beside it")
  func unsure() {
    let cells = Form.applicantColumns.enumerated().map { index, column in
      Row.Entry(
        column: column,
        cell: index == 2
          ? Cell(state: .unread, text: "8", doubt: .columnAmbiguous)
          : Cell(state: index == 0 ? .number : .blank, value: 1))
    }
    let table = Table(id: .applications, template: .form2021, rows: [Row(id: .newReceived, label: "", cells: cells)])
    let read = UnclaimedNumbers.doubted(table, trace: nil, lines: []).rows[0].cells.map(\.cell.state)
    #expect(read == [.number, .unread, .unread, .unread, .blank, .blank, .blank])
  }

  @Test(
    "Numbers without a label are no row of the form where another row's label stands beside them",
    arguments: [
      (["6.其他不予处理", "情形"], true), (["5.要求行政机关确认或", "重新出具已获取信息"], false), (["量反复申请", "（五）"], false), ([], false),
    ])
  func labels(words: [String], isDoubted: Bool) {
    let ids: [RowID] = [.rejectedExcessive, .rejectedReconfirmation, .otherNotCorrected]
    let labels = ["4.无正当理由大量反复申请", "", "1.申请人无正当理由逾期不补正"]
    let rows = zip(ids, labels).enumerated().map { r, row in
      let cells = Form.applicantColumns.enumerated().map { c, column in
        let left = 200 + 50 * Double(c)
        let box = Rectangle(left: left, top: 100 + 60 * Double(r), right: left + 10, bottom: 110 + 60 * Double(r))
        return Row.Entry(column: column, cell: ValueReader.read("0", places: [.page(1, box)]))
      }
      return Row(id: row.0, label: row.1, cells: cells)
    }
    let lines = words.enumerated().map { k, word in
      let glyphs = DrawnTable.line(word, x: 60, y: 150 + 20 * Double(k))
      let box = glyphs.map(\.box).reduce(glyphs[0].box) { $0.union($1) }
      return PrintedLine(runs: [Run(glyphs: glyphs, box: box)], box: box, page: 1)
    }
    var trace = Trace.TableTrace()
    let table = Table(id: .applications, template: .form2021, rows: rows)
    #expect(UnclaimedLabels.doubted(table, trace: trace, lines: [lines]) == table)
    trace.method = "loose"
    let read = UnclaimedLabels.doubted(table, trace: trace, lines: [lines]).rows.map { $0.cells.map(\.cell.state) }
    #expect(read[1].allSatisfy { $0 == (isDoubted ? .unread : .number) })
    #expect((read[0] + read[2]).allSatisfy { $0 == .number })
  }

  /// The states of a row of numbers at 200, 250 … whose line is the last of its page, read without rules, with these words: their place and page.
  private static func stacked(_ words: [(text: String, x: Double, y: Double, page: Int)]) -> [ReportModel.Cell.State] {
    func row(_ id: RowID, y: Double, page: Int) -> Row {
      let cells = Form.applicantColumns.enumerated().map { c, column in
        let left = 200 + 50 * Double(c)
        return Row.Entry(
          column: column,
          cell: ValueReader.read(
            "21", places: [.page(page, Rectangle(left: left, top: y, right: left + 8, bottom: y + 8))]))
      }
      return Row(id: id, label: "", cells: cells)
    }
    let table = Table(
      id: .applications, template: .form2021,
      rows: [row(.rejectedRepeated, y: 700, page: 1), row(.rejectedPublicationRequest, y: 70, page: 2)])
    let lines = [1, 2].map { page in
      words.filter { $0.page == page }.map { word in
        let glyphs = DrawnTable.line(word.text, x: word.x, y: word.y)
        let box = glyphs.map(\.box).reduce(glyphs[0].box) { $0.union($1) }
        return PrintedLine(runs: [Run(glyphs: glyphs, box: box)], box: box, page: page)
      }
    }
    var trace = Trace.TableTrace()
    trace.method = "loose"
    return UnclaimedNumbers.stacked(table, trace: trace, lines: lines).rows[0].cells.map(\.cell.state)
  }

  @Test(
    "A number goes on in digits on the next line, under it or beside it, and over the end of the page",
    arguments: [
      (("6", 502.0, 709.0, 1), [6]), (("6", 202, 691, 1), [0]), (("1", 215, 691, 1), [0, 1]), (("6", 502, 50, 2), [6]),
      (("6", 502, 20, 2), []), (("6", 502, 740, 1), []), (("其他", 500, 50, 2), []), (("6", 120, 709, 1), []),
    ] as [((String, Double, Double, Int), [Int])])
  func nextLine(word: (String, Double, Double, Int), isDoubted: [Int]) {
    let states = Self.stacked([(text: word.0, x: word.1, y: word.2, page: word.3)])
    #expect(states.indices.filter { states[$0] == .unread } == isDoubted)
  }
}
