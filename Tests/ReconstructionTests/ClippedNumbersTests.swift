import DocumentModel
import ReportModel
import Statute
import Testing

@testable import Reconstruction

/// Numbers at the side of what a page draws: digits beyond it are in no text layer.
@Suite struct ClippedNumbersTests {
  private static let page = Page(number: 1, width: 600, height: 800, glyphs: [])

  /// The total of a review row whose parts add up to 805, ending at x = `right`.
  private static func total(
    _ text: String, right: Double, parts: [String] = ["376", "1", "120", "308"], scale: Double = 1, clip: Double = 530
  )
    -> ReportModel.Cell?
  {
    var page = page
    page.scale = scale
    let document = Document(
      content: .pages([page]), clips: { _ in [Rectangle(left: 60, top: 60, right: clip * scale, bottom: 740)] })
    var cells: [Row.Entry] = []
    for (column, text) in zip(Form.reviewColumns, parts + [text]) {
      let end = column == .total ? right : 300
      let box = Rectangle(left: end - 6 * Double(text.count), top: 100, right: end, bottom: 110)
      cells.append(Row.Entry(column: column, cell: ValueReader.read(text, places: [.page(1, box)])))
    }
    let table = Table(
      id: .reviewAndLitigation, template: .form2021,
      rows: [Row(id: .review, label: "行政复议", cells: cells)])
    return ClippedNumbers.doubted([table], document)[0].rows[0][.total]
  }

  @Test("A total that lacks digits and ends where the page is cut is unread", arguments: ["8", "80"])
  func cut(_ text: String) {
    #expect(Self.total(text, right: 529.5)?.state == .unread)
    #expect(Self.total(text, right: 532)?.state == .unread)
    // Digits that are set apart end before it.
    #expect(Self.total(text, right: 527.9)?.state == .unread)
    #expect(Self.total(text, right: 529.5, scale: 2)?.state == .unread)
  }

  @Test("A total that ends before the cut, is right, or differs otherwise is as it is printed")
  func whole() {
    #expect(Self.total("80", right: 526)?.value == 80)
    #expect(Self.total("805", right: 529.5)?.value == 805)
    #expect(Self.total("808", right: 529.5)?.value == 808)
    // What is drawn beside the number is drawn within another area.
    #expect(Self.total("80", right: 529.5, clip: 200)?.value == 80)
  }

  @Test("Where the sum is not known, a total at the cut is unread")
  func unknown() {
    #expect(Self.total("80", right: 529.5, parts: ["376", "x", "120", "308"])?.state == .unread)
    #expect(Self.total("80", right: 529.5, parts: ["376", "x", "120", "1"])?.state == .unread)
  }
}
