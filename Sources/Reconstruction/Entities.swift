// Reconstruction: lines of a text → the same, characters that HTML writes as names as themselves.
import DocumentModel

/// A program that takes the marks of HTML away, and nothing else, leaves `&nbsp;` where a cell is blank. Where marks are left, what reads these reads
/// the names as well.
enum Entities {
  private static let names: [Substring: String] = [
    "nbsp": " ", "ensp": " ", "emsp": " ", "thinsp": " ", "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'",
    "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "hellip": "…", "mdash": "—", "ndash": "–", "middot": "·",
  ]
  /// No name is longer.
  private static let longest = 8

  static func decoded(_ lines: [SourceLine]) -> [SourceLine] {
    guard lines.contains(where: { $0.text.utf8.contains(UInt8(ascii: "&")) }),
      !lines.contains(where: { $0.text.holds("</") })
    else { return lines }
    return lines.map { line in
      line.text.utf8.contains(UInt8(ascii: "&"))
        ? SourceLine(number: line.number, text: decoded(line.text)) : line
    }
  }

  private static func decoded(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      let name = rest.dropFirst().prefix(longest + 1)
      if let end = name.firstIndex(of: ";"), let character = character(name[..<end]) {
        result += character
        rest = rest[rest.index(after: end)...]
      } else {
        result.append("&")
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }

  private static func character(_ name: Substring) -> String? {
    guard name.first == "#" else { return names[name] }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    guard let code = UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10),
      let scalar = Unicode.Scalar(code)
    else { return nil }
    if scalar.isSpace || scalar.value < 0x20 { return " " }
    // A bar would part fields, and marks that are not seen turn what follows.
    return scalar == "|" || scalar.properties.generalCategory == .format ? nil : String(Character(scalar))
  }
}
