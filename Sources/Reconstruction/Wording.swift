// Reconstruction: printed text → the form in which labels are compared.
import DocumentModel

/// Comparison of printed Chinese labels: width, spaces, punctuation and quotation marks do not count.
enum Wording {
  /// Full-width ASCII forms (U+FF01–FF5E) and the ideographic space as their ordinary counterparts.
  static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)!
    case 0x3000: " "
    case 0x2212: "-"
    default: scalar
    }
  }

  /// The characters that count in a comparison: ideographs, letters and digits.
  static func folded(_ text: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    guard !text.isEmpty else { return result }
    // Most are ideographs, of three bytes each.
    result.reserveCapacity(text.utf8.count / 3 + 2)
    for scalar in text.unicodeScalars {
      let half = halfWidth(scalar)
      if isSignificant(half) { result.append(TraditionalForms.simplified(half)) }
    }
    return result
  }

  /// Stands for a character that is printed, and of which the file does not say which one it is.
  static let unknown: Unicode.Scalar = "\u{FFFD}"

  private static func isSignificant(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3007: true
    case 0x20000...0x3FFFF: true
    // Private use: unknown characters, but characters.
    case 0xE000...0xF8FF, unknown.value: true
    default: false
    }
  }

  /// True for an ideograph.
  static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3007, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// How many of these characters are among those, each of which is taken once.
  static func common(_ characters: some Sequence<Unicode.Scalar>, _ others: [Unicode.Scalar]) -> Int {
    var left = others
    return characters.reduce(0) { count, scalar in
      guard let index = left.firstIndex(of: scalar) else { return count }
      left.remove(at: index)
      return count + 1
    }
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(halfWidth(scalar).value) }

  /// False where no byte begins a space: those of ASCII, U+0085 and U+00A0 (C2), U+1680 (E1), U+2000 to U+205F (E2 80, E2 81), U+3000 (E3 80 80).
  /// Ideographs begin with others, 、。《 with E3 80 and more.
  private static func mayHoldSpace(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      for (index, byte) in bytes.enumerated() where byte <= 0x20 || byte >= 0xC2 && byte <= 0xE3 {
        guard byte == 0xE3, index + 2 < bytes.count else { return true }
        if bytes[index + 1] == 0x80, bytes[index + 2] == 0x80 { return true }
      }
      return false
    } ?? true
  }

  /// All white space removed.
  static func withoutSpaces(_ text: String) -> String {
    guard mayHoldSpace(text), text.unicodeScalars.contains(where: \.isSpace) else { return text }
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.isSpace { view.append(scalar) }
    return String(view)
  }
}
