// Extraction: the fonts of a PDF → the digits that are drawn otherwise than the text layer says.
//
// What a text layer says of a glyph is what the font's ToUnicode map says; nothing else in the file contradicts a wrong map, and a table of wrong
// digits can still add up. The drawn shape is the witness: the digits of an embedded font are held against the shapes of the ten digits in many
// fonts. A font is only doubted where its shape is clearly that of another digit.
import Foundation

enum DigitWitness {
  /// A shape that correlates this much with a known one is that digit …
  private static let sure = 0.85
  /// … where it does so by as much better than with the digit that the map says.
  private static let margin = 0.12

  /// For each font by name the digits of the text layer that its page does not show.
  static func wrongDigits(_ fonts: [FontObject]) -> [String: Set<Unicode.Scalar>] {
    var result: [String: Set<Unicode.Scalar>] = [:]
    for font in fonts {
      let said = font.saidDigits
      guard !said.isEmpty, said.count <= 256 else { continue }
      for (code, digit) in said {
        if let shape = font.shape(code: code), contradicts(shape, digit: digit) {
          result[font.name, default: []].insert(Unicode.Scalar(UInt8(0x30 + digit)))
        }
      }
    }
    return result
  }

  /// True where a shape (`GlyphInk`) is clearly another digit than it is said to be.
  static func contradicts(_ shape: [Double], digit: Int) -> Bool {
    let shape = centred(shape)
    func likeness(_ known: [Double]) -> Double {
      var sum = 0.0
      for index in 0..<min(known.count, shape.count) { sum += known[index] * shape[index] }
      return sum
    }
    func likeness(_ digit: Int) -> Double { known[digit].lazy.map(likeness).max() ?? 0 }
    // None can be more like than 1: the usual case, and the cheap one.
    if known[digit].contains(where: { likeness($0) > 1 - margin }) { return false }
    let own = likeness(digit)
    let best = (0...9).lazy.filter { $0 != digit }.map { likeness($0) }.max() ?? 0
    return best >= sure && best - own >= margin
  }

  /// The known shapes of each digit, about their mean and of length 1.
  private static let known: [[[Double]]] = drawn.map { shapes in
    shapes.map { text in
      let bytes = [UInt8](Data(base64Encoded: text) ?? Data())
      var shape: [Double] = []
      shape.reserveCapacity(2 * bytes.count)
      for byte in bytes {
        shape.append(Double(byte >> 4))
        shape.append(Double(byte & 15))
      }
      return centred(shape)
    }
  }

  private static func centred(_ shape: [Double]) -> [Double] {
    let mean = shape.reduce(0, +) / Double(max(1, shape.count))
    let length = shape.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }.squareRoot()
    return shape.map { ($0 - mean) / max(1e-9, length) }
  }
}
