// ReportModel: a report as reconstructed from one document. Values only.
import DocumentModel
import Foundation
import Statute

/// A calendar day as printed; no time zone, no validation beyond 1–12 and 1–31.
public struct Day: Hashable, Sendable, Comparable {
  public var year: Int
  public var month: Int
  public var day: Int

  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// `2020-01-31`.
  public var iso: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  public static func < (a: Day, b: Day) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }
}

/// The stated period of the report, with the place of the statement.
public struct Period: Hashable, Sendable {
  public var start: Day
  public var end: Day
  public var text: String
  public var place: Place?

  public init(start: Day, end: Day, text: String, place: Place?) {
    self.start = start
    self.end = end
    self.text = text
    self.place = place
  }
}

/// The signing body and day at the end of the report; either may be absent.
public struct Signature: Hashable, Sendable {
  public var agency: String?
  public var date: Day?
  public var place: Place?

  public init(agency: String?, date: Day?, place: Place?) {
    self.agency = agency
    self.date = date
    self.place = place
  }
}

/// The day that a page gives under the title as that of publication.
public struct Publication: Hashable, Sendable {
  public var date: Day
  public var place: Place?

  public init(date: Day, place: Place?) {
    self.date = date
    self.place = place
  }
}

/// A line of running text with its place; a paragraph is `startsParagraph` and the lines after it that are not.
public struct TextLine: Hashable, Sendable {
  public var text: String
  public var place: Place
  public var startsParagraph: Bool

  public init(text: String, place: Place, startsParagraph: Bool) {
    self.text = text
    self.place = place
    self.startsParagraph = startsParagraph
  }
}

/// One of the six sections: a heading over its own content.
public struct Section: Hashable, Sendable {
  public var id: SectionID
  /// The heading as printed, numeral included; empty where the heading is lost and only sub-headings show the section.
  public var heading: String
  /// The numeral before the heading as a number, 1 for 一; nil where none is printed.
  public var numeral: Int?
  public var place: Place
  /// The running text without the table, in reading order.
  public var lines: [TextLine]

  public init(id: SectionID, heading: String, numeral: Int?, place: Place, lines: [TextLine]) {
    self.id = id
    self.heading = heading
    self.numeral = numeral
    self.place = place
    self.lines = lines
  }

  /// The running text, a paragraph a line.
  public var text: String {
    var result = ""
    for line in lines {
      if line.startsParagraph && !result.isEmpty { result += "\n" }
      result += line.text
    }
    return result
  }
}

/// Another annual report in the file of this one.
public struct OtherReport: Hashable, Sendable {
  /// nil where a part of it stands there without its title.
  public var title: String?
  /// Where it begins.
  public var place: Place?

  public init(title: String?, place: Place?) {
    self.title = title
    self.place = place
  }
}

/// A whole report.
public struct Report: Hashable, Sendable {
  /// Other reports, or parts of them, that the same file holds: they are not read.
  public var others: [OtherReport] = []
  public var title: String?
  public var titlePlace: Place?
  public var agency: String?
  public var year: Int?
  /// The form that the year calls for; nil where the year is not known.
  public var template: Template? { year.map(Template.called(for:)) }
  public var period: Period?
  public var signature: Signature?
  public var publication: Publication?
  /// What stands between the title and the first section.
  public var preamble: [TextLine]
  /// The sections in the order in which they are printed (not necessarily the statutory one).
  public var sections: [Section]
  /// The tables found, in statutory order.
  public var tables: [Table]
  /// True where places in the text are marked as illegible (`[illegible]`, 无法识别 …), or text is printed over text.
  public var hasIllegibleParts: Bool
  /// Sections whose headings were not read though they are named, or may have been lost on the way to a text: they are not missing.
  public var unreadSections: Set<SectionID>
  /// True where the lines of a text do not stand in the order of the document that it was taken from.
  public var isDisordered: Bool
  /// True where most of the text is not what the pages show (recognised from a scan, seen as in a mirror): its words are not known to be printed.
  public var isUnseen: Bool

  public init(
    title: String? = nil, titlePlace: Place? = nil, agency: String? = nil, year: Int? = nil,
    period: Period? = nil, signature: Signature? = nil, preamble: [TextLine] = [], sections: [Section] = [],
    tables: [Table] = [], hasIllegibleParts: Bool = false, unreadSections: Set<SectionID> = [],
    isDisordered: Bool = false, isUnseen: Bool = false
  ) {
    self.title = title
    self.titlePlace = titlePlace
    self.agency = agency
    self.year = year
    self.period = period
    self.signature = signature
    self.preamble = preamble
    self.sections = sections
    self.tables = tables
    self.hasIllegibleParts = hasIllegibleParts
    self.unreadSections = unreadSections
    self.isDisordered = isDisordered
    self.isUnseen = isUnseen
  }

  /// The table with that id; nil where the document does not contain it.
  public subscript(table: TableID) -> Table? { tables.first { $0.id == table } }
  /// The section with that id; nil where the document does not contain it.
  public subscript(section: SectionID) -> Section? { sections.first { $0.id == section } }
}
