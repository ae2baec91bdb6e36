// Reconstruction: how much of the text is not what the pages show, and a report → the report without what rests on such text.
import DocumentModel
import ReportModel
import Statute

/// Over a scanned page lies, unseen, what a program made out of its picture. It leaves out tables, breaks headings up and takes one character for
/// another. Pages that are seen as in a mirror, upside down or askew are not read in the order in which they are seen. What such text does not say
/// is not missing from the page, and what it says is not known to stand there.
enum UnseenText {
  /// A page with as many pieces of invisible text is a picture with a text layer over it.
  static let least = 8

  /// True for a page with these pieces of text that are not seen.
  static func isOn(_ hidden: [HiddenText]) -> Bool { hidden.count(where: \.isInvisible) >= least }

  /// The share of the text that stands on pages none of whose text is what is seen.
  static func share(_ pages: [Page], hidden: Set<Int>) -> Double {
    if hidden.isEmpty { return 0 }
    let all = pages.reduce(0) { $0 + $1.glyphs.count }
    return Double(pages.filter { hidden.contains($0.number) }.reduce(0) { $0 + $1.glyphs.count }) / Double(max(1, all))
  }

  /// The report without what is said to be missing and may stand on such pages; marked where most of the text is so.
  static func acquitted(_ report: Report, share: Double) -> Report {
    guard share > 0 else { return report }
    var result = report
    result.hasIllegibleParts = true
    result.unreadSections.formUnion(SectionID.allCases.filter { report[$0] == nil })
    result.isUnseen = isMost(share)
    return result
  }

  /// True for most of the text.
  static func isMost(_ share: Double) -> Bool { share > 0.5 }

  /// Sections whose headings are hidden under something that is laid over a page, as the bar at the head of a web site that goes along with it.
  static func headings(on pages: [Page]) -> Set<SectionID> {
    let covered = pages.flatMap { page -> [PrintedLine] in
      let own = page.glyphs.filter(\.isHidden)
      return own.count < page.glyphs.count ? LineAssembler.lines(own, page: page.number) : []
    }
    return Set(covered.filter(Headings.mayStart).compactMap(Headings.candidate).map(\.id))
      .union(LostHeadings.mixed([], in: covered.map { Wording.withoutSpaces($0.text) }))
  }
}
