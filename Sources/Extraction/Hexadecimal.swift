// Extraction: hexadecimal digits of PDF strings.

enum Hexadecimal {
  /// The value of an ASCII digit; nil for any other byte.
  static func value(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 0x30
    case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(byte) - 0x41 + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte) - 0x61 + 10
    default: nil
    }
  }
}
