// Reconstruction: lines of a text → the same, tables in HTML as rows of fields.
import DocumentModel

/// Converters to Markdown leave tables with merged cells in HTML (`<td rowspan="3">`).
enum MarkupTables {
  static func unfolded(_ lines: [SourceLine]) -> [SourceLine] {
    guard lines.contains(where: { $0.text.holds("<t") || $0.text.holds("<T") }) else { return lines }
    var reader = Reader()
    for line in lines { reader.read(line) }
    // A table without an end would take the rest of the text with it.
    return reader.isOpen ? lines : reader.result
  }

  private struct Reader {
    var result: [SourceLine] = []
    private var row: [SpannedCell]?
    private var number = 0
    private var isInCell = false
    private var isInTable = false
    private var rows = SpannedRows()
    /// A mark that the line before left open.
    private var rest = ""
    var isOpen: Bool { isInTable || !rest.isEmpty }

    mutating func read(_ line: SourceLine) {
      let text = rest + line.text
      rest = ""
      guard isInTable || text.holds("<t") || text.holds("<T") else {
        result.append(line)
        return
      }
      var outside = ""
      var index = text.startIndex
      while index < text.endIndex {
        guard text[index] == "<" else {
          if isInCell, row?.isEmpty == false {
            row![row!.count - 1].text.append(text[index])
          } else if !isInTable {
            outside.append(text[index])
          }
          index = text.index(after: index)
          continue
        }
        guard let end = text[index...].firstIndex(of: ">") else {
          if text[index...].count < 1_000 { rest = text[index...] + " " }
          break
        }
        if !mark(text[text.index(after: index)..<end].lowercased(), line: line.number) {
          if !isInTable { outside += text[index...end] }
        }
        index = text.index(after: end)
      }
      if outside.contains(where: { !$0.isWhitespace }) {
        result.append(SourceLine(number: line.number, text: outside))
      }
    }

    /// False where the mark is none of a table's.
    private mutating func mark(_ mark: String, line: Int) -> Bool {
      let name = mark.prefix { !$0.isWhitespace }
      switch name {
      case "table": (isInTable, rows) = (true, SpannedRows())
      case "/table":
        flush()
        (isInTable, isInCell) = (false, false)
      case "tr" where isInTable:
        flush()
        (row, number) = ([], line)
      case "/tr": flush()
      case "td" where isInTable, "th" where isInTable:
        if row == nil { (row, number) = ([], line) }
        row!.append(
          SpannedCell(
            columns: SpannedRows.span("colspan", in: mark), rows: SpannedRows.span("rowspan", in: mark)))
        isInCell = true
      case "/td", "/th": isInCell = false
      default: return isInTable
      }
      return true
    }

    private mutating func flush() {
      guard let own = row else { return }
      row = nil
      isInCell = false
      let fields = rows.fields(
        own.map { SpannedCell(text: Wording.plain($0.text), columns: $0.columns, rows: $0.rows) })
      result.append(SourceLine(number: number, text: fields.joined(separator: "\t")))
    }
  }
}

extension Wording {
  /// White space as single spaces, the named characters that tables hold as themselves.
  static func plain(_ text: String) -> String {
    shown(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }
}
