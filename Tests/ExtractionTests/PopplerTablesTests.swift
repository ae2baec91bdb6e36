import Testing

@testable import Extraction

@Suite struct PopplerTablesTests {
  @Test("The document that keeps poppler's tables is a whole PDF: poppler opens it, and qpdf has nothing to put right")
  func emptyDocument() throws {
    #expect(try PopplerReader(PopplerTables.emptyDocument).pageCount == 0)
    let file = try #require(QpdfFile(PopplerTables.emptyDocument))
    #expect(file.pageCount == 0)
    #expect(!file.contradicts(digitFonts: { ["any"] }))
  }
}
