// Seeded consistent applications tables, for properties that must hold in all of them.
import Foundation
import ReportModel
import Statute
import TestHelp

@testable import Audit

enum ConsistentTables {
  /// A report whose applications table holds; about half of its outcomes are 0, and zeros may be left blank.
  static func report(_ template: Template, seed: UInt64, blankZeros: Bool = false) -> Report {
    var random = SeededGenerator(seed: seed)
    let year = template == .form2019 ? 2020 : 2023
    // Nothing but the table, so that many of them are judged quickly.
    let bare = Report(year: year, tables: [Specimen.table(.applications, template)])
    return bare.changing(.applications) { table in
      let outcomes = table.rows.indices.filter {
        ![.newReceived, .carriedOver, .total, .carriedForward].contains(table.rows[$0].id)
      }
      var figures = Array(repeating: Array(repeating: 0, count: 7), count: table.rows.count)
      for column in 0..<6 {
        for row in outcomes {
          figures[row][column] = Bool.random(using: &random) ? 0 : Int.random(in: 1...60, using: &random)
        }
        let total = outcomes.reduce(0) { $0 + figures[$1][column] }
        let forward = Int.random(in: 0...12, using: &random)
        let carried = Int.random(in: 0...min(9, total + forward), using: &random)
        figures[0][column] = total + forward - carried
        figures[1][column] = carried
        figures[table.rows.count - 2][column] = total
        figures[table.rows.count - 1][column] = forward
      }
      for row in figures.indices {
        figures[row][6] = figures[row][..<6].reduce(0, +)
        for column in 0..<7 {
          let text = blankZeros && figures[row][column] == 0 ? "" : String(figures[row][column])
          var cell = Cell(printing: text)
          cell.places = table.rows[row].cells[column].cell.places
          table.rows[row].cells[column].cell = cell
        }
      }
    }
  }
}
