// Reconstruction: the lines before, after and around the sections → title, body, year, period, signature.
import DocumentModel
import ReportModel

/// Reads what a report says of itself outside its sections.
enum FrontMatter {
  struct Title {
    var text: String
    var place: Place
    var agency: String?
    var year: Int?
    /// Lines up to here belong to the title.
    var end: Int
  }

  private static let endings = ["年度报告", "年报", "工作报告", "情况报告"]
  /// A title stands among the first lines.
  private static let searched = 25
  private static let longestTitle = 80
  private static let shortestEnd = 4

  /// The title: up to four lines of which the last ends in 年度报告.
  static func title(_ lines: [FlowLine], before limit: Int) -> Title? {
    let limit = min(limit, lines.count)
    var named: Title?
    var isBySite = false
    var fuller: [Title] = []
    for last in 0..<min(limit, searched) {
      var text = own(lines[last])
      // 年度报告 itself may be broken.
      if last > 0, text.unicodeScalars.count < shortestEnd { text = own(lines[last - 1]) + text }
      guard isTitleEnd(text), !isPath(text), !PageInformation.begins(text) else { continue }
      // 信息公开年报 is what a site files the report under.
      if isValue(lines, last), agencyPart(text) == nil || titleYear(Array(text.unicodeScalars)) == nil { continue }
      var first = last
      // Lines above it belong to it where they are short, of its size, and no sentence.
      while first > 0, last - first < 3 {
        let above = own(lines[first - 1])
        guard isWords(above), !PageInformation.begins(above), !isValue(lines, first - 1), !above.holds("。"),
          !above.holds("："), above.unicodeScalars.count <= 40,
          lines[first - 1].height >= 0.75 * lines[last].height, !isMasthead(above), !isPath(above),
          !(joined(lines, first, last).holds("政府信息公开") && agencyPart(joined(lines, first, last)) != nil
            && titleYear(Array(joined(lines, first, last).unicodeScalars)) != nil)
        else { break }
        first -= 1
      }
      let whole = joined(lines, first, last)
      guard whole.holds("信息公开") || whole.holds("政务公开"), whole.unicodeScalars.count <= longestTitle else {
        continue
      }
      let title = Title(
        text: whole, place: lines[first].place, agency: agencyPart(whole),
        year: titleYear(Array(whole.unicodeScalars))?.year, end: last + 1)
      // What a site calls the report may leave out whose it is, or of which year: its own title says so. So does one below a title that names nobody.
      let isNamedBySite = own(lines[last]) != clean(lines[last].compact)
      if let named {
        if isBySite, title.agency != nil, title.year != nil { return title }
        if isFuller(title, than: named) { fuller.append(title) }
      } else {
        if title.agency != nil && (title.year != nil || !isNamedBySite) { return title }
        named = title
        isBySite = isNamedBySite
      }
    }
    // The reports of several bodies are a list beside this one.
    if let first = fuller.first, fuller.allSatisfy({ $0.agency == first.agency }) { return first }
    return named
  }

  /// Words of a sentence, of which a line of the preamble may hold the end.
  private static let words = ["编制", "公布", "现将", "根据", "按照", "关于", "发布", "以及"]

  /// True for a title that names body and year where the one before it names nobody.
  private static func isFuller(_ title: Title, than other: Title) -> Bool {
    guard let agency = title.agency, let year = title.year else { return false }
    return (other.year ?? year) == year && mayBeBody(agency) && agency.unicodeScalars.allSatisfy(Wording.isIdeograph)
      && !words.contains(where: agency.holds)
  }

  /// A line of an index number, a date or signs is no part of a title; a year may be.
  private static func isWords(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    return scalars.contains(where: Wording.isIdeograph) || scalars.count == 4 && scalars.allSatisfy(Wording.isDigit)
  }

  /// The year of a title; its 年 may be left out before 政府信息公开.
  static func titleYear(_ scalars: [Unicode.Scalar]) -> (year: Int, range: Range<Int>)? {
    if let found = Dates.year(scalars) { return found }
    for subject in ["政府信息公开", "政务公开", "信息公开"] {
      let pattern = Array(subject.unicodeScalars)
      guard let start = scalars.indices.first(where: { scalars[$0...].starts(with: pattern) }), start >= 4,
        let (value, end) = Dates.number(scalars, from: start - 4), end == start, (2008...2099).contains(value),
        start == 4 || !Wording.isDigit(scalars[start - 5])
      else { continue }
      return (value, (start - 4)..<start)
    }
    return nil
  }

  private static func joined(_ lines: [FlowLine], _ first: Int, _ last: Int) -> String {
    lines[first...last].map(own).joined()
  }

  /// A line without the marks of a converter and the label of a site's table.
  private static func own(_ line: FlowLine) -> String { PageInformation.title(in: clean(line.compact)) }

  /// True for the value of a label that stands alone on the line before it.
  private static func isValue(_ lines: [FlowLine], _ index: Int) -> Bool {
    index > 0 && PageInformation.isLabel(clean(lines[index - 1].compact))
  }

  static func clean(_ text: String) -> String {
    var rest = Substring(text)
    while let first = rest.first, "#*|｜".contains(first) { rest = rest.dropFirst() }
    while let last = rest.last, "#*|｜".contains(last) { rest = rest.dropLast() }
    return String(rest)
  }

  /// Ends in 年度报告, with at most a year in brackets behind it.
  static func isTitleEnd(_ text: String) -> Bool {
    var body = Substring(text)
    if let last = body.last, "）)".contains(last), let open = body.lastIndex(where: { "（(".contains($0) }) {
      body = body[..<open]
    }
    return text.unicodeScalars.count <= longestTitle && endings.contains { body.hasSuffix($0) } && !text.holds("。")
  }

  /// Links of a web page: 首页 > 政务公开 > 2023年政府信息公开工作年度报告.
  private static func isPath(_ text: String) -> Bool {
    ["首页", "当前位置", "您的位置", "您现在的位置"].contains(where: text.holds)
      || ["|", ">", "＞", "｜", "»", "›"].contains(where: text.holds)
  }

  private static func isMasthead(_ text: String) -> Bool {
    text.hasPrefix("索引号") || text.hasPrefix("发布") || text.holds("目录") || text.hasPrefix("来源")
      || text.holds("浏览") || text.holds("字号")
  }

  /// The body in a title: before the year, or between the year and 政府信息公开.
  static func agencyPart(_ title: String) -> String? {
    var scalars = Array(title.unicodeScalars)
    for prefix in ["关于", "附件：", "附件:"] where title.hasPrefix(prefix) {
      scalars.removeFirst(prefix.unicodeScalars.count)
    }
    if let (_, range) = titleYear(scalars) {
      let before = text(scalars[..<range.lowerBound])
      if before.unicodeScalars.count >= 2, !before.holds("信息公开") { return name(before) }
      var after = Array(scalars[range.upperBound...])
      if after.first == "度" { after.removeFirst() }
      let body = upToDisclosure(after)
      if body.unicodeScalars.count >= 2 { return name(body) }
      if before.holds("信息公开") {
        let body = upToDisclosure(scalars)
        if body.unicodeScalars.count >= 2 { return name(body) }
      }
      return nil
    }
    let body = upToDisclosure(scalars)
    return body.unicodeScalars.count >= 2 ? name(body) : nil
  }

  /// A line under a title that names nobody: whose report it is, where it is a body alone. A government may be the one whose site it is.
  static func bodyUnder(_ title: Title, _ lines: [FlowLine]) -> String? {
    guard lines.indices.contains(title.end) else { return nil }
    let line = clean(lines[title.end].compact)
    return isBody(line) && !line.hasSuffix("政府") && line.unicodeScalars.allSatisfy(Wording.isIdeograph)
      && line.unicodeScalars.count >= 4
      ? line : nil
  }

  private static func upToDisclosure(_ scalars: [Unicode.Scalar]) -> String {
    for mark in ["政府信息公开", "政务信息公开", "政务公开", "信息公开"] {
      let pattern = Array(mark.unicodeScalars)
      if let start = (0..<max(1, scalars.count)).first(where: { scalars[$0...].starts(with: pattern) }) {
        return text(scalars[..<start])
      }
    }
    return ""
  }

  static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    for scalar in scalars { view.append(scalar) }
    return String(view)
  }

  private static func name(_ text: String) -> String? {
    var rest = Substring(text)
    // Of a year whose digits nobody knows signs are left, and 年.
    if text.unicodeScalars.contains(where: \.isUnknown) {
      let known = text.unicodeScalars.prefix { Wording.isIdeograph($0) && !$0.isUnknown }
      guard mayBeBody(String(known)) else { return nil }
      rest = Substring(known)
    }
    while let last = rest.last, "的，、 ".contains(last) { rest = rest.dropLast() }
    // A number before it counts records or lines: 1,青山县民政局.
    let number = rest.prefix(while: \.isNumber)
    if !number.isEmpty, let mark = rest.dropFirst(number.count).first, ",，、.．:：)）".contains(mark) {
      rest = rest.dropFirst(number.count + 1)
    }
    return rest.isEmpty ? nil : String(rest)
  }

  /// Where lines are short a period takes so many.
  private static let linesOfPeriod = 3
  /// What is left of a period in the next line has no more characters.
  private static let restOfPeriod = 40

  /// The stated period: two dates with 至, 到 or a dash between them, or months or the year where words say that it is the period; in one line or over
  /// some. A line may end within a date.
  static func period(_ lines: [FlowLine]) -> Period? {
    for index in lines.indices {
      let own = lines[index].compact
      let mayHoldDate =
        own.unicodeScalars.contains(where: { "年月.-".unicodeScalars.contains($0) }) || Dates.endsInNumber(own)
      let mayBeWorded = own.holds("统计") || own.holds("数据")
      guard mayHoldDate || mayBeWorded else { continue }
      let next = lines[(index + 1)..<min(lines.count, index + linesOfPeriod)].map {
        String($0.compact.unicodeScalars.prefix(restOfPeriod))
      }
      let scalars = Array((own + next.joined()).unicodeScalars)
      let dates = mayHoldDate ? Dates.all(scalars) : []
      for (a, b) in zip(dates, dates.dropFirst()) where a.range.lowerBound < own.unicodeScalars.count {
        let between = Array(scalars[a.range.upperBound..<b.range.lowerBound])
        guard between.count <= 5, !between.isEmpty, a.hasYear,
          between.contains(where: { "至到-—~～－–止".unicodeScalars.contains($0) })
        else { continue }
        return Period(
          start: a.day, end: b.day, text: text(scalars[a.range.lowerBound..<b.range.upperBound]),
          place: lines[index].place)
      }
      if mayBeWorded, let found = WordedPeriods.find(in: scalars, limit: own.unicodeScalars.count) {
        return Period(start: found.start, end: found.end, text: text(scalars[found.range]), place: lines[index].place)
      }
    }
    return nil
  }

  /// False for words that are neither a public body nor a place: those of a side bar, beside a title.
  static func mayBeBody(_ text: String) -> Bool {
    isBody(text) || ["省", "市", "县", "区", "州", "盟", "旗", "乡", "镇", "村", "场", "团", "库"].contains { text.hasSuffix($0) }
  }

  /// True for what may be the name of a public body standing alone.
  static func isBody(_ text: String) -> Bool {
    let count = text.unicodeScalars.count
    guard (3...40).contains(count), !text.holds("。"), !text.holds("，"), !text.holds("；") else { return false }
    let endings = [
      "政府", "局", "办公室", "办公厅", "委员会", "街道", "办事处", "厅", "部", "院", "中心", "会", "队", "署", "社", "行", "馆", "处",
      "委", "办", "所", "站", "校", "大学", "公司", "）", ")",
    ]
    return endings.contains { text.hasSuffix($0) }
  }
}
