// Output: typed values → JSON text, on one line, fields in the order in which they are written.
//
// Not JSONEncoder: a record has some 2,000 values, and JSONEncoder takes 4 ms for them, which is as long as reading a page.
import Foundation

/// A value that writes itself as JSON.
public protocol JSONWritable {
  func write(to json: inout JSONWriter)
}

/// Appends JSON text to a buffer. A value is written by itself; the fields of an object by `object` and `field`.
public struct JSONWriter {
  /// The UTF-8 text so far.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  public init() {}

  /// The UTF-8 text of one value, without a line break at its end.
  public static func bytes(_ value: some JSONWritable) -> [UInt8] {
    var json = JSONWriter()
    value.write(to: &json)
    return json.bytes
  }

  /// Writes an object; `body` writes its fields.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  /// Writes an array.
  public mutating func array(_ elements: some Sequence<some JSONWritable>) {
    bytes.append(UInt8(ascii: "["))
    needsComma = false
    for element in elements {
      separate()
      element.write(to: &self)
      needsComma = true
    }
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  /// Writes a field of the object that is being written.
  public mutating func field(_ name: StaticString, _ value: some JSONWritable) {
    key(name)
    value.write(to: &self)
    needsComma = true
  }

  /// Writes a field that holds an array.
  public mutating func field(_ name: StaticString, _ elements: some Sequence<some JSONWritable>) {
    key(name)
    array(elements)
  }

  /// Writes a field unless there is nothing to write.
  public mutating func optionalField(_ name: StaticString, _ value: (some JSONWritable)?) {
    if let value { field(name, value) }
  }

  /// Writes an array unless there is none.
  public mutating func optionalField(_ name: StaticString, _ elements: (some Sequence<some JSONWritable>)?) {
    if let elements { field(name, elements) }
  }

  /// Writes a field whose name is known only at run time.
  public mutating func field(named name: String, _ value: some JSONWritable) {
    separate()
    name.write(to: &self)
    bytes.append(UInt8(ascii: ":"))
    value.write(to: &self)
    needsComma = true
  }

  /// Writes text that is JSON already.
  public mutating func raw(_ text: some Sequence<UInt8>) {
    bytes.append(contentsOf: text)
  }

  private mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  /// Writes a string with its quotes; control characters, quotes and backslashes escaped.
  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    // Nearly every text stands as it is.
    let isPlain =
      text.utf8.withContiguousStorageIfAvailable { text in
        let isPlain = text.allSatisfy {
          $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
        }
        if isPlain { bytes.append(contentsOf: text) }
        return isPlain
      } ?? false
    if !isPlain { escaped(text) }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escaped(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case UInt8(ascii: "\n"): raw("\\n".utf8)
      case UInt8(ascii: "\r"): raw("\\r".utf8)
      case UInt8(ascii: "\t"): raw("\\t".utf8)
      case 0..<0x20, 0x7F:
        let digits = Array("0123456789abcdef".utf8)
        raw("\\u00".utf8)
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
  }

  /// Writes a whole number in decimal digits.
  mutating func number(_ value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    let value = value.magnitude
    var power: UInt = 1
    while value / power >= 10 { power *= 10 }
    while power > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(value / power % 10))
      power /= 10
    }
  }
}

extension String: JSONWritable {
  public func write(to json: inout JSONWriter) { json.string(self) }
}

extension Int: JSONWritable {
  public func write(to json: inout JSONWriter) { json.number(self) }
}

extension Bool: JSONWritable {
  public func write(to json: inout JSONWriter) { json.raw((self ? "true" : "false").utf8) }
}

extension Decimal: JSONWritable {
  /// All digits as printed; a number without a value, which no reading yields, as `null`.
  public func write(to json: inout JSONWriter) {
    // Most cells of the forms print 0, nearly all others a whole number, which takes a decimal long to spell.
    if isZero { return json.number(0) }
    let number = NSDecimalNumber(decimal: self)
    if !isNaN, exponent >= 0, number.doubleValue.magnitude < Self.exactInDouble { return json.number(number.intValue) }
    json.raw((isNaN ? "null" : description).utf8)
  }

  /// Whole numbers below this are exact in a double.
  private static let exactInDouble = 9e15
}

extension JSONWritable where Self: RawRepresentable, RawValue == String {
  public func write(to json: inout JSONWriter) { json.string(rawValue) }
}
