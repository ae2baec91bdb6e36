// Reconstruction: lines of a text without fields → tables and running text.
import DocumentModel
import ReportModel
import Statute

enum LooseTextReading {
  static func read(_ lines: [SourceLine]) -> TableReading {
    var reading = TableReading()
    for line in lines where line.text.contains(where: { !$0.isWhitespace }) {
      reading.items.append(.line(TextFlow.line(line)))
    }
    return reading
  }
}
