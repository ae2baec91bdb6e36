// Extraction: the font dictionaries of a PDF → fonts.
import CQpdf
import Glibc

extension QpdfFile {
  /// No honest report has more fonts; a hostile one is cut off here.
  private static let mostFonts = 4_096
  private static let largestProgram = 32 << 20

  /// The font of that name, with its slash, in the resources of a page or form.
  func font(named name: String, in resources: Handle) -> TextFont {
    guard let handle = key("/Font", of: resources).flatMap({ key(name, of: $0) }),
      qpdf_oh_is_dictionary(data, handle) != 0
    else { return .lost }
    guard let subtype = key("/Subtype", of: handle).flatMap(self.name), Self.kinds.contains(subtype) else {
      return .noFont
    }
    return font(handle).map(TextFont.known) ?? .lost
  }

  /// Each object is read once; one that has no number (written into the resources themselves) each time.
  private func font(_ handle: Handle) -> FontObject? {
    let id = qpdf_oh_get_object_id(data, handle)
    if id > 0, let known = fontObjects[id] { return known }
    guard fonts.count < Self.mostFonts else {
      isDamaged = true
      return nil
    }
    let object = fontObject(handle)
    if id > 0 { fontObjects[id] = .some(object) }
    if let object { fonts.append(object) }
    return object
  }

  /// The kinds of fonts (ISO 32000-1, 9.6 and 9.7). What claims to be none of them is something else, where a program has mixed its objects up.
  private static let kinds: Set<String> = ["Type0", "Type1", "MMType1", "TrueType", "Type3"]

  private func fontObject(_ font: Handle) -> FontObject? {
    let subtype = key("/Subtype", of: font).flatMap(name)
    let tagged = key("/BaseFont", of: font).flatMap(name)
    let base = tagged.map(Self.withoutTag)
    let isSubset = base != tagged
    if let base { fontNames.insert(base) }
    var map: ToUnicodeMap?
    if let object = key("/ToUnicode", of: font), let bytes = stream(object, limit: 4 << 20) {
      map = ToUnicodeMap(bytes)
      // Readers differ in what a malformed map says, and leave characters out.
      if map == nil { isDamaged = true }
    }
    if let descendants = key("/DescendantFonts", of: font), qpdf_oh_is_array(data, descendants) != 0 {
      return compositeFont(
        font, qpdf_oh_get_array_item(data, descendants, 0), name: base ?? FontObject.nameless, isSubset: isSubset,
        map: map)
    }
    let encoding = key("/Encoding", of: font)
    let hasNames = encoding.flatMap { key("/Differences", of: $0) } != nil
    let names = GlyphNames { [unowned self] in encoding.map(differences) ?? [:] }
    let hasEncoding = encoding.map { name($0) != nil || key("/BaseEncoding", of: $0) != nil } ?? false
    if subtype == "Type3" {
      let matrix = key("/FontMatrix", of: font).flatMap(numbers).flatMap { $0.count == 6 ? Transform($0[...]) : nil }
      let toText = matrix ?? Transform(a: 0.001, d: 0.001)
      return FontObject(
        name: base ?? FontObject.nameless, map: map, program: [],
        selection: .procedures(names) { [unowned self] in names.byCode[$0].flatMap { procedure($0, font, toText) } },
        fallback: map == nil ? .glyphName(hasBase: hasEncoding, isBuiltIn: false) : .none, bytesPerCode: 1,
        usualWidth: 0
      ) { [unowned self] in GlyphWidths(simpleWidths(font, scale: 1000 * toText.a)) }
    }
    let program = program(of: font, isSubset: isSubset)
    let isType1 = subtype != "TrueType"
    // A font that is not embedded is one that every reader has.
    let isTold = program.isEmpty || hasEncoding && !hasNames
    return FontObject(
      name: base ?? FontObject.nameless, map: map, program: program, selection: .code(names),
      fallback: isTold ? .encoding : .glyphName(hasBase: hasEncoding, isBuiltIn: isType1), bytesPerCode: 1,
      usualWidth: 500
    ) { [unowned self] in GlyphWidths(simpleWidths(font, scale: 1)) }
  }

  private func compositeFont(
    _ font: Handle, _ inner: Handle, name base: String, isSubset: Bool, map: ToUnicodeMap?
  ) -> FontObject? {
    let program = program(of: inner, isSubset: isSubset)
    let ordering = key("/CIDSystemInfo", of: inner).flatMap { key("/Ordering", of: $0) }.flatMap(text)
    let isIdentity = key("/Encoding", of: font).flatMap(name).map { $0.hasPrefix("Identity") } ?? false
    let isTrueType = key("/Subtype", of: inner).flatMap(name) == "CIDFontType2"
    let table = isTrueType ? key("/CIDToGIDMap", of: inner).flatMap { stream($0, limit: 1 << 20) } : nil
    return FontObject(
      name: base, map: map, program: isIdentity ? program : [],
      selection: !isIdentity ? .unknown : isTrueType ? .glyphIndex(map: table) : .characterIdentifier,
      // With a map, no reader asks the collection.
      fallback: isIdentity && (map != nil || (ordering ?? "Identity") == "Identity") ? .none : .encoding,
      bytesPerCode: 2,
      usualWidth: key("/DW", of: inner).map { qpdf_oh_get_numeric_value(data, $0) } ?? 1000
    ) { [unowned self] in compositeWidths(inner) }
  }

  /// The names that an encoding gives to codes.
  private func differences(_ encoding: Handle) -> [Int: String] {
    guard let differences = key("/Differences", of: encoding), qpdf_oh_is_array(data, differences) != 0 else {
      return [:]
    }
    var names: [Int: String] = [:]
    var code = 0
    for index in 0..<min(1024, qpdf_oh_get_array_n_items(data, differences)) {
      let item = qpdf_oh_get_array_item(data, differences, index)
      if let glyph = name(item) {
        names[code] = glyph
        code &+= 1
      } else {
        code = Int(clamping: qpdf_oh_get_int_value(data, item))
      }
    }
    return names
  }

  /// The procedure of that name of a Type 3 font.
  private func procedure(_ name: String, _ font: Handle, _ toText: Transform) -> GlyphProcedure? {
    key("/CharProcs", of: font).flatMap { key("/" + name, of: $0) }.flatMap { stream($0, limit: 1 << 20) }
      .map { GlyphProcedure(content: $0, toText: toText) }
  }

  /// `Widths` by code, from `FirstChar` on.
  private func simpleWidths(_ font: Handle, scale: Double) -> [Int: Double] {
    guard let values = key("/Widths", of: font).flatMap(numbers), values.count <= 256 else { return [:] }
    let first = key("/FirstChar", of: font).map { Int(clamping: qpdf_oh_get_int_value(data, $0)) } ?? 0
    guard (0...255).contains(first) else { return [:] }
    var result: [Int: Double] = [:]
    for (offset, width) in values.enumerated() { result[first + offset] = width * scale }
    return result
  }

  /// `W` of a CID font (ISO 32000-1, 9.7.4.3), as far as runs of it are not absurd.
  private func compositeWidths(_ font: Handle) -> GlyphWidths {
    var result = GlyphWidths()
    guard let array = key("/W", of: font), qpdf_oh_is_array(data, array) != 0 else { return result }
    let count = min(200_000, qpdf_oh_get_array_n_items(data, array))
    var index: Int32 = 0
    while index + 1 < count {
      let first = Int(clamping: qpdf_oh_get_int_value(data, qpdf_oh_get_array_item(data, array, index)))
      let second = qpdf_oh_get_array_item(data, array, index + 1)
      if let widths = numbers(second) {
        result.add(widths.prefix(65_536), from: first)
        index += 2
      } else {
        guard index + 2 < count else { break }
        let last = Int(clamping: qpdf_oh_get_int_value(data, second))
        let width = qpdf_oh_get_numeric_value(data, qpdf_oh_get_array_item(data, array, index + 2))
        if first >= 0, last >= first, last - first <= 65_536 { result.add(width, for: first...last) }
        index += 3
      }
    }
    return result
  }

  /// The embedded program of a font; empty where it has none.
  private func program(of font: Handle, isSubset: Bool) -> [UInt8] {
    let descriptor = key("/FontDescriptor", of: font)
    for entry in ["/FontFile2", "/FontFile3", "/FontFile"] {
      guard let file = descriptor.flatMap({ key(entry, of: $0) }) else { continue }
      guard let program = stream(file, limit: Self.largestProgram) else { break }
      // The length of a TrueType program is given (ISO 32000-1, 9.9).
      if entry == "/FontFile2", let length = key("/Length1", of: qpdf_oh_get_dict(data, file)),
        qpdf_oh_get_int_value(data, length) != program.count
      {
        hasCutFont = true
      }
      return program
    }
    // Subsets are of embedded fonts only (ISO 32000-1, 9.6.4).
    if isSubset { hasCutFont = true }
    return []
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

  /// A string object, as far as it is ASCII.
  private func text(_ object: Handle) -> String? {
    guard qpdf_oh_is_string(data, object) != 0, let pointer = qpdf_oh_get_utf8_value(data, object) else { return nil }
    return String(cString: pointer)
  }
}
