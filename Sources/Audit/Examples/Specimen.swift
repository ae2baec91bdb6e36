// Audit: a consistent report with invented figures, and its changes: examples break it in one place.
import DocumentModel
import Foundation
import ReportModel
import Statute

/// The report that the examples of the rules start from. It keeps every rule.
enum Specimen {
  static let agency = "青山县农业农村局"

  /// The report on `year` in the form that it calls for, or with tables of the other form.
  static func report(on year: Int = 2023, by agency: String = agency, template: Template? = nil) -> Report {
    let template = template ?? Template.called(for: year)
    return Report(
      title: "\(agency)\(year)年政府信息公开工作年度报告", titlePlace: place(page: 1, line: 0), agency: agency,
      year: year,
      period: Period(
        start: Day(year: year, month: 1, day: 1), end: Day(year: year, month: 12, day: 31),
        text: "\(year)年1月1日起至\(year)年12月31日止", place: place(page: 1, line: 1)),
      signature: Signature(
        agency: agency, date: Day(year: year + 1, month: 1, day: 18), place: place(page: 4, line: 30)),
      preamble: lines(["本报告所列数据的统计期限自\(year)年1月1日起至\(year)年12月31日止。"], page: 1, from: 1),
      sections: SectionID.allCases.map { section($0, year: year) },
      tables: TableID.allCases.map { table($0, template) })
  }

  private static func section(_ id: SectionID, year: Int) -> Section {
    let line = id.ordinal * 10
    return Section(
      id: id, heading: "\(id.numeral)、\(id.title)", numeral: id.ordinal, place: place(page: 1, line: line),
      lines: lines(narrative(id, year: year), page: 1, from: line + 1))
  }

  private static func narrative(_ id: SectionID, year: Int) -> [String] {
    switch id {
    case .overview:
      [
        "\(year)年，本机关按照上级部署推进政务公开。",
        "（一）主动公开。全年通过门户网站发布各类信息320条。",
        "（二）依申请公开。全年新收政府信息公开申请70件，上年结转2件，办结71件，结转下年度1件。",
        "（三）政府信息管理。完善公文公开属性认定机制。",
        "（四）政府信息公开平台建设。做好门户网站和政务新媒体的日常维护。",
        "（五）监督保障。开展业务培训，落实工作考核、社会评议和责任追究制度。",
      ]
    case .problems:
      ["存在的主要问题：部分信息更新不够及时。", "改进措施：健全更新机制，压实责任，加强培训。"]
    case .others: ["本年度未收取信息处理费。"]
    case .proactiveDisclosure, .applications, .reviewAndLitigation: []
    }
  }

  static func lines(_ texts: [String], page: Int, from line: Int) -> [TextLine] {
    texts.enumerated().map {
      TextLine(text: $1, place: place(page: page, line: line + $0), startsParagraph: true)
    }
  }

  /// A strip of the page, 12 pt high, `line` counted from the top.
  static func place(page: Int, line: Int) -> Place {
    .page(page, Rectangle(left: 72, top: 60 + 12 * Double(line), right: 520, bottom: 72 + 12 * Double(line)))
  }

  static func table(_ id: TableID, _ template: Template) -> Table {
    let rows = Form.of(id, template).rows.enumerated().map { index, row in
      let top = 100 + 20 * Double(index)
      let printed = figures(id, template, row.id)
      return Row(
        id: row.id, label: row.label,
        labelPlaces: [.page(2 + id.ordinal, Rectangle(left: 72, top: top, right: 190, bottom: top + 12))],
        cells: row.columns.enumerated().map { position, column in
          let left = 200 + 40 * Double(position)
          var cell = Cell(printing: printed[position])
          cell.places = [.page(2 + id.ordinal, Rectangle(left: left, top: top, right: left + 30, bottom: top + 12))]
          return Row.Entry(column: column, cell: cell)
        })
    }
    let columns = Form.of(id, template).rows.flatMap { row in
      row.columns.map { ($0, Form.of(id, template).columnLabel($0, row: row.id)) }
    }
    return Table(
      id: id, template: template, templateIsPrinted: id != .reviewAndLitigation, rows: rows,
      columnLabels: Dictionary(columns) { first, _ in first })
  }

  /// Natural persons and businesses: 60 + 2 = 61 + 1 and 10 + 0 = 10 + 0; every other kind 0.
  private static func figures(_ table: TableID, _ template: Template, _ row: RowID) -> [String] {
    switch (table, template) {
    case (.applications, _):
      let (person, business) = applicants[row] ?? (0, 0)
      return [person, business, 0, 0, 0, 0, person + business].map(String.init)
    case (.reviewAndLitigation, _):
      return row == .review
        ? ["3", "1", "0", "1", "5"]
        : row == .litigationDirect
          ? ["1", "0", "0", "0", "1"]
          : ["0", "0", "0", "0", "0"]
    case (.article20, .form2021): return article20For2021[row] ?? []
    case (.article20, .form2019): return article20For2019[row] ?? []
    }
  }

  private static let applicants: [RowID: (Int, Int)] = [
    .newReceived: (60, 10), .carriedOver: (2, 0), .granted: (41, 7), .partiallyGranted: (5, 1),
    .deniedThirdPartyRights: (3, 0), .unavailableNotHeld: (9, 2), .rejectedPetition: (2, 0),
    .rejectedRepeated: (1, 0), .total: (61, 10), .carriedForward: (1, 0),
  ]

  private static let article20For2021: [RowID: [String]] = [
    .regulations: ["0", "0", "0"], .normativeDocuments: ["3", "1", "12"], .licensing: ["120"],
    .penalties: ["15"], .coercion: ["0"], .fees: ["35.6"],
  ]

  private static let article20For2019: [RowID: [String]] = [
    .regulations: ["0", "0", "0"], .normativeDocuments: ["3", "3", "12"], .licensing: ["20", "1", "120"],
    .otherServices: ["8", "-1", "30"], .penalties: ["45", "0", "15"], .coercion: ["2", "0", "0"],
    .fees: ["5", "0"], .procurement: ["2", "350000"],
  ]
}

extension TableID {
  fileprivate var ordinal: Int { Self.allCases.firstIndex(of: self)! }
}
