// Batch: values ↔ bytes, for the pipes between supervisor and workers and for the cache.

/// Appends values to bytes: numbers as four bytes or eight, everything else with its length before it.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func number(_ value: Int) {
    let value = UInt32(truncatingIfNeeded: value)
    for shift: UInt32 in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
  }

  /// A number in eight bytes.
  mutating func wide(_ value: Int) {
    number(value)
    number(value >> 32)
  }

  mutating func block(_ block: [UInt8]) {
    number(block.count)
    bytes += block
  }

  mutating func text(_ text: String) { block(Array(text.utf8)) }

  mutating func optional(_ text: String?) {
    number(text == nil ? 0 : 1)
    if let text { self.text(text) }
  }

  mutating func optional(_ value: Int?) {
    number(value == nil ? 0 : 1)
    if let value { number(value) }
  }
}

/// Takes values from bytes in the order in which they were written.
struct ByteReader {
  /// The bytes are not what a writer wrote.
  struct Malformed: Error {}

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func number() throws(Malformed) -> Int {
    guard bytes.count - position >= 4 else { throw Malformed() }
    defer { position += 4 }
    return (0..<4).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
  }

  mutating func wide() throws(Malformed) -> Int { try number() | number() << 32 }

  mutating func block() throws(Malformed) -> [UInt8] {
    let count = try number()
    guard bytes.count - position >= count else { throw Malformed() }
    defer { position += count }
    return Array(bytes[position..<position + count])
  }

  mutating func text() throws(Malformed) -> String { String(decoding: try block(), as: UTF8.self) }

  mutating func optionalText() throws(Malformed) -> String? { try number() == 0 ? nil : try text() }

  mutating func optionalNumber() throws(Malformed) -> Int? { try number() == 0 ? nil : try number() }
}
