// Reconstruction: rows of fields → the same, a merged cell that a converter gives once for each column that it reaches over once.
import Statute

/// Converters that give every row a field for each column of the page repeat merged cells: | 自然人 | 自然人 | over | 12 | 12 |. Fields under one header
/// are one cell where they say the same.
enum RepeatedFields {
  /// So many rows that repeat their words are no chance.
  private static let usual = 4
  /// Shorter words may stand twice beside one another.
  private static let shortest = 3
  private static let headerWords = ["信息内容", "结果维持", "尚未审结"].map(Wording.folded)

  static func single(_ source: [FieldLine]) -> [FieldLine] {
    let lines = source.map(unnamed)
    guard lines.count(where: { repeatsWords($0.fields) }) >= usual else { return source }
    let common = commonRuns(lines, named: source)
    guard repeatColumns(lines, common) else { return source }
    // The fields of the header, one run for each of its cells.
    var runs: [Range<Int>] = []
    return lines.map { line in
      var result = line
      if !line.fields.contains(where: ValueReader.isValue), isHeader(line) {
        runs = Self.runs(line.fields)
        result.fields = runs.map { line.fields[$0.lowerBound] }
        return result
      }
      let own = runs.last?.upperBound == line.fields.count ? runs : common[line.fields.count] ?? []
      result.fields = own.isEmpty ? wordsOnce(line.fields) : own.flatMap { cells(Array(line.fields[$0])) }
      return result
    }
  }

  /// Programs name columns that have no header, and take the first row for one where a table goes on: Col1, Col2.
  private static func unnamed(_ line: FieldLine) -> FieldLine {
    guard line.fields.count(where: isName) >= 2 else { return line }
    var result = line
    result.fields = line.fields.map { isName($0) ? "" : $0 }
    return result
  }

  private static func isName(_ field: String) -> Bool {
    field.hasPrefix("Col") && field.count > 3 && field.dropFirst(3).allSatisfy { $0.isASCII && $0.isNumber }
  }

  private static func isHeader(_ line: FieldLine) -> Bool {
    let text = Wording.folded(line.fields.joined(separator: " "))
    return FieldRows.isHeader(line) || headerWords.contains { text.contains($0) }
  }

  /// False where it is but the labels of the applications table that are repeated: its columns stand apart all the same.
  private static func repeatColumns(_ lines: [FieldLine], _ common: [Int: [Range<Int>]]) -> Bool {
    if common.values.contains(where: { runs in runs.count(where: { $0.count > 1 }) >= columns }) { return true }
    let headers = lines.filter(FieldRows.isHeader).map(\.fields)
    return headers.isEmpty
      || headers.contains { fields in
        runs(fields).contains { $0.count > 1 && Wording.folded(fields[$0.lowerBound]) == firstColumn }
      }
  }
  /// So many columns that all rows give twice are no chance.
  private static let columns = 5
  private static let firstColumn = Wording.folded("自然人")

  private static func repeatsWords(_ fields: [String]) -> Bool {
    zip(fields, fields.dropFirst()).contains {
      $0 == $1 && $0.unicodeScalars.count >= shortest && !ValueReader.isValue($0)
    }
  }

  /// For each number of fields those that say the same in every row of as many.
  private static func commonRuns(_ lines: [FieldLine], named: [FieldLine]) -> [Int: [Range<Int>]] {
    let rows = zip(lines, named).filter { $0.0.fields == $0.1.fields && !isHeader($0.0) }.map(\.0.fields)
    return Dictionary(grouping: rows, by: \.count).mapValues { rows in
      var result: [Range<Int>] = []
      for index in rows[0].indices {
        if let last = result.last, rows.allSatisfy({ $0[index] == $0[last.lowerBound] }) {
          result[result.count - 1] = last.lowerBound..<(index + 1)
        } else {
          result.append(index..<(index + 1))
        }
      }
      return result
    }
  }

  /// Fields beside one another that hold the same words.
  private static func runs(_ fields: [String]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for index in fields.indices {
      if let last = result.last, !fields[index].isEmpty, fields[last.lowerBound] == fields[index] {
        result[result.count - 1] = last.lowerBound..<(index + 1)
      } else {
        result.append(index..<(index + 1))
      }
    }
    return result
  }

  /// What stands under one header: one cell where its fields say one thing; else words once, and numbers as they are.
  private static func cells(_ fields: [String]) -> [String] {
    let said = Set(fields).subtracting([""])
    return said.count <= 1 ? [said.first ?? ""] : wordsOnce(fields)
  }

  private static func wordsOnce(_ fields: [String]) -> [String] {
    runs(fields).flatMap { run in
      ValueReader.isValue(fields[run.lowerBound]) ? Array(fields[run]) : [fields[run.lowerBound]]
    }
  }
}
