// GongkaiCommand: --annotate: marked copies of the PDFs → files.
import ArgumentParser
import Glibc
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
  /// - Throws: `ValidationError` where the copy would take the original's place.
  init(file: InputPath, of original: InputPath) throws {
    guard !Self.isSame(file, original) else {
      throw ValidationError(
        say("--annotate 不能覆盖原件", "--annotate would overwrite the original"))
    }
    target = .file(file)
  }

  /// For many: the copies are named after their originals (`a.pdf`: `a.annotated.pdf`), and by number where two have one
  /// name. The folder can be that of the originals.
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
    var (name, number) = ("\(stem).annotated.pdf", 2)
    while !taken.insert(name).inserted {
      name = "\(stem)-\(number).annotated.pdf"
      number += 1
    }
    return name
  }

  private static func isSame(_ a: InputPath, _ b: InputPath) -> Bool {
    var (first, second) = (stat(), stat())
    guard a.withCString({ stat($0, &first) }) == 0, b.withCString({ stat($0, &second) }) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }
}
