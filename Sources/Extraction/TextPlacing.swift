// Extraction: where pieces of text are drawn, one after the other → characters that are no part of the number that readers of the text join them to.
import DocumentModel

/// Follows how pieces of text stand to one another and to the edges: raised marks, and numbers spaced so widely that an edge runs through them.
struct TextPlacing {
  /// What is raised or lowered by these shares of its size stands beside other text of its size, and not on its line. Readers of the text take it for
  /// part of the word all the same, and do not say how it stood. Half a line, as beside a label of two, is more.
  private static let raised = 0.15...0.6
  /// Marks in a smaller size are told by it.
  private static let sameSize = 0.8
  /// A piece goes on where another one ends, to this share of its size.
  private static let slack = 0.5
  /// Digits are spaced widely where this share of their size stands between them, or where they are stretched so much.
  private static let space = 0.4
  private static let stretch = 1.8
  private static let mostCharacters = 20_000

  /// The piece before: where the next may go on, its base line and its size.
  private var last: (places: ClosedRange<Double>, line: Double, size: Double)?
  /// Starts of pieces that are raised over the one before, or lowered.
  private(set) var raised: [HiddenText] = []
  /// The digits of each widely spaced number, by where they start.
  private var spaced: [[HiddenText]] = []
  private var characters = 0
  /// True where the last character was a digit: nothing else is a number that readers of the text would join a mark to.
  private var endsInDigit = false

  /// True where the digits of the state are spaced widely.
  private static func isSpaced(_ state: GraphicsState) -> Bool {
    state.characterSpace > space * abs(state.size) || state.stretch > stretch
  }

  /// Where text starts, with its rise, and how large it is; nil where it does not run along the page.
  private static func start(_ state: GraphicsState, _ text: Transform) -> (x: Double, y: Double, size: Double)? {
    let whole = state.transform.after(text)
    guard abs(whole.b) < 0.01 * abs(whole.a) else { return nil }
    let place = whole.apply(0, state.rise)
    guard place.x.isFinite, place.y.isFinite else { return nil }
    return (place.x, place.y, abs(state.size * whole.d))
  }

  private func isRaised(_ start: (x: Double, y: Double, size: Double)) -> Bool {
    guard let last, start.size > 0, last.places.contains(start.x) else { return false }
    return Self.raised.contains(abs(start.y - last.line) / start.size)
      && min(start.size, last.size) >= Self.sameSize * max(start.size, last.size)
  }

  /// A piece is drawn that goes no further than `reach`. True where it, or what it says of the pieces around it, has to be looked at more closely.
  mutating func draw(_ state: GraphicsState, _ line: Transform, reach: Double) -> Bool {
    guard let start = Self.start(state, line) else {
      last = nil
      return false
    }
    let isRaised = isRaised(start)
    let slack = Self.slack * start.size
    last = reach.isFinite ? (start.x - slack...start.x + max(0, reach) + slack, start.y, start.size) : nil
    return isRaised || Self.isSpaced(state)
  }

  /// A piece begins whose characters are followed one by one.
  mutating func begin(_ state: GraphicsState, _ text: Transform) {
    if endsInDigit, let start = Self.start(state, text), isRaised(start), raised.count < Self.mostCharacters {
      let place = state.transform.after(text).apply(0, 0)
      raised.append(HiddenText(x: place.x, y: place.y, isInvisible: false))
    }
    if Self.isSpaced(state) { beginNumber() }
  }

  private mutating func beginNumber() { if spaced.last?.isEmpty != true { spaced.append([]) } }

  /// One of its characters.
  mutating func add(_ state: GraphicsState, _ text: Transform, isDigit: Bool) {
    endsInDigit = isDigit
    guard Self.isSpaced(state), characters < Self.mostCharacters else { return }
    characters += 1
    guard isDigit else { return beginNumber() }
    let place = state.transform.after(text).apply(0, 0)
    spaced[spaced.count - 1].append(HiddenText(x: place.x, y: place.y, isInvisible: false))
  }

  /// The piece ends here.
  mutating func end(_ state: GraphicsState, _ text: Transform) {
    guard let end = Self.start(state, text) else {
      last = nil
      return
    }
    let slack = Self.slack * end.size + max(0, state.characterSpace)
    last = (end.x - slack...end.x + slack, end.y, end.size)
  }

  /// The digits of widely spaced numbers that these edges part from one another.
  func parted(by rulings: [Ruling]) -> [HiddenText] {
    let edges = spaced.isEmpty ? [] : rulings.filter { !$0.isHorizontal }
    return spaced.filter { number in
      guard let first = number.map(\.x).min(), let end = number.map(\.x).max(), first < end else { return false }
      return edges.contains { edge in
        first < edge.position && edge.position < end && edge.start < number[0].y && number[0].y < edge.end
      }
    }.flatMap { $0 }
  }
}
