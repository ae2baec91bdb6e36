// Reconstruction: numbers that end where the page is cut → unread, where digits may have been lost there.
//
// Browsers draw within a rectangle, and leave out each character that lies beyond it: of a number that runs over its cell at the side of the page the
// last digits are in no text layer. What is left looks whole.
import DocumentModel
import Foundation
import ReportModel
import Statute

enum ClippedNumbers {
  /// A number ends at the cut where no more than this is left, as a share of the width of a digit: its ink, or that of digits set apart, would begin
  /// beyond.
  private static let room = 0.4
  /// A digit is cut itself where so much of it lies beyond, as a share of the width of a digit.
  private static let beyond = 0.25

  /// The tables with numbers in doubt that end at the cut, unless the sum of their row says that they are whole.
  static func doubted(_ tables: [Table], _ document: Document) -> [Table] {
    guard case .pages(let pages) = document.content else { return tables }
    var clips: [Int: [Rectangle]] = [:]
    for page in pages { clips[page.number] = document.clips(page.number).map { $0.scaled(by: 1 / page.scale) } }
    guard clips.values.contains(where: { !$0.isEmpty }) else { return tables }
    return tables.map { table in
      var table = table
      for row in table.rows.indices {
        for index in table.rows[row].cells.indices {
          let (column, cell) = (table.rows[row].cells[index].column, table.rows[row].cells[index].cell)
          guard cell.state == .number, let overhang = overhang(cell, clips) else { continue }
          let isCut: Bool
          if column == .total, let parts = parts(table.rows[row]) {
            isCut = lacksDigits(cell.value, of: parts)
          } else {
            isCut = column == .total || overhang > beyond
          }
          guard isCut else { continue }
          table.rows[row].cells[index].cell = Cell(
            state: .unread, text: cell.text, places: cell.places, doubt: .textLayer)
        }
      }
      return table
    }
  }

  /// How far a number goes beyond what cuts it, in widths of a digit; nil where it ends before.
  private static func overhang(_ cell: Cell, _ clips: [Int: [Rectangle]]) -> Double? {
    guard case .page(let page, let box)? = cell.places.last, let own = clips[page], !cell.text.isEmpty else {
      return nil
    }
    let width = box.width / Double(cell.text.unicodeScalars.count)
    return own.filter { $0.contains(x: box.midX, y: box.midY) && box.right > $0.right - room * width }
      .map { (box.right - $0.right) / width }.max()
  }

  /// What the cells before the total add up to; nil where one of them is not known.
  private static func parts(_ row: Row) -> Decimal? {
    let parts = row.cells.map(\.cell).dropLast()
    guard row.cells.last?.column == .total, parts.allSatisfy({ $0.state != .unread && $0.state != .text }) else {
      return nil
    }
    return parts.map(\.value).sum
  }

  /// True where more digits behind those that are printed make the total right.
  private static func lacksDigits(_ printed: Decimal?, of sum: Decimal) -> Bool {
    guard let printed, printed != sum else { return false }
    return "\(sum)".hasPrefix("\(printed)")
  }
}
