// Extraction: fields of forms and other annotations that show something → a copy of the file in which the pages show it themselves.
import CQpdf
import Foundation

/// Numbers are also typed into the fields of a form, or put on a page as notes: viewers show them, and the page's content knows nothing of them.
extension QpdfFile {
  /// No honest report has more of them; beyond this they are not followed.
  private static let mostAnnotations = 20_000
  /// Marks and links are about what the page shows, and not part of it.
  private static let signs: Set<String> = [
    "Popup", "Link", "Highlight", "Underline", "Squiggly", "Text", "FileAttachment", "Sound", "Movie", "PrinterMark",
    "TrapNet", "Caret",
  ]
  /// Shapes cover something where they are filled.
  private static let shapes: Set<String> = ["Square", "Circle", "Polygon", "Line", "PolyLine", "Ink"]
  /// Hidden, and not to be viewed (ISO 32000-1, 12.5.3).
  private static let unseen: Int64 = 2 | 32
  /// What is drawn for an annotation is called by this and a number. Its lines bound no cells.
  static let markName = "/GongkaiMark"
  /// The same for a line that strikes text out.
  private static let strikeName = "/GongkaiStrike"

  /// The copy; nil where no page shows more than its content.
  /// - Parameter unfollowed: `pagesNotFollowed`.
  func withAnnotationsDrawn(except unfollowed: Set<Int>) -> [UInt8]? {
    var count = 0
    for index in 0..<pageCount where !unfollowed.contains(index) {
      guard let page = pageObject(index) else { continue }
      var drawing = ""
      for annotation in annotations(page) {
        guard let stream = appearance(of: annotation), let placing = placing(of: annotation, stream) else { continue }
        count += 1
        let name = (subtype(annotation) == "StrikeOut" ? Self.strikeName : Self.markName) + String(count)
        add(stream, named: name, to: page)
        drawing += "q \(placing.map(Self.written).joined(separator: " ")) cm \(name) Do Q\n"
      }
      if !drawing.isEmpty { surround(page, before: "q\n", after: "\nQ\n" + drawing) }
    }
    guard count > 0, qpdf_init_write_memory(data) & Int32(QPDF_ERRORS) == 0 else { return nil }
    qpdf_set_static_ID(data, QPDF_TRUE)
    guard qpdf_write(data) & Int32(QPDF_ERRORS) == 0, let bytes = qpdf_get_buffer(data) else { return nil }
    return Array(UnsafeBufferPointer(start: bytes, count: qpdf_get_buffer_length(data)))
  }

  /// The pages, by index, that have annotations behind as many as are followed: what they show beside their content is not known.
  var pagesNotFollowed: Set<Int> {
    var sum = 0
    return Set(
      (0..<pageCount).filter { index in
        guard let list = pageObject(index).flatMap({ key("/Annots", of: $0) }), qpdf_oh_is_array(data, list) != 0 else {
          return false
        }
        let count = max(0, Int(qpdf_oh_get_array_n_items(data, list)))
        sum += count
        return count > 0 && sum > Self.mostAnnotations
      })
  }

  /// A number as content streams write it (ISO 32000-1, 7.3.3): they know no exponents, which Swift writes for the small rests of a difference.
  static func written(_ number: Double) -> String { String(format: "%.6f", number) }

  /// Where viewers write a text of which the file does not say how it looks: left, bottom, right and top in user space.
  func unwritten(_ page: Handle) -> [[Double]] {
    annotations(page).filter { appearance(of: $0) == nil && holdsText($0) }
      .compactMap { key("/Rect", of: $0).flatMap(numbers) }.filter { $0.count == 4 }
  }

  private func annotations(_ page: Handle) -> [Handle] {
    key("/Annots", of: page).map(elements)?.filter { annotation in
      guard let subtype = subtype(annotation), !Self.signs.contains(subtype) else { return false }
      if Self.shapes.contains(subtype), key("/IC", of: annotation).flatMap(numbers)?.isEmpty ?? true { return false }
      return key("/F", of: annotation).map { Int64(qpdf_oh_get_int_value(data, $0)) & Self.unseen == 0 } ?? true
    } ?? []
  }

  private func subtype(_ annotation: Handle) -> String? { key("/Subtype", of: annotation).flatMap(name) }

  /// The stream that draws it: the normal appearance, of several that of its state (ISO 32000-1, 12.5.5).
  private func appearance(of annotation: Handle) -> Handle? {
    guard let normal = key("/AP", of: annotation).flatMap({ key("/N", of: $0) }) else { return nil }
    if qpdf_oh_is_stream(data, normal) != 0 { return normal }
    guard let state = key("/AS", of: annotation).flatMap(name), let own = key("/" + state, of: normal),
      qpdf_oh_is_stream(data, own) != 0
    else { return nil }
    return own
  }

  private func holdsText(_ annotation: Handle) -> Bool {
    guard subtype(annotation) != "FreeText" else { return isText(key("/Contents", of: annotation)) }
    guard subtype(annotation) == "Widget" else { return false }
    let owners = [annotation] + (key("/Parent", of: annotation).map { [$0] } ?? [])
    return owners.contains { key("/FT", of: $0).flatMap(name).map { $0 == "Tx" || $0 == "Ch" } ?? false }
      && owners.contains { isText(key("/V", of: $0)) }
  }

  private func isText(_ object: Handle?) -> Bool {
    guard let object, qpdf_oh_is_string(data, object) != 0, let text = qpdf_oh_get_utf8_value(data, object) else {
      return false
    }
    return String(cString: text).unicodeScalars.contains { !$0.isSpace }
  }

  /// The matrix that brings the box of the appearance into the rectangle of the annotation (ISO 32000-1, 12.5.5, algorithm 8.1).
  private func placing(of annotation: Handle, _ stream: Handle) -> [Double]? {
    let dictionary = qpdf_oh_get_dict(data, stream)
    guard let rectangle = key("/Rect", of: annotation).flatMap(numbers), rectangle.count == 4,
      let box = key("/BBox", of: dictionary).flatMap(numbers), box.count == 4
    else { return nil }
    let matrix = key("/Matrix", of: dictionary).flatMap(numbers).flatMap { $0.count == 6 ? Transform($0[...]) : nil }
    let corners = [(box[0], box[1]), (box[2], box[1]), (box[0], box[3]), (box[2], box[3])].map {
      (matrix ?? Transform()).apply($0.0, $0.1)
    }
    let (left, right) = (corners.map(\.x).min()!, corners.map(\.x).max()!)
    let (bottom, top) = (corners.map(\.y).min()!, corners.map(\.y).max()!)
    guard right > left, top > bottom else { return nil }
    let sx = abs(rectangle[2] - rectangle[0]) / (right - left)
    let sy = abs(rectangle[3] - rectangle[1]) / (top - bottom)
    let result = [
      sx, 0, 0, sy, min(rectangle[0], rectangle[2]) - left * sx, min(rectangle[1], rectangle[3]) - bottom * sy,
    ]
    return result.allSatisfy { $0.isFinite && abs($0) < 1e6 } && sx > 1e-6 && sy > 1e-6 ? result : nil
  }

  private func add(_ stream: Handle, named name: String, to page: Handle) {
    qpdf_oh_replace_key(data, qpdf_oh_get_dict(data, stream), "/Type", qpdf_oh_new_name(data, "/XObject"))
    qpdf_oh_replace_key(data, qpdf_oh_get_dict(data, stream), "/Subtype", qpdf_oh_new_name(data, "/Form"))
    let resources = inherited("/Resources", page) ?? qpdf_oh_new_dictionary(data)
    qpdf_oh_replace_key(data, page, "/Resources", resources)
    let objects = key("/XObject", of: resources) ?? qpdf_oh_new_dictionary(data)
    qpdf_oh_replace_key(data, resources, "/XObject", objects)
    qpdf_oh_replace_key(data, objects, name, stream)
  }

  private func surround(_ page: Handle, before: String, after: String) {
    let array = qpdf_oh_new_array(data)
    for part in [stream(of: before)] + contents(page) + [stream(of: after)] { qpdf_oh_append_item(data, array, part) }
    qpdf_oh_replace_key(data, page, "/Contents", array)
  }

  private func stream(of text: String) -> Handle {
    let stream = qpdf_oh_new_stream(data)
    let bytes = Array(text.utf8)
    qpdf_oh_replace_stream_data(data, stream, bytes, bytes.count, qpdf_oh_new_null(data), qpdf_oh_new_null(data))
    return stream
  }
}
