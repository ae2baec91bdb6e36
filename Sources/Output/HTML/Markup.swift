// Output: text and markup → the bytes of a page or drawing in which text can never become markup.
import Audit

/// Appends HTML or SVG. Markup is written only from literals; everything else goes through `text` and `attribute`.
package struct Markup {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Writes markup that stands in the source.
  package mutating func raw(_ markup: StaticString) { markup.withUTF8Buffer { bytes.append(contentsOf: $0) } }

  /// Appends what another writer wrote.
  package mutating func append(_ other: Markup) { bytes.append(contentsOf: other.bytes) }

  /// Writes text, escaped; control characters and marks that turn its direction become `·`.
  package mutating func text(_ text: String) {
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

  /// Writes a text in both languages; the style sheet shows the one that the page is in.
  mutating func text(_ text: Localized) {
    guard text.zh != text.en else { return self.text(text.zh) }
    raw("<span lang=\"zh-CN\">")
    self.text(text.zh)
    raw("</span><span lang=\"en\">")
    self.text(text.en)
    raw("</span>")
  }

  /// Writes a number.
  package mutating func number(_ number: Int) { bytes.append(contentsOf: number.description.utf8) }

  /// Writes ` name="value"`.
  package mutating func attribute(_ name: StaticString, _ value: String) {
    raw(" ")
    raw(name)
    raw("=\"")
    text(value)
    raw("\"")
  }

  /// Writes an element with text in it; `attributes` writes into its start tag.
  package mutating func element(
    _ name: StaticString, _ content: String, attributes: (inout Markup) -> Void = { _ in }
  ) {
    element(name, attributes: attributes) { $0.text(content) }
  }

  /// Writes an element with a text in both languages in it.
  mutating func element(
    _ name: StaticString, _ content: Localized, attributes: (inout Markup) -> Void = { _ in }
  ) {
    element(name, attributes: attributes) { $0.text(content) }
  }

  package mutating func element(
    _ name: StaticString, attributes: (inout Markup) -> Void, content: (inout Markup) -> Void
  ) {
    raw("<")
    raw(name)
    attributes(&self)
    raw(">")
    content(&self)
    raw("</")
    raw(name)
    raw(">")
  }

  /// Writes both wordings as attributes, for elements that can hold no elements: the script changes their text.
  mutating func translations(_ text: Localized) {
    attribute("data-zh", text.zh)
    attribute("data-en", text.en)
  }

  /// Writes a style sheet or a script of the program's own, which must not hold `</`.
  mutating func own(_ source: String) { bytes.append(contentsOf: source.utf8) }

  /// Writes ` src` of a picture as a data URI.
  package mutating func pictureAttribute(_ name: StaticString, png: [UInt8]) {
    raw(" ")
    raw(name)
    raw("=\"data:image/png;base64,")
    bytes.append(contentsOf: Base64.encode(png))
    raw("\"")
  }
}

/// A text of the page in both languages.
func both(_ zh: String, _ en: String) -> Localized { Localized(zh: zh, en: en) }

extension Localized {
  static func + (a: Localized, b: Localized) -> Localized { Localized(zh: a.zh + b.zh, en: a.en + b.en) }
  static func + (a: Localized, b: String) -> Localized { Localized(zh: a.zh + b, en: a.en + b) }
  static func + (a: String, b: Localized) -> Localized { Localized(zh: a + b.zh, en: a + b.en) }
}
