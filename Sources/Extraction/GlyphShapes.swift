// Extraction: an embedded font program → the drawn shapes of its glyphs, through FreeType.
import CFreeType

/// An open font program.
final class GlyphShapes {
  /// Pixels that a character is drawn with.
  private static let size: FT_UInt = 96

  private var library: FT_Library?
  private var face: FT_Face?
  private let program: UnsafeMutableBufferPointer<UInt8>
  private let selection: FontObject.Selection
  private lazy var glyphOfIdentifier = identifiers()

  /// nil where FreeType cannot read the program.
  init?(_ font: FontObject) {
    selection = font.selection
    program = .allocate(capacity: font.program.count)
    _ = program.initialize(from: font.program)
    guard FT_Init_FreeType(&library) == 0,
      FT_New_Memory_Face(library, program.baseAddress, FT_Long(program.count), 0, &face) == 0,
      FT_Set_Pixel_Sizes(face, 0, Self.size) == 0
    else { return nil }
  }

  deinit {
    if face != nil { FT_Done_Face(face) }
    if library != nil { FT_Done_FreeType(library) }
    program.deallocate()
  }

  /// The ink (`GlyphInk`) of the glyph that the code selects; nil where it has none or is not found.
  func shape(code: Int) -> [Double]? {
    guard let glyph = glyph(code), glyph != 0 else { return nil }
    guard FT_Load_Glyph(face, glyph, FT_Int32(FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP)) == 0,
      let slot = face?.pointee.glyph, FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL) == 0
    else { return nil }
    return GlyphInk.shape(slot.pointee.bitmap)
  }

  /// True where the program draws something for the code, and not the sign of a character that it lacks.
  func hasInk(code: Int) -> Bool {
    guard let glyph = glyph(code), glyph != 0,
      FT_Load_Glyph(face, glyph, FT_Int32(FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP)) == 0,
      let slot = face?.pointee.glyph
    else { return false }
    return slot.pointee.outline.n_points > 0
  }

  /// How wide and high the glyph of the code is, in ems; nil where it is not found.
  func extent(code: Int) -> (width: Double, height: Double)? {
    guard let glyph = glyph(code), glyph != 0,
      FT_Load_Glyph(face, glyph, FT_Int32(FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP)) == 0,
      let metrics = face?.pointee.glyph?.pointee.metrics
    else { return nil }
    // In 64ths of a pixel.
    let em = 64 * Double(Self.size)
    return (Double(metrics.width) / em, Double(metrics.height) / em)
  }

  /// The name that the program has for the glyph of the code; nil where it has none.
  func name(code: Int) -> String? {
    guard let face, let glyph = glyph(code), gongkai_has_glyph_names(face) != 0 else { return nil }
    var buffer = [CChar](repeating: 0, count: 64)
    guard FT_Get_Glyph_Name(face, glyph, &buffer, FT_UInt(buffer.count)) == 0 else { return nil }
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private func glyph(_ code: Int) -> FT_UInt? {
    guard let face, (0...0xFFFF).contains(code) else { return nil }
    switch selection {
    case .glyphIndex(let map?):
      guard 2 * code + 1 < map.count else { return nil }
      return FT_UInt(map[2 * code]) << 8 | FT_UInt(map[2 * code + 1])
    case .glyphIndex: return FT_UInt(code)
    case .characterIdentifier:
      return gongkai_is_cid_keyed(face) != 0 ? glyphOfIdentifier[code] : FT_UInt(code)
    case .code(let own):
      let names = own.byCode
      if let name = names[code] {
        let index = FT_Get_Name_Index(face, name)
        return index == 0 ? nil : index
      }
      guard names.isEmpty else { return nil }
      for map in 0..<Int(face.pointee.num_charmaps) {
        guard let charmap = face.pointee.charmaps?[map], FT_Set_Charmap(face, charmap) == 0 else { continue }
        for candidate in [FT_ULong(code), FT_ULong(0xF000 + code)] {
          let index = FT_Get_Char_Index(face, candidate)
          if index != 0 { return index }
        }
      }
      return nil
    case .procedures, .unknown: return nil
    }
  }

  /// CFF keyed by CID: which glyph each CID is.
  private func identifiers() -> [Int: FT_UInt] {
    guard let face else { return [:] }
    var result: [Int: FT_UInt] = [:]
    for glyph in 0..<FT_UInt(clamping: min(65_535, face.pointee.num_glyphs)) {
      var identifier: FT_UInt = 0
      if FT_Get_CID_From_Glyph_Index(face, glyph, &identifier) == 0 { result[Int(identifier)] = glyph }
    }
    return result
  }
}
