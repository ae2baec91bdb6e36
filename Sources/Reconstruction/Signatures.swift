// Reconstruction: the last lines of a report → the body that signs it and the date.
import DocumentModel
import Foundation
import ReportModel

extension FrontMatter {
  /// What a web site lists below a report, by the words that stand over it.
  private static let lists: Set<String> = [
    "相关链接", "相关阅读", "相关文章", "相关信息", "相关内容", "相关文档", "相关稿件", "相关新闻", "相关报道", "相关附件", "延伸阅读", "推荐阅读", "热门推荐", "猜你喜欢",
    "上一篇",
    "下一篇",
  ]
  /// Such lists have no more lines.
  private static let longestList = 60

  /// How many lines stand before what a web site lists below the report: no section begins behind it.
  private static func withoutLists(_ lines: [FlowLine]) -> Int {
    var end = lines.count
    for index in lines.indices.suffix(longestList).reversed() {
      let text = clean(lines[index].compact)
      if Headings.startsWithNumeral(text) { break }
      let word = text.unicodeScalars.drop { !Wording.isIdeograph($0) }.prefix(while: Wording.isIdeograph)
      if lists.contains(Self.text(word)) { end = index }
    }
    return end
  }

  /// True for the title of a report in such a list, or a link to one.
  private static func isLink(_ text: String) -> Bool {
    text.holds("](") || isTitleEnd(text) && (text.holds("信息公开") || text.holds("政务公开"))
  }

  /// The signature: among the last lines a date alone, and the body before it. `start`: index of its first line.
  static func signature(_ lines: [FlowLine]) -> (signature: Signature, start: Int)? {
    let tail = lines.indices.prefix(withoutLists(lines)).suffix(8)
    for index in tail.reversed() {
      let text = lines[index].compact
      let scalars = Array(text.unicodeScalars)
      guard scalars.count <= 40 else { continue }
      let dates = Dates.all(scalars)
      guard let date = dates.last, date.hasYear, scalars.count - date.range.upperBound <= 2, !text.holds("。"),
        !text.hasSuffix("印发")
      else { continue }
      let label = Self.text(scalars[(dates.dropLast().last?.range.upperBound ?? 0)..<date.range.lowerBound])
      if PageFoot.isSites(label) || PageFoot.isSites(behind: Self.text(scalars[date.range.upperBound...])) { continue }
      if date.range.lowerBound == 0, index > 0, PageFoot.isSites(lines[index - 1].compact) { continue }
      // The dates of links are those of other reports.
      if isLink(Self.text(scalars[..<date.range.lowerBound])) { continue }
      let isUnderBody = index > 0 && isBody(plain(lines[index - 1].compact))
      if date.range.lowerBound == 0, !isUnderBody,
        [index - 1, index + 1].contains(where: { lines.indices.contains($0) && isLink(lines[$0].compact) })
      {
        continue
      }
      let before = plain(Self.text(scalars[..<date.range.lowerBound]))
      if before.unicodeScalars.count >= 4, isBody(before) {
        return (Signature(agency: before, date: date.day, place: lines[index].place), index)
      }
      guard before.unicodeScalars.count <= 6 else { continue }
      if index > 0, isBody(lines[index - 1].compact) {
        var start = index - 1
        var name = plain(lines[start].compact)
        // A long name over two lines, both set to the right.
        if start > 0, name.unicodeScalars.count <= 8, isBody(lines[start - 1].compact),
          lines[start - 1].left > lines[start - 1].columnLeft + 3 * lines[start - 1].height
        {
          start -= 1
          name = lines[start].compact + name
        }
        return (Signature(agency: name, date: date.day, place: lines[start].place), start)
      }
      return (Signature(agency: nil, date: date.day, place: lines[index].place), index)
    }
    return nil
  }

  /// A name without the star that a seal is drawn with, and without a bracket around it and its date: （青山县民政局 2025年2月20日）.
  private static func plain(_ text: String) -> String {
    let name = text.drop { "★☆".contains($0) }
    guard let first = name.first, "（(".contains(first) else { return String(name) }
    let inner = name.dropFirst()
    guard let close = inner.firstIndex(where: { "）)".contains($0) }) else { return String(inner) }
    return inner.index(after: close) == inner.endIndex ? String(inner.dropLast()) : String(name)
  }
}
