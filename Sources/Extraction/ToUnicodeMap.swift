// Extraction: a ToUnicode map → the codes that it says are digits, those that it says anything of, and those whose shapes can contradict it.

/// What a ToUnicode CMap (ISO 32000-1, 9.10.3) says.
struct ToUnicodeMap {
  /// The digit of each code that is said to be one.
  private(set) var digits: [Int: Int] = [:]
  /// What it says of the other codes that a wrong map may have digits behind.
  private(set) var claims: [Int: GlyphClaim] = [:]
  /// A bit for each code that leads to a character.
  private var said = [UInt64](repeating: 0, count: 1024)

  /// True where the map leads from the code to a character.
  func says(_ code: Int) -> Bool {
    code >= 0 && code >> 6 < said.count && said[code >> 6] & 1 << UInt64(code & 63) != 0
  }

  /// nil where the map is malformed, and readers differ in what it says.
  init?(_ map: [UInt8]) {
    var tokens = Tokens(map)
    while let token = tokens.next() {
      if case .word(let word) = token {
        if word.elementsEqual("beginbfchar".utf8) {
          guard characters(&tokens) else { return nil }
        } else if word.elementsEqual("beginbfrange".utf8) {
          guard ranges(&tokens) else { return nil }
        }
      }
      if digits.count + claims.count > 8192 { break }
    }
  }

  /// False where an entry is malformed.
  private mutating func characters(_ tokens: inout Tokens) -> Bool {
    while let token = tokens.next() {
      if case .word = token { return true }
      guard case .text(let code) = token, case .text(let target)? = tokens.next() else { return false }
      set(code.value, target)
    }
    return false
  }

  /// False where an entry is malformed.
  private mutating func ranges(_ tokens: inout Tokens) -> Bool {
    while let token = tokens.next() {
      if case .word = token { return true }
      guard case .text(let first) = token, case .text(let last)? = tokens.next(), let third = tokens.next() else {
        return false
      }
      let count = min(last.value - first.value, 0xFFFF)
      switch third {
      case .text(let target):
        guard count >= 0 else { continue }
        if target.length > 0, target.value + count > 0 {
          for code in first.value...(first.value + count) { note(code) }
        }
        guard target.length == 2 else { continue }
        if Self.privateUse.contains(target.value), Self.privateUse.contains(target.value + count),
          privateCodes.count < Self.mostPrivate
        {
          privateCodes.append(first.value...(first.value + count))
        }
        for scalar in GlyphClaim.scalars(in: target.value...(target.value + count)) {
          claims[first.value + scalar - target.value] = GlyphClaim(scalar)
        }
        // Nearly all lead elsewhere.
        guard target.value <= 0x39, target.value + count >= 0x30 else { continue }
        for digit in 0...9 where (target.value...(target.value + count)).contains(0x30 + digit) {
          digits[first.value + 0x30 + digit - target.value] = digit
        }
      case .open:
        var code = first.value
        while case .text(let target)? = tokens.next() {
          set(code, target)
          code += 1
        }
      default: return false
      }
    }
    return false
  }

  /// Characters whose meaning is a matter of private agreement (Unicode, 23.5).
  private static let privateUse = 0xE000...0xF8FF
  /// The codes that lead to such characters; no font needs more ranges of them.
  private var privateCodes: [ClosedRange<Int>] = []
  private static let mostPrivate = 512

  /// True where the map gives the code a character that means nothing by itself.
  func isPrivate(_ code: Int) -> Bool { privateCodes.contains { $0.contains(code) } }

  private mutating func set(_ code: Int, _ target: Tokens.Text) {
    if target.length > 0, target.value > 0 { note(code) }
    if target.length == 2, Self.privateUse.contains(target.value), privateCodes.count < Self.mostPrivate {
      privateCodes.append(code...code)
    }
    let claim = target.length <= 2 ? GlyphClaim(target.value) : GlyphClaim(several: target.units)
    if claim != nil || !claims.isEmpty { claims[code] = claim }
    // A later entry replaces an earlier one, as it does for who reads the text.
    if target.length == 2 && (0x30...0x39).contains(target.value) {
      digits[code] = target.value - 0x30
    } else if !digits.isEmpty {
      digits[code] = nil
    }
  }

  private mutating func note(_ code: Int) {
    if code >= 0, code >> 6 < said.count { said[code >> 6] |= 1 << UInt64(code & 63) }
  }

  /// `<…>`, `[`, `]` and words.
  private struct Tokens {
    struct Text {
      var value: Int
      /// In bytes.
      var length: Int
      /// As UTF-16, as far as the value goes: three.
      var units: [Int] {
        let count = min(3, length / 2)
        return (0..<count).map { value >> (16 * (count - 1 - $0)) & 0xFFFF }
      }
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
            if digits < 16, let digit = Hexadecimal.value(bytes[index]) {
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
  }
}
