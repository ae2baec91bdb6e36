// Extraction: the bytes of a file → Document.
import DocumentModel

/// What was extracted from one input, and what it is.
public struct Extracted: Sendable {
  public enum Format: String, Sendable { case pdf, text }
  public var format: Format
  /// Pages of a PDF; nil for a text.
  public var pages: Int?
  public var document: Document
}

/// Reads documents. The kind of a document is recognised by its content, never by its name.
public enum Extractor {
  /// Reads a PDF or a text (UTF-8, UTF-16, GB18030).
  /// - Throws: `noTextLayer`, `encrypted` or `damaged`.
  public static func extract(_ bytes: [UInt8]) throws(ReadingFailure) -> Extracted {
    throw .damaged(detail: "not yet written")
  }

  /// The SHA-256 of the bytes, 64 hexadecimal digits.
  public static func sha256(_ bytes: [UInt8]) -> String { "" }
}
