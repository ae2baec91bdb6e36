// Reconstruction: a piece of LaTeX → what it shows.

/// Knows as much of LaTeX as converters write.
enum TexText {
  /// Commands that draw lines, or say where the head of a table ends: nothing of a cell.
  private static let rules = [
    "\\toprule", "\\midrule", "\\bottomrule", "\\noalign{}", "\\hline", "\\endhead", "\\endfirsthead", "\\endlastfoot",
    "\\endfoot", "\\tabularnewline",
  ]
  /// Commands whose argument is shown.
  private static let shown: Set<String> = [
    "textbf", "textit", "emph", "section", "subsection", "subsubsection", "chapter", "paragraph", "underline", "text",
    "title", "multirow", "multicolumn", "makecell",
  ]
  private static let escaped = Set("%&$#_{}".unicodeScalars)

  /// A row without the lines around it. `\cline{2-5}` has an argument.
  static func withoutRules(_ text: String) -> String {
    var text = text
    for rule in rules { text = text.replacing(rule, with: "") }
    for name in ["\\cline{", "\\cmidrule(lr){", "\\cmidrule{"] {
      while let start = text.firstRange(of: name), let end = text[start.upperBound...].firstIndex(of: "}") {
        text.removeSubrange(start.lowerBound...end)
      }
    }
    return text
  }

  /// The cells of a row.
  static func parts(_ text: String) -> [String] {
    var result = [""]
    var isEscaped = false
    for character in text {
      if character == "&", !isEscaped {
        result.append("")
      } else {
        result[result.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return result
  }

  /// A cell with what it reaches over.
  static func cell(_ text: String) -> SpannedCell {
    var cell = SpannedCell()
    var rest = FieldRows.trimmed(text)
    for name in ["\\multicolumn", "\\multirow"] {
      guard rest.hasPrefix(name), let (count, behind) = argument(rest.dropFirst(name.count)),
        let (_, body) = argument(behind), let (inner, _) = argument(body)
      else { continue }
      let span = max(1, min(SpannedRows.mostSpan, Int(FieldRows.trimmed(count)) ?? 1))
      // In the rows below, a cell of several rows leaves an empty one of its own.
      if name == "\\multicolumn" { cell.columns = span }
      rest = FieldRows.trimmed(inner)
    }
    cell.text = plain(rest)
    return cell
  }

  /// What stands behind the arguments in brackets and braces.
  static func behindArguments(_ text: Substring) -> String {
    var rest = text
    if rest.first == "[", let end = rest.firstIndex(of: "]") { rest = rest[rest.index(after: end)...] }
    while rest.first == "{", let (_, behind) = argument(rest) { rest = behind }
    return String(rest)
  }

  /// The argument in braces, or `*`, and what stands behind it.
  private static func argument(_ text: Substring) -> (String, Substring)? {
    let text = text.drop(while: \.isWhitespace)
    if text.first == "*" { return ("*", text.dropFirst()) }
    guard text.first == "{" else { return nil }
    var depth = 0
    for index in text.indices {
      if text[index] == "{" { depth += 1 }
      if text[index] == "}" { depth -= 1 }
      if depth == 0 { return (String(text[text.startIndex..<index].dropFirst()), text[text.index(after: index)...]) }
    }
    return nil
  }

  /// The text without commands, and with the arguments of those that show them.
  static func plain(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    // For each open brace whether what stands in it is shown, and how many are open of which it is not.
    var open: [Bool] = []
    var hidden = 0
    var isArgument: Bool?
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      switch scalar {
      case "\\":
        guard index < scalars.count else { break }
        if escaped.contains(scalars[index]) {
          if hidden == 0 { result.append(scalars[index]) }
          index += 1
          continue
        }
        let name = scalars[index...].prefix { $0.isASCII && $0.properties.isAlphabetic }
        index += max(1, name.count)
        isArgument = name.isEmpty ? nil : shown.contains(String(scalars: name))
        continue
      case "[" where isArgument != nil:
        // What stands in brackets behind a command is never shown.
        while index < scalars.count, scalars[index] != "]" { index += 1 }
        index += 1
        continue
      case "{":
        open.append(isArgument ?? true)
        if open.last == false { hidden += 1 }
        continue
      case "}":
        if open.popLast() == false { hidden -= 1 }
        // A command may have several arguments.
        continue
      case "%":
        // A remark up to the end of the line.
        return FieldRows.trimmed(String(result))
      default:
        if hidden == 0 { result.append(scalar) }
      }
      isArgument = nil
    }
    return FieldRows.trimmed(String(result))
  }
}
