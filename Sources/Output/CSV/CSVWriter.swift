// Output: fields → lines of CSV (RFC 4180) that spreadsheets open with their Chinese intact.

/// Writes CSV: UTF-8 with a byte order mark, without which Excel and WPS take it for GBK; lines end in CR LF.
struct CSVWriter {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private(set) var bytes: [UInt8] = []

  /// Writes one line.
  mutating func line(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(field)
    }
    bytes.append(UInt8(ascii: "\r"))
    bytes.append(UInt8(ascii: "\n"))
  }

  /// A path as programs can read it back: where it holds control characters or backslashes, these as JSON writes them.
  static func path(_ path: String) -> String {
    guard path.unicodeScalars.contains(where: { isControl($0) || $0 == "\\" }) else { return path }
    return path.unicodeScalars.reduce(into: "") { text, scalar in
      if scalar == "\\" {
        text += "\\\\"
      } else if isControl(scalar) {
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .control }

  /// The text with a point for each control character that would command a terminal.
  private static func harmless(_ text: String) -> String {
    let isHarmless = { (scalar: Unicode.Scalar) in !isControl(scalar) || "\t\n\r".unicodeScalars.contains(scalar) }
    guard !text.unicodeScalars.allSatisfy(isHarmless) else { return text }
    return text.unicodeScalars.reduce(into: "") { $0.unicodeScalars.append(isHarmless($1) ? $1 : "·") }
  }

  private mutating func write(_ content: String) {
    let field = Self.harmless(content)
    let text = Self.isFormula(field) ? "'" + field : field
    guard text.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 < 0x20 }) else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// True for text that a spreadsheet would run; a plain number with a sign is none. East Asian versions take the full-width
  /// signs too.
  private static func isFormula(_ field: String) -> Bool {
    // A sign alone, as it stands for nothing in a cell and for standard input in a path, is none.
    if field.unicodeScalars.allSatisfy({ "-－+＋".unicodeScalars.contains($0) }) { return false }
    switch field.unicodeScalars.first {
    case "=", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": return true
    case "+", "-":
      let rest = field.utf8.dropFirst()
      let isNumber =
        !rest.isEmpty
        && rest.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".") }
      return !isNumber
    default: return false
    }
  }
}
