// Reconstruction: the headings of a report and what stands behind its signature → whether its pages are out of order.
import DocumentModel
import ReportModel
import Statute

/// Pages that were put together in another order have their last section and the signature before other sections. What is found behind it is not
/// missing.
enum PageOrder {
  /// A signature alone, with as many sections behind it, was their last page.
  private static let enough = 3

  /// The sections whose headings stand behind the signature (on pages that follow, beside it on a page that shows two, in a text that goes its own
  /// way), where those before it lack them all: a second report, or an annex, has sections again that were there before.
  static func behind(_ signature: Place?, _ sections: [Section], lines: [FlowLine]) -> Set<SectionID> {
    guard let last = signature ?? sections.last?.place else { return [] }
    let start = signature.flatMap { place in lines.lastIndex { $0.place == place } }
    let rest = lines.enumerated().filter { index, line in
      if let start, index > start { return true }
      guard case .page(let page, _) = line.place, case .page(let last, _) = last else { return false }
      return page > last
    }.map(\.element)
    var found: Set<SectionID> = []
    for index in rest.indices {
      guard let heading = Headings.candidate(rest, at: index), heading.score >= 1,
        heading.numeral == heading.id.ordinal
      else { continue }
      found.insert(heading.id)
    }
    guard !sections.isEmpty || found.count >= enough else { return [] }
    return found.isDisjoint(with: sections.map(\.id)) ? found : []
  }
}

extension Report {
  /// The report without what is said to be missing from pages that are out of order.
  func withPagesOutOfOrder(_ headings: Set<SectionID>) -> Report {
    guard !headings.isEmpty else { return self }
    var result = self
    result.isDisordered = true
    result.unreadSections.formUnion(SectionID.allCases.filter { self[$0] == nil })
    for index in tables.indices {
      (result.tables[index].missingRows, result.tables[index].missingColumns) = ([], [])
    }
    return result
  }
}
