// DocumentModel: what is to be drawn onto a page of a copy: a frame, a highlight, or a note.

/// A mark on a page, with the words that viewers show beside it.
public struct PageMark: Hashable, Sendable {
  public enum Shape: Hashable, Sendable {
    /// A frame around the area.
    case frame
    /// The area highlighted, its print still legible.
    case highlight
    /// A small sign that opens the text.
    case note
  }

  /// Red, green and blue, from 0 to 1.
  public struct Colour: Hashable, Sendable {
    public var red: Double
    public var green: Double
    public var blue: Double

    public init(red: Double, green: Double, blue: Double) {
      self.red = red
      self.green = green
      self.blue = blue
    }
  }

  public var place: PageArea
  public var shape: Shape
  public var colour: Colour
  public var text: String

  public init(place: PageArea, shape: Shape, colour: Colour, text: String) {
    self.place = place
    self.shape = shape
    self.colour = colour
    self.text = text
  }
}
