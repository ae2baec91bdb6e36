// Output: RecordJSON, clippings → what the web page shows of one report, each finding beside the picture of its place.
import Audit
import DocumentModel
import Foundation
import Statute

/// A report as the page shows it. Findings are known by their numbers from 1.
struct HTMLReportData {
  /// Findings shown together, beside the clipping that holds their places, if there is one.
  struct Group {
    var clipping: Clipping?
    /// Numbers of findings.
    var findings: [Int]
  }

  let record: RecordJSON
  let findings: [FindingJSON]
  /// The messages of the findings.
  let messages: [Localized]
  let groups: [Group]
  private let language: Language
  private let uncheckedTranslations: [String]

  /// - Parameter language: of the record's messages.
  init(_ encoded: EncodedRecord, clippings: [Clipping], language: Language) throws {
    let record = try encoded.decoded()
    self.record = record
    self.language = language
    uncheckedTranslations = encoded.uncheckedTranslations
    findings = record.findings ?? []
    messages = zip(findings, encoded.findings).map { Localized($0.message, in: language, other: $1.translation) }
    var groups: [Group] = [Group(clipping: nil, findings: [])] + clippings.map { Group(clipping: $0, findings: []) }
    for (index, finding) in findings.enumerated() {
      let focus = Self.focus(of: finding, in: record.report.wrapped)
      let found = groups.firstIndex { group in
        guard let clipping = group.clipping, let focus else { return false }
        return clipping.place.shows(focus)
      }
      groups[found ?? 0].findings.append(index + 1)
    }
    self.groups = groups.filter { !$0.findings.isEmpty }
  }

  /// Agency and year, or the file where they are not known.
  var name: Localized {
    let (report, path) = (record.report.wrapped, record.source.path)
    guard let agency = report?.agency.wrapped else { return both(path, path) }
    guard let year = report?.year.wrapped else { return both(agency, agency) }
    return both("\(agency) \(year)年", "\(agency) \(year)")
  }

  /// Why a rule could not judge, the one with this index in the record.
  func reason(_ index: Int, _ unchecked: UncheckedJSON) -> Localized {
    let other = uncheckedTranslations.indices.contains(index) ? uncheckedTranslations[index] : unchecked.reason
    return Localized(unchecked.reason, in: language, other: other)
  }

  /// The places of a cell.
  func places(of cell: CellReferenceJSON, in table: TableID) -> [PlaceJSON] {
    Self.places(of: cell, in: record.report.wrapped?.tables.first { $0.id == table })
  }

  private static func places(of cell: CellReferenceJSON, in table: TableJSON?) -> [PlaceJSON] {
    guard
      let entry = table?.rows.first(where: { $0.id == cell.row })?.entries.first(where: { $0.column == cell.column })
    else { return [] }
    return entry.cell.spans ?? [entry.cell.place]
  }

  /// The cell to be changed, where one is known, else the place of the finding.
  private static func focus(of finding: FindingJSON, in report: ReportJSON?) -> PlaceJSON? {
    for suggestion in finding.allSuggestions {
      let cell = CellReferenceJSON(row: suggestion.cell.row, column: suggestion.cell.column)
      let table = report?.tables.first { $0.id == suggestion.cell.table }
      if let place = places(of: cell, in: table).first, place.page != nil { return place }
    }
    return finding.place.page == nil ? nil : finding.place
  }
}

extension PageArea {
  /// True where the place lies in the area, a point aside.
  func shows(_ place: PlaceJSON) -> Bool {
    guard place.page == page, let box = place.box?.rectangle else { return false }
    return box.left >= area.left - 1 && box.right <= area.right + 1 && box.top >= area.top - 1
      && box.bottom <= area.bottom + 1
  }
}

extension Localized {
  /// From the wording in one language and that in the other.
  init(_ text: String, in language: Language, other: String) {
    self.init(zh: language == .zh ? text : other, en: language == .zh ? other : text)
  }
}
