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
  /// Digits that are exchanged are together more like one another, by as much for each. Of 375 fonts, each held against other families, none is doubted by this,
  /// and 16,829 of 16,875 exchanged pairs are noticed (`Tools/typeset/digit_shapes.py --check`).
  private static let exchanged = 0.075
  /// Two shapes of a digit in one font are no less alike.
  private static let alike = 0.8
  /// A digit is no lower than this share of the highest; a point and a stroke are.
  private static let lowest = 0.45

  /// For each font by name the digits of the text layer that its page does not show: all of them where one is told to be another.
  static func wrongDigits(_ fonts: [FontObject]) -> [String: Set<Unicode.Scalar>] {
    var result: [String: Set<Unicode.Scalar>] = [:]
    for font in fonts {
      let said = font.saidDigits
      guard !said.isEmpty, said.count <= 256, areWrong(said, of: font) else { continue }
      result[font.name] = Set("0123456789".unicodeScalars)
    }
    return result
  }

  /// - Parameter said: the digit of each code.
  private static func areWrong(_ said: [Int: Int], of font: FontObject) -> Bool {
    var shapes = [[[Double]]](repeating: [], count: 10)
    for (code, digit) in said.sorted(by: { $0.key < $1.key }) {
      if let shape = font.shape(code: code) { shapes[digit].append(centred(shape)) }
    }
    let heights = said.keys.compactMap { font.extent(code: $0)?.height }.filter { $0 > 0 }
    if let lowest = heights.min(), let highest = heights.max(), lowest < Self.lowest * highest { return true }
    for own in shapes where own.count > 1 {
      for (index, shape) in own.enumerated() {
        for other in own[..<index] where product(shape, other) < alike && closest(of: shape) != closest(of: other) {
          return true
        }
      }
    }
    return areExchanged(shapes)
  }

  /// True where digits are clearly drawn as one another, or as digits that the font does not say it has.
  /// - Parameter shapes: those of each digit, centred.
  static func areExchanged(_ shapes: [[[Double]]]) -> Bool {
    // None can be more like another than 1: the usual case, and the cheap one.
    let least = 1 - exchanged
    let isKnown = zip(shapes, known).allSatisfy { own, known in
      own.allSatisfy { shape in known.contains { product($0, shape) > least } }
    }
    if isKnown { return false }
    // How much more a shape of each digit is like another one; chains of them that come back are exchanges.
    var gains = [[Double]](repeating: [Double](repeating: -.infinity, count: 10), count: 10)
    for digit in 0...9 {
      for shape in shapes[digit] {
        let likenesses = (0...9).map { likeness(shape, $0) }
        for other in 0...9 where other != digit {
          let gain = likenesses[other] - likenesses[digit]
          if shapes[other].isEmpty {
            if likenesses[other] >= sure, gain >= margin { return true }
          } else {
            gains[digit][other] = max(gains[digit][other], gain - exchanged)
          }
        }
      }
    }
    for between in 0...9 {
      for from in 0...9 {
        for to in 0...9 { gains[from][to] = max(gains[from][to], gains[from][between] + gains[between][to]) }
      }
    }
    return (0...9).contains { gains[$0][$0] > 0 }
  }

  /// The digit that a shape (`GlyphInk`) is most like, and how much.
  static func closest(_ shape: [Double]) -> (digit: Int, likeness: Double) {
    let shape = centred(shape)
    let all = (0...9).map { (digit: $0, likeness: likeness(shape, $0)) }
    return all.max { $0.likeness < $1.likeness } ?? (0, 0)
  }

  /// The digit that a shape is beyond doubt; nil for others.
  static func shown(_ shape: [Double]) -> Int? {
    let shape = centred(shape)
    let likenesses = (0...9).map { likeness(shape, $0) }.enumerated().sorted { $0.element > $1.element }
    let isSure = likenesses[0].element >= sure && likenesses[0].element - likenesses[1].element >= exchanged
    return isSure ? likenesses[0].offset : nil
  }

  private static func closest(of centred: [Double]) -> Int { closest(centred).digit }

  private static func product(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for index in 0..<min(a.count, b.count) { sum += a[index] * b[index] }
    return sum
  }

  private static func likeness(_ shape: [Double], _ digit: Int) -> Double {
    known[digit].lazy.map { product($0, shape) }.max() ?? 0
  }

  /// True where a shape (`GlyphInk`) is clearly another digit than it is said to be.
  static func contradicts(_ shape: [Double], digit: Int) -> Bool {
    let shape = centred(shape)
    // None can be more like than 1: the usual case, and the cheap one.
    if known[digit].contains(where: { product($0, shape) > 1 - margin }) { return false }
    let own = likeness(shape, digit)
    let best = (0...9).lazy.filter { $0 != digit }.map { likeness(shape, $0) }.max() ?? 0
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

  /// About their mean and of length 1.
  static func centred(_ shape: [Double]) -> [Double] {
    let mean = shape.reduce(0, +) / Double(max(1, shape.count))
    let length = shape.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }.squareRoot()
    return shape.map { ($0 - mean) / max(1e-9, length) }
  }
}
