// Audit: a report → the little of it that is compared with other reports.
import Foundation
import ReportModel
import Statute

/// What the rules on several reports need of one: made where the report was read, kept for the whole run. About 2 KB.
public struct ReportDigest: Codable, Hashable, Sendable {
  /// As printed.
  public var agency: String
  public var year: Int
  /// 上年结转 and 结转下年度 of the six kinds of applicant and in all; nil where a cell could not be read or holds no count.
  package var carriedOver: [Int?]
  package var carriedForward: [Int?]
  /// 规章 and 规范性文件: made, repealed, in force; empty where the table is not of the 2021 form.
  package var documents: [[Int?]]
  /// The five rows with items: last year's number and this year's change; empty where the table is not of the 2019 form.
  package var items: [[Int?]]
  /// Stands for every number that is not 0, with its cell; nil where one could not be read, or too few say anything.
  package var figures: UInt64?
  package var signature: NarrativeSignature
  /// A body that the text names where the report's own name should stand.
  package var otherBody: String?

  package init(
    agency: String, year: Int, carriedOver: [Int?], carriedForward: [Int?], documents: [[Int?]], items: [[Int?]],
    figures: UInt64?, signature: NarrativeSignature, otherBody: String?
  ) {
    self.agency = agency
    self.year = year
    self.carriedOver = carriedOver
    self.carriedForward = carriedForward
    self.documents = documents
    self.items = items
    self.figures = figures
    self.signature = signature
    self.otherBody = otherBody
  }

  /// The cells that findings on several reports may name, by table.
  package static let comparedCells: [(table: TableID, row: RowID, column: ColumnID)] = {
    var cells: [(table: TableID, row: RowID, column: ColumnID)] = []
    for row in [RowID.carriedOver, .carriedForward] {
      for column in Form.applicantColumns { cells.append((.applications, row, column)) }
    }
    for (rows, columns) in [(documentRows, documentColumns), (itemRows, itemColumns)] {
      for row in rows { for column in columns { cells.append((.article20, row, column)) } }
    }
    return cells
  }()

  private static let documentColumns: [ColumnID] = [.made, .repealed, .inForce]
  private static let itemColumns: [ColumnID] = [.previousYearItems, .change]
  static let documentRows: [RowID] = [.regulations, .normativeDocuments]
  static let itemRows: [RowID] = [.licensing, .otherServices, .penalties, .coercion, .fees]

  /// nil where the report's body or year is not known: it cannot be told whose neighbour it is.
  public init?(_ report: Report) {
    guard let agency = report.agency ?? report.signature?.agency, let year = report.year else { return nil }
    self.agency = agency
    self.year = year
    let applications = report[TableID.applications]
    carriedOver = ReportDigest.row(applications?[.carriedOver])
    carriedForward = ReportDigest.row(applications?[.carriedForward])
    let article20 = report[.article20]
    documents =
      article20?.template == .form2021
      ? ReportDigest.documentRows.map { row in
        ReportDigest.documentColumns.map { ReportDigest.count(article20?[row, $0]) }
      } : []
    items =
      article20?.template == .form2019
      ? ReportDigest.itemRows.map { row in
        ReportDigest.itemColumns.map { ReportDigest.count(article20?[row, $0]) }
      } : []
    figures = ReportDigest.figures(report)
    signature = NarrativeSignature(report)
    otherBody = OtherBodyName.find(in: report, agency: agency)
  }

  private static func row(_ row: Row?) -> [Int?] {
    guard let row else { return [] }
    var counts = row.cells.map { count($0.cell, blank: 0) }
    // A blank total is what its parts give.
    if let last = row.cells.last?.cell, last.state == .blank || last.state == .placeholder {
      let parts = counts.dropLast()
      counts[counts.count - 1] = parts.contains(nil) ? nil : parts.reduce(0) { $0 + ($1 ?? 0) }
    }
    return counts
  }

  private static func count(_ cell: Cell?, blank: Int? = nil) -> Int? {
    guard let cell else { return nil }
    switch cell.state {
    case .number: return cell.value?.smallInteger
    case .blank, .placeholder: return blank
    case .text, .unread: return nil
    }
  }

  /// Stocks stay the same from year to year, and totals follow from their parts: what is left must move.
  private static let stocks: Set<ColumnID> = [.previousYearItems, .totalDisclosed, .inForce, .total]
  private static let intake: Set<RowID> = [.newReceived, .carriedOver, .carriedForward, .total]
  /// Fewer numbers than these, or only small ones, are the same two years running by chance.
  private static let leastFlows = 3
  private static let leastLargest: Decimal = 10

  private static func figures(_ report: Report) -> UInt64? {
    var hash = StableHash()
    var flows = 0
    var largest: Decimal = 0
    for table in report.tables {
      hash.add(table.id.rawValue)
      hash.add(table.template.rawValue)
      for row in table.rows {
        for entry in row.cells {
          if entry.cell.state == .unread { return nil }
          guard let value = entry.cell.value, !value.isZero else { continue }
          hash.add(row.id.rawValue)
          hash.add(entry.column.rawValue)
          hash.add(value.smallInteger.map { String($0) } ?? value.plain)
          guard !stocks.contains(entry.column), !intake.contains(row.id) else { continue }
          flows += 1
          largest = max(largest, value)
        }
      }
    }
    return flows >= leastFlows && largest >= leastLargest ? hash.value : nil
  }
}
