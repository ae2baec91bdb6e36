// Output: what is drawn of an input beside its record.
import DocumentModel

/// What a run wants drawn of every PDF.
public struct DrawingOrder: Hashable, Sendable, Codable {
  /// Pictures of the places that findings speak of.
  public var clippings = false
  /// A copy of the PDF with the findings marked in it.
  public var annotatedPDF = false
  /// Findings, by fingerprint, that are not marked: somebody has looked at them before.
  public var known: Set<String> = []

  public init(clippings: Bool = false, annotatedPDF: Bool = false, known: Set<String> = []) {
    self.clippings = clippings
    self.annotatedPDF = annotatedPDF
    self.known = known
  }

  /// True where there is nothing to draw.
  public var isEmpty: Bool { !clippings && !annotatedPDF }
}

/// What was drawn of an input. Empty for texts, and where drawing failed: the record stands without it.
public struct Drawings: Hashable, Sendable {
  public var clippings: [Clipping] = []
  /// A whole PDF.
  public var annotatedPDF: [UInt8]?

  public init(clippings: [Clipping] = [], annotatedPDF: [UInt8]? = nil) {
    self.clippings = clippings
    self.annotatedPDF = annotatedPDF
  }

  /// In bytes, about.
  public var size: Int { clippings.reduce(annotatedPDF?.count ?? 0) { $0 + $1.png.count + 100 } }
}
