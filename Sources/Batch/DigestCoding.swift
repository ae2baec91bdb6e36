// Batch: ReportDigest ↔ bytes. Not JSON: Foundation's coders take as long over a digest as a rule over a report.
import Gongkai

extension ByteWriter {
  /// Appends a digest that `ByteReader.digest()` takes.
  mutating func digest(_ digest: ReportDigest) {
    text(digest.agency)
    wide(digest.year)
    for counts in [[digest.carriedOver, digest.carriedForward], digest.documents, digest.items] {
      number(counts.count)
      for row in counts {
        number(row.count)
        for count in row { optionalWide(count) }
      }
    }
    optionalWide(digest.figures.map { Int(bitPattern: UInt($0)) })
    number(digest.signature.bins.count)
    for bin in digest.signature.bins { number(Int(bin)) }
    wide(digest.signature.size)
    optional(digest.otherBody)
  }

  private mutating func optionalWide(_ value: Int?) {
    number(value == nil ? 0 : 1)
    if let value { wide(value) }
  }
}

extension ByteReader {
  mutating func digest() throws(Malformed) -> ReportDigest {
    let (agency, year) = (try text(), try wide())
    let (carried, documents, items) = (try rows(), try rows(), try rows())
    guard carried.count == 2 else { throw Malformed() }
    let figures = try optionalWide().map { UInt64(UInt(bitPattern: $0)) }
    var bins: [UInt32] = []
    for _ in 0..<(try number()) { bins.append(UInt32(truncatingIfNeeded: try number())) }
    let signature = NarrativeSignature(bins: bins, size: try wide())
    return ReportDigest(
      agency: agency, year: year, carriedOver: carried[0], carriedForward: carried[1], documents: documents,
      items: items, figures: figures, signature: signature, otherBody: try optionalText())
  }

  private mutating func rows() throws(Malformed) -> [[Int?]] {
    var rows: [[Int?]] = []
    for _ in 0..<(try number()) {
      var row: [Int?] = []
      for _ in 0..<(try number()) { row.append(try optionalWide()) }
      rows.append(row)
    }
    return rows
  }

  private mutating func optionalWide() throws(Malformed) -> Int? { try number() == 0 ? nil : try wide() }
}
