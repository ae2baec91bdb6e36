// Reconstruction: a table that prints last year's numbers beside this year's → what does not tell which it is, unread.
import DocumentModel
import ReportModel
import Statute

/// Reports compare two years in one table: a column of each (2022年制发件数, 2023年制发件数), or a line of each in every row (上年, 本年). The labels of the form say
/// nothing of years.
enum OtherYears {
  private static let last = ["上年度", "上一年度", "上一年", "上年", "去年"].map(Wording.folded)
  private static let this = ["本年度", "本年", "今年", "当年"].map(Wording.folded)
  /// Labels have no more characters.
  private static let longest = 40
  /// So many rows that name a year are a comparison.
  private static let fewestRows = 4

  /// - Parameter year: that of the report.
  static func doubted(_ table: Table, trace: Trace.TableTrace?, year: Int?) -> Table {
    var result = table
    for extra in table.extras where extra.axis == .column {
      let other = Named(extra.label)
      for (column, label) in table.columnLabels {
        let own = Named(label)
        guard !own.isEmpty, own.rest == other.rest, own.names || other.names, !(own.isOf(year) && !other.isOf(year)),
          // Beside a column that names another year the form's own name is this year's.
          own.names || !other.isOfAnother(than: year)
        else { continue }
        for row in result.rows.indices {
          guard let k = result.rows[row].cells.firstIndex(where: { $0.column == column }),
            case let cell = result.rows[row].cells[k].cell, cell.state != .unread
          else { continue }
          result.rows[row].cells[k].cell = Cell(
            state: .unread, text: cell.text, places: cell.places, doubt: .columnAmbiguous)
        }
      }
    }
    // A column of last year's beside the form's own is named in each header.
    let beyond = Set(table.extras.filter { $0.axis == .column }.map { Wording.folded($0.label) })
    let named = (trace?.rows ?? []).filter { row in
      let isHeader = !row.cells.contains(where: \.isValue)
      return row.cells.contains { cell in
        // Every word for a year has this character, and few cells.
        guard cell.text.holds("年"), !cell.isValue || cell.text.hasSuffix("年") else { return false }
        let own = Named(cell.text)
        guard own.names, own.rest.isEmpty else { return false }
        return !(isHeader && own.isOfAnother(than: year) && beyond.contains(cell.folded))
      }
    }
    if named.count >= fewestRows { result.forget(.rowAmbiguous) }
    return result
  }

  /// A label with the words for a year taken out.
  private struct Named {
    var rest: [Unicode.Scalar]
    var isLast = false
    var isThis = false
    var years: Set<Int> = []

    init(_ text: String) {
      rest = text.unicodeScalars.count <= OtherYears.longest ? Wording.folded(text) : []
      // 2023年, also in brackets.
      var index = 0
      while index + 4 < rest.count {
        if rest[index + 4] == "年", let year = Dates.year(Array(rest[index...(index + 4)]))?.year {
          years.insert(year)
          rest.removeSubrange(index...(index + 4))
        } else {
          index += 1
        }
      }
      for word in OtherYears.last where take(word) { isLast = true }
      for word in OtherYears.this where take(word) { isThis = true }
      if rest.first == "度" { rest.removeFirst() }
    }

    var isEmpty: Bool { rest.isEmpty }
    var names: Bool { isLast || isThis || !years.isEmpty }
    func isOf(_ year: Int?) -> Bool { isThis && !isLast || year.map { years == [$0] } ?? false }

    /// True where it says that it is of another year.
    func isOfAnother(than year: Int?) -> Bool {
      !isThis && (isLast || year.map { !years.isEmpty && !years.contains($0) } ?? false)
    }

    private mutating func take(_ word: [Unicode.Scalar]) -> Bool {
      guard rest.count >= word.count,
        let start = (0...rest.count - word.count).first(where: { rest[$0...].starts(with: word) })
      else { return false }
      rest.removeSubrange(start..<start + word.count)
      return true
    }
  }
}
