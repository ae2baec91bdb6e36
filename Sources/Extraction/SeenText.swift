// Extraction: where pieces of text start, and what is painted before and after them → which of them the page does not show.
import DocumentModel

/// Follows the painting of a page in order. Places are in points of the page as displayed.
struct SeenText {
  /// Text that starts further outside the clip than this, in points, is not seen.
  private static let clipSlack = 2.0
  /// Text fainter than this is not seen; what is more opaque than the other covers what lies under it.
  private static let faintest = 0.1
  private static let covering = 0.9
  /// Smaller areas, in points, cover nothing and are no ground.
  private static let smallest = 4.0
  /// Text runs along the page, up or down where its direction is no further off than this (a ninth of a degree).
  private static let slope = 0.002
  /// More grounds than this are not kept: white text on others then counts as not seen.
  private static let mostGrounds = 5_000
  /// No honest page holds more pieces of text, nor needs more looks at them.
  private static let mostPieces = 100_000
  private static let mostLooks = 50_000_000

  /// Starts of text that is not seen.
  private(set) var hidden: [HiddenText] = []
  /// Starts of text that runs up or down.
  private(set) var sideways: [SidewaysText] = []
  /// Where text that is seen starts, as long as nothing is painted over it, and how far it goes at most.
  private var shown: [(x: Double, y: Double, reach: Double)] = []
  /// True where what is painted, or what clips it, may leave the beginning of a piece and take its end: then its characters are looked at one by one.
  private(set) var isPartlySeen = false
  /// The characters of what is seen, by where they start and what of them has to be seen.
  private var characters: [(x: Double, y: Double, points: [(x: Double, y: Double)])] = []
  /// Where characters start that are not seen, of pieces whose beginning is.
  private(set) var hiddenCharacters: [HiddenText] = []
  /// Areas painted in a colour, and images: white text shows on them.
  private var grounds: [Rectangle] = []
  /// Images, wherever they are seen.
  private(set) var pictures: [Rectangle] = []
  /// Characters, and parts of them, that are drawn as paths.
  private(set) var outlines: [Rectangle] = []
  /// What text that is seen is drawn within; nothing where that changes from cell to cell.
  var clips: [Rectangle] { within.count <= Self.mostClips ? within : [] }
  private var within: [Rectangle] = []
  private static let mostClips = 4
  private var pieces = 0
  /// True where text is too light to be seen: a watermark.
  private(set) var hasFaint = false
  private var tilted = 0
  private var mirrored = 0
  private var backward = 0
  private var looks = 0

  /// White text, and text so light that it is a watermark, is not what the page says unless it stands on a ground.
  static func isFaint(_ lightness: Double, opacity: Double) -> Bool { 1 - (1 - lightness) * opacity > lightest }
  private static let lightest = 0.72

  /// True where most of the text runs askew, as on a page that lay askew when it was copied: its lines and columns cannot be told.
  var isTilted: Bool { pieces >= 5 && 2 * tilted > pieces }
  /// True where some of the text runs askew, and most of it does not.
  var isCrossed: Bool { tilted > 0 && !isTilted }
  /// True where most of the text is seen as in a mirror: its lines and columns run the other way.
  var isMirrored: Bool { pieces >= 5 && 2 * mirrored > pieces }
  /// True where most of the text runs from right to left, as on a page that lies upside down.
  var isUpsideDown: Bool { 2 * backward > pieces }
  /// True for text that runs neither along the page nor up or down.
  static func isAskew(_ text: Transform) -> Bool {
    min(abs(text.a), abs(text.b)) > slope * max(abs(text.a), abs(text.b))
  }
  /// True where there is more than is followed.
  var isTooMuch: Bool { pieces > Self.mostPieces || looks > Self.mostLooks }

  /// A piece of text is drawn, from `start` towards `end`. True where the page shows it.
  mutating func show(
    at start: (x: Double, y: Double), towards end: (x: Double, y: Double), reach: Double = 0, isMirrored: Bool = false,
    isFaint: Bool, isInvisible: Bool, opacity: Double, clip: Rectangle
  ) -> Bool {
    let (x, y) = start
    pieces += 1
    if isMirrored { mirrored += 1 }
    let (across, down) = (abs(end.x - x), abs(end.y - y))
    if across > down, end.x < x { backward += 1 }
    if down > across { sideways.append(SidewaysText(x: x, y: y)) }
    let isAskew = min(across, down) > Self.slope * max(across, down)
    if isAskew { tilted += 1 }
    let slack = Self.clipSlack
    let isClipped = x < clip.left - slack || x > clip.right + slack || y < clip.top - slack || y > clip.bottom + slack
    let isSeen =
      !isInvisible && !isClipped && opacity > Self.faintest
      && !(isFaint && !grounds.contains { $0.contains(x: x, y: y) })
    hasFaint = hasFaint || isFaint && !isSeen && !isAskew
    if isSeen {
      shown.append((x, y, reach))
      if across > down, x + reach > clip.right + slack { isPartlySeen = true }
      if within.count <= Self.mostClips, !within.contains(clip) { within.append(clip) }
    } else if !isFaint || !isAskew {
      // A watermark that runs askew is taken away character by character (`AskewText`).
      hidden.append(HiddenText(x: x, y: y, isInvisible: isInvisible))
    }
    return isSeen
  }

  /// A character of a piece that is seen is drawn, from `start` on.
  mutating func showCharacter(
    at start: (x: Double, y: Double), seenAt points: [(x: Double, y: Double)], clip: Rectangle
  ) {
    // Across its line a clip takes a part of each character, and leaves it legible or not as a whole.
    let isUpright = abs(points[0].y - points[points.count - 1].y) < abs(points[0].x - points[points.count - 1].x)
    guard !isUpright || points.allSatisfy({ $0.x >= clip.left && $0.x <= clip.right }) else {
      hiddenCharacters.append(HiddenText(x: start.x, y: start.y, isInvisible: false))
      return
    }
    if characters.count < Self.mostPieces { characters.append((start.x, start.y, points)) }
  }

  /// Text of which nobody knows what it shows, by where it starts.
  mutating func hide(_ starts: [(x: Double, y: Double)]) {
    hidden += starts.map { HiddenText(x: $0.x, y: $0.y, isInvisible: false) }
  }

  /// An image fills an area; it may be transparent, and covers nothing for certain.
  mutating func image(_ area: Rectangle) {
    if grounds.count < Self.mostGrounds { grounds.append(area) }
    if pictures.count < Self.mostGrounds { pictures.append(area) }
  }

  /// Paths are painted that may be characters.
  mutating func outline(_ boxes: [Rectangle], opacity: Double, clip: Rectangle) {
    guard opacity > Self.faintest, outlines.count < Self.mostGrounds else { return }
    outlines += boxes.filter { clip.contains(x: $0.midX, y: $0.midY) }.prefix(Self.mostGrounds - outlines.count)
  }

  /// Areas are filled: they are a ground for text drawn later, and hide the text under them where all of them is painted (`isWhole`).
  mutating func paint(_ areas: [Rectangle], isWhole: Bool, isWhite: Bool, opacity: Double, clip: Rectangle) {
    for area in areas where area.width > Self.smallest && area.height > Self.smallest {
      if !isWhite, grounds.count < Self.mostGrounds { grounds.append(area) }
      guard isWhole, opacity >= Self.covering, !shown.isEmpty, !isTooMuch else { continue }
      looks += shown.count
      shown.removeAll { place in
        guard area.contains(x: place.x, y: place.y), clip.contains(x: place.x, y: place.y) else { return false }
        hidden.append(HiddenText(x: place.x, y: place.y, isInvisible: false))
        return true
      }
      if !isPartlySeen {
        isPartlySeen = shown.contains { place in
          place.x < area.left && place.x + place.reach > area.left && place.y > area.top && place.y < area.bottom
        }
      }
      guard !characters.isEmpty else { continue }
      looks += characters.count
      characters.removeAll { character in
        guard character.points.contains(where: { area.contains(x: $0.x, y: $0.y) && clip.contains(x: $0.x, y: $0.y) })
        else { return false }
        hiddenCharacters.append(HiddenText(x: character.x, y: character.y, isInvisible: false))
        return true
      }
    }
  }
}
