// Extraction: the bytes of a PDF → pages of characters with their boxes, through poppler-glib.
import CPoppler
import DocumentModel

/// An open PDF. Owns the poppler document and frees it.
struct PopplerReader: ~Copyable {
  private let document: OpaquePointer

  /// Opens a PDF held in memory.
  /// - Throws: `encrypted` where it needs a password, `damaged` with poppler's own words otherwise.
  init(_ bytes: [UInt8]) throws(ReadingFailure) {
    PopplerTables.keep()
    self.document = try PopplerReader.open(bytes)
  }

  /// A document, which the caller has to unref.
  static func open(_ bytes: [UInt8]) throws(ReadingFailure) -> OpaquePointer {
    let data = bytes.withUnsafeBytes { g_bytes_new($0.baseAddress, gsize($0.count)) }
    defer { g_bytes_unref(data) }
    var error: UnsafeMutablePointer<GError>?
    guard let document = poppler_document_new_from_bytes(data, nil, &error) else {
      throw PopplerReader.failure(error)
    }
    return document
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(document)) }

  var pageCount: Int { Int(poppler_document_get_n_pages(document)) }

  /// Calls `body` with the document.
  func withDocument<Result>(_ body: (OpaquePointer) -> Result) -> Result { body(document) }

  /// The page with that index from 0, which the caller has to unref; nil where poppler cannot give it.
  func openPage(_ index: Int) -> OpaquePointer? { poppler_document_get_page(document, Int32(index)) }

  /// The width and height of each page, in points as displayed.
  /// - Throws: `damaged` where poppler cannot give a page.
  func sizes() throws(ReadingFailure) -> [(width: Double, height: Double)] {
    var result: [(width: Double, height: Double)] = []
    for index in 0..<pageCount {
      guard let page = openPage(index) else { throw .damaged(.page(index + 1)) }
      defer { g_object_unref(UnsafeMutableRawPointer(page)) }
      var (width, height) = (0.0, 0.0)
      poppler_page_get_size(page, &width, &height)
      result.append((width, height))
    }
    return result
  }

  /// One page, by index from 0. Digits of fonts that draw another one there (`DigitWitness`) are unknown characters, and hidden.
  /// - Throws: `damaged` where poppler cannot give the page, or where characters and boxes do not run parallel.
  func page(_ index: Int, wrongDigits: [String: Set<Unicode.Scalar>] = [:]) throws(ReadingFailure) -> Page {
    guard let page = openPage(index) else { throw .damaged(.page(index + 1)) }
    defer { g_object_unref(UnsafeMutableRawPointer(page)) }
    var width = 0.0
    var height = 0.0
    poppler_page_get_size(page, &width, &height)
    return Page(
      number: index + 1, width: width, height: height,
      glyphs: try glyphs(of: page, number: index + 1, wrongDigits: wrongDigits))
  }

  /// All that a page holds, and more. Asked for the page alone, poppler begins with the first block of text that reaches into it and ends with the
  /// last; where one reaches over the edge it leaves out others that are on the page.
  private static let everything: PopplerRectangle = {
    var area = PopplerRectangle()
    (area.x1, area.y1, area.x2, area.y2) = (-100_000, -100_000, 100_000, 100_000)
    return area
  }()

  /// Text and boxes run parallel by Unicode scalar once the bidi controls, which have no box, are dropped.
  private func glyphs(
    of page: OpaquePointer, number: Int, wrongDigits: [String: Set<Unicode.Scalar>]
  ) throws(ReadingFailure) -> [Glyph] {
    var rectangles: UnsafeMutablePointer<PopplerRectangle>?
    var count: guint = 0
    // Without any character poppler answers false and leaves the pointer alone.
    var area = Self.everything
    guard poppler_page_get_text_layout_for_area(page, &area, &rectangles, &count) != 0, let rectangles else {
      return []
    }
    defer { g_free(rectangles) }
    guard let text = poppler_page_get_text_for_area(page, &area) else { return [] }
    defer { g_free(text) }
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(Int(count))
    var index = 0
    let fonts = wrongDigits.isEmpty ? [] : fontNames(page, count: Int(count))
    for scalar in String(cString: text).unicodeScalars where !(0x202A...0x202E).contains(scalar.value) {
      defer { index += 1 }
      guard index < Int(count) else { break }
      if scalar.isSpace || scalar.value < 0x20 { continue }
      let r = rectangles[index]
      let isWrong = !fonts.isEmpty && (wrongDigits[fonts[index]] ?? []).contains(scalar)
      glyphs.append(
        Glyph(
          character: isWrong ? "\u{FFFD}" : CharacterForms.shown(scalar),
          box: Rectangle(
            left: min(r.x1, r.x2), top: min(r.y1, r.y2), right: max(r.x1, r.x2), bottom: max(r.y1, r.y2)),
          isHidden: isWrong))
    }
    guard index == Int(count) else {
      throw .damaged(.glyphs(page: number))
    }
    return UnseenMarks.removed(glyphs)
  }

  /// The names of the fonts that draw a digit anywhere.
  var digitFonts: Set<String> {
    var result: Set<String> = []
    for index in 0..<pageCount {
      guard let page = openPage(index) else { continue }
      defer { g_object_unref(UnsafeMutableRawPointer(page)) }
      var area = Self.everything
      guard let text = poppler_page_get_text_for_area(page, &area) else { continue }
      defer { g_free(text) }
      let scalars = String(cString: text).unicodeScalars.filter { !(0x202A...0x202E).contains($0.value) }
      for (scalar, font) in zip(scalars, fontNames(page, count: scalars.count))
      where scalar.properties.numericType == .decimal {
        result.insert(font)
      }
    }
    return result
  }

  /// The name of each character's font.
  private func fontNames(_ page: OpaquePointer, count: Int) -> [String] {
    var names = [String](repeating: "", count: count)
    var area = Self.everything
    guard let list = poppler_page_get_text_attributes_for_area(page, &area) else { return names }
    defer { poppler_page_free_text_attributes(list) }
    var node: UnsafeMutablePointer<GList>? = list
    while let current = node {
      let attributes = current.pointee.data.assumingMemoryBound(to: PopplerTextAttributes.self).pointee
      if let name = attributes.font_name.map({ String(cString: $0) }) {
        for index in Int(attributes.start_index)...max(Int(attributes.start_index), Int(attributes.end_index))
        where index < count {
          names[index] = name
        }
      }
      node = current.pointee.next
    }
    return names
  }

  /// The one place where a GError becomes a failure of ours.
  static func failure(_ error: UnsafeMutablePointer<GError>?) -> ReadingFailure {
    guard let error else { return .damaged(.library(message: "no reason given")) }
    defer { g_error_free(error) }
    let isPopplers = error.pointee.domain == gongkai_poppler_error_domain()
    if isPopplers && error.pointee.code == Int32(POPPLER_ERROR_ENCRYPTED.rawValue) { return .encrypted }
    return .damaged(.library(message: String(cString: error.pointee.message)))
  }
}
