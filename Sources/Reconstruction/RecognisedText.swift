// Reconstruction: which pages are pictures with a text layer over them, and a report → the report without what rests on such text.
import DocumentModel
import ReportModel
import Statute

/// Over a scanned page lies, unseen, what a program made out of its picture. It leaves out tables, breaks headings up and takes one character for
/// another: what it does not say is not missing from the page, and what it says is not known to stand there.
enum RecognisedText {
  /// A page with as many pieces of invisible text is such a page.
  static let least = 8

  /// True for a page with these pieces of text that are not seen.
  static func isOn(_ hidden: [HiddenText]) -> Bool { hidden.count(where: \.isInvisible) >= least }

  /// The report without what is said to be missing and may stand on such pages; marked where most of the text is so.
  static func acquitted(_ report: Report, _ document: Document) -> Report {
    guard case .pages(let pages) = document.content else { return report }
    let recognised = pages.filter { isOn(document.hiddenText($0.number)) }
    guard !recognised.isEmpty else { return report }
    var result = report
    result.hasIllegibleParts = true
    result.unreadSections.formUnion(SectionID.allCases.filter { report[$0] == nil })
    let characters = { (pages: [Page]) in pages.reduce(0) { $0 + $1.glyphs.count } }
    result.isRecognised = 2 * characters(recognised) > characters(pages)
    return result
  }
}
