// Extraction: the fonts of a PDF as far as their digits are concerned: names, maps to characters, embedded programs.
import CQpdf
import Glibc

/// A font of a PDF (ISO 32000-1, 9.6 and 9.7) with an embedded program and a map to Unicode.
struct FontObject {
  /// How a code leads to a glyph of the program.
  enum Selection {
    /// Type 0 over TrueType: the code is the CID, and the CID the glyph, or this table of two bytes a CID leads there.
    case glyphIndex(map: [UInt8]?)
    /// Type 0 over CFF: the code is the CID.
    case characterIdentifier
    /// A simple font: the code is looked up in the program's own tables; names by code where the PDF gives them.
    case code(names: [Int: String])
  }
  /// `BaseFont` without its slash and without the tag of a subset (ISO 32000-1, 9.6.4): what poppler calls the font.
  var name: String
  /// The ToUnicode map, decoded.
  var toUnicode: [UInt8]
  var program: [UInt8]
  var selection: Selection
}

extension QpdfFile {
  /// No honest report has more fonts and forms; a hostile one is cut off here.
  private static let mostObjects = 4_096
  private static let largestProgram = 32 << 20

  /// The fonts of all pages and of the forms that they use, each once.
  func fonts() -> [FontObject] {
    var seen: Set<Int32> = []
    var result: [FontObject] = []
    func visit(_ resources: Handle, depth: Int) {
      if let fonts = key("/Font", of: resources) {
        for name in keys(of: fonts) {
          guard seen.count < Self.mostObjects, let font = key(name, of: fonts),
            seen.insert(qpdf_oh_get_object_id(data, font)).inserted, let object = fontObject(font)
          else { continue }
          result.append(object)
        }
      }
      guard depth < 3, let objects = key("/XObject", of: resources) else { return }
      for name in keys(of: objects).prefix(Self.mostObjects) {
        guard let object = key(name, of: objects), seen.count < Self.mostObjects,
          qpdf_oh_get_type_code(data, object) == ot_stream,
          let own = key("/Resources", of: qpdf_oh_get_dict(data, object)),
          seen.insert(qpdf_oh_get_object_id(data, object)).inserted
        else { continue }
        visit(own, depth: depth + 1)
      }
    }
    for index in 0..<pageCount {
      guard let resources = resources(ofPage: index) else { continue }
      visit(resources, depth: 0)
    }
    return result
  }

  private func fontObject(_ font: Handle) -> FontObject? {
    guard let base = key("/BaseFont", of: font).flatMap(name).map(Self.withoutTag) else { return nil }
    fontNames.insert(base)
    guard let map = key("/ToUnicode", of: font), let toUnicode = stream(map, limit: 4 << 20) else { return nil }
    if let descendants = key("/DescendantFonts", of: font), qpdf_oh_is_array(data, descendants) != 0 {
      let inner = qpdf_oh_get_array_item(data, descendants, 0)
      guard let encoding = key("/Encoding", of: font).flatMap(name), encoding.hasPrefix("Identity"),
        let descriptor = key("/FontDescriptor", of: inner), let program = program(descriptor)
      else { return nil }
      let isTrueType = key("/Subtype", of: inner).flatMap(name) == "CIDFontType2"
      let table = key("/CIDToGIDMap", of: inner).flatMap { stream($0, limit: 1 << 20) }
      return FontObject(
        name: base, toUnicode: toUnicode, program: program,
        selection: isTrueType ? .glyphIndex(map: table) : .characterIdentifier)
    }
    guard let descriptor = key("/FontDescriptor", of: font), let program = program(descriptor) else { return nil }
    var names: [Int: String] = [:]
    if let encoding = key("/Encoding", of: font), let differences = key("/Differences", of: encoding),
      qpdf_oh_is_array(data, differences) != 0
    {
      var code = 0
      for index in 0..<min(1024, qpdf_oh_get_array_n_items(data, differences)) {
        let item = qpdf_oh_get_array_item(data, differences, index)
        if let glyph = name(item) {
          names[code] = glyph
          code += 1
        } else {
          code = Int(clamping: qpdf_oh_get_int_value(data, item))
        }
      }
    }
    return FontObject(name: base, toUnicode: toUnicode, program: program, selection: .code(names: names))
  }

  private func program(_ descriptor: Handle) -> [UInt8]? {
    for entry in ["/FontFile2", "/FontFile3", "/FontFile"] {
      guard let file = key(entry, of: descriptor) else { continue }
      let program = stream(file, limit: Self.largestProgram)
      // The length of a TrueType program is given (ISO 32000-1, 9.9).
      if entry == "/FontFile2", let program, let length = key("/Length1", of: qpdf_oh_get_dict(data, file)),
        qpdf_oh_get_int_value(data, length) != program.count
      {
        hasCutFont = true
      }
      return program
    }
    return nil
  }

  private static func withoutTag(_ name: String) -> String {
    let bytes = Array(name.utf8)
    guard bytes.count > 7, bytes[6] == UInt8(ascii: "+"), bytes[..<6].allSatisfy({ (65...90).contains($0) }) else {
      return name
    }
    return String(decoding: bytes[7...], as: UTF8.self)
  }

  /// A name object without its slash.
  func name(_ object: Handle) -> String? {
    guard qpdf_oh_is_name(data, object) != 0, let pointer = qpdf_oh_get_name(data, object) else { return nil }
    return String(String(cString: pointer).dropFirst())
  }
}
