// Gongkai: a PDF, its record and what is wanted → pictures and a marked copy of it.
import Extraction
import Output

extension Gongkai {
  /// Draws what a format wants beside the record. Nothing for a text, or for a PDF that could not be read.
  public static func draw(
    _ order: DrawingOrder, of bytes: [UInt8], record: Record, language: Language = .zh
  ) -> Drawings {
    guard !order.isEmpty, record.source.format == .pdf, let report = record.report, !record.findings.isEmpty else {
      return Drawings()
    }
    var drawings = Drawings()
    if order.clippings, let renderer = try? PageRenderer(bytes) {
      let areas = ClippingPlan(report: report).areas(for: record.findings)
      drawings.clippings = areas.compactMap { renderer.clipping(of: $0) }
    }
    let marked = record.findings.filter { !order.known.contains($0.fingerprint) }
    if order.annotatedPDF, !marked.isEmpty, let annotator = try? Annotator(bytes) {
      let marks = AnnotationPlan(report: report, language: language).marks(for: marked)
      drawings.annotatedPDF = try? annotator.copy(with: marks)
    }
    return drawings
  }
}
