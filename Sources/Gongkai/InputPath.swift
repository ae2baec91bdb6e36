// Gongkai: the name of an input, as the bytes that the file system knows it by.

/// A path. File names are bytes, not always UTF-8, and two that differ must stay two.
public struct InputPath: Hashable, Sendable, Comparable {
  /// Without a NUL.
  public var bytes: [UInt8]

  public init(bytes: [UInt8]) { self.bytes = bytes }
  public init(_ text: String) { bytes = Array(text.utf8) }

  /// `-`, which means standard input.
  public static let standardInput = InputPath("-")

  /// The path as text; bytes that are no UTF-8 as `\xE9`.
  public var text: String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var result = ""
    var rest = bytes[...]
    while !rest.isEmpty {
      var decoder = UTF8()
      var iterator = rest.makeIterator()
      if case .scalarValue(let scalar) = decoder.decode(&iterator) {
        result.unicodeScalars.append(scalar)
        rest = rest.dropFirst(UTF8.width(scalar))
      } else {
        let digits = String(rest.removeFirst(), radix: 16, uppercase: true)
        result += "\\x" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return result
  }

  /// Calls `body` with the path as the C library takes it.
  public func withCString<Result>(_ body: (UnsafePointer<CChar>) throws -> Result) rethrows -> Result {
    try (bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { try body($0.baseAddress!) }
  }

  /// The order of the paths' bytes.
  public static func < (a: InputPath, b: InputPath) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }
}
