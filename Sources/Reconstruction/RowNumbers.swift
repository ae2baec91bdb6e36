// Reconstruction: the printed rows of a table → the same without the cells that only number them (行次, 序号).
import DocumentModel

/// Statistical forms often number their rows: 1, 2, 3, … between the labels and the numbers, or before the labels.
enum RowNumbers {
  /// Fewer are no numbering: three rows may hold 1, 2 and 3.
  private static let fewest = 8
  /// Cells are one column where their edges are no further apart, in points.
  private static let sameEdge = 2.0

  /// - Parameter start: where the first column for numbers begins: what stands to its right is a number of the form.
  static func removed(_ rows: [PrintedRow], before start: Double) -> [PrintedRow] {
    var columns: [(left: Double, right: Double, numbers: [Int])] = []
    for row in rows {
      for cell in row.cells where cell.right <= start + sameEdge && !cell.spansRows && !cell.isEmpty {
        guard cell.isValue, let number = Int(cell.text) else { continue }
        if let index = columns.firstIndex(where: { isOne(cell, $0.left, $0.right) }) {
          columns[index].numbers.append(number)
        } else {
          columns.append((cell.left, cell.right, [number]))
        }
      }
    }
    let counting = columns.filter { $0.numbers.count >= fewest && $0.numbers == Array(1...$0.numbers.count) }
    guard !counting.isEmpty else { return rows }
    return rows.map { row in
      var row = row
      row.cells.removeAll { cell in
        counting.contains { isOne(cell, $0.left, $0.right) } && (cell.isEmpty || Int(cell.text) != nil)
      }
      return row
    }
  }

  private static let names = Set(["序号", "行次", "编号"].map(Wording.folded))

  /// The rows of a table whose headers begin with a name for them (序号), without that name and the number before each label.
  static func withoutNamed(_ rows: [PrintedRow]) -> [PrintedRow] {
    func isNamed(_ row: PrintedRow) -> Bool {
      row.cells.count > 2 && names.contains(row.cells[0].folded) && !row.cells[1].isValue
    }
    guard rows.contains(where: isNamed) else { return rows }
    return rows.map { row in
      let isNumbered =
        row.cells.count > 1 && row.cells[0].isValue && !row.cells[0].spansRows && Int(row.cells[0].text) != nil
        && !row.cells[1].isEmpty && !row.cells[1].isValue
      guard isNamed(row) || isNumbered else { return row }
      var row = row
      row.cells.removeFirst()
      return row
    }
  }

  /// The lines of a text without the fields that number them: the first number of each line that has any, counting from 1.
  static func removed(_ lines: [FieldLine]) -> [FieldLine] {
    let places = lines.map { $0.fields.firstIndex(where: ValueReader.isValue) }
    let numbers = zip(lines, places).compactMap { line, place in place.map { line.fields[$0] } }
    guard numbers.count >= 2 * fewest, numbers == (1...numbers.count).map(String.init) else { return lines }
    return zip(lines, places).map { line, place in
      var line = line
      if let place { line.fields.remove(at: place) }
      return line
    }
  }

  /// A table has at least so many lines.
  private static let shortest = 4

  /// The lines of a text without the names and numbers that a program which prints a table gives its columns and rows: 0, 1, 2, … in a line of their own,
  /// and in the first field of each line.
  static func withoutIndex(_ source: [FieldLine]) -> [FieldLine] {
    let lines = source.filter { line in
      let names = line.fields.filter { !$0.isEmpty }
      return names.count < shortest || names != names.indices.map(String.init)
    }
    let numbers = lines.map { $0.fields.first.flatMap { Int($0) } }
    let counted = numbers.compactMap { $0 }
    guard counted.count >= shortest, let first = counted.first, counted == Array(first..<first + counted.count),
      // Only lines of a header, before the others, may have none.
      numbers.drop(while: { $0 == nil }).allSatisfy({ $0 != nil }),
      numbers.prefix(while: { $0 == nil }).count < shortest,
      zip(lines, numbers).count(where: { line, number in
        number != nil && line.fields.dropFirst().contains { $0.unicodeScalars.contains(where: Wording.isIdeograph) }
      }) * 2 >= counted.count
    else { return lines }
    return lines.map { FieldLine(line: $0.line, fields: Array($0.fields.dropFirst())) }
  }

  private static func isOne(_ cell: PrintedCell, _ left: Double, _ right: Double) -> Bool {
    abs(cell.left - left) <= sameEdge && abs(cell.right - right) <= sameEdge
  }
}
