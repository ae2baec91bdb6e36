// Extraction: an operator of a content stream → how many numbers it needs.

extension Operator {
  /// How many numbers must stand before the operator (ISO 32000-1, annex A); 0 where it needs none, and for words that are none.
  ///
  /// poppler ends a page, without a word, at an operator that has fewer: what comes behind it is seen by other readers, and by nobody here.
  var leastNumbers: Int { code < 1 << 15 ? Int(Self.counts[Int(code & 0x7F | (code >> 1) & 0x3F80)]) : 0 }

  /// True for operators that show text, or a form that may.
  var mayShowText: Bool {
    [Operator("T", "j"), Operator("T", "J"), Operator("'"), Operator("\""), Operator("D", "o")].contains(self)
  }

  private static let counts: [UInt8] = {
    var result = [UInt8](repeating: 0, count: 1 << 14)
    let words = [
      (1, "G g i J j M Tc Tf TL Tr Ts Tw Tz w"), (2, "d0 l m TD Td \""), (3, "RG rg"), (4, "K k re v y"),
      (6, "c cm d1 Tm"),
    ]
    for (count, words) in words {
      for word in words.split(separator: " ") {
        let letters = Array(word.utf8)
        result[Int(letters[0]) | (letters.count > 1 ? Int(letters[1]) << 7 : 0)] = UInt8(count)
      }
    }
    return result
  }()
}
