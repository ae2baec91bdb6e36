// Output: the JSON of a report, the cells of a finding → where the first of them stands, without making values of all the rest.
import Audit
import Foundation
import Statute

/// The places of some cells of a table.
struct CellPlaces {
  private struct Wanted {
    var table: TableID
    var cells: [CellReference]
  }

  /// Where the first of the cells stands that has a place; nil where none has.
  /// - Parameter report: one `ReportJSON`, or `null`.
  static func first(of cells: [CellReference], in table: TableID, report: [UInt8]) throws -> PlaceJSON? {
    let decoder = JSONDecoder()
    decoder.userInfo[key] = Wanted(table: table, cells: cells)
    let places = try decoder.decode(Tables?.self, from: Data(report))?.places ?? [:]
    return cells.lazy.compactMap { places[$0] }.first
  }

  private static let key = CodingUserInfoKey(rawValue: "wanted")!

  private enum Key: String, CodingKey { case tables, id, rows, cells }

  private struct Tables: Decodable {
    var places: [CellReference: PlaceJSON] = [:]

    init(from decoder: any Decoder) throws {
      guard let wanted = decoder.userInfo[CellPlaces.key] as? Wanted else { return }
      var tables = try decoder.container(keyedBy: Key.self).nestedUnkeyedContainer(forKey: .tables)
      while !tables.isAtEnd {
        let table = try tables.nestedContainer(keyedBy: Key.self)
        guard try table.decode(TableID.self, forKey: .id) == wanted.table else { continue }
        var rows = try table.nestedUnkeyedContainer(forKey: .rows)
        while !rows.isAtEnd {
          let row = try rows.nestedContainer(keyedBy: Key.self)
          let id = try row.decode(RowID.self, forKey: .id)
          let cells = try row.nestedContainer(keyedBy: ColumnKey.self, forKey: .cells)
          for reference in wanted.cells where places[reference] == nil && (reference.row ?? id) == id {
            places[reference] = try place(of: reference, among: cells)
          }
        }
      }
    }

    private func place(
      of reference: CellReference, among cells: KeyedDecodingContainer<ColumnKey>
    ) throws -> PlaceJSON? {
      for column in reference.column.map({ [$0] }) ?? RowJSON.columnOrder {
        let place = try cells.decodeIfPresent(PlaceJSON.self, forKey: ColumnKey(stringValue: column.rawValue))
        if let place, place != PlaceJSON(nil) { return place }
      }
      return nil
    }
  }
}
