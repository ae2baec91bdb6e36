// Reconstruction: a row of a table as it is printed, whatever it was read from: ruled cells, loose words, tabs or pipes.
import DocumentModel
import ReportModel

/// One run of characters on one line.
struct PrintedPiece: Hashable, Sendable {
  var text: String
  var place: Place
  /// The extent across the page: points, or characters of a text line.
  var left: Double
  var right: Double
  var top: Double
  var bottom: Double
  /// The width of one digit here, to judge gaps.
  var unit: Double
  /// The widest gap between its characters, in character sizes: a number does not hold a gap as wide as a character.
  var widestGap = 0.0
  /// The widest gap between any two characters next to one another, in sizes of the first.
  var widestSpace = 0.0
  /// True where the page does not show some of it.
  var isHidden = false
}

/// A cell as printed.
struct PrintedCell: Hashable, Sendable {
  /// The extent across the page: points; in texts field numbers or characters.
  var left: Double
  var right: Double
  /// The lines of the cell, top to bottom.
  var pieces: [PrintedPiece] {
    get { words.pieces }
    set { words = PrintedWords.of(newValue) }
  }
  private var words: PrintedWords
  /// The cell's area on the page, where it is ruled.
  var area: Rectangle?
  var page: Int?
  /// True where the cell reaches over more than one row (a group label).
  var spansRows: Bool
  /// True where an edge of the cell runs through words (`CutWords`).
  var isCut: Bool
  /// True where the page ends within the cell: what it says may go on where nothing is seen (`PageEdges`).
  var isAtEdge = false
  /// True where something that is no text stands in it, and may be a number (`PicturedCells`).
  var isPictured = false

  init(
    left: Double, right: Double, pieces: [PrintedPiece], area: Rectangle? = nil, page: Int? = nil,
    spansRows: Bool = false, isCut: Bool = false
  ) {
    self.left = left
    self.right = right
    words = PrintedWords.of(pieces)
    self.area = area
    self.page = page
    self.spansRows = spansRows
    self.isCut = isCut
  }

  /// The same for every row that the cell reaches over.
  var keyed: PrintedCell {
    var copy = self
    copy.spansRows = false
    return copy
  }

  /// True where it stands in a line of a text.
  var isOfText: Bool { pieces.contains { if case .line = $0.place { true } else { false } } }
  var midX: Double { (left + right) / 2 }
  var isEmpty: Bool { pieces.isEmpty }
  /// All lines joined, spaces removed.
  var text: String { words.text }
  /// The text as it is compared (`Wording.folded`).
  var folded: [Unicode.Scalar] { words.folded }
  /// True for what may stand in a cell of numbers (`ValueReader.isValue`).
  var isValue: Bool { words.isValue }
  var places: [Place] {
    if pieces.count == 1 { return [pieces[0].place] }
    if !pieces.isEmpty { return pieces.map(\.place).merged() }
    if let area, let page { return [.page(page, area)] }
    return []
  }
}

/// What is printed in a cell, and what every step asks of it.
private final class PrintedWords: Hashable, Sendable {
  let pieces: [PrintedPiece]
  let text: String
  let folded: [Unicode.Scalar]
  let isValue: Bool

  private static let none = PrintedWords([])
  static func of(_ pieces: [PrintedPiece]) -> PrintedWords { pieces.isEmpty ? none : PrintedWords(pieces) }

  private init(_ pieces: [PrintedPiece]) {
    self.pieces = pieces
    text =
      pieces.count == 1
      ? Wording.withoutSpaces(pieces[0].text) : pieces.map { Wording.withoutSpaces($0.text) }.joined()
    folded = Wording.folded(text)
    isValue = ValueReader.isValue(text)
  }

  static func == (one: PrintedWords, other: PrintedWords) -> Bool { one === other || one.pieces == other.pieces }
  func hash(into hasher: inout Hasher) { hasher.combine(pieces) }
}

/// A row as printed, cells left to right.
struct PrintedRow: Hashable, Sendable {
  var cells: [PrintedCell]
  /// Page from 1, or 0 in texts.
  var page: Int
  /// Points from the page's top, or line numbers.
  var top: Double
  var bottom: Double
  /// The grid or block that the row belongs to; rows of one block share their columns.
  var block: Int
  /// Why it is not certain where the row's values belong; nil where it is.
  var doubt: Doubt?
  /// True where the row may be the rest of the one before it though no page break parts them (texts).
  var mayContinue = false
  /// True where cells without anything printed are not among `cells`: their columns show by the places of the others.
  var isLoose = false
  /// True where its pieces stand where a text shows them, though its cells do not.
  var showsPlaces = false

  /// Where its cells begin and end across the page; nothing where it has none.
  var extent: (left: Double, right: Double)? {
    guard let first = cells.first else { return nil }
    return cells.dropFirst().reduce((first.left, first.right)) { (min($0.0, $1.left), max($0.1, $1.right)) }
  }

  /// Cells of two parts of a row are as wide as one another to this share, or to so many points.
  private static let alike = 0.2
  private static let slack = 3.0

  /// True where its ruled cells are as wide as those of another row, from the right, or most edges between them are in the same place: a sheet that
  /// was too narrow for a table shows other columns.
  func hasCells(like other: PrintedRow) -> Bool {
    guard !isLoose, !other.isLoose else { return true }
    let (own, others) = (cells.dropFirst().map(\.left), other.cells.dropFirst().map(\.left))
    let same = own.count { edge in others.contains { abs($0 - edge) <= Self.slack } }
    if 3 * same >= 2 * min(own.count, others.count) { return true }
    return zip(cells.reversed(), other.cells.reversed()).allSatisfy { one, other in
      guard one.area != nil, other.area != nil else { return true }
      let (a, b) = (one.right - one.left, other.right - other.left)
      return abs(a - b) <= max(Self.slack, Self.alike * max(a, b))
    }
  }

  /// The text of all cells that belong to this row alone.
  var text: String { cells.filter { !$0.spansRows }.map(\.text).joined() }
}

extension [Place] {
  /// One place a page: the rectangles of a page joined; lines as they are, without repetition.
  func merged() -> [Place] {
    var result: [Place] = []
    for place in self {
      switch place {
      case .page(let number, let box):
        if case .page(number, let last)? = result.last {
          result[result.count - 1] = .page(number, last.union(box))
        } else {
          result.append(place)
        }
      case .line:
        if result.last != place { result.append(place) }
      }
    }
    return result
  }
}
