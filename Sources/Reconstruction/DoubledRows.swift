// Reconstruction: numbers of a text in which a row stands at the foot of one page and once more at the head of the next → each once.
//
// A producer that cuts its pages anywhere prints the row that the cut goes through on both, each time the half of it that has room there; a
// converter gives the whole row twice. Rows of nothing but zeros tell nothing: sums hold whichever of them is left out.
import Statute

enum DoubledRows {
  /// The tables of a report hold some three hundred numbers; among many more each row is held against the rest.
  private static let most = 1_000

  /// The ways to take one row that follows itself for one; those that leave the same numbers are one way.
  static func single(_ tokens: [StreamReading.Token]) -> [[StreamReading.Token]] {
    let width = Form.applicantColumns.count
    let places = tokens.indices.filter { tokens[$0].isValue }
    let texts = places.map { tokens[$0].text }
    guard (2 * width...most).contains(texts.count) else { return [] }
    var seen: Set<[String]> = []
    var result: [[StreamReading.Token]] = []
    for start in 0...(texts.count - 2 * width) {
      let row = Array(texts[start..<(start + width)])
      let next = Array(texts[(start + width)..<(start + 2 * width)])
      guard row == next, row.contains(where: isPositive) else { continue }
      var rest = texts
      rest.removeSubrange(start..<(start + width))
      guard seen.insert(rest).inserted else { continue }
      let second = Set(places[(start + width)..<(start + 2 * width)])
      result.append(tokens.indices.filter { !second.contains($0) }.map { tokens[$0] })
    }
    return result
  }

  private static func isPositive(_ text: String) -> Bool {
    guard let number = ValueReader.number(text) else { return false }
    return number.value > 0
  }
}
