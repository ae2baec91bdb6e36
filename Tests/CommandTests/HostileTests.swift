// PDFs made to harm, built here object by object → a record each, and the right reason.
import Foundation
import Testing

@Suite struct HostileTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Writes a PDF of these objects, numbered from 1; the first is the catalogue.
  private func write(_ objects: [String], as name: String) throws {
    var content = "%PDF-1.5\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(content.utf8.count)
      content += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = content.utf8.count
    content += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      content += String(repeating: "0", count: 10 - String(offset).count) + "\(offset) 00000 n \n"
    }
    content += "trailer <</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(table)\n%%EOF\n"
    try Data(content.utf8).write(to: scratch.folder.appending(path: name))
  }

  private func stream(_ content: String) -> String {
    "<</Length \(content.utf8.count)>>stream\n\(content)\nendstream"
  }

  private let catalogue = "<</Type/Catalog/Pages 2 0 R>>"
  private let onePage = "<</Type/Pages/Count 1/Kids[3 0 R]>>"

  /// The rules of the inputs' findings, in the order of the names.
  private func rules() throws -> [[String]] {
    let run = try Command(folder: scratch.folder).run("audit", "--format", "jsonl", "--no-cache", ".")
    #expect(run.status == 2)
    return try PrintedRecord.lines(run.output).map { $0.findings?.map(\.rule) ?? [] }
  }

  @Test("Trees of pages that hold themselves, claim a million pages, or go down for ever")
  func pageTrees() throws {
    let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>"
    try write([catalogue, "<</Type/Pages/Count 3/Kids[2 0 R 2 0 R 3 0 R]>>", page], as: "a-loop.pdf")
    let pages = (0..<2500).map { "\($0 + 3) 0 R" }.joined(separator: " ")
    try write(
      [catalogue, "<</Type/Pages/Count 2500/Kids[\(pages)]>>"] + Array(repeating: page, count: 2500), as: "b-many.pdf")
    let deep = (0..<5000).map { "<</Type/Pages/Count 1/Kids[\($0 + 3) 0 R]>>" }
    try write([catalogue] + deep + [page], as: "c-deep.pdf")
    #expect(try rules() == [["X005"], ["X008"], ["X002"]])
  }

  @Test("Forms that draw themselves, and content nested without end")
  func content() throws {
    let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Resources 5 0 R/Contents 4 0 R>>"
    try write(
      [
        catalogue, onePage, page, stream("/F Do /F Do"), "<</XObject<</F 6 0 R>>>>",
        "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources 5 0 R/Length 11>>stream\n/F Do /F Do\nendstream",
      ], as: "a-form.pdf")
    let nested = String(repeating: "<<[", count: 100_000) + String(repeating: "q ", count: 50_000)
    try write([catalogue, onePage, page, stream(nested), "<<>>"], as: "b-nested.pdf")
    try Data(("%PDF-1.5\n1 0 obj\n" + String(repeating: "[", count: 500_000)).utf8).write(
      to: scratch.folder.appending(path: "c-object.pdf"))
    #expect(try rules() == [["X002"], ["X002"], ["X005"]])
  }

  @Test("What one PDF library cannot read and the other can ends no worker")
  func numberOutOfRange() throws {
    let fixture = Command.root.appending(path: "Tests/Fixtures/layouts/missing-table-reportlab.pdf")
    let content = String(decoding: try Data(contentsOf: fixture), as: UTF8.self)
    #expect(content.contains("\n2 0 obj\n"))
    let damaged = content.replacing("\n2 0 obj\n", with: "\n2 99999999999999999999 obj\n")
    try Data(damaged.utf8).write(to: scratch.folder.appending(path: "a.pdf"))
    let run = try Command(folder: scratch.folder).run("audit", "--format", "jsonl", "a.pdf")
    let record = try #require(try PrintedRecord.lines(run.output).first)
    #expect(record.findings?.map(\.rule) == ["X005"])
  }
}
