// Output: Place → its fields in JSON: page and box, or line.
import DocumentModel

/// `[left, top, right, bottom]` in points of the page as displayed, to a hundredth of a point.
public struct BoxJSON: JSONWritable, Decodable, Hashable, Sendable {
  /// In hundredths of a point (0.0035 mm): below what any page shows, and free of the noise of binary fractions.
  private var hundredths: [Int]

  init(_ box: Rectangle) {
    hundredths = [box.left, box.top, box.right, box.bottom].map(Self.hundredths(of:))
  }

  /// The rectangle in points.
  public var rectangle: Rectangle {
    let points = hundredths.map { Double($0) / 100 }
    return Rectangle(left: points[0], top: points[1], right: points[2], bottom: points[3])
  }

  public init(from decoder: any Decoder) throws {
    let points = try decoder.singleValueContainer().decode([Double].self)
    guard points.count == 4 else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "a box has four edges"))
    }
    hundredths = points.map(Self.hundredths(of:))
  }

  /// A damaged file can give places beyond any page; they are held within ±10 million points.
  private static func hundredths(of points: Double) -> Int {
    points.isNaN ? 0 : Int((max(-1e7, min(1e7, points)) * 100).rounded())
  }

  public func write(to json: inout JSONWriter) {
    json.array(hundredths.map(Hundredths.init))
  }

  private struct Hundredths: JSONWritable {
    var count: Int

    func write(to json: inout JSONWriter) {
      let (whole, rest) = abs(count).quotientAndRemainder(dividingBy: 100)
      if count < 0 { json.raw("-".utf8) }
      json.raw(whole.description.utf8)
      guard rest > 0 else { return }
      json.raw((rest < 10 ? ".0" : ".").utf8)
      json.raw((rest % 10 == 0 ? rest / 10 : rest).description.utf8)
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
