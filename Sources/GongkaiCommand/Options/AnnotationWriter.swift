// GongkaiCommand: --annotate: marked copies of the PDFs → files.
import Gongkai
import Output

/// Writes the copies of PDFs in which findings are marked. The originals are never touched.
final class AnnotationWriter {
  private enum Target {
    case file(InputPath)
    case folder(InputPath)
  }

  private let target: Target
  private var taken: Set<String> = []

  /// For one input.
  init(file: InputPath) { target = .file(file) }

  /// For many: the copies are named after their originals, and by number where two have one name.
  init(folder: InputPath) throws {
    try Folder.make(folder)
    target = .folder(folder)
  }

  /// Writes the record's copy, if it has one; a PDF without findings has none.
  func add(_ record: EncodedRecord) throws {
    guard let pdf = record.drawings.annotatedPDF else { return }
    switch target {
    case .file(let path): try Folder.write(pdf, to: path)
    case .folder(let folder): try Folder.write(pdf, to: folder.appending(name(for: record.source.path)))
    }
  }

  private func name(for path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? "report.pdf"
    let stem = file.lowercased().hasSuffix(".pdf") ? String(file.dropLast(4)) : file
    var (name, number) = ("\(stem).pdf", 2)
    while !taken.insert(name).inserted {
      name = "\(stem)-\(number).pdf"
      number += 1
    }
    return name
  }
}
