// Reconstruction: lines of a text → the same, lists of lists and objects of JSON as rows of fields and lines.
import DocumentModel

/// Programs hand a table on as a list of its rows, each a list of its cells, on one line or on many, by itself or within a document
/// (`{"type": "table", "rows": [["规章", "0"]]}`). What stands in no list is a line of its own.
enum NestedLists {
  /// After so many pieces of text that look like lists at length and are none, no more are tried.
  private static let mostFailures = 3
  /// So many tokens are a try at length.
  private static let long = 100

  static func unfolded(_ lines: [SourceLine]) -> [SourceLine] {
    guard lines.contains(where: { begins($0.text) }) else { return lines }
    var result: [SourceLine] = []
    var failures = 0
    var index = 0
    while index < lines.count {
      if failures < mostFailures, begins(lines[index].text) {
        var reader = ListReader()
        if let end = reader.read(lines[index...]) {
          // A single list is a row among others (`ListTables`).
          result += reader.deepest > 1 ? reader.lines : Array(lines[index..<end])
          index = end
          continue
        }
        if reader.tokens >= long { failures += 1 }
      }
      result.append(lines[index])
      index += 1
    }
    return result
  }

  private static func begins(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { !$0.isSpace }) else { return false }
    return first == "[" || first == "{"
  }
}

/// Reads lists and objects up to the end of the outermost one.
private struct ListReader {
  private(set) var lines: [SourceLine] = []
  /// How deep lists and objects stand in one another.
  private(set) var deepest = 0
  private(set) var tokens = 0

  private struct Container {
    var isObject: Bool
    var line: Int
    var members: [String] = []
    var holdsOthers = false
    /// In an object, what the next member is called.
    var name: String?
  }
  private static let nothing: Set<String> = ["None", "null", "nan", "NaN", "undefined"]
  private static let mostDepth = 50
  /// A sentence is no cell.
  private static let sentence = 60

  private var open: [Container] = []
  private var isDone = false

  /// The place behind the last line; nil where the lines are no list.
  mutating func read(_ source: ArraySlice<SourceLine>) -> Int? {
    for index in source.indices {
      guard read(source[index]) else { return nil }
      if isDone { return index + 1 }
    }
    return nil
  }

  /// False where the line is none of a list.
  private mutating func read(_ line: SourceLine) -> Bool {
    let scalars = Array(line.text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if scalar.isSpace { continue }
      tokens += 1
      // Behind the end of the outermost list nothing stands but a comma.
      if isDone {
        if scalar == "," || scalar == ";" { continue }
        return false
      }
      switch scalar {
      case "[", "{":
        guard open.count < Self.mostDepth else { return false }
        if !open.isEmpty { open[open.count - 1].holdsOthers = true }
        open.append(Container(isObject: scalar == "{", line: line.number))
        deepest = max(deepest, open.count)
      case "]", "}":
        guard let last = open.popLast(), last.isObject == (scalar == "}") else { return false }
        close(last)
        isDone = open.isEmpty
      case ",": break
      case ":":
        guard let last = open.last, last.isObject, last.name == nil, let name = last.members.last else { return false }
        open[open.count - 1].members.removeLast()
        open[open.count - 1].name = name
      case "\"", "'":
        guard let text = Self.string(scalars, &index, quote: scalar) else { return false }
        add(text, line.number)
      default:
        var word = [scalar]
        while index < scalars.count, !scalars[index].isSpace, !",:]}[{\"".unicodeScalars.contains(scalars[index]) {
          word.append(scalars[index])
          index += 1
        }
        let text = String(scalars: word)
        guard Self.nothing.contains(text) || ["true", "false"].contains(text) || ValueReader.isValue(text) else {
          return false
        }
        add(Self.nothing.contains(text) ? "" : text, line.number)
      }
      if open.isEmpty, !isDone { return false }
    }
    return true
  }

  private mutating func add(_ text: String, _ line: Int) {
    guard !open.isEmpty else { return }
    let last = open.count - 1
    guard open[last].isObject else {
      open[last].members.append(text)
      return
    }
    if open[last].name == nil {
      // The name of a member; its colon comes next.
      open[last].members.append(text)
    } else {
      open[last].name = nil
      emit(text, line)
    }
  }

  /// The text of a member as a line of its own: words for programs are none.
  private mutating func emit(_ text: String, _ line: Int) {
    guard text.unicodeScalars.contains(where: { Wording.isIdeograph($0) || Wording.isDigit($0) }),
      lines.last?.text != text
    else { return }
    lines.append(SourceLine(number: line, text: text))
  }

  private mutating func close(_ list: Container) {
    if list.isObject || list.members.isEmpty { return }
    if list.holdsOthers || list.members.contains(where: { $0.unicodeScalars.count > Self.sentence && $0.holds("。") }) {
      for text in list.members { emit(text, list.line) }
    } else {
      lines.append(SourceLine(number: list.line, text: list.members.joined(separator: "\t")))
    }
  }

  /// The text up to the closing mark, line breaks and tabs within it left out; nil where it does not close on this line.
  private static func string(_ scalars: [Unicode.Scalar], _ index: inout Int, quote: Unicode.Scalar) -> String? {
    var result: [Unicode.Scalar] = []
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if scalar == quote { return String(scalars: result) }
      guard scalar == "\\", index < scalars.count else {
        if scalar != "\t" { result.append(scalar) }
        continue
      }
      let escaped = scalars[index]
      index += 1
      switch escaped {
      case "n", "r", "t": break
      case "u" where index + 4 <= scalars.count:
        guard let value = UInt32(String(scalars: scalars[index..<(index + 4)]), radix: 16),
          let character = Unicode.Scalar(value)
        else { return nil }
        result.append(character)
        index += 4
      default: result.append(escaped)
      }
    }
    return nil
  }
}
