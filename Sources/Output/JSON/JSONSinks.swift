// Output: records → JSON lines, or one JSON document.

/// One record a line, in the order of the inputs.
public struct JSONLinesSink: RecordSink {
  public init() {}

  public func add(_ record: EncodedRecord) -> [UInt8] { record.json() + [UInt8(ascii: "\n")] }
}

/// `{"schemaVersion", "tool", "reports", "lateFindings", "summary"}`; the summary comes last, since records are written as they come.
public struct JSONSink: RecordSink {
  private var isFirst = true

  public init() {}

  public func opening() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("schemaVersion", RecordJSON.schemaVersion)
      json.field("tool", ToolJSON())
    }
    return json.bytes.dropLast() + Array(",\"reports\":[".utf8)
  }

  public mutating func add(_ record: EncodedRecord) -> [UInt8] {
    defer { isFirst = false }
    return Array((isFirst ? "\n" : ",\n").utf8) + record.json()
  }

  public func closing(_ summary: Summary) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.optionalField("lateFindings", summary.late.isEmpty ? nil : summary.late)
      json.field("summary", summary)
    }
    return Array("\n],".utf8) + json.bytes.dropFirst() + [UInt8(ascii: "\n")]
  }

  private struct ToolJSON: JSONWritable {
    func write(to json: inout JSONWriter) {
      json.object { json in
        json.field("name", Tool.name)
        json.field("version", Tool.version)
      }
    }
  }
}

/// What `extract --format json` prints: the object itself for one input, an array for several.
public struct ReadingJSONSink: RecordSink {
  private let isArray: Bool
  private var isFirst = true

  /// - Parameter isArray: true where several files are given, however many of them exist.
  public init(isArray: Bool) { self.isArray = isArray }

  public func opening() -> [UInt8] { isArray ? [UInt8(ascii: "[")] : [] }

  public mutating func add(_ record: EncodedRecord) -> [UInt8] {
    defer { isFirst = false }
    guard isArray else { return record.readingJSON() + [UInt8(ascii: "\n")] }
    return Array((isFirst ? "\n" : ",\n").utf8) + record.readingJSON()
  }

  public func closing(_ summary: Summary) -> [UInt8] { isArray ? Array("\n]\n".utf8) : [] }
}
