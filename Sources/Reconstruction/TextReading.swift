// Reconstruction: lines of a text → tables and running text.
import DocumentModel
import ReportModel
import Statute

enum TextReading {
  static func read(_ lines: [SourceLine]) -> TableReading {
    TableReading()
  }
}
