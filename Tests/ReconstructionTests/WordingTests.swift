import Testing

@testable import Reconstruction

@Suite struct WordingTests {
  @Test(
    "Every kind of space is removed, wherever it stands among ideographs and their punctuation",
    arguments: [
      "\t", "\n", " ", "\u{85}", "\u{A0}", "\u{1680}", "\u{2000}", "\u{2009}", "\u{200A}", "\u{2028}", "\u{202F}",
      "\u{205F}", "\u{3000}",
    ])
  func spaces(space: String) {
    #expect(Wording.withoutSpaces("申请\(space)数量、件") == "申请数量、件")
    #expect(Wording.withoutSpaces("《条例》\(space)") == "《条例》")
    #expect(Wording.withoutSpaces(space) == "")
  }

  @Test("What holds no space stays as it is", arguments: ["", "申请数量", "、。《》〔〕", "１２（件）", "ab", "é"])
  func none(text: String) { #expect(Wording.withoutSpaces(text) == text) }
}
