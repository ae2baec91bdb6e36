// Reconstruction: rows of more fields than columns → on which side of the numbers the others stand.
import Statute

/// Merged label cells leave empty fields before the numbers of a row, bars that fill rows up leave them behind. Rows with all of their numbers
/// show which it is.
enum FieldMargin {
  case before, behind

  /// `rows`: the fields behind the label of each row; nil where they do not tell, or differ.
  static func of(_ rows: [ArraySlice<String>], count: Int) -> FieldMargin? {
    var found: Set<FieldMargin> = []
    for row in rows where row.count > count && row.count(where: { !$0.isEmpty }) == count {
      guard let first = row.firstIndex(where: { !$0.isEmpty }), let last = row.lastIndex(where: { !$0.isEmpty }),
        last - first + 1 == count
      else { continue }
      if first > row.startIndex { found.insert(.before) }
      if last < row.endIndex - 1 { found.insert(.behind) }
    }
    return found.count == 1 ? found.first : nil
  }

  /// True where empty fields around the numbers may be blank cells as well, on more than one side.
  static func isAmbiguous(_ fields: [String], count: Int, margin: FieldMargin?) -> Bool {
    guard margin == nil, fields.count > count else { return false }
    let ways = (0...(fields.count - count)).filter { start in
      fields[..<start].allSatisfy(\.isEmpty) && fields[(start + count)...].allSatisfy(\.isEmpty)
    }
    return ways.count > 1
  }
}
