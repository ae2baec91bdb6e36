// Reconstruction: a page → the same without its number, where that says which page it is and of how many.
import DocumentModel

/// A table's edges may run on to the end of the page, and frame what is printed there: the page's number is then no value of the table's last row.
enum PageNumbers {
  /// nil where the page's lowest line is not its number (`2/5`, `第2页共5页`, `— 2 —`) and nothing else.
  static func removed(_ page: Page, count: Int) -> Page? {
    guard let lowest = page.glyphs.max(by: { $0.box.midY < $1.box.midY })?.box else { return nil }
    let isLowest = { (glyph: Glyph) in glyph.box.bottom > lowest.top && glyph.box.midY > lowest.top - lowest.height / 2
    }
    let line = page.glyphs.filter(isLowest)
    guard line.count <= longest else { return nil }
    let text = line.sorted { $0.box.left < $1.box.left }.map { Wording.halfWidth($0.character) }.filter { !$0.isSpace }
    guard forms(page.number, of: count).contains(String(scalars: text)) else { return nil }
    var result = page
    result.glyphs.removeAll(where: isLowest)
    return result
  }

  private static let longest = 24

  private static func forms(_ number: Int, of count: Int) -> [String] {
    let dashed = ["-", "—", "–", "―"].map { "\($0)\(number)\($0)" }
    return dashed + ["\(number)/\(count)", "第\(number)页共\(count)页", "第\(number)页,共\(count)页", "第\(number)页/共\(count)页"]
  }
}
