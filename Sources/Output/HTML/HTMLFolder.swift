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

  public init(language: Language) { self.language = language }

  /// The page of a report.
  public mutating func add(_ record: EncodedRecord) throws -> ResultFile {
    let number = entries.count + 1
    let data = HTMLReportData(try record.decoded(), clippings: record.drawings.clippings)
    entries.append(HTMLListEntry(record, link: Self.name(number)))
    tally.add(record)
    // Whether another follows is not known yet; the list always is.
    let trail = HTMLReport.Trail(
      list: "../index.html", previous: number > 1 ? String(Self.name(number - 1).dropFirst("reports/".count)) : nil,
      next: nil)
    let language = language
    let content = HTMLDocument(language: language, title: data.name(language)).markup { page in
      page.raw("<main class=\"one\">\n")
      HTMLReport(id: "report", data: data, trail: trail, language: language).write(to: &page)
      page.raw("</main>\n")
    }
    return ResultFile(name: Self.name(number), content: content)
  }

  /// The overview, once all reports are there.
  public func closing(_ summary: Summary) -> ResultFile {
    let (entries, tally, language) = (entries, tally, language)
    let content = HTMLDocument(language: language, title: HTMLOverview.title(language)).markup { page in
      page.raw("<main>\n")
      HTMLOverview(summary: summary, tally: tally, entries: entries, language: language).write(to: &page)
      page.raw("</main>\n")
    }
    return ResultFile(name: "index.html", content: content)
  }

  private static func name(_ number: Int) -> String {
    let digits = "\(number)"
    return "reports/\(String(repeating: "0", count: max(0, 5 - digits.count)))\(digits).html"
  }
}
