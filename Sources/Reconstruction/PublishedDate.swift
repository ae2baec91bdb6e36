// Reconstruction: the lines under the title → the date that they give as that of publication.
import DocumentModel
import ReportModel

/// A web site prints below the title when it published the report: 来源：民政局 发布时间：2025-02-18 17:21. Documents have their date there, in brackets alone.
enum PublishedDate {
  /// Such a line is one of the first under the title.
  private static let searched = 3
  private static let longestLine = 120
  private static let labels = ["发布时间", "发布日期", "公布时间", "公布日期", "公开时间", "公开日期"].map { Array($0.unicodeScalars) }
  private static let between = Set("：: \u{3000}".unicodeScalars)
  private static let opening = Set("（(".unicodeScalars)

  /// - Parameter lines: those between the title and the first section.
  static func find(_ lines: some Sequence<FlowLine>) -> Publication? {
    for line in lines.prefix(searched) {
      // Without its spaces the day would run into the time behind it.
      let scalars = Array(line.text.unicodeScalars.prefix(longestLine))
      guard scalars.count < longestLine, let date = labelled(scalars) ?? bracketed(line.compact) else { continue }
      return Publication(date: date, place: line.place)
    }
    return nil
  }

  private static func labelled(_ scalars: [Unicode.Scalar]) -> Day? {
    for start in scalars.indices {
      guard let label = labels.first(where: { scalars[start...].starts(with: $0) }) else { continue }
      let rest = Array(scalars[(start + label.count)...].drop(while: between.contains))
      guard let date = Dates.all(rest).first, date.range.lowerBound == 0, date.hasYear else { continue }
      return date.day
    }
    return nil
  }

  /// （2025年2月18日）
  private static func bracketed(_ text: String) -> Day? {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, opening.contains(first), let date = Dates.all(scalars).first, date.hasYear,
      date.range == 1..<(scalars.count - 1)
    else { return nil }
    return date.day
  }
}
