// Output: Place → its fields in JSON: page and box, or line.
import DocumentModel

/// `[left, top, right, bottom]` in points of the page as displayed, to a hundredth of a point.
public struct BoxJSON: JSONWritable, Decodable, Hashable, Sendable {
  /// In hundredths of a point (0.0035 mm): below what any page shows, and free of the noise of binary fractions.
  private var left: Hundredths
  private var top: Hundredths
  private var right: Hundredths
  private var bottom: Hundredths

  init(_ box: Rectangle) {
    left = Hundredths(of: box.left)
    top = Hundredths(of: box.top)
    right = Hundredths(of: box.right)
    bottom = Hundredths(of: box.bottom)
  }

  /// The rectangle in points.
  public var rectangle: Rectangle {
    Rectangle(left: left.points, top: top.points, right: right.points, bottom: bottom.points)
  }

  public init(from decoder: any Decoder) throws {
    let points = try decoder.singleValueContainer().decode([Double].self)
    guard points.count == 4 else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "a box has four edges"))
    }
    self.init(Rectangle(left: points[0], top: points[1], right: points[2], bottom: points[3]))
  }

  public func write(to json: inout JSONWriter) {
    json.array([left, top, right, bottom])
  }

  private struct Hundredths: JSONWritable, Hashable {
    var count: Int

    /// A damaged file can give places beyond any page; they are held within ±10 million points.
    init(of points: Double) {
      count = points.isNaN ? 0 : Int((max(-1e7, min(1e7, points)) * 100).rounded())
    }

    var points: Double { Double(count) / 100 }

    func write(to json: inout JSONWriter) {
      let (whole, rest) = abs(count).quotientAndRemainder(dividingBy: 100)
      if count < 0 { json.raw("-".utf8) }
      json.number(whole)
      guard rest > 0 else { return }
      json.raw((rest < 10 ? ".0" : ".").utf8)
      json.number(rest % 10 == 0 ? rest / 10 : rest)
    }
  }
}

/// A place: `page` and `box` of a PDF, or `line` of a text. Most objects that have one hold its fields beside their own.
public struct PlaceJSON: JSONWritable, Decodable, Hashable, Sendable {
  /// From 1; of a PDF.
  public var page: Int?
  public var box: BoxJSON?
  /// From 1; of a text.
  public var line: Int?

  init(_ place: Place?) {
    switch place {
    case .page(let number, let rectangle):
      page = number
      box = BoxJSON(rectangle)
    case .line(let number):
      line = number
    case nil:
      break
    }
  }

  /// Writes the fields into the object that is being written.
  func writeFields(to json: inout JSONWriter) {
    json.optionalField("page", page)
    json.optionalField("box", box)
    json.optionalField("line", line)
  }

  public func write(to json: inout JSONWriter) {
    json.object { writeFields(to: &$0) }
  }
}
