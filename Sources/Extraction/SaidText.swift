// Extraction: marked content that says in other words what it shows → whether the digits are the same.

/// What `ActualText` says (ISO 32000-1, 14.9.4) is what readers of the text give for all that is drawn within it. Where it says other digits than
/// the fonts do, nobody knows which the page shows.
struct SaidText {
  /// The digits of the text.
  private let said: [Int]
  /// Those that the fonts say are drawn, and where its pieces start, in points.
  private var drawn: [Int] = []
  private(set) var starts: [(x: Double, y: Double)] = []

  /// True where it says that nothing is shown: so the second print of a character says that stands in for a bold font.
  let saysNothing: Bool

  init(_ bytes: [UInt8]) {
    var units: [UInt16] = []
    if bytes.starts(with: [0xFE, 0xFF]) {
      units = stride(from: 2, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
    } else {
      units = Array(String(decoding: bytes, as: UTF8.self).utf16)
    }
    saysNothing = units.isEmpty
    said = units.compactMap { unit in
      switch unit {
      case 0x30...0x39: Int(unit) - 0x30
      case 0xFF10...0xFF19: Int(unit) - 0xFF10
      default: nil
      }
    }
  }

  /// True where it says digits.
  var saysDigits: Bool { !said.isEmpty }

  mutating func draw(_ digit: Int?) {
    if let digit, drawn.count < 1_000 { drawn.append(digit) }
  }

  mutating func start(at place: (x: Double, y: Double)) {
    if starts.count < 1_000 { starts.append(place) }
  }

  var isContradicted: Bool { said != drawn }
}

extension SaidText {
  /// What marked content says in place of what it shows; nil where it says nothing.
  static func read(_ scanner: ContentScanner, resources: QpdfFile.Handle?, file: QpdfFile) -> SaidText? {
    if let shown = scanner.string(behind: "/ActualText") { return SaidText(scanner.bytes(of: shown)) }
    guard scanner.strings.isEmpty, let name = scanner.name, let resources,
      let text = file.properties(named: name, in: resources).flatMap({ file.actualText(of: $0) })
    else { return nil }
    return SaidText(text)
  }
}
