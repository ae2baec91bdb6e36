// GongkaiCommand: a sketch → one SVG that needs nothing beside it.
import Extraction
import Output
import Reconstruction

/// Draws how a document was read, for `inspect --svg`.
struct SketchDrawing {
  /// Pages one below the other.
  var pages: [SketchPage] = []
  var text: SketchText?

  /// The whole drawing.
  var bytes: [UInt8] {
    let gap = 12.0
    let top = 16.0
    let width = max(700, pages.map(\.width).max() ?? 0, text?.width ?? 0)
    let height = top + pages.reduce(0) { $0 + $1.height + gap } + (text?.height ?? 0)
    var svg = Markup()
    svg.element(
      "svg",
      attributes: { element in
        element.attribute("xmlns", "http://www.w3.org/2000/svg")
        element.attribute("width", "\(Int(width) + 24)pt")
        element.attribute("height", "\(Int(height) + 24)pt")
        element.attribute("viewBox", "-12 -12 \(Int(width) + 24) \(Int(height) + 24)")
      },
      content: { svg in
        svg.element("style", attributes: { _ in }, content: { $0.raw(SketchStyle.sheet) })
        svg.rectangle("paper", left: -12, top: -12, right: width + 12, bottom: height + 12)
        SketchStyle.legend(&svg, isPDF: text == nil, y: 0)
        var y = top
        for page in pages {
          page.draw(&svg, y: y)
          y += page.height + gap
        }
        text?.draw(&svg, y: y)
      })
    return svg.bytes + [UInt8(ascii: "\n")]
  }
}
