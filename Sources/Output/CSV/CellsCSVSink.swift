// Output: records → one long table of cells: a line for every cell of every report.
import Audit
import Foundation

/// What `extract --format csv` prints. Reports that could not be read have no lines.
public struct CellsCSVSink: RecordSink {
  public init() {}

  /// The names of the columns, in order.
  static let columns = [
    "agency", "year", "table", "template", "row", "column", "state", "value", "text", "unit", "note", "doubt", "path",
    "page", "line", "left", "top", "right", "bottom",
  ]

  public func opening() -> [UInt8] {
    var csv = CSVWriter()
    csv.line(Self.columns)
    return CSVWriter.byteOrderMark + csv.bytes
  }

  public func add(_ record: EncodedRecord) throws -> [UInt8] {
    var csv = CSVWriter()
    guard let report = try record.decoded().report.wrapped else { return [] }
    for table in report.tables {
      for row in table.rows {
        for entry in row.entries {
          let (cell, box) = (entry.cell, entry.cell.place.box?.rectangle)
          csv.line([
            report.agency.wrapped ?? "", report.year.wrapped?.description ?? "", table.id.rawValue,
            table.template.rawValue, row.id.rawValue, entry.column.rawValue, cell.state.rawValue,
            cell.value.wrapped?.description ?? "", cell.text, cell.unit ?? "", cell.note ?? "",
            cell.doubt?.rawValue ?? "", CSVWriter.path(record.source.path), cell.place.page?.description ?? "",
            cell.place.line?.description ?? "", points(box?.left), points(box?.top), points(box?.right),
            points(box?.bottom),
          ])
        }
      }
    }
    return csv.bytes
  }

  private func points(_ value: Double?) -> String { value?.description ?? "" }
}
