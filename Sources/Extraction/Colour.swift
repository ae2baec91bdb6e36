// Extraction: the components of a colour → how light it is.

/// A colour as an operator sets it: grey, RGB or CMYK by the number of its components (ISO 32000-1, 8.6.4). A pattern counts as black.
struct Colour {
  /// True where it cannot be told from the paper.
  private(set) var isWhite = false
  /// 0 for black, 1 for white.
  private(set) var lightness = 0.0

  init() {}

  init(_ components: ArraySlice<Double>) {
    let c = components.startIndex
    let luma = { 0.3 * components[c] + 0.59 * components[c + 1] + 0.11 * components[c + 2] }
    switch components.count {
    case 1: (isWhite, lightness) = (components[c] > 0.98, components[c])
    case 3: (isWhite, lightness) = (components.allSatisfy { $0 > 0.98 }, luma())
    case 4: (isWhite, lightness) = (components.allSatisfy { $0 < 0.02 }, 1 - min(1, components[c + 3] + luma()))
    default: break
    }
  }
}
