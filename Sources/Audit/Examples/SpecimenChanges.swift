// Audit: a specimen → the same with one thing changed, in words that read like the fault.
import DocumentModel
import Foundation
import ReportModel
import Statute

extension Cell {
  /// A cell that prints `text`: nothing, a placeholder, a number, or something else. Only for examples and tests: reading
  /// real cells is the reconstruction's work.
  init(printing text: String) {
    switch text {
    case "": self.init(state: .blank)
    case "/", "-", "—", "无": self.init(state: .placeholder, text: text)
    default:
      let unit = ["万元", "元", "件", "条", "项"].first(where: text.hasSuffix)
      let digits = unit.map { String(text.dropLast($0.count)) } ?? text
      let isNumber = digits.allSatisfy { "0123456789.-".contains($0) }
      if isNumber, let value = Decimal(string: digits) {
        self.init(state: .number, text: text, value: value, unit: unit)
      } else {
        self.init(state: .text, text: text)
      }
    }
  }
}

extension Report {
  /// The report with another text printed in one cell.
  func printing(_ text: String, in table: TableID, _ row: RowID, _ column: ColumnID) -> Report {
    changing(table, row, column) { old in
      var cell = Cell(printing: text)
      cell.places = old.places
      return cell
    }
  }

  /// The report with a cell that could not be read.
  func losing(_ table: TableID, _ row: RowID, _ column: ColumnID, because doubt: Doubt) -> Report {
    changing(table, row, column) { Cell(state: .unread, text: $0.text, places: $0.places, doubt: doubt) }
  }

  private func changing(_ table: TableID, _ row: RowID, _ column: ColumnID, _ change: (Cell) -> Cell) -> Report {
    changing(table) { table in
      guard let at = table.rows.firstIndex(where: { $0.id == row }),
        let cell = table.rows[at].cells.firstIndex(where: { $0.column == column })
      else { return }
      table.rows[at].cells[cell].cell = change(table.rows[at].cells[cell].cell)
    }
  }

  /// The report with one table changed.
  func changing(_ table: TableID, _ change: (inout Table) -> Void) -> Report {
    var report = self
    for index in report.tables.indices where report.tables[index].id == table { change(&report.tables[index]) }
    return report
  }

  /// The report without that section; its table stays.
  func omitting(_ section: SectionID) -> Report {
    changing { $0.sections.removeAll { $0.id == section } }
  }

  /// The report without that table; its section stays.
  func omitting(_ table: TableID) -> Report {
    changing { $0.tables.removeAll { $0.id == table } }
  }

  /// The report with other paragraphs in one section.
  func saying(_ paragraphs: String..., in section: SectionID) -> Report {
    changing { report in
      guard let index = report.sections.firstIndex(where: { $0.id == section }) else { return }
      report.sections[index].lines = Specimen.lines(paragraphs, page: 1, from: section.ordinal * 10 + 1)
    }
  }

  /// The report with a paragraph more in section 一.
  func adding(_ paragraph: String, to section: SectionID = .overview) -> Report {
    changing { report in
      guard let index = report.sections.firstIndex(where: { $0.id == section }) else { return }
      report.sections[index].lines += Specimen.lines([paragraph], page: 2, from: section.ordinal)
    }
  }

  /// The report without its period, and without the sentence that states it.
  func withoutPeriod() -> Report {
    changing {
      $0.period = nil
      $0.preamble = Specimen.lines(["现将本年度报告予以公布。"], page: 1, from: 1)
    }
  }

  func changing(_ change: (inout Report) -> Void) -> Report {
    var report = self
    change(&report)
    return report
  }
}

extension Example.Mark {
  /// The cells at those rows and columns of a table.
  static func cells(_ table: TableID, _ cells: (RowID, ColumnID)...) -> Example.Mark {
    Example.Mark(table: table, cells: cells.map { CellReference(row: $0.0, column: $0.1) })
  }

  static func section(_ section: SectionID) -> Example.Mark { Example.Mark(section: section) }
}
