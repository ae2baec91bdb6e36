// DocumentModel: what Extraction hands on: characters with their places, or lines of text.

/// One printed character and where it stands.
public struct Glyph: Hashable, Sendable {
  /// The character as printed, radicals and compatibility forms mapped to the character that they show (`CharacterForms`);
  /// never white space.
  public var character: Unicode.Scalar
  /// Its box in points of the page as displayed.
  public var box: Rectangle
  /// True where the page does not show what the text layer says here (`HiddenText`).
  public var isHidden: Bool

  public init(character: Unicode.Scalar, box: Rectangle, isHidden: Bool = false) {
    self.character = character
    self.box = box
    self.isHidden = isHidden
  }
}

/// A page of a PDF: its size and its characters. The order of the characters means nothing; only places do.
public struct Page: Sendable {
  /// From 1.
  public var number: Int
  /// In points, as displayed.
  public var width: Double
  public var height: Double
  public var glyphs: [Glyph]
  /// All places on the page are the displayed ones times this: other than 1 where its characters are of no usual size.
  public var scale = 1.0

  public init(number: Int, width: Double, height: Double, glyphs: [Glyph]) {
    self.number = number
    self.width = width
    self.height = height
    self.glyphs = glyphs
  }
}

/// A painted straight edge that can bound a cell: a line, a thin bar, or the edge of a frame or shaded area.
public struct Ruling: Hashable, Sendable {
  public enum Kind: Sendable {
    /// A stroked line or a bar thin enough to be one.
    case line
    /// The edge of a filled area: bounds a cell only where the fill changes.
    case shade
    /// The side of one of many filled areas that stand a little apart, as cells do: what is seen between them is a line.
    case field
  }
  public var kind: Kind
  /// True for a horizontal edge.
  public var isHorizontal: Bool
  /// y of a horizontal edge, x of a vertical one, in points.
  public var position: Double
  /// Its extent on the other axis, in points, start < end.
  public var start: Double
  public var end: Double

  public init(kind: Kind, isHorizontal: Bool, position: Double, start: Double, end: Double) {
    self.kind = kind
    self.isHorizontal = isHorizontal
    self.position = position
    self.start = start
    self.end = end
  }
}

/// The start of a piece of text that the page does not show: drawn invisibly (as under a scan), in white on white, or outside the clip.
public struct HiddenText: Hashable, Sendable {
  /// Where its baseline starts, in points.
  public var x: Double
  public var y: Double
  /// True where it is drawn in a mode that paints nothing.
  public var isInvisible: Bool

  public init(x: Double, y: Double, isInvisible: Bool) {
    self.x = x
    self.y = y
    self.isInvisible = isInvisible
  }
}

/// Where a piece of text that runs up or down the page starts, on its baseline, in points of the page as displayed.
public struct SidewaysText: Hashable, Sendable {
  public var x: Double
  public var y: Double

  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// A line of a text file, in its printed form; `number` from 1.
public struct SourceLine: Hashable, Sendable {
  public var number: Int
  public var text: String

  public init(number: Int, text: String) {
    self.number = number
    self.text = text
  }
}

/// A document as extracted: pages of characters, or lines of text.
public struct Document: Sendable {
  public enum Content: Sendable {
    case pages([Page])
    case text([SourceLine])
  }
  public var content: Content
  /// The page's edges; page number from 1. Empty where a page has none.
  public var rulings: @Sendable (_ page: Int) -> [Ruling]
  /// Where the page's text layer says what the page does not show; page number from 1.
  public var hiddenText: @Sendable (_ page: Int) -> [HiddenText]
  /// Where the page's text runs up or down; page number from 1.
  public var sidewaysText: @Sendable (_ page: Int) -> [SidewaysText]
  /// Where images fill the page; page number from 1.
  public var pictures: @Sendable (_ page: Int) -> [Rectangle]
  /// Where small paths are painted that may be characters; page number from 1.
  public var outlines: @Sendable (_ page: Int) -> [Rectangle]
  /// What text is drawn within, where something cuts it before the page ends; page number from 1.
  public var clips: @Sendable (_ page: Int) -> [Rectangle]

  public init(
    content: Content, rulings: @escaping @Sendable (Int) -> [Ruling] = { _ in [] },
    hiddenText: @escaping @Sendable (Int) -> [HiddenText] = { _ in [] },
    sidewaysText: @escaping @Sendable (Int) -> [SidewaysText] = { _ in [] },
    pictures: @escaping @Sendable (Int) -> [Rectangle] = { _ in [] },
    outlines: @escaping @Sendable (Int) -> [Rectangle] = { _ in [] },
    clips: @escaping @Sendable (Int) -> [Rectangle] = { _ in [] }
  ) {
    self.content = content
    self.rulings = rulings
    self.hiddenText = hiddenText
    self.sidewaysText = sidewaysText
    self.pictures = pictures
    self.outlines = outlines
    self.clips = clips
  }
}

/// Where something stands: on a page of a PDF or on a line of a text.
public enum Place: Hashable, Sendable {
  case page(Int, Rectangle)
  case line(Int)
}
