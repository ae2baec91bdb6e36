// Extraction: a PDF and marks → a copy of it with the marks as annotations, through poppler-glib.
import CPoppler
import DocumentModel
import Glibc

/// Draws marks into a copy of a PDF. Like all that reads a PDF, it belongs in a worker process.
public struct Annotator: ~Copyable {
  private let reader: PopplerReader

  /// - Parameter bytes: of a PDF.
  public init(_ bytes: [UInt8]) throws(ReadingFailure) { reader = try PopplerReader(bytes) }

  /// The copy.
  /// - Throws: `damaged` where poppler cannot write it.
  public func copy(with marks: [PageMark]) throws(ReadingFailure) -> [UInt8] {
    for mark in marks {
      guard mark.place.page >= 1, mark.place.page <= reader.pageCount,
        let page = reader.openPage(mark.place.page - 1)
      else { continue }
      defer { g_object_unref(UnsafeMutableRawPointer(page)) }
      add(mark, to: page)
    }
    return try reader.save()
  }

  /// Poppler wants the page as displayed, but from its bottom left; it turns and shifts the rest itself.
  private func add(_ mark: PageMark, to page: OpaquePointer) {
    var (width, height) = (0.0, 0.0)
    poppler_page_get_size(page, &width, &height)
    let area = mark.place.area
    var rectangle = PopplerRectangle()
    (rectangle.x1, rectangle.x2) = (max(0, area.left), min(width, area.right))
    (rectangle.y1, rectangle.y2) = (max(0, height - area.bottom), min(height, height - area.top))
    guard rectangle.x2 > rectangle.x1, rectangle.y2 > rectangle.y1 else { return }
    guard let annotation = reader.annotation(mark.shape, &rectangle) else { return }
    defer { g_object_unref(UnsafeMutableRawPointer(annotation)) }
    var colour = PopplerColor(
      red: Self.component(mark.colour.red), green: Self.component(mark.colour.green),
      blue: Self.component(mark.colour.blue))
    poppler_annot_set_color(annotation, &colour)
    poppler_annot_set_contents(annotation, mark.text)
    poppler_annot_set_flags(annotation, POPPLER_ANNOT_FLAG_PRINT)
    poppler_annot_markup_set_label(annotation, "gongkai")
    if mark.shape == .highlight { poppler_annot_markup_set_opacity(annotation, 0.35) }
    poppler_page_add_annot(page, annotation)
  }

  private static func component(_ value: Double) -> guint16 { guint16(max(0, min(1, value)) * 65535) }
}

extension PopplerReader {
  /// A new annotation of this document, which the caller has to unref.
  fileprivate func annotation(
    _ shape: PageMark.Shape, _ rectangle: inout PopplerRectangle
  ) -> OpaquePointer? {
    switch shape {
    case .frame: return withDocument { poppler_annot_square_new($0, &rectangle) }
    case .note:
      guard let note = withDocument({ poppler_annot_text_new($0, &rectangle) }) else { return nil }
      poppler_annot_text_set_icon(note, "Comment")
      return note
    case .highlight:
      var corners = PopplerQuadrilateral()
      (corners.p1.x, corners.p1.y) = (rectangle.x1, rectangle.y2)
      (corners.p2.x, corners.p2.y) = (rectangle.x2, rectangle.y2)
      (corners.p3.x, corners.p3.y) = (rectangle.x1, rectangle.y1)
      (corners.p4.x, corners.p4.y) = (rectangle.x2, rectangle.y1)
      let list = g_array_new(0, 0, guint(MemoryLayout<PopplerQuadrilateral>.stride))
      defer { g_array_unref(list) }
      g_array_append_vals(list, &corners, 1)
      return withDocument { poppler_annot_text_markup_new_highlight($0, &rectangle, list) }
    }
  }

  /// The document with its changes, written to memory.
  fileprivate func save() throws(ReadingFailure) -> [UInt8] {
    let file = gongkai_memory_file()
    guard file >= 0 else { throw .damaged(.copy(code: errno)) }
    defer { close(file) }
    let given = dup(file)
    var error: UnsafeMutablePointer<GError>?
    guard withDocument({ poppler_document_save_to_fd($0, given, 1, &error) }) != 0 else {
      throw PopplerReader.failure(error)
    }
    // Poppler 22 wraps the descriptor in a stream that it neither flushes nor closes; later versions do both.
    fflush(nil)
    close(given)
    let size = Int(lseek(file, 0, SEEK_END))
    lseek(file, 0, SEEK_SET)
    var bytes = [UInt8](repeating: 0, count: max(0, size))
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress! + done, $0.count - done) }
      guard count > 0 else { throw .damaged(.copy(code: errno)) }
      done += count
    }
    return bytes
  }
}
