import DocumentModel
import Testing

@testable import Extraction

/// Text that readers of the text join to what it is no part of.
@Suite struct TextPlacingTests {
  private static func hidden(_ content: String) throws -> [Double] {
    let document = try Extractor.extract(OnePage.file(content)).document
    return Set(document.hiddenText(1).map { ($0.x * 10).rounded() / 10 }).sorted()
  }

  @Test(
    "A mark of the same size that stands higher or lower than the number before it is no part of it",
    arguments: [
      ("(7) Tj 2 Ts (1) Tj", [105.6]), ("(7) Tj -3 Ts (1) Tj", [105.6]), ("3 Ts (7) Tj 0 Ts (1) Tj", [105.6]),
      ("(7) Tj 5.56 3 Td (1) Tj", [105.6]), ("(7) Tj 1 Ts (1) Tj", []), ("2 Ts (7) Tj (1) Tj", []),
      ("(7) Tj 40 3 Td (1) Tj", []), ("(a) Tj 3 Ts (1) Tj", []), ("(7a) Tj 3 Ts (1) Tj", []),
      ("(7) Tj 0 12 Td (1) Tj", []), ("(7) Tj 5.56 6.5 Td (1) Tj", []), ("(7) Tj 5.56 5.5 Td (1) Tj", [105.6]),
      ("(7) Tj /F 5 Tf 3 Ts (1) Tj", []),
    ] as [(String, [Double])])
  func raised(drawing: String, starts: [Double]) throws {
    #expect(try Self.hidden("BT /F 10 Tf 1 0 0 1 100 100 Tm \(drawing) ET") == starts)
  }

  @Test(
    "Digits spaced so widely that an edge runs through their number are in doubt, those that an edge only runs beside are not",
    arguments: [
      ("9 Tc", 112.0, [100, 114.6, 129.1]), ("9 Tc", 140, []), ("9 Tc", 90, []), ("0 Tc", 112, []),
      ("300 Tz", 112, [100, 116.7, 133.4]),
    ] as [(String, Double, [Double])])
  func spaced(spacing: String, edge: Double, starts: [Double]) throws {
    let text = "BT /F 10 Tf \(spacing) 1 0 0 1 100 100 Tm (123) Tj ET "
    #expect(try Self.hidden(text + "\(edge) 50 m \(edge) 150 l S") == starts)
    #expect(try Self.hidden(text + "\(edge) 120 m \(edge) 150 l S") == [])
    // Two numbers, one on each side of the edge.
    let two = text.replacing("123", with: "1a3")
    #expect(try Self.hidden(two + "\(edge) 50 m \(edge) 150 l S") == [])
  }
}
