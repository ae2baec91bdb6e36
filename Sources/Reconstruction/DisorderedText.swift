// Reconstruction: lines of a text and its sections → whether the lines stand in the order of the document.
import DocumentModel
import ReportModel
import Statute

/// Where blocks of a page overlap, converters give their lines mixed: rows of a table then stand behind the headings that follow it.
enum DisorderedText {
  /// So many rows behind a later heading: one alone may be a line of its text.
  private static let fewest = 2
  /// A line is a row's label from this likeness on.
  private static let alike = 0.95
  /// Shorter labels (总计 without its numeral) stand in other tables, too.
  private static let longEnough = 3

  private static let labels = FormPatterns.both(.applications).patterns.filter { $0.characters.count >= longEnough }

  /// True where rows of the applications table stand behind the heading of section five or six, and not in a table of their own with its first rows:
  /// that would be another print of it, as in an annex.
  static func isIn(_ lines: [SourceLine], sections: [Section]) -> Bool {
    let later = sections.compactMap { section -> Int? in
      guard section.id == .problems || section.id == .others, case .line(let line) = section.place else { return nil }
      return line
    }
    guard let heading = later.min() else { return false }
    let rows = lines.filter { $0.number > heading }.compactMap { line -> Int? in
      let text = Wording.folded(line.text)
      guard text.count >= longEnough else { return nil }
      return labels.firstIndex { $0.likeness(text) >= alike }
    }
    return rows.count >= fewest && !rows.contains { first.contains(labels[$0].characters) }
  }

  /// The table as far as its sums prove it: what stands beside a label in such a text may be anything's.
  static func doubted(_ table: Table) -> Table {
    if table.isProven { return table }
    var table = table
    table.forget(.rowAmbiguous)
    return table
  }

  /// A label is told by so many characters: the rest of it may stand on the next line.
  private static let telling = 5
  private static let starts = Form.of(.applications, .form2021).rows.map { Wording.folded($0.label).prefix(telling) }
    .filter { $0.count == telling }

  /// The rows of the applications table whose labels begin these texts, each by its place among them in the form.
  static func order(of texts: some Sequence<String>) -> [Int] {
    texts.compactMap { starts.firstIndex(of: Wording.folded($0).prefix(telling)) }
  }

  /// With fewer labels there is no table to tell by.
  private static let several = 8
  /// In lines that are in order no more than this share of the labels stand behind one that comes after them: blocks of a page, and pages.
  private static let scattered = 0.3

  /// True where the labels of the applications table stand in no order at all.
  static func areScattered(_ lines: [SourceLine]) -> Bool {
    let rows = order(of: lines.lazy.map(\.text))
    let back = zip(rows, rows.dropFirst()).count { $1 < $0 }
    return rows.count >= several && Double(back) > scattered * Double(rows.count - 1)
  }

  private static let first = ["一、本年新收政府信息公开申请数量", "（一）予以公开"].map(Wording.folded)
}
