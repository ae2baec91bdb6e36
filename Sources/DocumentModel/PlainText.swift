// DocumentModel: what is asked of texts many thousand times a document, without the cost of the general answers.

extension Unicode.Scalar {
  /// True for white space: the property `White_Space`, without a look into Unicode's tables.
  @inlinable package var isSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}

extension Unicode.Scalar {
  /// True for a character of which nobody knows what it shows: of private use, but for the signs of symbol fonts, or a replacement character.
  @inlinable package var isUnknown: Bool {
    switch value {
    case 0xE000...0xEFFF, 0xF100...0xF8FF, 0xFFFD, 0xF0000...0x10FFFF: true
    default: false
    }
  }
}

extension String {
  /// The text of these scalars.
  @inlinable package init(scalars: some Sequence<Unicode.Scalar>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(3 * scalars.underestimatedCount)
    for scalar in scalars {
      let value = scalar.value
      func low(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | (value >> shift & 0x3F)) }
      switch value {
      case ..<0x80: bytes.append(UInt8(truncatingIfNeeded: value))
      case ..<0x800:
        bytes.append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
        bytes.append(low(0))
      case ..<0x1_0000:
        bytes.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
        bytes.append(low(6))
        bytes.append(low(0))
      default:
        bytes.append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
        bytes.append(low(12))
        bytes.append(low(6))
        bytes.append(low(0))
      }
    }
    self.init(decoding: bytes, as: UTF8.self)
  }
}

extension StringProtocol {
  /// True where `part` stands in the text, scalar for scalar. Texts are not normalised and not cut into what a reader counts as characters:
  /// neither tells printed Chinese words apart, and both cost more than the search.
  @inlinable package func holds(_ part: String) -> Bool {
    var part = part
    return part.withUTF8 { part in
      // A text of Foundation's may lie in another encoding.
      utf8.withContiguousStorageIfAvailable { $0.holds(part) }
        ?? Array(utf8).withUnsafeBufferPointer { $0.holds(part) }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  @usableFromInline func holds(_ part: Self) -> Bool {
    guard let first = part.first else { return true }
    guard count >= part.count else { return false }
    for start in 0...(count - part.count) where self[start] == first {
      var length = 1
      while length < part.count, self[start + length] == part[length] { length += 1 }
      if length == part.count { return true }
    }
    return false
  }
}
