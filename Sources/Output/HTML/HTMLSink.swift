// Output: records → one self-contained web page.
import Audit
import Foundation

/// What `audit --format html` prints. The page begins with the counts of the whole run, so all of it is held until the end.
public struct HTMLSink: RecordSink {
  /// Pictures stop being embedded once they take this much: mail servers refuse attachments above some 25 MB.
  private static let pictureLimit = 15 << 20

  private let language: Language
  private var articles = Markup()
  private var entries: [HTMLListEntry] = []
  private var tally = HTMLTally()
  private var pictureBytes = 0
  /// Held back until it is known whether another report follows.
  private var last: HTMLReportData?
  private var lastLacksClippings = false

  public init(language: Language) { self.language = language }

  public mutating func add(_ record: EncodedRecord) throws -> [UInt8] {
    writeLast(isFinal: false)
    let isFull = pictureBytes + record.drawings.size > Self.pictureLimit
    if !isFull { pictureBytes += record.drawings.size }
    last = try HTMLReportData(
      record, clippings: isFull ? [] : record.drawings.clippings, language: language)
    lastLacksClippings = isFull && !record.drawings.clippings.isEmpty
    entries.append(HTMLListEntry(record, link: "#r\(entries.count + 1)"))
    tally.add(record)
    return []
  }

  public mutating func closing(_ summary: Summary) -> [UInt8] {
    writeLast(isFinal: true)
    let (entries, tally, articles, language) = (entries, tally, articles, language)
    return HTMLDocument(language: language, title: HTMLOverview.title).markup { page in
      page.raw("<main>\n")
      HTMLOverview(summary: summary, tally: tally, entries: entries, language: language).write(to: &page)
      page.append(articles)
      page.raw("</main>\n")
    }
  }

  private mutating func writeLast(isFinal: Bool) {
    guard let data = last else { return }
    let number = entries.count
    let trail = HTMLReport.Trail(
      list: "#overview", previous: number > 1 ? "#r\(number - 1)" : nil, next: isFinal ? nil : "#r\(number + 1)")
    HTMLReport(
      id: "r\(number)", data: data, trail: trail, lacksClippings: lastLacksClippings
    ).write(to: &articles)
    last = nil
  }
}
