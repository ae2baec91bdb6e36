// Extraction: a content stream → its operators with their numeric operands and names.

/// The word of an operator. None has more than three letters; a longer word is none of them.
struct Operator: Equatable {
  private let code: UInt32

  init(_ first: Unicode.Scalar, _ second: Unicode.Scalar = "\0", _ third: Unicode.Scalar = "\0") {
    code = first.value | second.value << 8 | third.value << 16
  }

  /// The word at that place.
  fileprivate init(_ bytes: [UInt8], _ word: Range<Int>) {
    guard word.count <= 3 else {
      code = .max
      return
    }
    code = word.reversed().reduce(0) { $0 << 8 | UInt32(bytes[$1]) }
  }
}

/// Reads the operators of a PDF content stream (ISO 32000-1, 7.8.2) one by one. Strings, arrays and dictionaries are passed over; inline
/// images are skipped. Never fails: what it does not understand it steps over.
struct ContentScanner {
  private let bytes: [UInt8]
  private var index = 0
  /// The numeric operands before the operator just returned.
  private(set) var numbers: [Double] = []
  /// The strings before the operator just returned.
  private(set) var strings: [Shown] = []
  private var nameRange: Range<Int>?
  /// The last name operand before the operator just returned, with its slash.
  var name: String? { nameRange.map { String(decoding: bytes[$0], as: UTF8.self) } }
  /// The same, as bytes.
  var nameBytes: ArraySlice<UInt8>? { nameRange.map { bytes[$0] } }

  /// A string operand: where its contents stand, and what the numbers between it and the string before it add up to (ISO 32000-1, 9.4.3).
  struct Shown {
    fileprivate var range: Range<Int>
    fileprivate var isHexadecimal: Bool
    var adjustment: Double
  }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next operator; nil at the end.
  mutating func next() -> Operator? {
    numbers.removeAll(keepingCapacity: true)
    strings.removeAll(keepingCapacity: true)
    nameRange = nil
    var adjustment = 0.0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0, 9, 10, 12, 13, 32: index += 1
      case UInt8(ascii: "%"): skip { $0 != 10 && $0 != 13 }
      case UInt8(ascii: "("):
        let start = index + 1
        skipString()
        strings.append(Shown(range: start..<max(start, index - 1), isHexadecimal: false, adjustment: adjustment))
        adjustment = 0
      case UInt8(ascii: "<"):
        index += 1
        if index < bytes.count, bytes[index] == UInt8(ascii: "<") {
          index += 1
        } else {
          let start = index
          skip { $0 != UInt8(ascii: ">") }
          strings.append(Shown(range: start..<index, isHexadecimal: true, adjustment: adjustment))
          adjustment = 0
        }
      case UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
        UInt8(ascii: ")"):
        index += 1
      case UInt8(ascii: "/"):
        let start = index
        index += 1
        skip { !Self.ends($0) }
        nameRange = start..<index
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        numbers.append(number())
        adjustment += numbers[numbers.count - 1]
        if numbers.count > 64 { numbers.removeFirst(32) }
      default:
        let start = index
        index += 1
        skip { !Self.ends($0) }
        let op = Operator(bytes, start..<index)
        if op == Operator("B", "I") {
          skipInlineImage()
          numbers.removeAll(keepingCapacity: true)
          continue
        }
        return op
      }
    }
    return nil
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
          value = value << 3 | Int(bytes[index]) - 0x30
          index += 1
        }
        take(value & 0xFF)
      default: take(Int(next))
      }
    }
  }

  private static func ends(_ byte: UInt8) -> Bool {
    switch byte {
    case 0, 9, 10, 12, 13, 32, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"),
      UInt8(ascii: "%"):
      true
    default: false
    }
  }

  private mutating func skip(while condition: (UInt8) -> Bool) {
    while index < bytes.count, condition(bytes[index]) { index += 1 }
  }

  private mutating func skipString() {
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
  private mutating func skipInlineImage() {
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

  private mutating func number() -> Double {
    var negative = false
    var value = 0.0
    var scale = 0.0
    loop: while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "-"): negative = true
      case UInt8(ascii: "+"): break
      case UInt8(ascii: "."):
        if scale > 0 { break loop }
        scale = 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = Double(bytes[index] - UInt8(ascii: "0"))
        if scale > 0 {
          scale /= 10
          value += digit * scale
        } else {
          value = value * 10 + digit
        }
      default: break loop
      }
      index += 1
    }
    return negative ? -value : value
  }
}
