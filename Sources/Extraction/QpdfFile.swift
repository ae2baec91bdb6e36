// Extraction: the one door to qpdf: objects of a PDF as Swift values.
import CQpdf
import DocumentModel
import Glibc

/// An open PDF of qpdf. Handles are plain numbers that live as long as it does.
final class QpdfFile {
  let data: qpdf_data
  private let bytes: [UInt8]

  /// An object of the file.
  typealias Handle = qpdf_oh

  /// True once something that text or tables are made of could not be decoded to its end.
  var isDamaged = false

  /// True once qpdf had to put right what the file says of itself: another library may have made something else of it.
  private var isRepaired = false
  /// True once it had to look for the objects itself: something was put in, taken out or changed without the rest of the file knowing.
  private var isRebuilt = false
  /// The streams that were read, and how many bytes each has in the file.
  private var lengths: [(stream: Handle, count: Int)] = []

  /// The names of the fonts found so far, as poppler calls them, and whether the program of one is missing or not as long as it should be.
  var fontNames: Set<String> = []
  /// The fonts that were read, by number of their object; nil for one that is none.
  var fontObjects: [Int32: FontObject?] = [:]
  /// The fonts that the pages read so far draw with.
  var fonts: [FontObject] = []
  var hasCutFont = false

  /// nil where qpdf cannot read it.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    data = qpdf_init()
    qpdf_silence_errors(data)
    qpdf_set_suppress_warnings(data, QPDF_TRUE)
    let status = self.bytes.withUnsafeBytes {
      qpdf_read_memory(data, "report", $0.bindMemory(to: CChar.self).baseAddress, UInt64($0.count), nil)
    }
    // `deinit` runs all the same, and frees it.
    if status & Int32(QPDF_ERRORS) != 0 { return nil }
  }

  deinit {
    // qpdf writes an error that nobody asked for to standard error.
    _ = hasError()
    var pointer: qpdf_data? = data
    qpdf_cleanup(&pointer)
  }

  /// What is needed of a page.
  struct PageObjects {
    var content: [UInt8]
    var resources: Handle?
    /// Crop box in user space: left, bottom, right, top.
    var box: (Double, Double, Double, Double)
    var rotation: Int
    /// Where texts stand of which the file does not say how they look, in user space.
    var unwritten: [[Double]]

    /// User space → points of the page as displayed, origin at its top left.
    func displayTransform(width: Double, height: Double) -> Transform {
      let (x0, y0, x1, y1) = box
      // What is no multiple of 90 turns nothing, as with poppler.
      let turned = rotation % 180 != 0 && rotation % 90 == 0
      let boxWidth = max(1e-6, x1 - x0)
      let boxHeight = max(1e-6, y1 - y0)
      // UserUnit and rounding: the displayed size is poppler's word.
      let sx = (turned ? height : width) / boxWidth
      let sy = (turned ? width : height) / boxHeight
      switch ((rotation % 360) + 360) % 360 {
      case 90: return Transform(a: 0, b: sx, c: sy, d: 0, e: -y0 * sy, f: -x0 * sx)
      case 180: return Transform(a: -sx, b: 0, c: 0, d: sy, e: x1 * sx, f: -y0 * sy)
      case 270: return Transform(a: 0, b: -sx, c: -sy, d: 0, e: y1 * sy, f: x1 * sx)
      default: return Transform(a: sx, b: 0, c: 0, d: -sy, e: -x0 * sx, f: y1 * sy)
      }
    }
  }

  /// The page with that index from 0; nil, and the file is damaged, where it cannot be read.
  func page(_ index: Int) -> PageObjects? {
    let page = pageObject(index)
    let box = page.flatMap { inherited("/CropBox", $0) ?? inherited("/MediaBox", $0) }.flatMap(numbers) ?? []
    guard let page, box.count == 4 else {
      isDamaged = true
      return nil
    }
    var content: [UInt8] = []
    for part in contents(page) {
      guard let bytes = stream(part, limit: .max) else {
        isDamaged = true
        continue
      }
      content += bytes
      content.append(10)
    }
    let rotation = inherited("/Rotate", page).flatMap { Int(exactly: qpdf_oh_get_numeric_value(data, $0)) } ?? 0
    return PageObjects(
      content: content, resources: inherited("/Resources", page),
      box: (min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])),
      rotation: rotation, unwritten: unwritten(page))
  }

  /// A form XObject by its resource name: content, matrix and resources; nil for images and what cannot be read.
  func form(named name: String, in resources: Handle) -> (content: [UInt8], matrix: [Double], resources: Handle?)? {
    guard let objects = key("/XObject", of: resources), let object = key(name, of: objects),
      qpdf_oh_get_type_code(data, object) == ot_stream
    else { return nil }
    let dictionary = qpdf_oh_get_dict(data, object)
    guard let subtype = key("/Subtype", of: dictionary), let pointer = qpdf_oh_get_name(data, subtype),
      String(cString: pointer) == "/Form"
    else { return nil }
    guard let content = stream(object, limit: .max) else { return nil }
    let matrix = key("/Matrix", of: dictionary).flatMap(numbers) ?? [1, 0, 0, 1, 0, 0]
    return (
      content, matrix.count == 6 ? matrix : [1, 0, 0, 1, 0, 0],
      key("/Resources", of: dictionary)
    )
  }

  /// The decoded bytes of a stream; nil for anything else and for more than `limit`. The file is damaged where they are not all of it.
  func stream(_ object: Handle, limit: Int) -> [UInt8]? {
    guard qpdf_oh_get_type_code(data, object) == ot_stream else { return nil }
    let filters = filters(object)
    // Nearly every stream: unpacked once, its checksum tested on the way.
    if let encoding = StreamChecksum.Encoding(filters),
      let ((decoded, count), status) = withBytes(
        object, qpdf_dl_none, { (Inflater.inflate($0, encoding, limit: limit), $0.count) }), let decoded
    {
      noteDamage(status)
      lengths.append((object, count))
      return decoded
    }
    guard let (decoded, status) = bytes(object, qpdf_dl_generalized) else { return nil }
    noteDamage(status)
    guard status & Int32(QPDF_ERRORS) == 0, decoded.count <= limit else { return nil }
    if let (encoded, _) = bytes(object, qpdf_dl_none) {
      lengths.append((object, encoded.count))
      if !StreamChecksum.holds(encoded: encoded, filters: filters, decoded: decoded) { isDamaged = true }
    }
    return decoded
  }

  private func bytes(
    _ stream: Handle, _ level: qpdf_stream_decode_level_e
  ) -> (bytes: [UInt8], status: QPDF_ERROR_CODE)? {
    withBytes(stream, level) { Array($0) }
  }

  /// What `body` makes of a stream's bytes; nil where there are none for an error.
  private func withBytes<Result>(
    _ stream: Handle, _ level: qpdf_stream_decode_level_e, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> (Result, status: QPDF_ERROR_CODE)? {
    var buffer: UnsafeMutablePointer<UInt8>?
    var length = 0
    var filtered: QPDF_BOOL = QPDF_FALSE
    let status = qpdf_oh_get_stream_data(data, stream, level, &filtered, &buffer, &length)
    defer { free(buffer) }
    if buffer == nil && status & Int32(QPDF_ERRORS) != 0 { return nil }
    return (body(UnsafeBufferPointer(start: buffer, count: buffer == nil ? 0 : length)), status)
  }

  /// The names of a stream's filters; none where their parameters change what is decoded.
  private func filters(_ stream: Handle) -> [String] {
    let dictionary = qpdf_oh_get_dict(data, stream)
    guard key("/DecodeParms", of: dictionary) == nil, let filter = key("/Filter", of: dictionary) else { return [] }
    return elements(filter).compactMap(name)
  }

  /// The streams of a page's content.
  func contents(_ page: Handle) -> [Handle] {
    guard let contents = key("/Contents", of: page) else { return [] }
    return elements(contents).filter { qpdf_oh_get_type_code(data, $0) == ot_stream }
  }

  /// The elements of an array, or the object itself.
  func elements(_ object: Handle) -> [Handle] {
    guard qpdf_oh_is_array(data, object) != 0 else { return [object] }
    return (0..<min(10_000, qpdf_oh_get_array_n_items(data, object))).map { qpdf_oh_get_array_item(data, object, $0) }
  }

  /// None where qpdf cannot count them: it answers -1 then.
  var pageCount: Int { max(0, Int(qpdf_get_num_pages(data))) }

  func pageObject(_ index: Int) -> Handle? {
    guard index < pageCount else { return nil }
    let page = qpdf_get_page_n(data, index)
    return hasError() ? nil : page
  }

  /// The property list of that name, with its slash, in the resources of a page or form.
  func properties(named name: String, in resources: Handle) -> Handle? {
    key("/Properties", of: resources).flatMap { key(name, of: $0) }
  }

  /// What a property list says that its marked content shows, in UTF-8.
  func actualText(of properties: Handle) -> [UInt8]? {
    guard let text = key("/ActualText", of: properties), qpdf_oh_is_string(data, text) != 0,
      let pointer = qpdf_oh_get_utf8_value(data, text)
    else { return nil }
    return Array(String(cString: pointer).utf8)
  }

  /// How opaque a graphics state of that name, with its slash, makes fills (ISO 32000-1, 11.6.4.4); nil where it does not say. Blended
  /// otherwise than by covering, or masked, they are at most half opaque.
  func opacity(of name: String, in resources: Handle) -> Double? {
    guard let state = key("/ExtGState", of: resources).flatMap({ key(name, of: $0) }) else { return nil }
    let opacity = key("/ca", of: state).map { qpdf_oh_get_numeric_value(data, $0) }
    let blend = key("/BM", of: state).flatMap(self.name)
    let isBlended = blend.map { $0 != "Normal" && $0 != "Compatible" } ?? false
    let isMasked = key("/SMask", of: state).map { qpdf_oh_is_dictionary(data, $0) != 0 } ?? false
    return isBlended || isMasked ? min(0.5, opacity ?? 1) : opacity
  }

  func key(_ name: String, of object: Handle) -> Handle? {
    guard qpdf_oh_is_dictionary(data, object) != 0, qpdf_oh_has_key(data, object, name) != 0 else { return nil }
    return qpdf_oh_get_key(data, object, name)
  }

  /// A page attribute, looked for upward through the page tree.
  func inherited(_ name: String, _ page: Handle) -> Handle? {
    var node: Handle? = page
    for _ in 0..<32 {
      guard let current = node else { return nil }
      if let value = key(name, of: current) { return value }
      node = key("/Parent", of: current)
    }
    return nil
  }

  func numbers(_ array: Handle) -> [Double]? {
    guard qpdf_oh_is_array(data, array) != 0 else { return nil }
    return (0..<qpdf_oh_get_array_n_items(data, array)).map {
      qpdf_oh_get_numeric_value(data, qpdf_oh_get_array_item(data, array, $0))
    }
  }

  /// After decoding: qpdf gives what it could decode, and says so in a warning.
  private func noteDamage(_ status: QPDF_ERROR_CODE) {
    if status & Int32(QPDF_ERRORS) != 0 || warnings().contains(where: { $0.holds("decoding stream") }) {
      isDamaged = true
    }
  }

  /// True where a stream that was read is of another length than it says.
  private var hasMisfit: Bool {
    lengths.contains { stream, count in
      key("/Length", of: qpdf_oh_get_dict(data, stream)).map { qpdf_oh_get_int_value(data, $0) != count } ?? true
    }
  }

  /// True where the file contradicts itself; asked after the pages were read. It had to be rebuilt, and a stream is of another length than it
  /// says: it may be another one's, of another page. Or it had to be repaired, and a font is not what it should be or one of `digitFonts`, which
  /// poppler found, is none of its fonts: then nobody knows which digits the page shows.
  func contradicts(digitFonts: () -> Set<String>) -> Bool {
    _ = warnings()
    return isRebuilt && hasMisfit || isRepaired && (hasCutFont || !digitFonts().isSubset(of: fontNames))
  }

  /// The warnings since the last call.
  private func warnings() -> [String] {
    var result: [String] = []
    while qpdf_more_warnings(data) != 0 {
      let warning = qpdf_next_warning(data)
      let detail = qpdf_get_error_message_detail(data, warning).map { String(cString: $0) } ?? ""
      if !Self.harmless.contains(where: detail.holds) { isRepaired = true }
      if result.count < 100 { result.append(detail) }
      if detail.holds("reconstruct cross-reference table") { isRebuilt = true }
    }
    return result
  }

  /// What programs that join files leave behind, and what changes nothing of any object: a wrong count of them, and a page that is in the tree twice.
  private static let harmless = [
    "reported number of objects", "appears more than once in the pages tree", "duplicate page",
  ]

  private func hasError() -> Bool {
    guard qpdf_has_error(data) != 0 else { return false }
    _ = qpdf_get_error(data)
    return true
  }
}
