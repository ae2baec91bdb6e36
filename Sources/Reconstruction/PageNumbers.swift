// Reconstruction: a page → the same without its number, where that says which page it is and of how many.
import DocumentModel

/// A table's edges may run on to the end of the page, and frame what is printed there: the page's number is then no value of the table's last row.
enum PageNumbers {
  /// As near to one another, as a share of their size, stand the numbers of pages.
  private static let sameHeight = 0.5

  /// The pages without numbers that stand alone as the lowest line at one height, each as much more than the one before as its page: on one page nothing
  /// tells such a number from a table's.
  static func withoutBare(_ pages: [Page]) -> [Page] {
    let found = pages.map(bareNumber)
    var result = pages
    for (index, number) in found.enumerated() {
      guard let number else { continue }
      let isCounting = found.enumerated().contains { other, its in
        guard let its, other != index else { return false }
        return its.value - number.value == other - index
          && abs(its.line.midY - number.line.midY) <= sameHeight * number.line.height
      }
      if isCounting { result[index].glyphs.removeAll { isOn(number.line, $0) } }
    }
    return result
  }

  /// The lowest line of a page where it is a number and nothing else.
  private static func bareNumber(_ page: Page) -> (line: Rectangle, value: Int)? {
    guard let lowest = page.glyphs.max(by: { $0.box.midY < $1.box.midY })?.box else { return nil }
    let line = page.glyphs.filter { isOn(lowest, $0) && !$0.character.isSpace }.sorted { $0.box.left < $1.box.left }
    guard line.count <= mostDigits, line.allSatisfy({ Wording.isDigit($0.character) && !$0.isHidden }),
      let value = Int(String(scalars: line.map { Wording.halfWidth($0.character) }))
    else { return nil }
    return (lowest, value)
  }
  private static let mostDigits = 3

  private static func isOn(_ lowest: Rectangle, _ glyph: Glyph) -> Bool {
    // Fonts differ in how far their boxes reach over their characters.
    abs(glyph.box.midY - lowest.midY) <= lowest.height / 2
  }

  /// nil where the page's lowest line is not its number (`2/5`, `第2页共5页`, `— 2 —`) and nothing else.
  static func removed(_ page: Page, count: Int) -> Page? {
    guard let lowest = page.glyphs.max(by: { $0.box.midY < $1.box.midY })?.box else { return nil }
    let isLowest = { (glyph: Glyph) in isOn(lowest, glyph) }
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
