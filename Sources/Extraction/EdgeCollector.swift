// Extraction: the painting operators of a page → the straight edges that can bound cells, and what is known of its text.
import DocumentModel

/// Follows the graphics state of a content stream (ISO 32000-1, 8.5) as far as straight edges need it.
struct EdgeCollector {
  /// No honest page of a report paints more; a hostile one is cut off here.
  private static let mostOperators = 400_000
  private static let mostRulings = 60_000
  private static let deepestForm = 6

  private var state: GraphicsState
  private var stack: [GraphicsState] = []
  private var operators = 0
  private var path = PaintedPath()
  private var lines: EdgeLines
  private var fields = FilledFields()
  /// The marked content that is open; nil for what says no text of its own.
  private var marked: [SaidText?] = []
  private static let mostMarked = 512
  /// What was shown last.
  private var shown = PrintedTwice()
  /// True until text is shown where it was moved to: what follows stands behind that, at no place of its own.
  private var isPlaced = false
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
  /// Where text starts that is seen as in a mirror, that runs from right to left, or that no reader of the text finds, an unknown character each time.
  private(set) var unruly: [(glyph: Glyph, isMirrored: Bool)] = []
  /// How pieces of text stand to one another; exact only where `placesUnsaid`.
  private(set) var placing = TextPlacing()
  /// Characters that run askew; followed only where `placesUnsaid`.
  private(set) var askew: [AskewCharacter] = []
  private static let mostUnsaid = 20_000
  private var clipsNext = false
  /// True where the page paints more than is followed: nothing of it is known for certain then.
  private(set) var isCutOff = false
  /// True where the page's own content leaves a graphics state open, and where it closes one that it has not opened.
  private(set) var (leavesOpen, closesMore) = (false, false)
  /// True where the text layer says digits of what is drawn in no font.
  private(set) var hasMisread = false

  init(transform: Transform, pageWidth: Double, pageHeight: Double, placesUnsaid: Bool = false) {
    self.placesUnsaid = placesUnsaid
    state = GraphicsState(
      transform: transform, clip: Rectangle(left: 0, top: 0, right: pageWidth, bottom: pageHeight))
    lines = EdgeLines(pageWidth: pageWidth, pageHeight: pageHeight)
  }

  var rulings: [Ruling] { lines.rulings + fields.rulings }

  mutating func run(_ content: [UInt8], resources: QpdfFile.Handle?, file: QpdfFile, depth: Int) {
    follow(content, resources: resources, file: file, depth: depth)
    lines.close()
  }

  private mutating func follow(_ content: [UInt8], resources: QpdfFile.Handle?, file: QpdfFile, depth: Int) {
    var scanner = ContentScanner(content)
    let outer = stack.count
    var fonts: [(name: [UInt8], font: TextFont)] = []
    var opacities: [(name: [UInt8], opacity: Double?)] = []
    var isEnded = false
    while let op = scanner.next() {
      operators += 1
      if operators > Self.mostOperators || lines.rulings.count > Self.mostRulings || text.isTooMuch {
        isCutOff = true
        return
      }
      let n = scanner.numbers
      if n.count < op.leastNumbers, !scanner.hasSkippedImage { isEnded = true }
      if isEnded, op.mayShowText { file.isDamaged = true }
      switch op {
      case Operator("q"): if stack.count < 512 { stack.append(state) }
      case Operator("Q"):
        if stack.count > outer { state = stack.removeLast() } else if depth == 0 { closesMore = true }
      case Operator("c", "m"): if n.count >= 6 { concatenate(n.suffix(6)) }
      case Operator("m"): if n.count >= 2 { path.move(to: point(n[n.count - 2], n[n.count - 1])) }
      case Operator("l"): if n.count >= 2 { path.draw(to: point(n[n.count - 2], n[n.count - 1])) }
      case Operator("c"), Operator("v"), Operator("y"):
        if n.count >= 2 { path.draw(to: point(n[n.count - 2], n[n.count - 1]), isCurve: true) }
      case Operator("h"): path.close()
      case Operator("r", "e"): if n.count >= 4 { rectangle(n.suffix(4)) }
      case Operator("S"), Operator("s"):
        if op == Operator("s") { path.close() }
        stroke()
      case Operator("f"), Operator("F"), Operator("f", "*"): fill()
      case Operator("B"), Operator("B", "*"), Operator("b"), Operator("b", "*"):
        if op == Operator("b") || op == Operator("b", "*") { path.close() }
        fill(keepPath: true)
        stroke()
      case Operator("n"):
        clip()
        path.clear()
      case Operator("W"), Operator("W", "*"): clipsNext = true
      case Operator("B", "T"):
        (textLine, textMatrix) = (Transform(), Transform())
        isPlaced = true
      case Operator("T", "f"):
        state.size = n.last ?? 0
        guard let name = scanner.nameBytes, let resources else { continue }
        if let known = fonts.first(where: { $0.name.elementsEqual(name) }) {
          state.font = known.font
        } else {
          state.font = file.font(named: String(decoding: name, as: UTF8.self), in: resources)
          if fonts.count < 1_000 { fonts.append((Array(name), state.font)) }
        }
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
          isPlaced = true
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
          let box = corners.bounds()!
          text.image(box)
          if let name = scanner.name, let resources, !SeenText.isAskew(state.transform),
            file.isOpaqueImage(named: name, in: resources)
          {
            text.paint([box], isWhole: true, isWhite: false, opacity: state.opacity, clip: state.clip)
            // A picture of one colour, drawn as a line.
            if min(box.width, box.height) <= EdgeLines.thickestLine, file.isSpot(named: name, in: resources) {
              lines.addBar(box, clip: state.clip)
            }
          }
          isCutOff = isCutOff || depth >= Self.deepestForm
          continue
        }
        let saved = (state, path)
        path.clear()
        concatenate(form.matrix[...])
        lines.close()
        let known = lines.rulings.count
        run(form.content, resources: form.resources ?? resources, file: file, depth: depth + 1)
        if name.hasPrefix(QpdfFile.markName) { lines.removeAll(from: known) }
        (state, path) = saved
      case Operator("B", "D", "C"):
        guard marked.count < Self.mostMarked else { continue }
        marked.append(SaidText.read(scanner, resources: resources, file: file))
      case Operator("B", "M", "C"): if marked.count < Self.mostMarked { marked.append(nil) }
      case Operator("E", "M", "C"):
        guard let said = marked.popLast() ?? nil else { continue }
        if said.isContradicted { text.hide(said.starts) }
        // Readers of the text take its size from here: behind the state that drew it, it has none, and they leave it out.
        if state.size == 0, unruly.count < Self.mostUnsaid {
          unruly += said.starts.map { (GraphicsState.unknown(at: $0), true) }
        }
      default: break
      }
    }
    if depth == 0 { leavesOpen = stack.count > outer }
    if stack.count > outer { stack.removeLast(stack.count - outer) }
  }

  private mutating func concatenate(_ matrix: ArraySlice<Double>) {
    state.transform = state.transform.after(Transform(matrix))
  }

  private func point(_ x: Double, _ y: Double) -> (x: Double, y: Double) { state.transform.apply(x, y) }

  private mutating func rectangle(_ n: ArraySlice<Double>) {
    let (x, y, w, h) = (n[n.startIndex], n[n.startIndex + 1], n[n.startIndex + 2], n[n.startIndex + 3])
    path.addClosed([point(x, y), point(x + w, y), point(x + w, y + h), point(x, y + h)])
  }

  /// After `W`, the path just ended bounds all painting.
  private mutating func clip() {
    guard clipsNext else { return }
    clipsNext = false
    guard let box = path.boxes.bounds() else { return }
    state.clip(to: box)
  }

  private mutating func moveLine(_ x: Double, _ y: Double) {
    textLine = textLine.after(Transform(a: 1, b: 0, c: 0, d: 1, e: x, f: y))
    textMatrix = textLine
    isPlaced = true
  }

  /// Looks for characters that the text layer does not say.
  private mutating func follow(_ scanner: ContentScanner, isSeen: Bool) {
    guard let font = state.font.object else {
      guard isSeen, state.font.isMissing, scanner.strings.contains(where: { !$0.isEmpty }) else { return }
      if case .noFont = state.font {
        hasMisread = hasMisread || scanner.holdsCode(bytesEach: 1) { (0x30...0x39).contains($0) }
      }
      if !placesUnsaid {
        hasUnsaid = true
      } else if lost.count < Self.mostUnsaid {
        lost.append(state.unknown(at: textMatrix, width: state.size))
      }
      return
    }
    guard placesUnsaid else {
      guard isSeen, !hasUnsaid, font.canBeUnsaid else { return }
      hasUnsaid = scanner.holdsCode(bytesEach: font.bytesPerCode, where: font.isUnsaid)
      return
    }
    let isAskew = SeenText.isAskew(state.transform.after(textMatrix))
    let digits = font.saidDigits
    if isSeen { placing.begin(state, textMatrix) }
    for string in scanner.strings {
      advance(-string.adjustment / 1000 * state.size)
      scanner.forEachCode(string, bytesEach: font.bytesPerCode) { code in
        let width = font.width(code) / 1000 * state.size
        if isSeen { placing.add(state, textMatrix, isDigit: digits[code] != nil) }
        if isSeen, unsaid.count < Self.mostUnsaid, font.isUnsaid(code) {
          unsaid.append(state.unknown(at: textMatrix, width: width))
        }
        if !isSeen, !isAskew, state.textMode % 4 == 0, hiddenCharacters.count < Self.mostUnsaid {
          let place = state.transform.apply(textMatrix.e, textMatrix.f)
          hiddenCharacters.append(HiddenText(x: place.x, y: place.y, isInvisible: false))
        }
        if isSeen, !isAskew { text.showCharacter(at: textMatrix, width: width, in: state) }
        if isAskew, askew.count < Self.mostUnsaid {
          let whole = state.transform.after(textMatrix)
          let digit = font.saidDigit(code).map { $0.map(AskewCharacter.Digit.value) ?? .noDigit }
          askew.append(AskewCharacter(matrix: whole, size: state.size * whole.scale, digit: digit))
        }
        advance(state.advance(code, in: font))
        return true
      }
    }
  }

  private mutating func advance(_ width: Double) {
    textMatrix = textMatrix.after(Transform(a: 1, b: 0, c: 0, d: 1, e: width * state.stretch, f: 0))
  }

  private mutating func show(_ scanner: ContentScanner) {
    let start = state.transform.apply(textLine.e, textLine.f)
    let end = state.transform.apply(textLine.a + textLine.e, textLine.b + textLine.f)
    let isMirrored = state.isMirrored(textLine)
    if unruly.count < Self.mostUnsaid, isMirrored || end.x < start.x && abs(end.y - start.y) < start.x - end.x,
      state.mayHoldDigit(scanner)
    {
      unruly.append((state.unknown(at: textLine, width: state.size / 2), isMirrored))
    }
    var reach = state.reach(scanner.strings, textLine)
    // The widths of a font are read only where it matters.
    if start.x + reach > state.clip.right { reach = state.exactReach(scanner, textLine) ?? reach }
    let isSeen = text.show(
      at: start, towards: end, reach: reach, isMirrored: isMirrored,
      isFaint: state.textMode % 4 == 0 && SeenText.isFaint(state.fill.lightness, opacity: state.opacity),
      isInvisible: state.textMode == 3 || state.textMode == 7, opacity: state.opacity, clip: state.clip)
    if isSeen, !placesUnsaid, placing.draw(state, textLine, reach: reach) { hasUnsaid = true }
    follow(scanner, isSeen: isSeen)
    if isSeen, placesUnsaid { placing.end(state, textMatrix) }
    var isTwice = false
    if isPlaced, isSeen || !marked.isEmpty {
      let digest = PrintedTwice.digest(scanner, font: state.font.object?.name, size: state.size)
      if marked.contains(where: { $0?.saysNothing ?? false }) {
        isTwice = shown.holds(start, digest)
      } else if isSeen, marked.allSatisfy({ $0 == nil }) {
        shown.add(start, digest)
      }
    }
    isPlaced = false
    for index in marked.indices where marked[index] != nil {
      if isTwice, marked[index]?.saysNothing ?? false { continue }
      marked[index]?.start(at: start)
      guard let font = state.font.object else { continue }
      let digits = font.saidDigits
      let saysDigits = marked[index]?.saysDigits ?? false
      for string in scanner.strings {
        scanner.forEachCode(string, bytesEach: font.bytesPerCode) { code in
          // Of a character of which the map says nothing the shape tells the digit.
          marked[index]?.draw(saysDigits ? font.shownDigit(code) : digits[code])
          return true
        }
      }
    }
  }

  private mutating func stroke() {
    clip()
    if !state.strokeIsWhite || path.boxes.bounds().map(fields.isOnGround) ?? false {
      path.stroke(into: &lines, clip: state.clip)
      text.outline(path.outlines, opacity: state.opacity, clip: state.clip)
    }
    path.clear()
  }

  private mutating func fill(keepPath: Bool = false) {
    clip()
    let boxes = path.boxes
    text.paint(boxes, isWhole: !path.hasCurve, isWhite: state.fill.isWhite, opacity: state.opacity, clip: state.clip)
    if !path.hasCurve { fields.fill(boxes, isWhite: state.fill.isWhite, clip: state.clip) }
    if !state.fill.isWhite {
      path.fill(into: &lines, clip: state.clip)
      text.outline(path.outlines, opacity: state.opacity, clip: state.clip)
    }
    if !keepPath { path.clear() }
  }
}
