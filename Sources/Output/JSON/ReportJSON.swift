// Output: Report → the `report` object of the contract.
import DocumentModel
import Foundation
import ReportModel
import Statute

extension SectionID: JSONWritable {}

/// A reconstructed report.
public struct ReportJSON: JSONWritable, Decodable, Hashable, Sendable {
  /// The stated period, `2020-01-01`.
  public struct PeriodJSON: JSONWritable, Decodable, Hashable, Sendable {
    public var start: String
    public var end: String

    public func write(to json: inout JSONWriter) {
      json.object { json in
        json.field("start", start)
        json.field("end", end)
      }
    }
  }

  /// Who signed, and when.
  public struct SignatureJSON: JSONWritable, Decodable, Hashable, Sendable {
    public var agency: Nullable<String>
    public var date: Nullable<String>

    public func write(to json: inout JSONWriter) {
      json.object { json in
        json.field("agency", agency)
        json.field("date", date)
      }
    }
  }

  public var title: Nullable<String>
  public var agency: Nullable<String>
  public var year: Nullable<Int>
  /// The form that the year calls for.
  public var template: Nullable<Template>
  public var period: Nullable<PeriodJSON>
  public var signature: Nullable<SignatureJSON>
  /// What stands between the title and the first section, a paragraph a line.
  public var preamble: String
  /// As printed, not necessarily in statutory order.
  public var sections: [SectionJSON]
  public var tables: [TableJSON]

  init(_ report: Report) {
    title = Nullable(report.title)
    agency = Nullable(report.agency)
    year = Nullable(report.year)
    template = Nullable(report.template)
    period = Nullable(report.period.map { PeriodJSON(start: $0.start.iso, end: $0.end.iso) })
    signature = Nullable(
      report.signature.map { SignatureJSON(agency: Nullable($0.agency), date: Nullable($0.date?.iso)) })
    preamble = report.preamble.paragraphs
    sections = report.sections.map(SectionJSON.init)
    tables = report.tables.map(TableJSON.init)
  }

  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("title", title)
      json.field("agency", agency)
      json.field("year", year)
      json.field("template", template)
      json.field("period", period)
      json.field("signature", signature)
      json.field("preamble", preamble)
      json.field("sections", sections)
      json.field("tables", tables)
    }
  }
}

/// A section: a heading over its own content, the table aside.
public struct SectionJSON: JSONWritable, Decodable, Hashable, Sendable {
  public var id: SectionID
  public var heading: String
  public var place: PlaceJSON
  /// A paragraph a line.
  public var text: String

  init(_ section: Section) {
    id = section.id
    heading = section.heading
    place = PlaceJSON(section.place)
    text = section.text
  }

  private enum Key: String, CodingKey { case id, heading, text }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    id = try container.decode(SectionID.self, forKey: .id)
    heading = try container.decode(String.self, forKey: .heading)
    place = try PlaceJSON(from: decoder)
    text = try container.decode(String.self, forKey: .text)
  }

  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("id", id)
      json.field("heading", heading)
      place.writeFields(to: &json)
      json.field("text", text)
    }
  }
}

extension Sequence where Element == TextLine {
  /// The running text, a paragraph a line.
  var paragraphs: String {
    var result = ""
    for line in self {
      if line.startsParagraph && !result.isEmpty { result += "\n" }
      result += line.text
    }
    return result
  }
}
