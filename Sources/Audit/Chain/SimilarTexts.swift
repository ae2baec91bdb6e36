// Audit: signatures → the text most like a given one, without comparing all with all.

/// Texts in buckets by bands of their signatures (locality-sensitive hashing). Texts that share nine tenths of their shingles
/// fall into a common bucket with all but certainty, unlike ones hardly ever.
struct SimilarTexts: Sendable {
  /// 16 bands of 8 bins: at a likeness of 0.9 a common bucket is missed once in ten thousand times.
  private static let bandLength = 8
  /// What a bucket keeps at most: a text that a thousand bodies share is found by its first ones.
  private static let bucketSize = 4

  private var reports: [KnownReport] = []
  private var buckets: [UInt64: [Int]] = [:]

  mutating func add(_ report: KnownReport) {
    let index = reports.count
    reports.append(report)
    for key in SimilarTexts.keys(report.digest.signature) where (buckets[key]?.count ?? 0) < SimilarTexts.bucketSize {
      buckets[key, default: []].append(index)
    }
  }

  /// The most similar text of another body, the first of equals; nil where no bucket is shared.
  func mostAlike(_ report: KnownReport) -> (report: KnownReport, likeness: Double)? {
    let candidates = Set(SimilarTexts.keys(report.digest.signature).flatMap { buckets[$0] ?? [] }).sorted()
    var best: (report: KnownReport, likeness: Double)?
    for index in candidates where reports[index].body != report.body {
      let likeness = reports[index].digest.signature.likeness(report.digest.signature)
      if likeness > best?.likeness ?? 0 { best = (reports[index], likeness) }
    }
    return best
  }

  private static func keys(_ signature: NarrativeSignature) -> [UInt64] {
    stride(from: 0, to: signature.bins.count, by: bandLength).map { start in
      var key = UInt64(start) &+ 0xcbf2_9ce4_8422_2325
      for value in signature.bins[start..<min(start + bandLength, signature.bins.count)] {
        key = (key ^ UInt64(value)) &* 0x0000_0100_0000_01b3
      }
      return key
    }
  }
}
