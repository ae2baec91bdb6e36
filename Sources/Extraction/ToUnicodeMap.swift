// Extraction: a ToUnicode map → the codes that it says are digits.

/// Reads the entries of a ToUnicode CMap (ISO 32000-1, 9.10.3) that lead to 0…9.
enum ToUnicodeMap {
  /// The digit of each code that is said to be one; nil where the map is malformed, and readers differ in what it says.
  static func digits(_ map: [UInt8]) -> [Int: Int]? {
    var result: [Int: Int] = [:]
    var tokens = Tokens(map)
    while let token = tokens.next() {
      if case .word(let word) = token {
        if word.elementsEqual("beginbfchar".utf8) {
          guard characters(&tokens, &result) else { return nil }
        } else if word.elementsEqual("beginbfrange".utf8) {
          guard ranges(&tokens, &result) else { return nil }
        }
      }
      if result.count > 4096 { break }
    }
    return result
  }

  /// False where an entry is malformed.
  private static func characters(_ tokens: inout Tokens, _ result: inout [Int: Int]) -> Bool {
    while let token = tokens.next() {
      if case .word = token { return true }
      guard case .text(let code) = token, case .text(let target)? = tokens.next() else { return false }
      set(code.value, target, &result)
    }
    return false
  }

  /// False where an entry is malformed.
  private static func ranges(_ tokens: inout Tokens, _ result: inout [Int: Int]) -> Bool {
    while let token = tokens.next() {
      if case .word = token { return true }
      guard case .text(let first) = token, case .text(let last)? = tokens.next(), let third = tokens.next() else {
        return false
      }
      let count = min(last.value - first.value, 0xFFFF)
      switch third {
      case .text(let target):
        guard count >= 0, target.length == 2 else { continue }
        // Nearly all lead elsewhere.
        guard target.value <= 0x39, target.value + count >= 0x30 else { continue }
        for digit in 0...9 where (target.value...(target.value + count)).contains(0x30 + digit) {
          result[first.value + 0x30 + digit - target.value] = digit
        }
      case .open:
        var code = first.value
        while case .text(let target)? = tokens.next() {
          set(code, target, &result)
          code += 1
        }
      default: return false
      }
    }
    return false
  }

  private static func set(_ code: Int, _ target: Tokens.Text, _ result: inout [Int: Int]) {
    // A later entry replaces an earlier one, as it does for who reads the text.
    if target.length == 2 && (0x30...0x39).contains(target.value) {
      result[code] = target.value - 0x30
    } else if !result.isEmpty {
      result[code] = nil
    }
  }

  /// `<…>`, `[`, `]` and words.
  private struct Tokens {
    struct Text {
      var value: Int
      /// In bytes.
      var length: Int
    }
    enum Token {
      case text(Text)
      case open
      case close
      case word(ArraySlice<UInt8>)
    }
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Token? {
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "<"):
          if index < bytes.count, bytes[index] == byte {
            index += 1
            continue
          }
          var value = 0
          var digits = 0
          while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
            if digits < 16, let digit = Self.hexadecimal(bytes[index]) {
              if digits < 12 { value = value << 4 | digit }
              digits += 1
            }
            index += 1
          }
          index += 1
          return .text(Text(value: value, length: (digits + 1) / 2))
        case UInt8(ascii: "["): return .open
        case UInt8(ascii: "]"): return .close
        case UInt8(ascii: "a")...UInt8(ascii: "z"):
          let start = index - 1
          while index < bytes.count, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[index]) { index += 1 }
          return .word(bytes[start..<index])
        default: continue
        }
      }
      return nil
    }

    private static func hexadecimal(_ byte: UInt8) -> Int? {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 0x30
      case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(byte) - 0x41 + 10
      case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte) - 0x61 + 10
      default: nil
      }
    }
  }
}
