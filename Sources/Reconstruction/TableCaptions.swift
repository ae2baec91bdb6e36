// Reconstruction: what stands over a table that is printed more than once → which of its prints the report is about.
import DocumentModel
import Statute

extension TableChoice {
  /// So many lines over a table may say which one it is, and no longer ones.
  private static let most = 4
  private static let longest = 40

  private enum Rank: Int, Comparable {
    case another, plain, current
    static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }
  }

  /// What ends between two tables.
  private enum End {
    /// The report: what stands behind is another one, or an annex.
    case report
    /// Some report, of which not all stands before: pages of several are mixed.
    case unknown
  }

  /// The one of several prints that what stands over them says is meant; nil where nothing says so.
  func choice(_ prints: [Print]) -> Int? {
    var ranks: [Rank] = []
    for (index, print) in prints.enumerated() {
      let end = index > 0 ? end(between: prints[index - 1], and: print) : nil
      // What ends there may be the rest of another report that was put before this one.
      if end == .unknown || end == .report && !isBegun(before: prints[0]) { return nil }
      ranks.append(end == .report ? .another : rank(print))
    }
    guard let best = ranks.max(), best > .another, ranks.count(where: { $0 == best }) == 1 else { return nil }
    return ranks.firstIndex(of: best)
  }

  private func rank(_ print: Print) -> Rank {
    for text in captions(print) {
      // The title of the report is over everything.
      if text.hasSuffix("年度报告") { break }
      guard !text.holds("。"), text.unicodeScalars.count <= Self.longest else { continue }
      if ["附件", "附表", "附录"].contains(where: text.hasPrefix) { return .another }
      let years = Set(Self.years(text))
      if let year, !years.isEmpty {
        if years == [year] { return .current }
        if !years.contains(year) { return .another }
        continue
      }
      let isLast = ["上年", "上一年", "去年", "往年"].contains(where: text.holds) && !text.holds("结转")
      let isThis = ["本年", "今年"].contains(where: text.holds)
      if isLast != isThis { return isThis ? .current : .another }
      // The heading of a section: what stands over it is another matter.
      if Headings.startsWithNumeral(text) { break }
    }
    return .plain
  }

  /// True where the report ends between its table and a print.
  func isBehindEnd(_ print: Print, of meant: Print) -> Bool { end(between: meant, and: print) == .report }

  /// True where words over a print, on its own page, may say which one it is.
  func isCaptioned(_ print: Print) -> Bool {
    guard let first = print.first?.rows.first else { return false }
    return captions(print, onPage: first.page).contains { text in
      !text.holds("。") && text.unicodeScalars.count <= Self.longest
        && Headings.candidate(
          [FlowLine(text: text, place: .line(0), left: 0, right: 0, height: 0, columnLeft: 0, columnRight: 0)], at: 0)
          == nil
    }
  }

  /// The years of a caption; its own number may stand before one (表1 2023年, without the space).
  private static func years(_ text: String) -> [Int] {
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.compactMap { index in
      guard index >= 4, scalars[index] == "年" else { return nil }
      return Dates.year(Array(scalars[(index - 4)...index]))?.year
    }
  }

  /// What is written over a table, the nearest first: in rows of its own above its header, and in the lines above it.
  /// - Parameter onPage: what stands on the page before is none.
  private func captions(_ print: Print, onPage: Int? = nil) -> [String] {
    guard let first = print.first?.rows.first else { return [] }
    // The rest of a label stands alone in its row as well.
    let within = print[0].rows.prefix(2).filter { row in
      row.cells.count { !$0.isEmpty } == 1 && (onPage == nil || row.cells.count == 1)
    }.map(\.text)
    let (left, right) = first.extent ?? (0, 0)
    var over = areas.filter {
      $0.page == first.page && $0.box.bottom <= first.top + 2 && $0.box.left < right && $0.box.right > left
    }
    .map(\.box.bottom).max()
    // Tables that touch are one area: what stands over this one there are rows of another.
    if areas.indices.contains(first.block), areas[first.block].page == first.page {
      let rows = lines[first.page - 1].filter {
        $0.runs.count > 1 && $0.box.midY > areas[first.block].box.top && $0.box.midY < first.top
      }
      over = [over, rows.map(\.box.bottom).max()].compactMap { $0 }.max()
    }
    var above = texts(first.page) { box in
      box.midY < first.top && box.midY > over ?? 0 && box.left < right && box.right > left
    }
    if over == nil, above.count < 2, first.page > 1, onPage == nil {
      let bottom = areas.filter { $0.page == first.page - 1 }.map(\.box.bottom).max() ?? 0
      above = texts(first.page - 1) { $0.midY > bottom } + above
    }
    return within.reversed() + above.reversed().prefix(Self.most)
  }

  private func texts(_ page: Int, where isMeant: (Rectangle) -> Bool) -> [String] {
    lines[page - 1].map { line in Wording.withoutSpaces(line.runs.filter { isMeant($0.box) }.map(\.text).joined()) }
      .filter { !$0.isEmpty && !PageFlow.isPageNumber($0) }
  }

  /// Whether a report ends between two tables: with its last section, or with the title of another one.
  private func end(between other: Print, and print: Print) -> End? {
    guard let end = other.last?.rows.last, let start = print.first?.rows.first, end.page <= start.page,
      let last = print.last?.rows.last
    else { return nil }
    let between = (end.page...start.page).flatMap { page in
      texts(page) { box in
        (page > end.page || box.midY > end.bottom) && (page < start.page || box.midY < start.top)
      }
    }
    let (isEnded, isTitled) = (Self.hold(between, Self.isLastHeading), Self.hold(between, Self.isTitle))
    if !isEnded { return isTitled ? .unknown : nil }
    if isTitled || last.page > lines.count { return .report }
    // The last section comes again, of the same report.
    let behind = (last.page...lines.count).flatMap { page in texts(page) { page > last.page || $0.midY > last.bottom } }
    let next = behind.indices.first { Self.hold(Array(behind[$0...].prefix(2)), Self.isTitle) } ?? behind.count
    return Self.hold(Array(behind[..<next]), Self.isLastHeading) ? .unknown : .report
  }

  /// A heading may have its numeral in a line of its own, or go on in the next one.
  private static func hold(_ texts: [String], _ isMeant: (String) -> Bool) -> Bool {
    texts.contains(where: isMeant) || zip(texts, texts.dropFirst()).contains { isMeant($0 + $1) }
  }

  /// True where the title of a report, or its first section, stands before a table.
  private func isBegun(before print: Print) -> Bool {
    guard let start = print.first?.rows.first else { return false }
    return (1...start.page).contains { page in
      texts(page) { page < start.page || $0.midY < start.top }.contains { text in
        text.hasSuffix("年度报告")
          || Headings.startsWithNumeral(text) && HeadingTitles.section(of: Self.title(text))?.0 == .overview
      }
    }
  }

  private static func isTitle(_ text: String) -> Bool {
    text.unicodeScalars.count <= longest && text.hasSuffix("年度报告") && text.holds("公开")
  }

  private static func isLastHeading(_ text: String) -> Bool {
    text.unicodeScalars.count <= longest && Headings.startsWithNumeral(text)
      && HeadingTitles.section(of: title(text))?.0 == .others
  }

  private static func title(_ text: String) -> String { String(Headings.numeral(Substring(text)).rest) }
}
