// Extraction: a character as it is drawn → what of it has to be seen.

extension SeenText {
  /// A digit of which less than this is left, from either side, as a share of its width, could be another one.
  private static let side = 0.3
  /// The middle of digits stands so high over their line, as a share of their size.
  private static let middle = 0.35

  /// A character of this width is drawn in text space.
  mutating func showCharacter(at text: Transform, width: Double, in state: GraphicsState) {
    let whole = state.transform.after(text)
    let height = state.rise + Self.middle * state.size
    let points = [Self.side, 1 - Self.side].map { whole.apply($0 * width * state.stretch, height) }
    showCharacter(at: whole.apply(0, 0), seenAt: points, clip: state.clip)
  }
}
