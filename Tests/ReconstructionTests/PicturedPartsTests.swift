import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

@Suite struct PicturedPartsTests {
  /// A report of one page with section two, a part of a table, and a picture of this size on a page of 600 × 800 points.
  private static func report(
    width: Double = 400, height: Double = 200, page: Int = 1, text: [Glyph] = [], hidden: [HiddenText] = []
  ) -> Report {
    let form = Form.of(.article20, .form2021)
    let table = Table(
      id: .article20, template: .form2021, templateIsPrinted: true,
      rows: form.rows.map { CellFactory.unread($0, doubt: .rowNotFound) }, missingRows: [.penalties],
      places: [.page(1, Rectangle(left: 60, top: 100, right: 500, bottom: 300))])
    let report = Report(
      sections: [
        Section(
          id: .proactiveDisclosure, heading: "二、主动公开政府信息情况", numeral: 2,
          place: .page(1, Rectangle(left: 60, top: 80, right: 300, bottom: 94)), lines: [])
      ], tables: [table])
    let document = Document(
      content: .pages((1...3).map { Page(number: $0, width: 600, height: 800, glyphs: $0 == page ? text : []) }),
      hiddenText: { $0 == page ? hidden : [] },
      pictures: { number in
        number == page ? [Rectangle(left: 60, top: 310, right: 60 + width, bottom: 310 + height)] : []
      })
    return PicturedParts.acquitted(report, document)
  }

  @Test("What may stand in a picture is not missing")
  func pictured() {
    let report = Self.report()
    #expect(report.tables[0].missingRows.isEmpty && !report.tables[0].templateIsPrinted)
    #expect(report.unreadSections.count == 5 && report.hasIllegibleParts)
  }

  @Test("What may stand outside of what a page shows is not missing, nor are rows that the next page may hold")
  func cropped() {
    func report(_ places: [(Double, Double)], page: Int, isInvisible: Bool = false) -> Report {
      Self.report(
        width: 0, page: page, hidden: places.map { HiddenText(x: $0, y: $1, isInvisible: isInvisible) })
    }
    let outside = [(100.0, 820.0), (100.0, 840.0)]
    #expect(report(outside, page: 1).tables[0].missingRows.isEmpty)
    #expect(report(outside, page: 1).unreadSections.count == 5)
    #expect(report(outside, page: 2).tables[0].missingRows.isEmpty)
    #expect(report(outside, page: 3).tables[0].missingRows == [.penalties])
    // The next page shows it: a sheet was cut in two.
    let shown = outside.flatMap { DrawnTable.line("情况", x: $0.0, y: $0.1 - 700) }
    let pages = [
      Page(number: 1, width: 600, height: 800, glyphs: []), Page(number: 2, width: 600, height: 800, glyphs: shown),
    ]
    let hidden = outside.map { HiddenText(x: $0.0, y: $0.1, isInvisible: false) }
    #expect(CroppedPages.numbers(pages) { $0 == 1 ? hidden : [] }.isEmpty)
    #expect(CroppedPages.numbers(Array(pages.prefix(1))) { $0 == 1 ? hidden : [] } == [1])
    // Not so a page much further on.
    var far = pages
    while far.count < 6 {
      far.insert(Page(number: far.count, width: pages[1].width, height: pages[1].height, glyphs: []), at: 1)
    }
    for index in far.indices { far[index].number = index + 1 }
    #expect(CroppedPages.numbers(far) { $0 == 1 ? hidden : [] } == [1])
    for other in [
      report(Array(outside.prefix(1)), page: 1), report([(100, 700), (100, 720)], page: 1),
      report(outside, page: 1, isInvisible: true),
    ] {
      #expect(other.tables[0].missingRows == [.penalties] && other.unreadSections.isEmpty)
    }
  }

  @Test("A seal or a logo holds no table, nor does a picture under text, nor one on another page hold rows")
  func others() {
    for report in [
      Self.report(width: 120), Self.report(height: 40), Self.report(text: DrawnTable.line("情况", x: 100, y: 400)),
    ] {
      #expect(report.tables[0].missingRows == [.penalties] && report.tables[0].templateIsPrinted)
      #expect(report.unreadSections.isEmpty && !report.hasIllegibleParts)
    }
    #expect(Self.report(page: 3).tables[0].missingRows == [.penalties])
  }

  /// A report whose applications table has these rows on page 2 of three, which lacks the others; the picture is the whole of another page.
  private static func torn(
    lacking: [RowID], picture: Int, headings: [(SectionID, Int)], text: [Glyph] = [], columns: [ColumnID] = []
  ) -> Table {
    let form = Form.of(.applications, .form2021)
    let table = Table(
      id: .applications, template: .form2021, templateIsPrinted: true,
      rows: form.rows.map { CellFactory.unread($0, doubt: .rowNotFound) }, missingRows: lacking,
      missingColumns: columns, places: [.page(2, Rectangle(left: 60, top: 100, right: 500, bottom: 300))])
    let report = Report(
      sections: headings.map { id, page in
        Section(
          id: id, heading: id.title, numeral: id.ordinal,
          place: .page(page, Rectangle(left: 60, top: 80, right: 300, bottom: 94)), lines: [])
      }, tables: [table])
    let document = Document(
      content: .pages(
        (1...3).map { Page(number: $0, width: 600, height: 800, glyphs: $0 == picture ? text : []) }),
      pictures: { $0 == picture ? [Rectangle(left: 0, top: 0, right: 600, bottom: 800)] : [] })
    return PicturedParts.acquitted(report, document).tables[0]
  }

  @Test("Rows behind those that were found may stand on the next page, if that is a picture")
  func endsOnPicture() {
    let last: [RowID] = [.total, .carriedForward]
    let number = DrawnTable.line("—3—", x: 280, y: 780)
    #expect(Self.torn(lacking: last, picture: 3, headings: [(.applications, 1)]).missingRows.isEmpty)
    let table = Self.torn(
      lacking: [.granted] + last, picture: 3, headings: [(.applications, 2)], text: number, columns: [.total])
    #expect(table.missingRows == [.granted] && table.missingColumns == [.total] && !table.templateIsPrinted)
    // Not where the next heading stands below the table, the page is none but a picture, or lies elsewhere.
    for other in [
      Self.torn(lacking: last, picture: 3, headings: [(.applications, 2), (.reviewAndLitigation, 2)]),
      Self.torn(
        lacking: last, picture: 3, headings: [(.applications, 2)],
        text: DrawnTable.line("附件：政府信息公开申请流程图示意", x: 60, y: 40)),
      Self.torn(lacking: last, picture: 1, headings: [(.applications, 2)]),
    ] {
      #expect(other.missingRows == last && other.templateIsPrinted)
    }
  }

  @Test("Rows before those that were found may stand on the page before, if that is a picture")
  func beginsOnPicture() {
    let first: [RowID] = [.newReceived, .carriedOver]
    for headings in [[(SectionID.overview, 1)], [(.applications, 1)], []] {
      let table = Self.torn(lacking: first + [.total], picture: 1, headings: headings, columns: [.total])
      #expect(table.missingRows == [.total] && table.missingColumns.isEmpty)
    }
    #expect(Self.torn(lacking: first, picture: 1, headings: [(.applications, 2)]).missingRows == first)
  }
}
