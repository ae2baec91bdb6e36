import Testing

@testable import Extraction

/// What a font draws and the text layer does not say.
@Suite struct UnsaidTests {
  /// A Type 3 font that draws something for every code but the space's.
  private static var allButTheSpace: FontObject.Selection {
    .procedures(GlyphNames { [:] }) {
      $0 == 0x20
        ? nil
        : GlyphProcedure(
          content: Array("500 0 0 0 400 400 d1 0 0 400 400 re 100 100 200 200 re f".utf8), toText: Transform())
    }
  }

  private static func font(
    _ map: String?, selection: FontObject.Selection = allButTheSpace, fallback: FontObject.Fallback
  ) -> FontObject {
    FontObject(
      name: "Song", map: map.flatMap { ToUnicodeMap(Array($0.utf8)) }, program: [], selection: selection,
      fallback: fallback, bytesPerCode: 1)
  }

  @Test(
    "Codes that a map leads to a character",
    arguments: [
      ("2 beginbfchar <13> <0030> <15> <4E00> endbfchar", [0x13, 0x15], [0x14, 0x16]),
      ("1 beginbfrange <0013> <0015> <0030> endbfrange", [0x13, 0x14, 0x15], [0x12, 0x16]),
      ("1 beginbfrange <0001> <0003> [<0038> <> <0033>] endbfrange", [1, 3], [2, 4]),
      ("1 beginbfchar <13> <0000> endbfchar", [], [0x13]),
      ("1 beginbfrange <FFF0> <FFFF> <4E00> endbfrange", [0xFFF0, 0xFFFF], [0x10000, -1]),
    ] as [(String, [Int], [Int])])
  func said(map: String, said: [Int], unsaid: [Int]) throws {
    let map = try #require(ToUnicodeMap(Array(map.utf8)))
    #expect(said.allSatisfy(map.says))
    #expect(!unsaid.contains(where: map.says))
  }

  @Test("A code that is drawn and not in the map is unsaid, one that draws nothing is not")
  func leftOut() {
    let font = Self.font("1 beginbfchar <31> <0031> endbfchar", fallback: .none)
    #expect(!font.isUnsaid(0x31))
    #expect(font.isUnsaid(0x32))
    #expect(!font.isUnsaid(0x20))
  }

  @Test("What an encoding or the name of a glyph says is said")
  func otherwise() {
    #expect(!Self.font(nil, fallback: .encoding).isUnsaid(0x32))
    let named = Self.font(
      nil, selection: .code(GlyphNames { [1: "two", 2: "g14", 3: "uni4E00", 4: "cid100", 5: "a"] }),
      fallback: .glyphName(hasBase: false, isBuiltIn: false))
    #expect([1, 3, 5].allSatisfy { !named.isUnsaid($0) })
    #expect([2, 4, 6].allSatisfy { named.isUnsaid($0) })
    #expect(named.saidDigits == [1: 2])
  }

  @Test("The numbers that converters give to the glyphs of a Type 3 font say nothing of what they draw")
  func procedures() {
    let names = GlyphNames { [0x32: "a50", 0x33: "three", 0x34: "a"] }
    guard case .procedures(_, let find) = Self.allButTheSpace else { return }
    let font = Self.font(
      nil, selection: .procedures(names, find), fallback: .glyphName(hasBase: false, isBuiltIn: false))
    #expect([0x32, 0x33, 0x34].map(font.isUnsaid) == [true, false, false])
  }

  @Test(
    "Strings of a content stream and the codes in them",
    arguments: [
      ("<0013 0014> Tj", 2, [0x13, 0x14]),
      ("<001> Tj", 1, [0, 0x10]),
      (#"(a\\b\(\)\101\n\r\t) Tj"#, 1, [97, 92, 98, 40, 41, 65, 10, 13, 9]),
      ("(a(b)c) Tj", 1, [97, 40, 98, 41, 99]),
      ("[(\\0\\1)-250<0002>] TJ", 2, [1, 2]), ("(\\022\\306\\0247\\7779) Tj", 1, [18, 198, 20, 55, 255, 57]),
      ("(abc) Tj", 2, [0x6162]),
      ("(open", 1, []),
    ] as [(String, Int, [Int])])
  func codes(content: String, bytesEach: Int, expected: [Int]) {
    var scanner = ContentScanner(Array(content.utf8))
    var found: [Int] = []
    while scanner.next() != nil {
      for string in scanner.strings {
        scanner.forEachCode(string, bytesEach: bytesEach) { code in
          found.append(code)
          return true
        }
      }
    }
    #expect(found == expected)
  }

  @Test("Numbers between the strings of an array move what follows")
  func adjustments() {
    var scanner = ContentScanner(Array("[(a)-250 10(b)] TJ".utf8))
    _ = scanner.next()
    #expect(scanner.strings.map(\.adjustment) == [0, -240])
  }

  @Test(
    "Where the text layer says digits of what is drawn in no font, nothing of the page is certain",
    arguments: [("45", 0), ("ab", 5)])
  func noFont(text: String, visible: Int) throws {
    let page = try OnePage.read("BT /F 10 Tf 40 200 Td (123) Tj ET BT /State 12 Tf 40 150 Td (\(text)) Tj ET")
    #expect(page.glyphs.filter { !$0.isHidden }.count == visible)
  }

  @Test("Text in a font that the file does not have is not known, and hidden", arguments: [("F", 0), ("Lost", 1)])
  func lostFont(name: String, count: Int) throws {
    let page = try OnePage.read("BT /F 10 Tf 40 200 Td (123) Tj ET BT /\(name) 12 Tf 40 150 Td (45) Tj ET")
    let unknown = page.glyphs.filter { $0.character == "\u{FFFD}" }
    #expect(unknown.count == count)
    #expect(unknown.allSatisfy { $0.isHidden && $0.box.contains(x: 44, y: 147) })
    #expect(page.glyphs.filter { !$0.isHidden }.count == (count == 0 ? 5 : 3))
  }
}
