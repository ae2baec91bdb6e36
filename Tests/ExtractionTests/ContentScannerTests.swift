import Testing

@testable import Extraction

/// Numbers of content streams (ISO 32000-1, 7.3.3).
struct ContentScannerTests {
  private static let cases: [(text: String, value: Double)] = [
    ("34.5", 34.5), ("-3.62", -3.62), ("+123.6", 123.6), ("4.", 4), ("-.002", -0.002), ("0.0", 0),
    ("0.0008726646", 0.0008726646), ("0.9999996192282494", 0.9999996192282494), ("0.00000000000000012345", 1.2345e-16),
    ("123456789012345678", 123_456_789_012_345_678), ("1234567890123456.75", 1_234_567_890_123_456),
    ("0.0000000000000000000000000000000000000000000000000000000001", 0),
  ]

  @Test("A number is what its digits say, however many there are", arguments: cases)
  func numbers(_ text: String, _ value: Double) {
    var scanner = ContentScanner(Array("\(text) w".utf8))
    #expect(scanner.next() == Operator("w"))
    #expect(scanner.numbers.count == 1)
    let error = abs(scanner.numbers[0] - value)
    #expect(error <= 1e-13 * max(abs(value), 1e-3), "\(scanner.numbers[0])")
  }

  @Test("Operands belong to the operator behind them, and a word ends where a delimiter begins")
  func operators() {
    var scanner = ContentScanner(Array("q 1 0 0 1 2 3 cm/F1 12 Tf[(a\\))]TJ % Q\nEMC Q".utf8))
    #expect(scanner.next() == Operator("q"))
    #expect(scanner.next() == Operator("c", "m"))
    #expect(scanner.numbers == [1, 0, 0, 1, 2, 3])
    #expect(scanner.next() == Operator("T", "f"))
    #expect(scanner.name == "/F1")
    #expect(scanner.next() == Operator("T", "J"))
    #expect(scanner.strings.count == 1)
    #expect(scanner.next() == Operator("E", "M", "C"))
    #expect(scanner.next() == Operator("Q"))
    #expect(scanner.next() == nil)
  }
}
