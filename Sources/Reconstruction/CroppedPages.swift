// Reconstruction: where text of a page starts that is not seen → the pages that show only a part of what they hold.
import DocumentModel

/// A page whose crop box leaves out a part of its text (a sheet that was trimmed, half a sheet) does not show what the file has: what is not found
/// may stand there, and is not missing from the report.
enum CroppedPages {
  /// So many pieces of text outside are more than a printer's mark.
  private static let least = 2

  /// The pages, by number, that are so.
  static func numbers(_ pages: [Page], hidden: (Int) -> [HiddenText]) -> Set<Int> {
    Set(
      pages.map(\.number).filter { number in
        let page = pages[number - 1]
        let outside = hidden(number).lazy.filter { text in
          !text.isInvisible
            && !((0...page.width).contains(text.x) && (0...page.height).contains(text.y))
        }
        return outside.count >= least
      })
  }
}
