// Extraction: the fonts of a PDF: what they say of a code, and what they draw for it.
/// A font of a PDF (ISO 32000-1, 9.6 and 9.7).
final class FontObject {
  /// How a code leads to a glyph of the program.
  enum Selection {
    /// Type 0 over TrueType: the code is the CID, and the CID the glyph, or this table of two bytes a CID leads there.
    case glyphIndex(map: [UInt8]?)
    /// Type 0 over CFF: the code is the CID.
    case characterIdentifier
    /// A simple font: the code is looked up in the program's own tables; names by code where the PDF gives them.
    case code(GlyphNames)
    /// Type 3: the names of the procedures, and the one that draws a code.
    case procedures(GlyphNames, (Int) -> GlyphProcedure?)
    /// Codes that this program does not follow.
    case unknown
  }

  /// Where readers of the text find the character of a code that no map names.
  enum Fallback {
    /// Nowhere: they leave it out, or take the number of the glyph for that of a character.
    case none
    /// In an encoding or a character collection that the PDF names.
    case encoding
    /// In the name of the glyph: in the PDF, or else in an encoding that it names (`hasBase`), or else in the program (`isBuiltIn`).
    case glyphName(hasBase: Bool, isBuiltIn: Bool)
  }

  /// `BaseFont` without its slash and without the tag of a subset (ISO 32000-1, 9.6.4): what poppler calls the font.
  let name: String
  /// What poppler calls a font without a name, as those of Type 3 are.
  static let nameless = "Default"
  /// The ToUnicode map.
  let map: ToUnicodeMap?
  /// The embedded program; empty where there is none.
  let program: [UInt8]
  let selection: Selection
  let fallback: Fallback
  let bytesPerCode: Int
  private lazy var widths = readWidths()
  private let readWidths: () -> GlyphWidths
  private let usualWidth: Double
  private var unsaid: [Int: Bool] = [:]

  init(
    name: String, map: ToUnicodeMap?, program: [UInt8], selection: Selection, fallback: Fallback, bytesPerCode: Int,
    usualWidth: Double = 1000, widths: @escaping () -> GlyphWidths = { GlyphWidths() }
  ) {
    self.name = name
    self.map = map
    self.program = program
    self.selection = selection
    self.fallback = fallback
    self.bytesPerCode = bytesPerCode
    readWidths = widths
    self.usualWidth = usualWidth
  }

  /// What FreeType makes of the program; nil where it cannot read it.
  private(set) lazy var shapes: GlyphShapes? = program.isEmpty ? nil : GlyphShapes(self)

  /// The ink (`GlyphInk`) of the glyph that a code draws; nil where it has none, or none that this program can draw.
  func shape(code: Int) -> [Double]? {
    if case .procedures(_, let find) = selection { return find(code)?.shape }
    return shapes?.shape(code: code)
  }

  /// The digit of each code that the text layer says is one.
  var saidDigits: [Int: Int] {
    if let map { return map.digits }
    guard case .code(let own) = selection else { return [:] }
    let names = own.byCode
    if names.isEmpty { return Dictionary(uniqueKeysWithValues: (0...9).map { (0x30 + $0, $0) }) }
    return names.compactMapValues { GlyphName.digits.firstIndex(of: $0) }
  }

  /// The digit that the map of the font says a code is, none for another character; nil where the font has no map, or it does not say.
  func saidDigit(_ code: Int) -> Int?? {
    guard let map, map.says(code) else { return nil }
    return .some(map.digits[code])
  }

  /// The width of a code, in thousandths of the size.
  func width(_ code: Int) -> Double { widths[code] ?? usualWidth }

  /// False where an encoding tells the character of every code.
  var canBeUnsaid: Bool {
    if case .encoding = fallback { !(map?.claims.isEmpty ?? true) } else { true }
  }

  /// How wide and high the ink of a code is, in ems; nil where this program cannot draw it.
  func extent(code: Int) -> (width: Double, height: Double)? { shapes?.extent(code: code) }

  /// True where the font is known to draw something for the code.
  func drawsInk(_ code: Int) -> Bool {
    if case .procedures = selection { return shape(code: code) != nil }
    return shapes?.hasInk(code: code) ?? false
  }

  /// The digit that the map says, or that the shape of a code is beyond doubt where the map says nothing of it that means anything; nil for others.
  func shownDigit(_ code: Int) -> Int? {
    if let map, map.says(code), !map.isPrivate(code) { return saidDigits[code] }
    if let known = shownDigits[code] { return known }
    let result = saidDigits[code] ?? shape(code: code).flatMap(DigitWitness.shown)
    if shownDigits.count < 70_000 { shownDigits[code] = .some(result) }
    return result
  }
  private var shownDigits: [Int: Int?] = [:]

  /// True where the font draws something for the code of which the text layer says nothing, or nothing that can be believed.
  func isUnsaid(_ code: Int) -> Bool {
    if let claim = map?.claims[code] {
      if let known = unsaid[code] { return known }
      let result = claim.isContradicted(by: code, of: self)
      if unsaid.count < 70_000 { unsaid[code] = result }
      return result
    }
    if map?.says(code) ?? false { return false }
    if case .encoding = fallback { return false }
    if let known = unsaid[code] { return known }
    let result = !isNamed(code) && draws(code)
    if unsaid.count < 70_000 { unsaid[code] = result }
    return result
  }

  private func isNamed(_ code: Int) -> Bool {
    guard case .glyphName(let hasBase, let isBuiltIn) = fallback else { return false }
    switch selection {
    case .code(let names), .procedures(let names, _):
      if let name = names.byCode[code] { return GlyphName.isKnown(name) }
    default: break
    }
    return hasBase || isBuiltIn && shapes?.name(code: code).map(GlyphName.isKnown) ?? false
  }

  private func draws(_ code: Int) -> Bool {
    if case .procedures(_, let find) = selection { return find(code)?.draws ?? false }
    return shapes?.hasInk(code: code) ?? true
  }
}

/// The names that a PDF gives to the glyphs of codes; read when they are asked for.
final class GlyphNames {
  private let read: () -> [Int: String]
  private(set) lazy var byCode = read()

  init(_ read: @escaping () -> [Int: String]) { self.read = read }
}

/// Names of glyphs that say which character they draw.
enum GlyphName {
  static let digits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]

  /// `a`, `zero`, `parenleft`, `uni4E00`: names of letters alone, of one character or of a code point; `g12`, `cid345`, `.notdef` say nothing.
  static func isKnown(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    if bytes.count == 1 { return true }
    for prefix in ["uni", "u"] where name.hasPrefix(prefix) {
      let rest = bytes.dropFirst(prefix.utf8.count)
      if rest.count >= 4, rest.allSatisfy({ Hexadecimal.value($0) != nil }) { return true }
    }
    return !bytes.isEmpty
      && bytes.allSatisfy { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
  }
}
