// Extraction: a content stream → its operators with their numeric operands and names.

/// The word of an operator. None has more than three letters; a longer word is none of them.
struct Operator: Equatable {
  /// Its letters, the first in the lowest byte.
  let code: UInt32

  init(_ first: Unicode.Scalar, _ second: Unicode.Scalar = "\0", _ third: Unicode.Scalar = "\0") {
    code = first.value | second.value << 8 | third.value << 16
  }

  /// The word at that place.
  fileprivate init(_ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) {
    guard word.count <= 3 else {
      code = .max
      return
    }
    var code: UInt32 = 0
    for (place, index) in word.enumerated() { code |= UInt32(bytes[index]) << UInt32(8 * place) }
    self.code = code
  }
}

/// Reads the operators of a PDF content stream (ISO 32000-1, 7.8.2) one by one. Strings, arrays and dictionaries are passed over; inline
/// images are skipped. Never fails: what it does not understand it steps over.
struct ContentScanner {
  private let bytes: [UInt8]
  private var index = 0
  /// The numeric operands before the operator just returned.
  private(set) var numbers: [Double] = []
  /// True once an inline image was skipped: where its data end is a guess, and what comes behind may be some of them.
  private(set) var hasSkippedImage = false
  /// The strings before the operator just returned.
  private(set) var strings: [Shown] = []
  private var names: [Range<Int>] = []
  /// The last name operand before the operator just returned, with its slash.
  var name: String? { names.last.map { String(decoding: bytes[$0], as: UTF8.self) } }
  /// The same, as bytes.
  var nameBytes: ArraySlice<UInt8>? { names.last.map { bytes[$0] } }
  /// The string behind a name in the dictionary before the operator just returned.
  func string(behind name: String) -> Shown? {
    guard let key = names.first(where: { bytes[$0].elementsEqual(name.utf8) }) else { return nil }
    return strings.first { $0.range.lowerBound > key.upperBound }
  }
  /// The bytes of a string.
  func bytes(of shown: Shown) -> [UInt8] {
    var result: [UInt8] = []
    forEachCode(shown, bytesEach: 1) { code in
      result.append(UInt8(truncatingIfNeeded: code))
      return true
    }
    return result
  }

  /// A string operand: where its contents stand, and what the numbers between it and the string before it add up to (ISO 32000-1, 9.4.3).
  struct Shown {
    fileprivate var range: Range<Int>
    fileprivate var isHexadecimal: Bool
    var adjustment: Double
    var isEmpty: Bool { range.isEmpty }
    /// It holds no more bytes than this.
    var mostBytes: Int { isHexadecimal ? (range.count + 1) / 2 : range.count }
  }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next operator; nil at the end.
  mutating func next() -> Operator? {
    // Faster than to remove them all: there are few, and the capacity stays.
    while !numbers.isEmpty { numbers.removeLast() }
    while !strings.isEmpty { strings.removeLast() }
    while !names.isEmpty { names.removeLast() }
    let all = bytes
    return all.withUnsafeBufferPointer { next($0) }
  }

  private mutating func next(_ bytes: UnsafeBufferPointer<UInt8>) -> Operator? {
    var adjustment = 0.0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0, 9, 10, 12, 13, 32: index += 1
      case UInt8(ascii: "%"): skip(bytes) { $0 != 10 && $0 != 13 }
      case UInt8(ascii: "("):
        let start = index + 1
        skipString(bytes)
        strings.append(Shown(range: start..<max(start, index - 1), isHexadecimal: false, adjustment: adjustment))
        adjustment = 0
      case UInt8(ascii: "<"):
        index += 1
        if index < bytes.count, bytes[index] == UInt8(ascii: "<") {
          index += 1
        } else {
          let start = index
          skip(bytes) { $0 != UInt8(ascii: ">") }
          strings.append(Shown(range: start..<index, isHexadecimal: true, adjustment: adjustment))
          adjustment = 0
        }
      case UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
        UInt8(ascii: ")"):
        index += 1
      case UInt8(ascii: "/"):
        let start = index
        index += 1
        skip(bytes) { !Self.ends($0) }
        if names.count < 64 { names.append(start..<index) } else { names[63] = start..<index }
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        let number = number(bytes)
        numbers.append(number)
        adjustment += number
        if numbers.count > 64 { numbers.removeFirst(32) }
      default:
        let start = index
        index += 1
        skip(bytes) { !Self.ends($0) }
        let op = Operator(bytes, start..<index)
        if op == Operator("B", "I") {
          skipInlineImage(bytes)
          hasSkippedImage = true
          numbers.removeAll(keepingCapacity: true)
          continue
        }
        return op
      }
    }
    return nil
  }

  /// True where one of the codes of the strings is such a one.
  func holdsCode(bytesEach: Int, where isSuch: (Int) -> Bool) -> Bool {
    var found = false
    for string in strings where !found {
      forEachCode(string, bytesEach: bytesEach) { code in
        found = isSuch(code)
        return !found
      }
    }
    return found
  }

  /// Goes through the codes of a string, each of so many bytes (ISO 32000-1, 7.3.4), as long as `body` answers true.
  @inline(__always) func forEachCode(_ shown: Shown, bytesEach: Int, _ body: (Int) -> Bool) {
    var code = 0
    var count = 0
    var goesOn = true
    func take(_ byte: Int) {
      code = code << 8 | byte
      count += 1
      if count == bytesEach {
        if goesOn { goesOn = body(code) }
        (code, count) = (0, 0)
      }
    }
    var index = shown.range.lowerBound
    let end = min(shown.range.upperBound, bytes.count)
    if shown.isHexadecimal {
      var half: Int?
      while index < end, goesOn {
        defer { index += 1 }
        guard let digit = Hexadecimal.value(bytes[index]) else { continue }
        if let high = half {
          take(high << 4 | digit)
          half = nil
        } else {
          half = digit
        }
      }
      if let half { take(half << 4) }
      return
    }
    while index < end, goesOn {
      let byte = bytes[index]
      index += 1
      guard byte == UInt8(ascii: "\\"), index < end else {
        take(Int(byte))
        continue
      }
      let next = bytes[index]
      index += 1
      switch next {
      case UInt8(ascii: "n"): take(10)
      case UInt8(ascii: "r"): take(13)
      case UInt8(ascii: "t"): take(9)
      case UInt8(ascii: "b"): take(8)
      case UInt8(ascii: "f"): take(12)
      case 13: if index < end, bytes[index] == 10 { index += 1 }
      case 10: break
      case UInt8(ascii: "0")...UInt8(ascii: "7"):
        var value = Int(next) - 0x30
        for _ in 0..<2 where index < end && (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(bytes[index]) {
          value = value << 3 | (Int(bytes[index]) - 0x30)
          index += 1
        }
        take(value & 0xFF)
      default: take(Int(next))
      }
    }
  }

  /// Ends a name, a number or an operator.
  private static func ends(_ byte: UInt8) -> Bool {
    // Most are letters.
    if byte > UInt8(ascii: "}") || byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") { return false }
    return switch byte {
    case 0, 9, 10, 12, 13, 32, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"),
      UInt8(ascii: "%"):
      true
    default: false
    }
  }

  private mutating func skip(_ bytes: UnsafeBufferPointer<UInt8>, while condition: (UInt8) -> Bool) {
    while index < bytes.count, condition(bytes[index]) { index += 1 }
  }

  private mutating func skipString(_ bytes: UnsafeBufferPointer<UInt8>) {
    var depth = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      index += 1
      if depth == 0 { return }
    }
  }

  /// Over `BI … ID data EI`: the data end at an EI between white space.
  private mutating func skipInlineImage(_ bytes: UnsafeBufferPointer<UInt8>) {
    while index + 2 < bytes.count {
      if bytes[index] == UInt8(ascii: "E"), bytes[index + 1] == UInt8(ascii: "I"), Self.ends(bytes[index + 2]),
        index > 0, Self.ends(bytes[index - 1])
      {
        index += 2
        return
      }
      index += 1
    }
    index = bytes.count
  }

  /// No number needs more decimals.
  private static let mostDecimals = 40
  private static let powers: [Double] = (0...mostDecimals).map { (0..<$0).reduce(1.0) { power, _ in 10 * power } }

  private mutating func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Double {
    var place = index
    var isNegative = false
    // The digits without the point, as far as they count, and how many of them stand behind it; -1 before it.
    var digits = 0
    var decimals = -1
    var tail = 1.0
    while place < bytes.count {
      let byte = bytes[place]
      if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        if digits < 100_000_000_000_000, decimals < Self.mostDecimals {
          digits = 10 &* digits &+ Int(byte &- UInt8(ascii: "0"))
          if decimals >= 0 { decimals &+= 1 }
        } else if decimals < 0 {
          tail *= 10
        }
      } else if byte == UInt8(ascii: ".") {
        if decimals >= 0 { break }
        decimals = 0
      } else if byte == UInt8(ascii: "-") {
        isNegative = true
      } else if byte != UInt8(ascii: "+") {
        break
      }
      place &+= 1
    }
    index = place
    let whole = Double(digits) * tail
    let value = decimals > 0 ? whole / Self.powers[decimals] : whole
    return isNegative ? -value : value
  }
}
