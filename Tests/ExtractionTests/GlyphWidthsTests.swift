import Testing

@testable import Extraction

@Suite struct GlyphWidthsTests {
  @Test(
    "A code has the width that is given for it or for the codes about it, in whatever order", arguments: [true, false])
  func widths(isInOrder: Bool) {
    var widths = GlyphWidths()
    widths.add([500, 600], from: 3)
    let ranges = [(1000.0, 10...20), (250, 22...22), (300, 30...65_000)]
    for (width, codes) in isInOrder ? ranges : ranges.reversed() { widths.add(width, for: codes) }
    #expect([3, 4, 10, 20, 22, 30, 40_000].map { widths[$0] } == [500, 600, 1000, 1000, 250, 300, 300])
    #expect([2, 5, 9, 21, 23, 29, 65_001, -1].allSatisfy { widths[$0] == nil })
  }
}
