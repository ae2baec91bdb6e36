// Output: Record → the marks that show its findings on the pages.
import Audit
import DocumentModel
import Foundation
import ReportModel
import Statute

/// What is drawn into a copy of the report: a frame around every offending cell, a highlight on what adds up to it, and a note
/// in the margin for every finding.
public struct AnnotationPlan {
  /// Points between a box and its frame, and beside it to the end of its highlight.
  private static let gap = 1.5
  /// Points; notes stand in the left margin, one below another.
  private static let noteSize = 16.0
  private static let noteLeft = 10.0

  private let report: Report
  private let language: Language

  public init(report: Report, language: Language) {
    self.report = report
    self.language = language
  }

  /// The marks, by page and place.
  public func marks(for findings: [Finding]) -> [PageMark] {
    var marks: [PageMark] = []
    for finding in findings {
      for (place, isAddend) in places(of: finding) { add(mark(place, isAddend, finding), to: &marks) }
    }
    for finding in findings { if let note = note(finding, beside: marks) { marks.append(note) } }
    return marks.sorted {
      ($0.place.page, $0.place.area.top, $0.place.area.left) < ($1.place.page, $1.place.area.top, $1.place.area.left)
    }
  }

  /// The boxes of a finding's cells; addends of zero aside, which are no part of what is wrong.
  private func places(of finding: Finding) -> [(PageArea, isAddend: Bool)] {
    let isSum = finding.expected != nil && finding.cells.count > 1
    var places: [(PageArea, isAddend: Bool)] = []
    let table = finding.table.flatMap { report[$0] }
    for (index, reference) in finding.cells.enumerated() {
      guard let row = reference.row, let column = reference.column, let cell = table?[row, column] else { continue }
      let isAddend = isSum && index < finding.cells.count - 1
      if isAddend && (cell.value ?? 0) == 0 { continue }
      places += cell.places.compactMap(PageArea.init).map { ($0, isAddend) }
    }
    for suggestion in finding.suggestions {
      let cell = report[suggestion.table]?[suggestion.row, suggestion.column]
      places += (cell?.places ?? []).compactMap(PageArea.init).map { ($0, false) }
    }
    if places.isEmpty, let place = finding.place.flatMap(PageArea.init) { places.append((place, false)) }
    return places
  }

  private func mark(_ place: PageArea, _ isAddend: Bool, _ finding: Finding) -> PageMark {
    var place = place
    let box = place.area
    // A highlight stays on its line, but a lone digit is too narrow to be seen in one that is no wider.
    let above = isAddend ? 0 : Self.gap
    place.area = Rectangle(
      left: box.left - Self.gap, top: box.top - above, right: box.right + Self.gap, bottom: box.bottom + above)
    return PageMark(
      place: place, shape: isAddend ? .highlight : .frame, colour: finding.severity.colour, text: text(finding))
  }

  /// One mark a box, in the graver of its colours, with all its findings; a frame takes the place of a highlight.
  private func add(_ mark: PageMark, to marks: inout [PageMark]) {
    let same = marks.firstIndex { other in
      let (a, b) = (other.place, mark.place)
      return a.page == b.page && abs(a.area.midX - b.area.midX) < 0.5 && abs(a.area.midY - b.area.midY) < 0.5
    }
    guard let same else { return marks.append(mark) }
    if mark.shape == .frame && marks[same].shape == .highlight {
      (marks[same].shape, marks[same].place) = (.frame, mark.place)
    }
    if !marks[same].text.contains(mark.text) { marks[same].text += "\n\n" + mark.text }
  }

  private func note(_ finding: Finding, beside marks: [PageMark]) -> PageMark? {
    guard let place = finding.place.flatMap(PageArea.init) else { return nil }
    var top = place.area.top
    let others = marks.filter { $0.shape == .note && $0.place.page == place.page }.map(\.place.area.top)
    while let other = others.first(where: { abs($0 - top) < Self.noteSize }) { top = other + Self.noteSize + 1 }
    let area = Rectangle(
      left: Self.noteLeft, top: top, right: Self.noteLeft + Self.noteSize, bottom: top + Self.noteSize)
    return PageMark(
      place: PageArea(page: place.page, area: area), shape: .note, colour: finding.severity.colour, text: text(finding))
  }

  private func text(_ finding: Finding) -> String {
    let json = FindingJSON(finding, language: language)
    var lines = ["\(finding.severity.word[language]) \(finding.rule)", finding.message[language].printable]
    for suggestion in json.allSuggestions {
      lines.append(language.say("更正建议：", "Suggestion: ") + suggestion.sentence(language))
    }
    return lines.joined(separator: "\n")
  }
}

extension PageArea {
  fileprivate init?(_ place: Place) {
    guard case .page(let page, let box) = place else { return nil }
    self.init(page: page, area: box)
  }
}

extension Severity {
  /// Of marks on paper.
  fileprivate var colour: PageMark.Colour {
    switch self {
    case .error: .init(red: 0.85, green: 0.1, blue: 0.1)
    case .warning: .init(red: 0.9, green: 0.5, blue: 0)
    case .info: .init(red: 0.1, green: 0.4, blue: 0.8)
    }
  }
}
