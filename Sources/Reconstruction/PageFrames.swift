// Reconstruction: a document of pages as displayed → the pages as they are read, and places brought back.
import DocumentModel

/// Two pages printed side by side on one sheet are read one after the other; a page whose letters are of no usual size was brought to one when
/// it was extracted. Everybody else sees pages of the usual kind.
struct PageFrames {
  /// Where a page for reading lies on a page of the document.
  private struct Frame {
    var page: Page
    /// Its left and right edge there.
    var left = 0.0
    var right: Double
  }
  private var frames: [Frame]

  /// nil where every page is read as it is.
  init?(_ pages: [Page], rulings: (Int) -> [Ruling]) {
    let halved = Self.halved(pages, rulings: rulings)
    if halved.isEmpty, pages.allSatisfy({ $0.scale == 1 }) { return nil }
    frames = pages.flatMap { page -> [Frame] in
      guard halved.contains(page.number) else { return [Frame(page: page, right: page.width)] }
      let middle = page.width / 2
      return [Frame(page: page, right: middle), Frame(page: page, left: middle, right: page.width)]
    }
  }

  var pages: [Page] {
    frames.enumerated().map { index, frame in
      var page = frame.page
      page.number = index + 1
      page.width = frame.right - frame.left
      guard page.width != frame.page.width else { return page }
      page.glyphs = page.glyphs.filter { frame.left <= $0.box.midX && $0.box.midX < frame.right }
      for index in page.glyphs.indices {
        page.glyphs[index].box.left -= frame.left
        page.glyphs[index].box.right -= frame.left
      }
      return page
    }
  }

  /// The document with these pages.
  func document(_ source: Document) -> Document {
    Document(
      content: .pages(pages),
      rulings: { number in
        let frame = frames[number - 1]
        return source.rulings(frame.page.number).compactMap { ruling in
          var ruling = ruling
          if ruling.isHorizontal {
            guard ruling.end > frame.left, ruling.start < frame.right else { return nil }
            (ruling.start, ruling.end) = (max(0, ruling.start - frame.left), min(ruling.end, frame.right) - frame.left)
          } else {
            guard ruling.position >= frame.left, ruling.position <= frame.right else { return nil }
            ruling.position -= frame.left
          }
          return ruling
        }
      },
      hiddenText: { number in
        let frame = frames[number - 1]
        return source.hiddenText(frame.page.number).map {
          HiddenText(x: $0.x - frame.left, y: $0.y, isInvisible: $0.isInvisible)
        }
      },
      sidewaysText: { number in
        let frame = frames[number - 1]
        return source.sidewaysText(frame.page.number).map { SidewaysText(x: $0.x - frame.left, y: $0.y) }
      })
  }

  /// A place on the page as displayed.
  func displayed(_ place: Place) -> Place {
    guard case .page(let number, let box) = place, frames.indices.contains(number - 1) else { return place }
    let frame = frames[number - 1]
    let moved = Rectangle(
      left: box.left + frame.left, top: box.top, right: box.right + frame.left, bottom: box.bottom)
    return .page(frame.page.number, moved.scaled(by: 1 / frame.page.scale))
  }
}

extension PageFrames {
  /// Two upright pages side by side are at least so much wider than high.
  private static let widest = 1.15
  /// Nothing is printed over this share of the width about the middle: the margins of both pages.
  private static let gutter = 0.016
  /// A line between them that is longer than this share of the height is a frame about one of them.
  private static let frame = 0.6
  /// Each half of one sheet holds so many ideographs: no half of a table does.
  private static let fewest = 100

  /// The numbers of the pages that are two.
  private static func halved(_ pages: [Page], rulings: (Int) -> [Ruling]) -> Set<Int> {
    let wide = pages.filter { $0.width >= widest * $0.height && !$0.glyphs.isEmpty }
    guard !wide.isEmpty else { return [] }
    let parted = wide.filter { page in
      let middle = page.width * (0.5 - gutter / 2)...page.width * (0.5 + gutter / 2)
      return !page.glyphs.contains { $0.box.right > middle.lowerBound && $0.box.left < middle.upperBound }
        && !rulings(page.number).contains { ruling in
          ruling.isHorizontal
            ? ruling.start < middle.lowerBound && ruling.end > middle.upperBound
            : middle.contains(ruling.position) && ruling.end - ruling.start < frame * page.height
        }
        && PageOrientation.of(page) == .upright
    }
    guard parted.count == wide.count, parted.contains(where: isFull) else { return [] }
    return Set(parted.map(\.number))
  }

  private static func isFull(_ page: Page) -> Bool {
    let ideographs = page.glyphs.filter { Wording.isIdeograph($0.character) }
    let left = ideographs.count { $0.box.midX < page.width / 2 }
    return min(left, ideographs.count - left) >= fewest
  }
}
