// Audit: the running text of a report → a short signature that tells how alike two texts are.
import ReportModel
import Statute

/// A MinHash signature (one permutation, densified by rotation) of the text's shingles of six characters. The text is taken
/// without its years, numbers and punctuation and without the body's own name, so that a copy with those replaced is the same.
package struct NarrativeSignature: Hashable, Sendable, Codable {
  static let binCount = 128
  private static let shingleLength = 6

  /// One minimum a bin; empty where the text is shorter than a shingle.
  package var bins: [UInt32]
  /// The number of different shingles.
  package var size: Int

  package init(bins: [UInt32], size: Int) {
    self.bins = bins
    self.size = size
  }

  /// Of the sections; statements of contact and period in the preamble are the same everywhere.
  init(_ report: Report) {
    let text = NarrativeSignature.masked(report)
    var shingles: Set<UInt64> = []
    if text.count >= NarrativeSignature.shingleLength {
      for start in 0...text.count - NarrativeSignature.shingleLength {
        shingles.insert(NarrativeSignature.hash(text[start..<start + NarrativeSignature.shingleLength]))
      }
    }
    size = shingles.count
    bins = NarrativeSignature.bins(of: shingles)
  }

  /// The share of shingles that both texts have, estimated: 0 to 1.
  func likeness(_ other: NarrativeSignature) -> Double {
    guard bins.count == other.bins.count, !bins.isEmpty else { return 0 }
    var equal = 0
    for (a, b) in zip(bins, other.bins) where a == b { equal += 1 }
    return Double(equal) / Double(bins.count)
  }

  private static func bins(of shingles: Set<UInt64>) -> [UInt32] {
    guard !shingles.isEmpty else { return [] }
    var minima = [UInt32?](repeating: nil, count: binCount)
    for shingle in shingles {
      let bin = Int(shingle % UInt64(binCount))
      let value = UInt32(truncatingIfNeeded: shingle >> 32)
      minima[bin] = min(minima[bin] ?? value, value)
    }
    // An empty bin borrows from the next one that is not, told apart by the distance.
    return minima.indices.map { bin in
      var distance = 0
      while true {
        if let value = minima[(bin + distance) % binCount] { return value &+ UInt32(distance) &* 0x9e37_79b9 }
        distance += 1
      }
    }
  }

  private static func hash(_ units: ArraySlice<UInt16>) -> UInt64 {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for unit in units { value = (value ^ UInt64(unit)) &* 0x0000_0100_0000_01b3 }
    // FNV alone leaves the high bits of short inputs poor.
    value ^= value >> 33
    value = value &* 0xff51_afd7_ed55_8ccd
    value ^= value >> 33
    return value
  }

  // MARK: masking

  private static let own = WordSet(
    "我局 本局 我委 本委 我厅 本厅 我办 本办 我镇 本镇 我乡 本乡 我街道 我县 我区 我市 我省 我旗 我单位 本单位 本机关 我部门 本部门 我校 我院 我处 我中心 我街 全县 "
      + "全区 全市 全镇 全乡 全街道 全局 全系统")

  private static func masked(_ report: Report) -> [UInt16] {
    let names = report.agency.map(ownNames) ?? WordSet("")
    var result: [UInt16] = []
    for section in report.sections {
      let text = NormalisedText.units(section.lines.map(\.text).joined())
      var position = 0
      while position < text.count {
        let rest = position..<text.count
        let named =
          names.length(in: text, at: position, within: rest) ?? own.length(in: text, at: position, within: rest)
        if let named {
          position += named
        } else {
          if isHan(text[position]) { result.append(text[position]) }
          position += 1
        }
      }
    }
    return result
  }

  private static func isHan(_ unit: UInt16) -> Bool { (0x3400...0x9fff).contains(unit) }

  /// The name, its core, and its places: 泉州市洛江区财政局, 洛江区财政局, 财政局, 泉州市, 洛江区, 洛江.
  private static func ownNames(_ agency: String) -> WordSet {
    let name = BodyName(agency)
    var names = [name.prefix + name.core, name.core, name.prefix]
    for mark in ["区", "县", "市", "镇", "乡", "街道", "旗"] {
      guard
        let cut = name.core.range(of: mark, range: name.core.index(after: name.core.startIndex)..<name.core.endIndex)
      else { continue }
      let place = String(name.core[..<cut.upperBound])
      names += [place, String(name.core[cut.upperBound...])]
      if place.count > mark.count + 1 { names.append(String(place.dropLast(mark.count))) }
    }
    return WordSet(names.filter { $0.count >= 2 }.joined(separator: " "))
  }
}
