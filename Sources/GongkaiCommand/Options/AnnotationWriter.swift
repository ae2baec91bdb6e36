// GongkaiCommand: --annotate: marked copies of the PDFs → files.
import Batch
import Gongkai
import Output

/// Writes the copies of PDFs in which findings are marked. The originals are never touched.
final class AnnotationWriter {
  private enum Target {
    case file(InputPath)
    case folder(InputPath)
  }

  private let target: Target
  private let inputs: InputFiles
  private var taken: Set<String> = []
  /// Inputs without a copy, where one might be looked for.
  private var without: [(path: String, reason: String)] = []

  /// For one input.
  /// - Throws: a usage error where the copy would take the original's place.
  init(file: InputPath, sparing inputs: InputFiles) throws {
    try inputs.requireNoInput(file)
    target = .file(file)
    self.inputs = inputs
  }

  /// For many: the copies are named after their originals (`a.pdf`: `a.annotated.pdf`), and by number where two have one
  /// name. The folder can be that of the originals; a copy that would take the place of one of them is not written.
  init(folder: InputPath, sparing inputs: InputFiles) throws {
    try Folder.make(folder)
    target = .folder(folder)
    self.inputs = inputs
  }

  /// Writes the record's copy, if it has one; a PDF without findings has none.
  func add(_ record: EncodedRecord) throws {
    guard let pdf = record.drawings.annotatedPDF else {
      if let reason = reason(record) { without.append((record.source.path, reason)) }
      return
    }
    switch target {
    case .file(let path): try Folder.write(pdf, to: path, sparing: inputs)
    case .folder(let folder):
      let path = folder.appending(name(for: record.source.path))
      guard !inputs.contains(path) else {
        let reason = say("它会覆盖输入文件 \(path.text)", "it would overwrite the input \(path.text)")
        return without.append((record.source.path, reason))
      }
      try Folder.write(pdf, to: path, sparing: inputs)
    }
  }

  /// Takes note that the run itself says why this input has no copy.
  func isNotDrawn(_ path: String) { without.removeAll { $0.path == path } }

  /// Says which inputs have no copy, and why. They are no failure: their findings are in the results.
  func finish() {
    for (path, reason) in without {
      StandardError.write(say("gongkai：没有标注副本：\(path)：\(reason)\n", "gongkai: no marked copy: \(path): \(reason)\n"))
    }
  }

  private func reason(_ record: EncodedRecord) -> String? {
    if record.status == .unreadable { return say("未能读取", "it could not be read") }
    if record.source.format != .pdf { return say("不是 PDF", "it is not a PDF") }
    if !record.findings.isEmpty { return say("无法在此文件中标注", "this file takes no marks") }
    if case .file = target { return say("未发现问题，无可标注", "there are no findings to mark") }
    return nil
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
}
