// Batch: AuditedInput ↔ bytes.
import DocumentModel
import Gongkai
import Output

extension AuditedInput {
  /// The record and its digest as bytes that `init(bytes:)` takes.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.block(record.bytes)
    writer.number(digest == nil ? 0 : 1)
    if let digest { writer.digest(digest) }
    return writer.bytes
  }

  init(bytes: [UInt8]) throws(ByteReader.Malformed) {
    var reader = ByteReader(bytes)
    record = try EncodedRecord(bytes: try reader.block())
    if try reader.number() != 0 { digest = try reader.digest() }
    guard reader.isAtEnd else { throw ByteReader.Malformed() }
  }
}

extension EncodedRecord {
  /// The record as bytes that `init(bytes:)` takes.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.text(source.path)
    writer.optional(source.sha256.wrapped)
    writer.text(source.format.rawValue)
    writer.optional(source.pages.wrapped)
    writer.text(status.rawValue)
    writer.optional(agency)
    writer.optional(year)
    writer.block(report)
    writer.number(findings.count)
    for finding in findings {
      writer.text(finding.rule)
      writer.text(finding.severity.rawValue)
      writer.text(finding.fingerprint)
      writer.block(finding.json)
      writer.text(finding.translation)
    }
    writer.block(unchecked)
    writer.number(uncheckedTranslations.count)
    for reason in uncheckedTranslations { writer.text(reason) }
    writer.number(compared.places.count)
    for (cell, place) in compared.places.sorted(by: { $0.key < $1.key }) {
      writer.number(cell)
      writer.place(place)
    }
    writer.number(drawings.clippings.count)
    for clipping in drawings.clippings {
      writer.number(clipping.place.page)
      let area = clipping.place.area
      for edge in [area.left, area.top, area.right, area.bottom] { writer.text(edge.description) }
      writer.block(clipping.png)
    }
    writer.number(drawings.annotatedPDF == nil ? 0 : 1)
    if let pdf = drawings.annotatedPDF { writer.block(pdf) }
    return writer.bytes
  }

  init(bytes: [UInt8]) throws(ByteReader.Malformed) {
    var reader = ByteReader(bytes)
    let (path, sha256, format) = (try reader.text(), try reader.optionalText(), try reader.text())
    let (pages, status) = (try reader.optionalNumber(), try reader.text())
    let (agency, year, report) = (try reader.optionalText(), try reader.optionalNumber(), try reader.block())
    var findings: [EncodedFinding] = []
    for _ in 0..<(try reader.number()) {
      let (rule, severity) = (try reader.text(), try reader.text())
      guard let severity = Severity(rawValue: severity) else { throw ByteReader.Malformed() }
      findings.append(
        EncodedFinding(
          rule: rule, severity: severity, fingerprint: try reader.text(), json: try reader.block(),
          translation: try reader.text()))
    }
    let unchecked = try reader.block()
    var translations: [String] = []
    for _ in 0..<(try reader.number()) { translations.append(try reader.text()) }
    var places: [Int: Place] = [:]
    for _ in 0..<(try reader.number()) { places[try reader.number()] = try reader.place() }
    let drawings = try reader.drawings()
    guard reader.isAtEnd, let compared = ComparedPlaces(places), let format = Source.Format(rawValue: format),
      let status = ReadingStatus(rawValue: status)
    else { throw ByteReader.Malformed() }
    self.init(
      source: SourceJSON(Source(path: path, sha256: sha256, format: format, pages: pages)), status: status,
      agency: agency, year: year, report: report, findings: findings, unchecked: unchecked,
      uncheckedTranslations: translations)
    self.compared = compared
    self.drawings = drawings
  }
}

extension ByteWriter {
  /// Appends a place that `ByteReader.place()` takes.
  fileprivate mutating func place(_ place: Place) {
    switch place {
    case .line(let line):
      number(0)
      number(line)
    case .page(let page, let box):
      number(1)
      number(page)
      for edge in [box.left, box.top, box.right, box.bottom] { wide(Int(bitPattern: UInt(edge.bitPattern))) }
    }
  }
}

extension ByteReader {
  fileprivate mutating func place() throws(Malformed) -> Place {
    if try number() == 0 { return .line(try number()) }
    let page = try number()
    func edge() throws(Malformed) -> Double { Double(bitPattern: UInt64(UInt(bitPattern: try wide()))) }
    return .page(page, Rectangle(left: try edge(), top: try edge(), right: try edge(), bottom: try edge()))
  }

  fileprivate mutating func drawings() throws(Malformed) -> Drawings {
    var drawings = Drawings()
    for _ in 0..<(try number()) {
      let page = try number()
      var edges: [Double] = []
      for _ in 0..<4 {
        guard let edge = Double(try text()) else { throw Malformed() }
        edges.append(edge)
      }
      let area = Rectangle(left: edges[0], top: edges[1], right: edges[2], bottom: edges[3])
      drawings.clippings.append(Clipping(place: PageArea(page: page, area: area), png: try block()))
    }
    if try number() == 1 { drawings.annotatedPDF = try block() }
    return drawings
  }
}
