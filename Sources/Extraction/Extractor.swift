// Extraction: the bytes of a file → Document.
import CNettle
import DocumentModel

/// What was extracted from one input, and what it is.
public struct Extracted: Sendable {
  public enum Format: String, Sendable { case pdf, text }
  public var format: Format
  /// Pages of a PDF; nil for a text.
  public var pages: Int?
  public var document: Document
}

/// Reads documents. The kind of a document is recognised by its content, never by its name.
public enum Extractor {
  /// A report has some ten pages, the longest known some two hundred; beyond this the rest would only cost time.
  public static let mostPages = 2_000

  /// Reads a PDF or a text (UTF-8, UTF-16, GB18030).
  /// - Throws: `noTextLayer`, `encrypted`, `damaged`, or `tooLarge` for a PDF of more than `mostPages` pages.
  public static func extract(_ bytes: [UInt8]) throws(ReadingFailure) -> Extracted {
    if bytes.isEmpty { throw .damaged(.empty) }
    if !isPDF(bytes) {
      let lines = try TextReader.read(bytes)
      return Extracted(format: .text, pages: nil, document: Document(content: .text(lines)))
    }
    return try pages(of: bytes, areWhole: false)
  }

  /// - Parameter areWhole: true where the pages themselves show what annotations add to them.
  private static func pages(of bytes: [UInt8], areWhole: Bool) throws(ReadingFailure) -> Extracted {
    let reader = try PopplerReader(bytes)
    let count = reader.pageCount
    if count > mostPages { throw .tooLarge(.pages(count, limit: mostPages)) }
    if count == 0 { throw .damaged(.noPages) }
    // A second library reads the same bytes: what it cannot make sense of is no report's fault, and must not look like one. It comes first:
    // poppler can take long over a damaged file, to complain of each of its faults.
    guard let file = QpdfFile(bytes) else { throw .damaged(.content) }
    var paints = try reader.sizes().enumerated().map { index, size in
      PagePaint(page: index, of: file, width: size.width, height: size.height)
    }
    if areTorn(paints) { file.isDamaged = true }
    if file.isDamaged || file.contradicts(digitFonts: { reader.digitFonts }) { throw .damaged(.content) }
    let unfollowed = file.pagesNotFollowed
    for index in unfollowed { paints[index].isUncertain = true }
    if !areWhole, let drawn = file.withAnnotationsDrawn(except: unfollowed) {
      return try self.pages(of: drawn, areWhole: true)
    }
    let wrongDigits = DigitWitness.wrongDigits(file.fonts)
    var pages: [Page] = []
    for index in 0..<count { pages.append(try reader.page(index, wrongDigits: wrongDigits)) }
    pages = PageScale.usual(pages)
    for (index, page) in pages.enumerated() where page.scale != 1 {
      let isUncertain = paints[index].isUncertain
      paints[index] = PagePaint(page: index, of: file, width: page.width, height: page.height)
      paints[index].isUncertain = paints[index].isUncertain || isUncertain
    }
    if pages.allSatisfy(\.glyphs.isEmpty) { throw .noTextLayer(pages: count) }
    for index in pages.indices {
      pages[index] = AskewText.removed(pages[index], paints[index].askew)
      let lost = paints[index].lost.filter { lost in
        !pages[index].glyphs.contains { lost.box.contains(x: $0.box.midX, y: $0.box.midY) }
      }
      pages[index].glyphs += paints[index].unsaid + lost
      if paints[index].isUncertain {
        for glyph in pages[index].glyphs.indices { pages[index].glyphs[glyph].isHidden = true }
      }
    }
    return Extracted(
      format: .pdf, pages: count,
      document: Document(
        content: .pages(pages), rulings: { [paints] in paints[$0 - 1].rulings },
        hiddenText: { [paints] in paints[$0 - 1].hidden },
        sidewaysText: { [paints] in paints[$0 - 1].sideways }, pictures: { [paints] in paints[$0 - 1].pictures },
        outlines: { [paints] in paints[$0 - 1].outlines },
        clips: { [paints] in paints[$0 - 1].clips }))
  }

  /// True where a writer broke a page off within a graphics state and went on with it on the next, which has none: what stands there has lost its
  /// place. Writers that never match their states begin with an end, or end with a beginning, and nothing has moved.
  private static func areTorn(_ paints: [PagePaint]) -> Bool {
    guard let first = paints.first, let last = paints.last, !first.closesMore, !last.leavesOpen else { return false }
    return zip(paints, paints.dropFirst()).contains { $0.leavesOpen && $1.closesMore }
  }

  /// The SHA-256 of the bytes, 64 hexadecimal digits.
  public static func sha256(_ bytes: [UInt8]) -> String {
    var state = sha256_ctx()
    nettle_sha256_init(&state)
    nettle_sha256_update(&state, bytes.count, bytes)
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    nettle_sha256_digest(&state, digest.count, &digest)
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The header may stand anywhere in the first 1024 bytes (ISO 32000-1, annex H, implementation note 13).
  private static func isPDF(_ bytes: [UInt8]) -> Bool {
    let mark = Array("%PDF-".utf8)
    let head = bytes.prefix(1024)
    return head.indices.contains { head[$0...].starts(with: mark) }
  }
}
