// Reconstruction: the lines of a page outside its tables → the same in the order in which they are read, where the text is set in two columns.
import DocumentModel

/// Line by line the two columns of a page would run into one another: headings in the midst of sentences, sections without their text.
struct BodyColumns {
  /// Columns part within this share of the width of the text.
  private static let middle = 0.3...0.7
  /// The gap between two columns is at least so wide, in sizes of a character, and so many of a page's lines at most run over it: its title, and
  /// what stands over tables.
  private static let gap = 0.8
  private static let crossing = 0.2
  /// So many lines of the second column stand beside or above ones of the first: of a signature none does.
  private static let fewest = 3
  /// They are sentences: cells of a table have fewer ideographs.
  private static let sentence = 6

  /// The first line of a paragraph is set in by two characters, and a little.
  private static let indent = 2.5

  /// Where the columns of each page part; nil where it has one.
  private var gutters: [Double?] = []

  /// - Parameter breaks: where tables stand on each page.
  init(_ pages: [[PrintedLine]], breaks: [[Double]]) {
    let found = zip(pages, breaks).map { Self.gutter($0, breaks: $1) }
    gutters = found.map { $0.flatMap { $0.lines >= Self.fewest ? $0.x : nil } }
    guard let usual = gutters.compactMap(\.self).min() else { return }
    // Beside such a page others need show no more than one line.
    for (index, gutter) in found.enumerated() where gutters[index] == nil {
      guard let gutter, gutter.lines > 0, abs(gutter.x - usual) <= Self.indent * gutter.size else { continue }
      gutters[index] = gutter.x
    }
  }

  /// The lines of a page in groups, each one column or as wide as the page.
  func groups(_ lines: [PrintedLine], page index: Int, breaks: [Double]) -> [[PrintedLine]] {
    guard let gutter = gutters[index] else { return [lines] }
    return Self.bands(lines, gutter: gutter, breaks: breaks).flatMap { band -> [[PrintedLine]] in
      let parts = band.map { Self.parts($0, gutter) }
      var (left, right) = (parts.compactMap(\.left), parts.compactMap(\.right))
      // A heading below both columns stands over what follows them.
      var below: [PrintedLine] = []
      if let last = parts.last, last.right == nil, let heading = last.left, Headings.isWhole(heading) {
        below = [heading]
        left.removeLast()
      }
      return [left, right, below].filter { !$0.isEmpty }
    }
  }

  /// Lines that follow one another without a table between them: all of them over both columns, or none.
  private static func bands(_ lines: [PrintedLine], gutter: Double, breaks: [Double]) -> [[PrintedLine]] {
    var bands: [[PrintedLine]] = []
    for (index, line) in lines.enumerated() {
      let goesOn =
        index > 0 && runs(over: gutter, line) == runs(over: gutter, lines[index - 1])
        && !breaks.contains { $0 > lines[index - 1].box.midY && $0 < line.box.midY }
      if goesOn { bands[bands.count - 1].append(line) } else { bands.append([line]) }
    }
    return bands
  }

  private static func runs(over x: Double, _ line: PrintedLine) -> Bool {
    line.runs.contains { $0.box.left < x && $0.box.right > x }
  }

  private static func parts(_ line: PrintedLine, _ gutter: Double) -> (left: PrintedLine?, right: PrintedLine?) {
    // What runs over both columns stays whole.
    if runs(over: gutter, line) { return (line, nil) }
    let sides = [line.runs.filter { $0.box.right <= gutter }, line.runs.filter { $0.box.left >= gutter }].map { runs in
      runs.map(\.box).bounds().map { PrintedLine(runs: runs, box: $0, page: line.page) }
    }
    return (sides[0], sides[1])
  }

  /// Where the second column begins, behind the widest gap in the middle that few lines run over, and how many lines it has. A mark at the end of
  /// a line may stand in the gap.
  private static func gutter(_ lines: [PrintedLine], breaks: [Double]) -> (x: Double, size: Double, lines: Int)? {
    guard let text = lines.map(\.box).bounds() else { return nil }
    let width = text.right - text.left
    let (from, to) = (text.left + middle.lowerBound * width, text.left + middle.upperBound * width)
    let most = max(1, Int(crossing * Double(lines.count)))
    // How many lines cover each stretch, from end to end of their runs.
    var steps: [(x: Double, change: Int)] = []
    for run in lines.lazy.flatMap(\.runs) where run.box.right > from && run.box.left < to {
      steps += [(max(from, run.box.left), 1), (run.box.right, -1)]
    }
    guard !steps.isEmpty else { return nil }
    steps.append((to, 0))
    steps.sort { $0.x < $1.x }
    var (covering, start) = (0, from)
    var widest = (start: from, width: 0.0)
    for step in steps where step.x <= to {
      if covering <= most, step.x - start > widest.width { widest = (start, step.x - start) }
      let before = covering
      covering += step.change
      if before > most, covering <= most { start = step.x }
    }
    let sizes = lines.lazy.flatMap { $0.runs.lazy.flatMap(\.glyphs) }.map(LineAssembler.size).sorted()
    let starts = lines.lazy.flatMap(\.runs).filter { $0.box.left >= widest.start && ideographs($0.glyphs) >= sentence }
    guard !sizes.isEmpty, let x = starts.map(\.box.left).min().map({ $0 - slack }), x < to,
      x - widest.start >= gap * sizes[sizes.count / 2]
    else { return nil }
    let count = bands(lines, gutter: x, breaks: breaks).reduce(0) { count, band in
      let parts = band.map { Self.parts($0, x) }
      guard let last = parts.lastIndex(where: { $0.left != nil }) else { return count }
      return count
        + parts[...last].compactMap(\.right).count { ideographs($0.runs.flatMap(\.glyphs)) >= sentence }
    }
    return (x, sizes[sizes.count / 2], count)
  }

  /// In points.
  private static let slack = 0.1

  private static func ideographs(_ glyphs: [Glyph]) -> Int { glyphs.count { Wording.isIdeograph($0.character) } }
}
