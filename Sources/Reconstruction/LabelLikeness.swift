// Reconstruction: how alike a printed label and a label of the form are, 0 to 1.

/// A label of the form, prepared for many comparisons. The longest common subsequence is found with bit vectors
/// (Hyyrö 2004, "Bit-parallel LCS-length computation revisited"); labels longer than 64 characters are cut there.
struct LabelPattern: Sendable {
  let characters: [Unicode.Scalar]
  /// The places of each character, found by `slot`: open addressing, never more than half full.
  private let masks: [(scalar: UInt32, places: UInt64)]
  private static let slots = 128

  init(_ label: String) {
    let folded = Array(Wording.folded(label).prefix(64))
    characters = folded
    var masks = [(scalar: UInt32, places: UInt64)](repeating: (0, 0), count: Self.slots)
    for (index, scalar) in folded.enumerated() {
      let value = Self.same(scalar)
      let slot = Self.slot(value, masks)
      masks[slot] = (value, masks[slot].places | 1 << UInt64(index))
    }
    self.masks = masks
  }

  /// Reports that shorten a label take one of these for the other: 逾期不缴费, 逾期未交费.
  private static func same(_ scalar: Unicode.Scalar) -> UInt32 {
    switch scalar {
    case "未": ("不" as Unicode.Scalar).value
    case "交": ("缴" as Unicode.Scalar).value
    default: scalar.value
    }
  }

  /// Where the character stands or would stand.
  private static func slot(_ scalar: UInt32, _ masks: [(scalar: UInt32, places: UInt64)]) -> Int {
    var slot = Int((scalar &* 0x9E37_79B1) >> 25)
    while masks[slot].places != 0, masks[slot].scalar != scalar { slot = (slot + 1) % slots }
    return slot
  }

  /// The length of the longest common subsequence with `text`.
  func commonLength(_ text: [Unicode.Scalar]) -> Int {
    guard !characters.isEmpty else { return 0 }
    var vector = UInt64.max
    let used = characters.count == 64 ? UInt64.max : (1 << UInt64(characters.count)) - 1
    let unknown = Wording.unknown
    for scalar in text {
      // What nobody knows may be any of them.
      let matches = scalar == unknown ? vector & used : vector & masks[Self.slot(Self.same(scalar), masks)].places
      vector = (vector &+ matches) | (vector & ~matches)
    }
    return (~vector & used).nonzeroBitCount
  }

  /// Of a text with unknown characters at least so many are known, and are the label's nearly all.
  private static let fewestKnown = 2
  private static let ownShare = 0.8

  /// True where so little of a text with unknown characters is known that it may be any label. As long as the label, with half of it known and in its
  /// places, it is that one.
  private func isGarbled(_ text: [Unicode.Scalar]) -> Bool {
    if text.count == characters.count {
      let own = zip(text, characters).count { $0 == $1 }
      if 2 * own >= text.count, own + text.count(where: { $0 == Wording.unknown }) == text.count { return false }
    }
    let known = text.filter { $0 != Wording.unknown }
    return known.count < Self.fewestKnown || Double(commonLength(known)) < Self.ownShare * Double(known.count)
  }

  /// 1 for the same wording. Shortened labels (all of the printed text is in the form's) and labels with a definition added (all of
  /// the form's text is printed) come near it; unrelated ones share a character or two by chance and come near 0.
  func likeness(_ text: [Unicode.Scalar]) -> Double { likeness(text, holdsUnknown: text.contains(Wording.unknown)) }

  /// The likeness as a whole: a part of the label is less alike the less of it there is.
  func wholeLikeness(_ text: [Unicode.Scalar]) -> Double {
    guard !characters.isEmpty, !text.isEmpty else { return 0 }
    return 2 * Double(commonLength(text)) / Double(characters.count + text.count)
  }

  /// - Parameter holdsUnknown: whether there are unknown characters in the text; for who compares it with many labels.
  func likeness(_ text: [Unicode.Scalar], holdsUnknown: Bool) -> Double {
    guard !characters.isEmpty, !text.isEmpty else { return 0 }
    guard !holdsUnknown || !isGarbled(text) else { return 0 }
    let common = Double(commonLength(text))
    let coverage = common / Double(characters.count)
    let precision = common / Double(text.count)
    let balanced = 2 * common / Double(characters.count + text.count)
    // A short label in a long one by chance says little: two characters in common are not yet a match.
    let weight = min(1, common / 4)
    let shortened = precision >= 0.99 ? 0.9 * weight : 0
    let isExtended = coverage >= 0.85 && (text.count <= longestAround || isAtEnd(of: text))
    let extended = isExtended ? (0.5 + 0.4 * coverage) * (characters.count >= 3 ? 1 : 0.6) : 0
    // A definition behind the whole label: 规章（…）.
    let defined = text.count > characters.count && text.starts(with: characters) ? 0.85 : 0
    return max(balanced, shortened, min(extended, 0.9), defined)
  }

  /// In a longer text it is at the beginning or the end that a label stands, behind the name of its group or before its definition: another row's
  /// definition may speak of it.
  private var longestAround: Int { 3 * characters.count + 6 }

  private func isAtEnd(of text: [Unicode.Scalar]) -> Bool {
    let length = characters.count + 2
    return [Array(text.prefix(length)), Array(text.suffix(length))].contains {
      Double(commonLength($0)) >= 0.85 * Double(characters.count)
    }
  }
}
