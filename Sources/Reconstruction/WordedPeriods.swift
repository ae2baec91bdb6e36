// Reconstruction: a sentence on the period of the data → the period, where it is given by months or by the year instead of by two dates.
import ReportModel

/// `统计期限为2023年1月至12月`, `2023年1—12月`, `2023年度`.
enum WordedPeriods {
  /// Words of a sentence that states the period of the data: months and years stand in many others.
  private static let stating = [
    "统计期限", "统计时限", "统计时间", "统计周期", "统计区间", "统计年度", "统计时段", "统计范围", "数据期限", "数据时限", "数据周期", "数据统计", "列数据的期限", "列数据的时限",
  ].map { Array($0.unicodeScalars) }
  private static let first = Set(stating.compactMap(\.first))
  /// What may stand between those words and the year, so many characters at most: the year of a comparison stands behind others.
  private static let fillers = Array("为是自从在均起：:（(“\"时间期限范围周期区段".unicodeScalars)
  private static let nearest = 12
  private static let strokes = Array("-—–─~～－至到".unicodeScalars)
  /// What may stand between the two months and behind a year.
  private static let between = Array("-—–─~～－至到起从底末份".unicodeScalars)
  private static let ends = Array("。，；、,;.)）".unicodeScalars)

  /// The period that a text without spaces states by words among its first `limit` characters, and where in it the period stands.
  static func find(in text: [Unicode.Scalar], limit: Int) -> (start: Day, end: Day, range: Range<Int>)? {
    for start in 0..<min(limit, text.count) {
      guard first.contains(text[start]), let word = stating.first(where: { text[start...].starts(with: $0) }) else {
        continue
      }
      let behind = start + word.count
      for position in behind..<min(text.count, behind + nearest) {
        if let found = period(text, at: position) { return found }
        guard fillers.contains(text[position]) else { break }
      }
    }
    return nil
  }

  private static func period(
    _ text: [Unicode.Scalar], at start: Int
  ) -> (start: Day, end: Day, range: Range<Int>)? {
    guard let (year, yearEnd) = Dates.number(text, from: start), (1990..<2100).contains(year), yearEnd < text.count,
      text[yearEnd] == "年"
    else { return nil }
    var position = yearEnd + 1
    // 2023年度, 2023年全年, and the year alone at the end of its clause.
    let rest = text[position...]
    let isYear = rest.first == "度" && rest.dropFirst().first.map(ends.contains) ?? true
    if isYear || rest.starts(with: Array("全年".unicodeScalars)) || rest.first.map(ends.contains) ?? false {
      return (
        Day(year: year, month: 1, day: 1), Day(year: year, month: 12, day: 31),
        start..<(isYear ? position + 1 : position)
      )
    }
    guard let (first, firstEnd) = Dates.number(text, from: position), (1...12).contains(first) else { return nil }
    position = firstEnd
    if position < text.count, text[position] == "月" { position += 1 }
    let gap = text[position...].prefix(while: between.contains)
    guard gap.contains(where: strokes.contains) else { return nil }
    position += gap.count
    for same in ["同年", "当年", "本年", "\(year)年"] where text[position...].starts(with: Array(same.unicodeScalars)) {
      position += same.unicodeScalars.count
    }
    guard let (last, lastEnd) = Dates.number(text, from: position), (first...12).contains(last), lastEnd < text.count,
      text[lastEnd] == "月", !isDay(text, at: lastEnd + 1)
    else { return nil }
    return (
      Day(year: year, month: first, day: 1), Day(year: year, month: last, day: days(last, of: year)),
      start..<lastEnd + 1
    )
  }

  /// True for a number and 日: the month before it is that of a date.
  private static func isDay(_ text: [Unicode.Scalar], at start: Int) -> Bool {
    guard let (_, end) = Dates.number(text, from: start), end < text.count else { return false }
    return text[end] == "日" || text[end] == "号"
  }

  private static func days(_ month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
