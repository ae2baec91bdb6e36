// Extraction: the painting operators of a page → the straight edges that can bound cells, and what is known of its text.
//
// Over 300 lines: every operator works on the one graphics state, which nobody else sees.
import DocumentModel

/// Follows the graphics state of a content stream (ISO 32000-1, 8.5) as far as straight edges need it.
struct EdgeCollector {
  /// A bar up to this thick, in points, is a line; anything thicker is an area. Table rules are seldom over 2.25 points.
  private static let thickestLine = 3.0
  /// Outlines within a square of so many points that have curves, or more corners than a frame, are characters drawn as paths.
  private static let largestCharacter = 30.0
  private static let mostCorners = 6
  /// A line is horizontal or vertical where its ends differ by no more than this, in points.
  private static let slant = 0.6
  /// No honest page of a report paints more; a hostile one is cut off here.
  private static let mostOperators = 400_000
  private static let mostRulings = 60_000
  private static let deepestForm = 6

  private struct State {
    var transform: Transform
    var fill = Colour()
    var strokeIsWhite = false
    /// Text is drawn with this mode (ISO 32000-1, 9.3.6); 3 and 7 draw nothing.
    var textMode = 0
    var leading = 0.0
    /// How opaque fills are; what is blended otherwise than by covering counts as 0.5 at most.
    var opacity = 1.0
    var font: FontObject?
    /// True where a font was named that the file does not have.
    var lacksFont = false
    var size = 0.0
    var characterSpace = 0.0
    var wordSpace = 0.0
    /// Horizontal scaling, 1 for 100 %.
    var stretch = 1.0
    var rise = 0.0
    /// What is outside of it is not painted.
    var clip: Rectangle
  }

  private var state: State
  private var stack: [State] = []
  private let pageWidth: Double
  private let pageHeight: Double
  private var operators = 0
  /// Subpaths in user space of the page as displayed; `isClosed` for `re` and `h`.
  private var subpaths: [[(x: Double, y: Double)]] = []
  private var hasCurve = false
  private(set) var rulings: [Ruling] = []
  private var dashes = DashedLines()
  /// The marked content that is open; nil for what says no text of its own.
  private var marked: [SaidText?] = []
  private static let mostMarked = 512
  /// Where text stands, and what of it is seen.
  private(set) var text = SeenText()
  private var textLine = Transform()
  /// Where the next character is drawn; followed only where unsaid ones are placed.
  private var textMatrix = Transform()
  private let placesUnsaid: Bool
  /// True where a character is drawn of which the text layer says nothing that can be believed.
  private(set) var hasUnsaid = false
  private(set) var unsaid: [Glyph] = []
  /// Text in fonts that the file does not have, one each time.
  private(set) var lost: [Glyph] = []
  /// Characters of text that is drawn and not seen, one by one; followed only where `placesUnsaid`.
  private(set) var hiddenCharacters: [HiddenText] = []
  /// Characters that run askew; followed only where `placesUnsaid`.
  private(set) var askew: [AskewCharacter] = []
  private static let mostUnsaid = 20_000
  private var clipsNext = false
  /// What lies beyond what is painted by no more than this, in points, still shows a part of its thickness.
  private static let beyondClip = 1.5
  /// True where the page paints more than is followed: nothing of it is known for certain then.
  private(set) var isCutOff = false

  init(transform: Transform, pageWidth: Double, pageHeight: Double, placesUnsaid: Bool = false) {
    self.placesUnsaid = placesUnsaid
    state = State(
      transform: transform, clip: Rectangle(left: 0, top: 0, right: pageWidth, bottom: pageHeight))
    self.pageWidth = pageWidth
    self.pageHeight = pageHeight
  }

  mutating func run(_ content: [UInt8], resources: QpdfFile.Handle?, file: QpdfFile, depth: Int) {
    follow(content, resources: resources, file: file, depth: depth)
    closeLine()
  }

  private mutating func follow(_ content: [UInt8], resources: QpdfFile.Handle?, file: QpdfFile, depth: Int) {
    var scanner = ContentScanner(content)
    let outer = stack.count
    var fonts: [(name: [UInt8], font: FontObject?)] = []
    var opacities: [(name: [UInt8], opacity: Double?)] = []
    while let op = scanner.next() {
      operators += 1
      if operators > Self.mostOperators || rulings.count > Self.mostRulings || text.isTooMuch {
        isCutOff = true
        return
      }
      let n = scanner.numbers
      switch op {
      case Operator("q"): if stack.count < 512 { stack.append(state) }
      case Operator("Q"): if stack.count > outer { state = stack.removeLast() }
      case Operator("c", "m"): if n.count >= 6 { concatenate(n.suffix(6)) }
      case Operator("m"): if n.count >= 2 { subpaths.append([point(n[n.count - 2], n[n.count - 1])]) }
      case Operator("l"): if n.count >= 2 { append(point(n[n.count - 2], n[n.count - 1])) }
      case Operator("c"), Operator("v"), Operator("y"):
        hasCurve = true
        if n.count >= 2 { append(point(n[n.count - 2], n[n.count - 1])) }
      case Operator("h"): close()
      case Operator("r", "e"): if n.count >= 4 { rectangle(n.suffix(4)) }
      case Operator("S"): stroke()
      case Operator("s"):
        close()
        stroke()
      case Operator("f"), Operator("F"), Operator("f", "*"): fill()
      case Operator("B"), Operator("B", "*"), Operator("b"), Operator("b", "*"):
        if op == Operator("b") || op == Operator("b", "*") { close() }
        fill(keepPath: true)
        stroke()
      case Operator("n"):
        clip()
        clearPath()
      case Operator("W"), Operator("W", "*"): clipsNext = true
      case Operator("B", "T"): (textLine, textMatrix) = (Transform(), Transform())
      case Operator("T", "f"):
        state.size = n.last ?? 0
        guard let name = scanner.nameBytes, let resources else { continue }
        if let known = fonts.first(where: { $0.name.elementsEqual(name) }) {
          state.font = known.font
        } else {
          state.font = file.font(named: String(decoding: name, as: UTF8.self), in: resources)
          if fonts.count < 1_000 { fonts.append((Array(name), state.font)) }
        }
        state.lacksFont = state.font == nil
      case Operator("g", "s"):
        guard let name = scanner.nameBytes, let resources else { continue }
        if !opacities.contains(where: { $0.name.elementsEqual(name) }), opacities.count < 1_000 {
          opacities.append((Array(name), file.opacity(of: String(decoding: name, as: UTF8.self), in: resources)))
        }
        state.opacity = opacities.first { $0.name.elementsEqual(name) }?.opacity ?? state.opacity
      case Operator("T", "c"): state.characterSpace = n.last ?? 0
      case Operator("T", "w"): state.wordSpace = n.last ?? 0
      case Operator("T", "z"): state.stretch = (n.last ?? 100) / 100
      case Operator("T", "s"): state.rise = n.last ?? 0
      case Operator("T", "r"): state.textMode = n.last.flatMap { Int(exactly: $0) } ?? 0
      case Operator("T", "L"): state.leading = n.last ?? 0
      case Operator("T", "m"):
        if n.count >= 6 {
          textLine = Transform(n.suffix(6))
          textMatrix = textLine
        }
      case Operator("T", "d"), Operator("T", "D"):
        guard n.count >= 2 else { continue }
        if op == Operator("T", "D") { state.leading = -n[n.count - 1] }
        moveLine(n[n.count - 2], n[n.count - 1])
      case Operator("T", "*"): moveLine(0, -state.leading)
      case Operator("'"), Operator("\""):
        moveLine(0, -state.leading)
        if op == Operator("\""), n.count >= 2 {
          (state.wordSpace, state.characterSpace) = (n[n.count - 2], n[n.count - 1])
        }
        show(scanner)
      case Operator("T", "j"), Operator("T", "J"): show(scanner)
      case Operator("g"): state.fill = Colour(n.suffix(1))
      case Operator("G"): state.strokeIsWhite = n.last.map { $0 > 0.98 } ?? false
      case Operator("r", "g"), Operator("s", "c"), Operator("s", "c", "n"): state.fill = Colour(n[...])
      case Operator("R", "G"), Operator("S", "C"), Operator("S", "C", "N"): state.strokeIsWhite = Colour(n[...]).isWhite
      case Operator("k"): state.fill = Colour(n.suffix(4))
      case Operator("K"): state.strokeIsWhite = n.count >= 4 && n.suffix(4).allSatisfy { $0 < 0.02 }
      case Operator("D", "o"):
        guard depth < Self.deepestForm, let name = scanner.name, let resources,
          let form = file.form(named: name, in: resources)
        else {
          // An image fills the unit square (ISO 32000-1, 8.9.5).
          let corners = [point(0, 0), point(1, 1)].map { Rectangle(left: $0.x, top: $0.y, right: $0.x, bottom: $0.y) }
          text.image(corners.bounds()!)
          if let name = scanner.name, let resources, !SeenText.isAskew(state.transform),
            file.isOpaqueImage(named: name, in: resources)
          {
            text.paint([corners.bounds()!], isWhole: true, isWhite: false, opacity: state.opacity, clip: state.clip)
          }
          isCutOff = isCutOff || depth >= Self.deepestForm
          continue
        }
        let saved = state
        let path = subpaths
        clearPath()
        concatenate(form.matrix[...])
        closeLine()
        let known = rulings.count
        run(form.content, resources: form.resources ?? resources, file: file, depth: depth + 1)
        if name.hasPrefix(QpdfFile.markName) { rulings.removeLast(rulings.count - known) }
        state = saved
        subpaths = path
      case Operator("B", "D", "C"):
        guard marked.count < Self.mostMarked else { continue }
        marked.append(said(scanner, resources: resources, file: file))
      case Operator("B", "M", "C"): if marked.count < Self.mostMarked { marked.append(nil) }
      case Operator("E", "M", "C"):
        if let said = marked.popLast() ?? nil, said.isContradicted { text.hide(said.starts) }
      default: break
      }
    }
    if stack.count > outer { stack.removeLast(stack.count - outer) }
  }

  /// What marked content says in place of what it shows; nil where it says nothing.
  private func said(_ scanner: ContentScanner, resources: QpdfFile.Handle?, file: QpdfFile) -> SaidText? {
    if let shown = scanner.string(behind: "/ActualText") { return SaidText(scanner.bytes(of: shown)) }
    guard scanner.strings.isEmpty, let name = scanner.name, let resources,
      let text = file.properties(named: name, in: resources).flatMap({ file.actualText(of: $0) })
    else { return nil }
    return SaidText(text)
  }

  private mutating func concatenate(_ matrix: ArraySlice<Double>) {
    state.transform = state.transform.after(Transform(matrix))
  }

  private func point(_ x: Double, _ y: Double) -> (x: Double, y: Double) { state.transform.apply(x, y) }

  private mutating func append(_ point: (x: Double, y: Double)) {
    if subpaths.isEmpty { subpaths.append([point]) } else { subpaths[subpaths.count - 1].append(point) }
  }

  private mutating func close() {
    if let last = subpaths.last, let first = last.first, last.count > 1 { subpaths[subpaths.count - 1].append(first) }
  }

  private mutating func rectangle(_ n: ArraySlice<Double>) {
    let (x, y, w, h) = (n[n.startIndex], n[n.startIndex + 1], n[n.startIndex + 2], n[n.startIndex + 3])
    subpaths.append([point(x, y), point(x + w, y), point(x + w, y + h), point(x, y + h), point(x, y)])
  }

  private mutating func clearPath() {
    subpaths.removeAll(keepingCapacity: true)
    hasCurve = false
  }

  /// After `W`, the path just ended bounds all painting.
  private mutating func clip() {
    guard clipsNext else { return }
    clipsNext = false
    guard let box = subpaths.compactMap(Self.bounds).bounds() else { return }
    let old = state.clip
    state.clip = Rectangle(
      left: max(old.left, box.left), top: max(old.top, box.top),
      right: max(max(old.left, box.left), min(old.right, box.right)),
      bottom: max(max(old.top, box.top), min(old.bottom, box.bottom)))
  }

  private mutating func moveLine(_ x: Double, _ y: Double) {
    textLine = textLine.after(Transform(a: 1, b: 0, c: 0, d: 1, e: x, f: y))
    textMatrix = textLine
  }

  /// Looks for characters that the text layer does not say.
  private mutating func follow(_ scanner: ContentScanner, isSeen: Bool) {
    guard let font = state.font else {
      // Programs draw such text with another font, or not at all.
      guard isSeen, state.lacksFont, scanner.strings.contains(where: { !$0.isEmpty }) else { return }
      if !placesUnsaid {
        hasUnsaid = true
      } else if lost.count < Self.mostUnsaid {
        lost.append(unknown(width: state.size))
      }
      return
    }
    guard placesUnsaid else {
      guard isSeen, !hasUnsaid, font.canBeUnsaid else { return }
      var found = false
      for string in scanner.strings where !found {
        scanner.forEachCode(string, bytesEach: font.bytesPerCode) { code in
          found = font.isUnsaid(code)
          return !found
        }
      }
      hasUnsaid = found
      return
    }
    let isAskew = SeenText.isAskew(state.transform.after(textMatrix))
    for string in scanner.strings {
      advance(-string.adjustment / 1000 * state.size)
      scanner.forEachCode(string, bytesEach: font.bytesPerCode) { code in
        let width = font.width(code) / 1000 * state.size
        if isSeen, unsaid.count < Self.mostUnsaid, font.isUnsaid(code) { unsaid.append(unknown(width: width)) }
        if !isSeen, !isAskew, state.textMode % 4 == 0, hiddenCharacters.count < Self.mostUnsaid {
          let place = state.transform.apply(textMatrix.e, textMatrix.f)
          hiddenCharacters.append(HiddenText(x: place.x, y: place.y, isInvisible: false))
        }
        if isAskew, askew.count < Self.mostUnsaid {
          let whole = state.transform.after(textMatrix)
          askew.append(AskewCharacter(matrix: whole, size: state.size * whole.scale))
        }
        advance(width + state.characterSpace + (code == 32 && font.bytesPerCode == 1 ? state.wordSpace : 0))
        return true
      }
    }
  }

  private mutating func advance(_ width: Double) {
    textMatrix = textMatrix.after(Transform(a: 1, b: 0, c: 0, d: 1, e: width * state.stretch, f: 0))
  }

  /// A character that nobody knows, drawn here: about as high as letters are.
  private func unknown(width: Double) -> Glyph {
    let whole = state.transform.after(textMatrix)
    let (low, high) = (state.rise - 0.15 * state.size, state.rise + 0.75 * state.size)
    let corners = [(0, low), (width * state.stretch, high)].map { whole.apply($0.0, $0.1) }
    return Glyph(
      character: "\u{FFFD}",
      box: Rectangle(
        left: min(corners[0].x, corners[1].x), top: min(corners[0].y, corners[1].y),
        right: max(corners[0].x, corners[1].x), bottom: max(corners[0].y, corners[1].y)), isHidden: true)
  }

  private mutating func show(_ scanner: ContentScanner) {
    let start = state.transform.apply(textLine.e, textLine.f)
    let end = state.transform.apply(textLine.a + textLine.e, textLine.b + textLine.f)
    let isSeen = text.show(
      at: start, towards: end,
      isFaint: state.textMode % 4 == 0 && SeenText.isFaint(state.fill.lightness, opacity: state.opacity),
      isInvisible: state.textMode == 3 || state.textMode == 7, opacity: state.opacity, clip: state.clip)
    follow(scanner, isSeen: isSeen)
    for index in marked.indices where marked[index] != nil {
      marked[index]?.start(at: start)
      guard let font = state.font else { continue }
      let digits = font.saidDigits
      for string in scanner.strings {
        scanner.forEachCode(string, bytesEach: font.bytesPerCode) { code in
          marked[index]?.draw(digits[code])
          return true
        }
      }
    }
  }

  private mutating func stroke() {
    defer { clearPath() }
    clip()
    if state.strokeIsWhite { return }
    for path in subpaths where path.count >= 2 {
      guard let box = Self.bounds(path), !isCharacter(path, box) else { continue }
      // A frame drawn as a sliver (both long sides within a line's thickness) is one line.
      if path.count >= 4, min(box.width, box.height) <= 1.0 {
        addBar(box)
        continue
      }
      for index in 1..<path.count { addSegment(path[index - 1], path[index], kind: .line) }
    }
  }

  private mutating func fill(keepPath: Bool = false) {
    defer { if !keepPath { clearPath() } }
    clip()
    text.paint(
      subpaths.compactMap(Self.bounds), isWhole: !hasCurve, isWhite: state.fill.isWhite, opacity: state.opacity,
      clip: state.clip)
    if state.fill.isWhite { return }
    for path in subpaths {
      guard path.count >= 3, let box = Self.bounds(path), !isCharacter(path, box) else { continue }
      if min(box.width, box.height) <= Self.thickestLine {
        addBar(box)
      } else if !hasCurve, path.count <= 6 {
        for index in 1..<path.count { addSegment(path[index - 1], path[index], kind: .shade) }
        if let first = path.first, let last = path.last { addSegment(last, first, kind: .shade) }
      }
    }
  }

  /// True for the outline of a character (or a part of one): its strokes bound no cell, however near they come to one that does.
  private func isCharacter(_ path: [(x: Double, y: Double)], _ box: Rectangle) -> Bool {
    // A curve alone may well be straight.
    max(box.width, box.height) < Self.largestCharacter && (hasCurve && path.count > 2 || path.count > Self.mostCorners)
  }

  private static func bounds(_ path: [(x: Double, y: Double)]) -> Rectangle? {
    path.lazy.map { Rectangle(left: $0.x, top: $0.y, right: $0.x, bottom: $0.y) }.bounds()
  }

  /// A thin area counts as the line along its middle.
  private mutating func addBar(_ box: Rectangle) {
    if DashedLines.isDot(box) {
      add(box, kind: .line)
    } else if box.width >= box.height {
      addSegment((box.left, box.midY), (box.right, box.midY), kind: .line)
    } else {
      addSegment((box.midX, box.top), (box.midX, box.bottom), kind: .line)
    }
  }

  private mutating func addSegment(_ p: (x: Double, y: Double), _ q: (x: Double, y: Double), kind: Ruling.Kind) {
    let dx = abs(p.x - q.x)
    let dy = abs(p.y - q.y)
    guard min(dx, dy) <= Self.slant else { return }
    let (x, y) = ((p.x + q.x) / 2, (p.y + q.y) / 2)
    let (left, right) = (min(p.x, q.x), max(p.x, q.x))
    let (top, bottom) = (min(p.y, q.y), max(p.y, q.y))
    add(
      dx > dy
        ? Rectangle(left: left, top: y, right: right, bottom: y)
        : Rectangle(left: x, top: top, right: x, bottom: bottom),
      kind: kind)
  }

  /// A straight piece of an edge, as far as it is seen.
  private mutating func add(_ piece: Rectangle, kind: Ruling.Kind) {
    // Outside the page nothing is seen, nor is anything beside the area that is painted. Above and below it a row that a page break cuts goes on.
    let (left, right) = (state.clip.left - Self.beyondClip, state.clip.right + Self.beyondClip)
    guard piece.right >= max(-1, left), piece.left <= min(pageWidth + 1, right), piece.bottom >= -1,
      piece.top <= pageHeight + 1
    else { return }
    var piece = piece
    if piece.width > piece.height {
      if piece.left < left { piece.left = state.clip.left }
      if piece.right > right { piece.right = state.clip.right }
      (piece.left, piece.right) = (max(0, piece.left), min(pageWidth, piece.right))
    } else {
      (piece.top, piece.bottom) = (max(0, piece.top), min(pageHeight, piece.bottom))
    }
    guard piece.left <= piece.right, piece.top <= piece.bottom else { return }
    if let line = dashes.add(piece, kind: kind) { rulings.append(line) }
  }

  /// The line that was painted last may be at its end.
  private mutating func closeLine() {
    if let line = dashes.close() { rulings.append(line) }
  }
}
