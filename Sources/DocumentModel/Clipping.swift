// DocumentModel: a part of a page, as an area and as a picture.

/// A part of a page.
public struct PageArea: Hashable, Sendable {
  /// From 1.
  public var page: Int
  /// In points of the page as displayed.
  public var area: Rectangle

  public init(page: Int, area: Rectangle) {
    self.page = page
    self.area = area
  }
}

/// A part of a page as a picture.
public struct Clipping: Hashable, Sendable {
  public var place: PageArea
  /// A grey PNG of exactly that area.
  public var png: [UInt8]

  public init(place: PageArea, png: [UInt8]) {
    self.place = place
    self.png = png
  }
}
