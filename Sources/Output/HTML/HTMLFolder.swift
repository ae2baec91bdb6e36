// Output: records → the files of a folder: an overview and a web page a report.
import Audit
import Foundation

/// A file to be written into the folder of results.
public struct ResultFile: Hashable, Sendable {
  /// Relative to the folder, of plain ASCII.
  public var name: String
  public var content: [UInt8]
}

/// What `audit --format html --output FOLDER/` writes: for runs whose single page would be too large to open.
public struct HTMLFolder {
  private let language: Language
  private var entries: [HTMLListEntry] = []
  private var tally = HTMLTally()
  /// Held back until it is known whether another report follows.
  private var last: HTMLReportData?

  public init(language: Language) { self.language = language }

  /// Takes a report; returns the page of the one before it.
  public mutating func add(_ record: EncodedRecord) throws -> ResultFile? {
    let before = page(isFinal: false)
    last = try HTMLReportData(record, clippings: record.drawings.clippings, language: language)
    entries.append(HTMLListEntry(record, link: "reports/\(Self.name(entries.count + 1))"))
    tally.add(record)
    return before
  }

  /// The last report's page and the overview.
  public mutating func closing(_ summary: Summary) -> [ResultFile] {
    let before = page(isFinal: true)
    let (entries, tally, language) = (entries, tally, language)
    let content = HTMLDocument(language: language, title: HTMLOverview.title).markup { page in
      page.raw("<main>\n")
      HTMLOverview(summary: summary, tally: tally, entries: entries, language: language).write(to: &page)
      page.raw("</main>\n")
    }
    return (before.map { [$0] } ?? []) + [ResultFile(name: "index.html", content: content)]
  }

  private mutating func page(isFinal: Bool) -> ResultFile? {
    guard let data = last else { return nil }
    last = nil
    let number = entries.count
    let trail = HTMLReport.Trail(
      list: "../index.html", previous: number > 1 ? Self.name(number - 1) : nil,
      next: isFinal ? nil : Self.name(number + 1))
    let content = HTMLDocument(language: language, title: data.name).markup { page in
      page.raw("<main class=\"one\">\n")
      HTMLReport(id: "report", data: data, trail: trail).write(to: &page)
      page.raw("</main>\n")
    }
    return ResultFile(name: "reports/\(Self.name(number))", content: content)
  }

  private static func name(_ number: Int) -> String {
    let digits = "\(number)"
    return "\(String(repeating: "0", count: max(0, 5 - digits.count)))\(digits).html"
  }
}
