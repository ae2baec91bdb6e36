// Reconstruction: lines of a text for troff → the same, tables as rows of fields and paragraphs as they are shown.
import DocumentModel

/// In the language of manual pages a table stands between `.TS` and `.TE`; cells stand between `T{` and `T}`, parted by the character that
/// `tab(…)` names. Fonts are changed by `\f[B]`, `\fB`.
enum RoffTables {
  private static let named: [(String, String)] = [
    ("\\[lq]", "“"), ("\\(lq", "“"), ("\\[rq]", "”"), ("\\(rq", "”"), ("\\[oq]", "‘"), ("\\[cq]", "’"), ("\\-", "-"),
    ("\\[en]", "–"), ("\\[em]", "—"), ("\\(em", "—"), ("\\[aq]", "'"), ("\\[dq]", "\""), ("\\[ti]", "~"), ("\\ ", " "),
    ("\\&", ""),
  ]

  static func unfolded(_ lines: [SourceLine]) -> [SourceLine] {
    guard lines.contains(where: { $0.text == ".TS" }), lines.contains(where: { $0.text == ".TE" }) else { return lines }
    var result: [SourceLine] = []
    var table: [SourceLine]?
    for line in lines {
      if line.text == ".TS" {
        table = []
      } else if line.text == ".TE", let own = table {
        result += rows(own)
        table = nil
      } else if table != nil {
        table!.append(line)
      } else if line.text.hasPrefix(".") {
        // A command: headings stand behind it.
        let words = line.text.split(separator: " ", maxSplits: 1)
        if words.count == 2, [".SH", ".SS", ".TH"].contains(words[0]) {
          result.append(SourceLine(number: line.number, text: plain(String(words[1]))))
        } else {
          result.append(SourceLine(number: line.number, text: ""))
        }
      } else {
        result.append(SourceLine(number: line.number, text: plain(line.text)))
      }
    }
    return table == nil ? result : lines
  }

  private static func rows(_ lines: [SourceLine]) -> [SourceLine] {
    var tab: Character = "\t"
    var body = lines[...]
    // Options and the formats of columns come first, and end in a full stop.
    if let end = lines.prefix(mostFormats).firstIndex(where: { $0.text.hasSuffix(".") }) {
      for line in lines[...end] {
        if let range = line.text.firstRange(of: "tab("), range.upperBound < line.text.endIndex {
          tab = line.text[range.upperBound]
        }
      }
      body = lines[(end + 1)...]
    }
    var result: [SourceLine] = []
    var fields: [String] = []
    var number = body.first?.number ?? 0
    var isOpen = false
    for line in body {
      var text = line.text[...]
      if isOpen {
        guard text.hasPrefix("T}") else {
          fields[fields.count - 1] += plain(String(text))
          continue
        }
        isOpen = false
        text = text.dropFirst(2)
        // Behind the end of one cell of several lines the next begins.
        if text.first == tab { text = text.dropFirst() } else if text.isEmpty { text = "" }
        if text.isEmpty, line.text == "T}" {
          result.append(SourceLine(number: number, text: fields.joined(separator: "\t")))
          fields = []
          continue
        }
      }
      if fields.isEmpty { number = line.number }
      // A line of the table that is drawn.
      if fields.isEmpty, text == "_" || text == "=" || text.hasPrefix(".") { continue }
      let parts = text.split(separator: tab, omittingEmptySubsequences: false)
      for part in parts {
        if part == "T{" {
          fields.append("")
          isOpen = true
        } else {
          fields.append(plain(String(part)))
        }
      }
      if !isOpen {
        result.append(SourceLine(number: number, text: fields.joined(separator: "\t")))
        fields = []
      }
    }
    return result
  }
  private static let mostFormats = 40

  /// The text without changes of font, and with the characters that have names.
  private static func plain(_ text: String) -> String {
    guard text.unicodeScalars.contains("\\") else { return text }
    var text = text
    for (name, character) in named { text = text.replacing(name, with: character) }
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "\\f") {
      result += rest[..<start.lowerBound]
      rest = rest[start.upperBound...]
      if rest.first == "[", let end = rest.firstIndex(of: "]") {
        rest = rest[rest.index(after: end)...]
      } else {
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }
}
