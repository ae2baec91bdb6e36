// Output: what a piece of text stands for → how a terminal shows it.
import Audit

/// How text is shown: in colour, or plain for pipes, files and terminals without it.
public struct Style: Hashable, Sendable {
  /// What a piece of text stands for.
  enum Role: Hashable, Sendable {
    case severity(Severity)
    /// Part of a sum that does not hold.
    case addend(Severity)
    case unread
    case heading
    case quiet
    case correction
  }

  public var hasColor: Bool

  public init(hasColor: Bool) { self.hasColor = hasColor }

  func show(_ text: String, as role: Role) -> String {
    guard hasColor, !text.isEmpty else { return text }
    let code =
      switch role {
      case .severity(.error): "1;31"
      case .severity(.warning): "1;33"
      case .severity(.info): "1;36"
      case .addend(.error): "31"
      case .addend(.warning): "33"
      case .addend(.info): "36"
      case .unread: "35"
      case .heading: "1"
      case .quiet: "2"
      case .correction: "1;32"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

extension String {
  /// Text of a report made safe for a terminal: control characters and marks that turn its direction become `·`.
  package var printable: String {
    let isHarmful = { (scalar: Unicode.Scalar) in
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE...0xFFFF: true
      default: false
      }
    }
    guard unicodeScalars.contains(where: isHarmful) else { return self }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars { result.append(isHarmful(scalar) ? "·" : scalar) }
    return String(result)
  }
}
