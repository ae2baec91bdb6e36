// Audit: the paths of a run's inputs → whether one that is still to come may be a body's report on a year.

/// The inputs that are still to come, and the years that their paths name.
struct WaitingInputs: Sendable {
  /// Paths that are alike but for the years in them: 甲局/2021.pdf and 甲局/2022.pdf.
  private struct Series: Hashable, Sendable {
    var path: [UInt8]
  }

  private var paths: [String: Int] = [:]
  /// Of the inputs to come, how many of each series name the year.
  private var waiting: [Int: [Series: Int]] = [:]
  /// The years of each series, those of inputs taken too.
  private var years: [Series: Set<Int>] = [:]

  init(_ paths: [String]) {
    for path in paths {
      self.paths[path, default: 0] += 1
      let (series, named) = WaitingInputs.read(path)
      for year in named { waiting[year, default: [:]][series, default: 0] += 1 }
      years[series, default: []].formUnion(named)
    }
  }

  mutating func crossOff(_ path: String) {
    guard let left = paths[path] else { return }
    paths[path] = left > 1 ? left - 1 : nil
    let (series, named) = WaitingInputs.read(path)
    for year in named {
      let count = waiting[year]?[series] ?? 0
      waiting[year]?[series] = count > 1 ? count - 1 : nil
    }
  }

  /// True where a path that is still to come names the year and may be of that body: not where its series has a year that the
  /// body has a report on under another series, for that series is another body's.
  func mayHold(_ year: Int, besides others: [Int: KnownReport], and taken: KnownReport) -> Bool {
    let known = Array(others.values) + [taken]
    let own = Set(known.map { WaitingInputs.read($0.path).series })
    let covered = Set(known.map(\.digest.year))
    return (waiting[year] ?? [:]).keys.contains { series in
      own.contains(series) || years[series]?.isDisjoint(with: covered) != false
    }
  }

  /// The path without its years, and its years: every 19dd and 20dd, also within longer runs of digits such as 20230118.
  private static func read(_ path: String) -> (series: Series, years: Set<Int>) {
    var bytes = Array(path.utf8)
    var found: Set<Int> = []
    var start = 0
    while start + 4 <= bytes.count {
      let digits = bytes[start..<start + 4]
      let year = digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
      guard digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), (1900...2099).contains(year) else {
        start += 1
        continue
      }
      found.insert(year)
      bytes.replaceSubrange(start..<start + 4, with: repeatElement(UInt8(ascii: "y"), count: 4))
      start += 4
    }
    return (Series(path: bytes), found)
  }
}
