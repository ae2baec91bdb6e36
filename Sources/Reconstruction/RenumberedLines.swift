// Reconstruction: lines that were made of a text → the same, numbered anew, with the lines of the file that they come from.
import DocumentModel

/// Readers tell by the numbers of lines what stands beside and below what. Where one line of a file holds many, these have numbers of their own until all
/// is read.
struct RenumberedLines {
  /// The lines, numbered from 1.
  let lines: [SourceLine]
  /// For each of them the line of the file.
  private let sources: [Int]

  init(_ parts: [(text: String, source: Int)]) {
    lines = parts.enumerated().map { SourceLine(number: $0 + 1, text: $1.text) }
    sources = parts.map(\.source)
  }

  /// The line of the file in place of one of these.
  func place(_ place: Place) -> Place {
    guard case .line(let number) = place, sources.indices.contains(number - 1) else { return place }
    return .line(sources[number - 1])
  }

  /// The lines with the numbers of the file's.
  func numbered(_ lines: [SourceLine]) -> [SourceLine] {
    lines.map { line in
      guard case .line(let number) = place(.line(line.number)) else { return line }
      return SourceLine(number: number, text: line.text)
    }
  }
}
