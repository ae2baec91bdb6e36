// Extraction: a PDF and areas of its pages → pictures of them, through poppler and cairo.
import CPoppler
import DocumentModel

/// Draws parts of the pages of an open PDF. Like all that reads a PDF, it belongs in a worker process.
public struct PageRenderer: ~Copyable {
  private let reader: PopplerReader

  /// - Parameter bytes: of a PDF.
  public init(_ bytes: [UInt8]) throws(ReadingFailure) { reader = try PopplerReader(bytes) }

  /// Pixels a point: 130 a inch, at which the smallest print of a table is still read with ease.
  private static let scale = 1.8
  /// No picture is wider; a landscape page then has fewer pixels a point.
  private static let mostPixels = 960.0
  /// So many shades of grey print well and make the file half as large as 256 do.
  private static let shades = 12

  /// Of a whole page: 144 a inch, and no more pixels than a page four times the usual size has at that.
  private static let (pageScale, mostPagePixels) = (2.0, 3_400.0)

  /// Draws an area, cut to the page.
  /// - Returns: nil where the area has nothing of the page, or the page cannot be drawn.
  public func clipping(of place: PageArea) -> Clipping? {
    withPage(place.page) { page, size in
      let area = Rectangle(
        left: max(0, place.area.left), top: max(0, place.area.top), right: min(size.right, place.area.right),
        bottom: min(size.bottom, place.area.bottom))
      guard let png = draw(page, area: area, scale: Self.scale, mostPixels: Self.mostPixels) else { return nil }
      return Clipping(place: PageArea(page: place.page, area: area), png: png)
    }
  }

  /// Draws a whole page.
  /// - Returns: a grey PNG; nil where there is no such page, or it cannot be drawn.
  public func picture(ofPage number: Int) -> [UInt8]? {
    withPage(number) { page, size in
      draw(page, area: size, scale: Self.pageScale, mostPixels: Self.mostPagePixels)
    }
  }

  /// Hands on a page and its size.
  private func withPage<Result>(_ number: Int, _ body: (OpaquePointer, Rectangle) -> Result?) -> Result? {
    guard number >= 1, number <= reader.pageCount, let page = reader.openPage(number - 1) else { return nil }
    defer { g_object_unref(UnsafeMutableRawPointer(page)) }
    var (width, height) = (0.0, 0.0)
    poppler_page_get_size(page, &width, &height)
    return body(page, Rectangle(left: 0, top: 0, right: width, bottom: height))
  }

  private func draw(_ page: OpaquePointer, area: Rectangle, scale: Double, mostPixels: Double) -> [UInt8]? {
    guard area.width >= 1, area.height >= 1, area.width < 10_000, area.height < 10_000 else { return nil }
    let scale = min(scale, mostPixels / max(area.width, area.height))
    let (width, height) = (Int32((area.width * scale).rounded(.up)), Int32((area.height * scale).rounded(.up)))
    let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height)
    defer { cairo_surface_destroy(surface) }
    let context = cairo_create(surface)
    defer { cairo_destroy(context) }
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    cairo_scale(context, scale, scale)
    cairo_translate(context, -area.left, -area.top)
    poppler_page_render(page, context)
    guard cairo_status(context) == CAIRO_STATUS_SUCCESS else { return nil }
    cairo_surface_flush(surface)
    return greyPNG(surface, width: width, height: height)
  }

  /// Cairo writes a surface of one byte a pixel as a grey PNG.
  private func greyPNG(_ surface: OpaquePointer?, width: Int32, height: Int32) -> [UInt8]? {
    let grey = cairo_image_surface_create(CAIRO_FORMAT_A8, width, height)
    defer { cairo_surface_destroy(grey) }
    guard let from = cairo_image_surface_get_data(surface), let to = cairo_image_surface_get_data(grey) else {
      return nil
    }
    let (fromStride, toStride) = (
      Int(cairo_image_surface_get_stride(surface)), Int(cairo_image_surface_get_stride(grey))
    )
    let shade = (0..<256).map { UInt8(($0 * (Self.shades - 1) + 127) / 255 * 255 / (Self.shades - 1)) }
    for y in 0..<Int(height) {
      for x in 0..<Int(width) {
        // Blue, green, red, unused, in the order of a little-endian word.
        let pixel = from + y * fromStride + 4 * x
        let luminance = (Int(pixel[0]) * 29 + Int(pixel[1]) * 150 + Int(pixel[2]) * 77) >> 8
        to[y * toStride + x] = shade[luminance]
      }
    }
    cairo_surface_mark_dirty(grey)
    var png: [UInt8] = []
    let status = withUnsafeMutablePointer(to: &png) { target in
      cairo_surface_write_to_png_stream(
        grey,
        { target, data, count in
          guard let target, let data else { return CAIRO_STATUS_WRITE_ERROR }
          target.assumingMemoryBound(to: [UInt8].self).pointee
            .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
          return CAIRO_STATUS_SUCCESS
        }, target)
    }
    return status == CAIRO_STATUS_SUCCESS ? png : nil
  }
}
