// A sample → its marked copy, and the copy drawn: the marks are on the cells and nowhere else.
import DocumentModel
import Foundation
import Gongkai
import Output
import Testing

@testable import Extraction

extension DocumentTests {
  @Suite struct AnnotationTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../..").standardized

    private func bytes(_ path: String) throws -> [UInt8] {
      Array(try Data(contentsOf: Self.folder.appendingPathComponent(path)))
    }

    private func picture(_ pdf: [UInt8], _ page: Int, _ box: Rectangle) throws -> [UInt8]? {
      try PageRenderer(pdf).clipping(of: PageArea(page: page, area: box))?.png
    }

    /// Upright, and lying on its side.
    @Test(arguments: ["SampleReports/broken-sum.pdf", "Tests/Fixtures/layouts/page-on-its-side-reportlab.pdf"])
    func theMarksAreOnTheCells(path: String) throws {
      let original = try bytes(path)
      let record = Gongkai.audit(bytes: original, path: path)
      let copy = try #require(Gongkai.draw(DrawingOrder(annotatedPDF: true), of: original, record: record).annotatedPDF)
      let plan = AnnotationPlan(report: try #require(record.report), language: .zh)
      let frames = plan.marks(for: record.findings).filter { $0.shape == .frame }
      let frame = try #require(frames.first)
      let (page, area) = (frame.place.page, frame.place.area)
      // Each of its edges is drawn, within two points of where it should be …
      for edge in [
        Rectangle(left: area.left - 2, top: area.top + 2, right: area.left + 2, bottom: area.bottom - 2),
        Rectangle(left: area.right - 2, top: area.top + 2, right: area.right + 2, bottom: area.bottom - 2),
        Rectangle(left: area.left + 2, top: area.top - 2, right: area.right - 2, bottom: area.top + 2),
        Rectangle(left: area.left + 2, top: area.bottom - 2, right: area.right - 2, bottom: area.bottom + 2),
      ] { #expect(try picture(original, page, edge) != picture(copy, page, edge)) }
      // … and a strip of the page without marks is as it was.
      let strip = Rectangle(left: 30, top: 0, right: 500, bottom: 40)
      #expect(try picture(original, page, strip) == picture(copy, page, strip))
    }

    @Test func theCopyReadsAsTheOriginalDoes() throws {
      let original = try bytes("SampleReports/broken-sum.pdf")
      let record = Gongkai.audit(bytes: original)
      let copy = try #require(Gongkai.draw(DrawingOrder(annotatedPDF: true), of: original, record: record).annotatedPDF)
      let again = Gongkai.audit(bytes: copy)
      #expect(again.findings.map(\.fingerprint) == record.findings.map(\.fingerprint))
      let cells = { (record: Record) in
        record.report?.tables.flatMap { table in table.rows.flatMap { $0.cells.map(\.cell.text) } }
      }
      #expect(cells(again) == cells(record))
    }

    @Test func theClippingHoldsTheCellToBeChanged() throws {
      let original = try bytes("SampleReports/broken-sum.pdf")
      let record = Gongkai.audit(bytes: original)
      let drawings = Gongkai.draw(DrawingOrder(clippings: true), of: original, record: record)
      let clipping = try #require(drawings.clippings.first)
      let suggestion = try #require(record.findings.compactMap(\.suggestions.first).first)
      guard
        case .page(let page, let box)? = record.report?[suggestion.table]?[suggestion.row, suggestion.column]?.places
          .first
      else { throw CocoaError(.featureUnsupported) }
      #expect(drawings.clippings.count == 1 && clipping.place.page == page)
      #expect(clipping.place.area.contains(x: box.midX, y: box.midY))
      #expect(clipping.png.starts(with: [0x89, 0x50, 0x4E, 0x47]) && clipping.png.count < 40_000)
    }

    @Test func aReportWithoutFindingsIsNotDrawn() throws {
      let original = try bytes("SampleReports/clean-2021-form.pdf")
      var record = Gongkai.audit(bytes: original)
      record.findings = []
      let order = DrawingOrder(clippings: true, annotatedPDF: true)
      #expect(Gongkai.draw(order, of: original, record: record) == Drawings())
    }
  }
}
