// Output: a source and a place in it → SARIF artifacts and locations.
import Audit
import Statute

/// An input as an artifact of the run.
struct SARIFArtifact: JSONWritable {
  let uri: String
  let index: Int
  private let sha256: String?
  private let mimeType: String?

  init(_ source: SourceJSON, index: Int) {
    uri = Self.uri(of: source.path)
    self.index = index
    sha256 = source.sha256.wrapped
    mimeType =
      switch source.format {
      case .pdf: "application/pdf"
      case .text: "text/plain"
      case .unknown: nil
      }
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("location", Location(uri: uri))
      json.optionalField("mimeType", mimeType)
      json.optionalField("hashes", sha256.map(Hashes.init))
    }
  }

  /// A relative reference for a path as given, percent-encoded; a `file` URI for an absolute one.
  static func uri(of path: String) -> String {
    var uri = path.hasPrefix("/") ? "file://" : ""
    // A colon before the first slash would make a scheme of what stands before it.
    if !path.hasPrefix("/"), path.prefix(while: { $0 != "/" }).contains(":") { uri = "./" }
    for byte in path.utf8 { uri += byte.isPlainInURI ? String(Unicode.Scalar(byte)) : byte.percentEncoded }
    return uri
  }

  private struct Location: JSONWritable {
    var uri: String
    func write(to json: inout JSONWriter) { json.object { $0.field("uri", uri) } }
  }

  private struct Hashes: JSONWritable {
    var sha256: String
    func write(to json: inout JSONWriter) { json.object { $0.field("sha-256", sha256) } }
  }
}

extension UInt8 {
  fileprivate var isPlainInURI: Bool {
    switch Unicode.Scalar(self) {
    case "a"..."z", "A"..."Z", "0"..."9", "/", "-", ".", "_", "~", ":": true
    default: false
    }
  }

  fileprivate var percentEncoded: String { "%" + (self < 16 ? "0" : "") + String(self, radix: 16, uppercase: true) }
}

/// Where a finding stands: the file, its line where it is a text, and what stands there.
///
/// A PDF has no lines: the page and the box on it are properties, the cell is a logical location.
struct SARIFLocation: JSONWritable {
  var artifact: SARIFArtifact
  var logical: SARIFLogicalLocation?
  var place: PlaceJSON?

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("physicalLocation", Physical(artifact: artifact, line: place?.line))
      if let logical { json.field("logicalLocations", [logical]) }
      if let place, place.page != nil { json.field("properties", place) }
    }
  }

  private struct Physical: JSONWritable {
    var artifact: SARIFArtifact
    var line: Int?

    func write(to json: inout JSONWriter) {
      json.object { json in
        json.field("artifactLocation", Reference(artifact: artifact))
        json.optionalField("region", line.map(Region.init))
      }
    }
  }

  private struct Reference: JSONWritable {
    var artifact: SARIFArtifact

    func write(to json: inout JSONWriter) {
      json.object { json in
        json.field("uri", artifact.uri)
        json.field("index", artifact.index)
      }
    }
  }

  private struct Region: JSONWritable {
    var line: Int
    func write(to json: inout JSONWriter) { json.object { $0.field("startLine", line) } }
  }
}

/// A cell, row, column, table or section by the ids of the contract: `applications/newReceived/naturalPerson`.
struct SARIFLogicalLocation: JSONWritable {
  private let path: [String]
  private let kind: String

  init(table: TableID) { (path, kind) = ([table.rawValue], "table") }

  init(section: SectionID) { (path, kind) = ([section.rawValue], "section") }

  init(table: TableID, cell: CellReferenceJSON) {
    switch (cell.row, cell.column) {
    case (let row?, let column?): (path, kind) = ([table.rawValue, row.rawValue, column.rawValue], "cell")
    case (let row?, nil): (path, kind) = ([table.rawValue, row.rawValue], "row")
    case (nil, let column?): (path, kind) = ([table.rawValue, "*", column.rawValue], "column")
    case (nil, nil): (path, kind) = ([table.rawValue], "table")
    }
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("name", path.last!)
      json.field("fullyQualifiedName", path.joined(separator: "/"))
      json.field("kind", kind)
    }
  }
}
