import DocumentModel
import Testing

@testable import Reconstruction

@Suite struct TouchingNumbersTests {
  private static func parts(_ text: String) -> [String]? {
    let glyphs = DrawnTable.line(text, x: 0, y: 0)
    return TouchingNumbers.parts(glyphs).map { parts in
      parts.map { String(scalars: glyphs[$0].lazy.map(\.character)) }
    }
  }

  @Test(
    "Behind a group of thousands another number begins",
    arguments: [
      ("15,92713,1982,465", ["15,927", "13,198", "2,465"]), ("43，0176，724", ["43，017", "6，724"]),
      ("1,2345", ["1,234", "5"]), ("1,234,5678", ["1,234,567", "8"]),
    ])
  func touching(text: String, expected: [String]) { #expect(Self.parts(text) == expected) }

  @Test(
    "One number is one, and digits without groups are not told apart",
    arguments: ["1,234", "15,927,001", "12345678", "3.1415", "1,23", "15"])
  func single(text: String) { #expect(Self.parts(text) == nil) }

  @Test(
    "A row that lacks numbers has them among its others where these, cut apart, add up",
    arguments: [
      ([31_642_4551, 2421, 834, 1910, 2020_43378], true), ([31_642, 4551, 2421, 834, 1910, 202_043_378], true),
      ([31_642, 4551, 2421, 834, 1910, 43_378], false), ([1, 2, 3, 4, 10], false), ([5, 5], false),
    ])
  func fill(numbers: [Int], isFilled: Bool) { #expect(TouchingNumbers.fill(numbers, width: 7) == isFilled) }

  @Test("A row of numbers that run together is no row of blanks")
  func line() throws {
    let glyphs = DrawnTable.line("15,92713,1982,465", x: 100, y: 40)
    let line = try #require(LooseLines.lines(LineAssembler.lines(glyphs, page: 1), firstIndex: 0).first)
    #expect(line.values.map(\.text) == ["15,927", "13,198", "2,465"])
    // Of what cannot be told apart it is known that it is there.
    let other = LooseLines.lines(
      LineAssembler.lines(DrawnTable.line("1,5.92,31,5.92,31,5.92,3", x: 100, y: 40), page: 1), firstIndex: 0)
    #expect(other.first?.values.map(\.isHidden) == [true])
  }

  @Test("Digits of two numbers that overlap stand among one another, and none of the two is read", arguments: [0.0, 9])
  func mingled(overlap: Double) throws {
    // Ten points to a digit: the second number begins `overlap` before the first ends.
    let first = DrawnTable.line("37,966", x: 100, y: 40, size: 20)
    let end = first.map(\.box.right).max()!
    let second = DrawnTable.line("14,051", x: end - overlap, y: 40, size: 20)
    let line = try #require(
      LooseLines.lines(LineAssembler.lines(first + second, page: 1), firstIndex: 0).first)
    #expect(line.values.count == 2 && line.values.allSatisfy { $0.isHidden == (overlap > 0) })
  }
}
