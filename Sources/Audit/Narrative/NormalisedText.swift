// Audit: printed text → the form in which words are looked for.

/// Full-width letters, digits and signs as their ASCII twins, no white space. Comma and full stop keep their Chinese forms,
/// since "1,234" is a number and "1，234" are two.
enum NormalisedText {
  static func units(_ text: some StringProtocol) -> [UInt16] {
    var units: [UInt16] = []
    units.reserveCapacity(text.utf16.count)
    append(text, to: &units)
    return units
  }

  /// Appends the normalised units of `text`.
  static func append(_ text: some StringProtocol, to units: inout [UInt16]) {
    for unit in text.utf16 {
      switch unit {
      case 0x20, 0x09, 0x0a, 0x0d, 0xa0, 0x3000, 0xfeff, 0x200b: break
      // ，and ．stay apart from comma and point.
      case 0xff0c: units.append(unit)
      case 0xff01...0xff5e: units.append(unit - 0xfee0)
      default: units.append(unit)
      }
    }
  }

  static func string(_ units: some Sequence<UInt16>) -> String { String(decoding: Array(units), as: UTF16.self) }
}
