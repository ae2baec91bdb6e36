// The bytes of a workbook → the XML that it is made of.
import Foundation

/// Takes workbooks apart.
public enum Workbooks {
  /// The XML of the sheets, unpacked by Python, which the project needs for its other tests anyway.
  public static func sheets(_ book: [UInt8], count: Int = 5) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gongkai-test-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("book.xlsx")
    try Data(book).write(to: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-m", "zipfile", "-e", file.path, folder.path]
    try process.run()
    process.waitUntilExit()
    return try (1...count).map {
      try String(contentsOf: folder.appendingPathComponent("xl/worksheets/sheet\($0).xml"), encoding: .utf8)
    }
  }
}
