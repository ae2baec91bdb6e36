// Reconstruction: rows of cells that reach over columns and rows → rows of fields.

/// A cell of a table in a markup language.
struct SpannedCell {
  var text = ""
  var columns = 1
  var rows = 1
}

/// Gives every cell its fields: one that reaches over several leaves the others empty.
struct SpannedRows {
  /// No table has more rows or columns.
  static let mostSpan = 100
  private static let mostCells = 20_000

  /// For each column how many rows a cell above still reaches over it.
  private var taken: [Int] = []

  /// The fields of the next row.
  mutating func fields(_ row: [SpannedCell]) -> [String] {
    var fields: [String] = []
    var own: [Int] = []
    func skip() {
      while fields.count < taken.count, taken[fields.count] > 0 {
        own.append(taken[fields.count] - 1)
        fields.append("")
      }
    }
    for cell in row where fields.count < Self.mostCells {
      skip()
      for k in 0..<cell.columns {
        fields.append(k == 0 ? cell.text : "")
        own.append(cell.rows - 1)
      }
    }
    skip()
    while fields.count < taken.count {
      own.append(max(0, taken[fields.count] - 1))
      fields.append("")
    }
    taken = own
    return fields
  }

  /// The number that an attribute (`colspan="3"`) gives; 1 where there is none.
  static func span(_ name: String, in attributes: String) -> Int {
    guard let range = attributes.firstRange(of: name + "=") else { return 1 }
    let digits = attributes[range.upperBound...].drop { $0 == "\"" || $0 == "'" }.prefix { $0.isNumber }
    return max(1, min(mostSpan, Int(digits) ?? 1))
  }
}
