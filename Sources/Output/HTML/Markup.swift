// Output: text and markup → the bytes of a page in which text can never become markup.

/// Appends HTML. Markup is written only from literals; everything else goes through `text` and `attribute`.
struct Markup {
  private(set) var bytes: [UInt8] = []

  /// Writes markup that stands in the source.
  mutating func raw(_ markup: StaticString) { markup.withUTF8Buffer { bytes.append(contentsOf: $0) } }

  /// Appends what another writer wrote.
  mutating func append(_ other: Markup) { bytes.append(contentsOf: other.bytes) }

  /// Writes text, escaped; control characters and marks that turn its direction become `·`.
  mutating func text(_ text: String) {
    for byte in text.printable.utf8 {
      switch byte {
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "<"): raw("&lt;")
      case UInt8(ascii: ">"): raw("&gt;")
      case UInt8(ascii: "\""): raw("&quot;")
      case UInt8(ascii: "'"): raw("&#39;")
      default: bytes.append(byte)
      }
    }
  }

  /// Writes a number.
  mutating func number(_ number: Int) { bytes.append(contentsOf: number.description.utf8) }

  /// Writes ` name="value"`.
  mutating func attribute(_ name: StaticString, _ value: String) {
    raw(" ")
    raw(name)
    raw("=\"")
    text(value)
    raw("\"")
  }

  /// Writes an element with text in it; `attributes` writes into its start tag.
  mutating func element(_ name: StaticString, _ content: String, attributes: (inout Markup) -> Void = { _ in }) {
    raw("<")
    raw(name)
    attributes(&self)
    raw(">")
    text(content)
    raw("</")
    raw(name)
    raw(">")
  }

  /// Writes a style sheet or a script of the program's own, which must not hold `</`.
  mutating func own(_ source: String) { bytes.append(contentsOf: source.utf8) }

  /// Writes ` src` of a picture as a data URI.
  mutating func pictureAttribute(_ name: StaticString, png: [UInt8]) {
    raw(" ")
    raw(name)
    raw("=\"data:image/png;base64,")
    bytes.append(contentsOf: Base64.encode(png))
    raw("\"")
  }
}
