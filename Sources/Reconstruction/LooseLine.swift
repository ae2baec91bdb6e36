// Reconstruction: lines without rules around them → runs with places, for pages and for texts alike.
import DocumentModel

/// Characters that stand together, with their extent.
struct LooseRun: Hashable, Sendable {
  var text: String
  var left: Double
  var right: Double
  var place: Place
  /// True for a number or placeholder.
  var isValue: Bool
  /// True where the page does not show some of it.
  var isHidden = false
  /// True for a number that touches a word (`GluedNumbers`): it is no part of a label, wherever it stands.
  var isGlued = false
  /// True for a part of digits that stand unevenly: numbers of two columns, or one with a space inside. Its row tells, where it has a number for
  /// every column.
  var isParted = false

  var midX: Double { (left + right) / 2 }
  func overlap(_ other: LooseRun) -> Double { min(right, other.right) - max(left, other.left) }
}

extension [LooseRun] {
  /// True where each stands one character behind the one before it.
  var areASpaceApart: Bool { zip(self, dropFirst()).allSatisfy { $1.left - $0.right == 1 } }
}

/// A printed line. Lengths are in `unit`s of their own: points on a page, characters in a text.
struct LooseLine: Hashable, Sendable {
  var runs: [LooseRun]
  /// Page from 1; 0 in texts.
  var page: Int
  /// Vertical middle: points, or the line number times `unit`.
  var y: Double
  /// The size of a character: points, or 1.
  var unit: Double
  /// Index among the lines of the whole document.
  var index: Int
  /// The band of its page that it stands in; nil where no lines part the rows (`RowBands`).
  var band: Int?

  var text: String { runs.map(\.text).joined() }
  var values: [LooseRun] { runs.filter(\.isValue) }
  var isText: Bool { page == 0 }

  /// False where a line is drawn between the two.
  func mayShareRow(with other: LooseLine) -> Bool {
    guard page == other.page, let band, let theirs = other.band else { return true }
    return band == theirs
  }

  /// Several numbers beside one another are no page's.
  var isPageNumber: Bool {
    PageFlow.isPageNumber(text) && runs.count { $0.text.unicodeScalars.contains(where: Wording.isDigit) } == 1
  }
}

extension LooseLine {
  /// True where a number right below, which would pass for that of a page, may be the end of one on this line.
  func mayGoOn(in next: LooseLine) -> Bool {
    page == next.page && next.y - y <= (isText ? 1 : LooseApplications.nextLine * unit) && next.runs.count == 1
      && next.values.count == 1 && next.isPageNumber
  }
}

enum LooseLines {
  /// The lines of a page.
  /// - Parameter separators: the lines between the rows of the page, for each page by its number.
  static func lines(_ lines: [PrintedLine], firstIndex: Int, separators: [Int: [Double]] = [:]) -> [LooseLine] {
    var result = LabelNumbers.joined(separate(lines, firstIndex: firstIndex).map(withBrokenThousands))
    for index in result.indices {
      result[index].band = separators[result[index].page].flatMap { RowBands.band(result[index].y, $0) }
    }
    return result
  }

  /// A digit and a separator that end the words of a line are the thousands of a number that goes on in the next one; before words they number these.
  private static func withBrokenThousands(_ line: LooseLine) -> LooseLine {
    var result = line
    for index in line.runs.indices.reversed() {
      let run = line.runs[index]
      if run.isValue { continue }
      guard isBrokenThousands(run.text) else { break }
      result.runs[index].isValue = true
    }
    return result
  }

  private static func isBrokenThousands(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    return scalars.count == 2 && Wording.isDigit(scalars[0]) && ",，".unicodeScalars.contains(scalars[1])
  }

  private static func separate(_ lines: [PrintedLine], firstIndex: Int) -> [LooseLine] {
    lines.enumerated().map { offset, line in
      let size = line.runs.lazy.flatMap(\.glyphs).map(LineAssembler.size).max() ?? 1
      return LooseLine(
        runs: line.runs.flatMap { run in
          let digits = UnevenDigits.parts(run.glyphs)
          let numbers = digits ?? TouchingNumbers.parts(run.glyphs)
          // Where one begins before the other ends, their digits stand among one another.
          let areMingled = numbers != nil && UnevenDigits.areOverprinted(run.glyphs)
          let parts =
            numbers ?? ReviewHeader.parts(run.glyphs.map(\.character)) ?? CloseNames.parts(run.glyphs)
            ?? placeholder(run.glyphs)
          return (parts ?? [run.glyphs.indices]).map { part in
            // Set without rules the columns stand closer than words of a sentence.
            let glyphs = Array(run.glyphs[part])
            let box = glyphs.map(\.box).bounds() ?? run.box
            let text = String(scalars: glyphs.lazy.map(\.character))
            let isValue = ValueReader.isValue(text)
            // Numbers that run together are no blanks, nor is one with the page's number printed over it.
            let isMixed = !isValue && (TouchingNumbers.mayBe(glyphs) || isOverprinted(glyphs))
            return LooseRun(
              text: text, left: box.left, right: box.right, place: .page(line.page, box),
              isValue: isValue || isMixed || isMarked(glyphs) || isCovered(glyphs),
              isHidden: isMixed || areMingled || UnevenDigits.isHidden(glyphs),
              isParted: numbers != nil)
          }
        }, page: line.page, y: line.box.midY, unit: size, index: firstIndex + offset)
    }
  }

  /// Between words and a dash of theirs there is less of a gap than this, in widths of the dash.
  private static let apart = 0.4

  /// The words of a label and the stroke that stands for no number beside it, where a gap parts them.
  private static func placeholder(_ glyphs: [Glyph]) -> [Range<Int>]? {
    guard let last = glyphs.last, "—–-/".unicodeScalars.contains(last.character), glyphs.count > 1 else { return nil }
    let before = glyphs[glyphs.count - 2]
    guard Wording.isIdeograph(before.character) || "，、；：）".unicodeScalars.contains(before.character),
      last.box.left - before.box.right >= apart * last.box.width
    else { return nil }
    return [0..<glyphs.count - 1, glyphs.count - 1..<glyphs.count]
  }

  /// Digits on digits, with signs and nothing else about them.
  private static func isOverprinted(_ glyphs: [Glyph]) -> Bool {
    glyphs.allSatisfy { !Wording.isIdeograph($0.character) } && UnevenDigits.areOverprinted(glyphs)
  }

  /// A number with a character or two behind it that nobody knows: it stands in a cell, and what it says is in doubt.
  private static func isMarked(_ glyphs: [Glyph]) -> Bool {
    let rest = glyphs.drop { Wording.isDigit($0.character) }
    return rest.count < glyphs.count && (1...2).contains(rest.count)
      && rest.allSatisfy { !Wording.isIdeograph($0.character) && !".、．,，)）:：".unicodeScalars.contains($0.character) }
  }

  /// A number under characters that lie over it (a stamp's): it stands in a cell, and what it says is in doubt. Without it the cell would look blank.
  private static func isCovered(_ glyphs: [Glyph]) -> Bool {
    let digits = glyphs.filter { Wording.isDigit($0.character) }
    guard !digits.isEmpty, digits.count < glyphs.count else { return false }
    return glyphs.contains { glyph in
      !Wording.isDigit(glyph.character) && !glyph.character.isSpace
        && digits.contains { $0.box.horizontalOverlap(glyph.box) > covering * $0.box.width }
    }
  }
  /// Characters of one line that stand beside one another overlap by less of a digit's width.
  private static let covering = 0.5

  /// How wide a character of a text counts: `pdftotext -layout` counts every one as 1, people's editors count ideographs as 2.
  /// Quotation marks and dashes are ideographs to some of these, and to others not.
  enum Width: CaseIterable { case single, double, doubleIdeographs }

  /// The lines of a text: runs are parted by white space.
  static func lines(_ lines: [SourceLine], width: Width) -> [LooseLine] {
    let result = lines.enumerated().map { offset, line -> LooseLine in
      var runs: [LooseRun] = []
      var x = 0.0
      var current = String.UnicodeScalarView()
      var start = 0.0
      func flush() {
        guard !current.isEmpty else { return }
        let text = String(current)
        runs.append(
          LooseRun(text: text, left: start, right: x, place: .line(line.number), isValue: ValueReader.isValue(text)))
        current = .init()
      }
      for scalar in line.text.unicodeScalars {
        if scalar.isSpace {
          flush()
          x += scalar == "\u{3000}" && width != .single ? 2 : 1
          continue
        }
        if current.isEmpty { start = x }
        current.append(scalar)
        x += advance(scalar, width)
      }
      flush()
      runs = GluedNumbers.parted(runs, width: width)
      return withBrokenThousands(
        LooseLine(runs: runs, page: 0, y: Double(line.number), unit: 1, index: offset))
    }
    return CutNumbers.joined(result)
  }

  /// How far a character moves on.
  static func advance(_ scalar: Unicode.Scalar, _ width: Width) -> Double {
    switch width {
    case .single: 1
    case .double: isWide(scalar) ? 2 : 1
    case .doubleIdeographs: isWide(scalar) && !quotation.contains(scalar.value) ? 2 : 1
    }
  }

  /// East Asian wide and full-width characters, as far as reports hold them.
  static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    default: quotation.contains(scalar.value)
    }
  }

  /// Quotation marks and dashes are drawn wide among ideographs.
  private static let quotation: Set<UInt32> = [0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026]
  /// True for a text in which the two ways to count ideographs as two differ.
  static func holdQuotation(_ lines: [SourceLine]) -> Bool {
    lines.contains { line in line.text.unicodeScalars.contains { quotation.contains($0.value) } }
  }
}
