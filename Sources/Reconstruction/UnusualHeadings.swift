// Reconstruction: headings of sections that stand where the form has none → the same as other headings.
import Foundation
import Statute

/// Reports set a heading behind the last sentence before it, as a line break was lost.
enum UnusualHeadings {
  /// The flow with headings that stand behind a sentence, whole or to the end of the line, on lines of their own.
  static func parted(_ items: [FlowItem]) -> [FlowItem] {
    items.indices.flatMap { index -> [FlowItem] in
      guard case .line(let line) = items[index] else { return [items[index]] }
      var next = ""
      if index + 1 < items.count, case .line(let line) = items[index + 1] { next = line.compact }
      guard let (before, heading) = parted(line.compact, next: next) else { return [items[index]] }
      return [before, heading].map { text in
        var own = line
        own.text = text
        return .line(own)
      }
    }
  }

  /// What stands before the heading and the heading, which may go on in the next line.
  private static func parted(_ text: String, next: String) -> (String, String)? {
    for mark in ["。", "！", "；"] where text.holds(mark) {
      guard let place = text.range(of: mark, options: .backwards) else { continue }
      let heading = String(text[place.upperBound...])
      guard heading.unicodeScalars.count >= 2, Headings.startsWithNumeral(heading) else { continue }
      let isWhole = SectionID.allCases.contains { id in
        let wordings = HeadingTitles.wordings(of: id)
        return wordings.contains(heading) || !next.isEmpty && wordings.contains(heading + next)
      }
      if isWhole { return (String(text[..<place.upperBound]), heading) }
    }
    return nil
  }
}
