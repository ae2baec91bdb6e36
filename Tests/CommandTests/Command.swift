// The built command, run as its users run it.
import Foundation
import Glibc

/// Runs `gongkai`, which is built beside the tests.
struct Command {
  struct Result {
    var status: Int32
    var output: String
    var errors: String
    var lines: [Substring] { output.split(separator: "\n") }
  }

  /// The root of the repository.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let samples = root.appending(path: "SampleReports")
  static let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "gongkai")

  var environment: [String: String] = [:]
  /// Where it runs; the samples' folder, so that paths are short and the same everywhere.
  var folder = samples

  /// Starts it; what it prints goes to the two files.
  func start(_ arguments: [String], input: Data? = nil, output: URL, errors: URL) throws -> Process {
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var all = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("LC_") }
    all["LANG"] = "C.UTF-8"
    // Nothing of an earlier run, and nothing left in the user's folders.
    all["XDG_CACHE_HOME"] = output.deletingLastPathComponent().appending(path: "cache").path
    process.environment = all.merging(environment) { $1 }
    // A device stays what it is.
    for file in [output, errors] where !file.path.hasPrefix("/dev/") { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    if let input {
      let file = output.appendingPathExtension("input")
      try input.write(to: file)
      process.standardInput = try FileHandle(forReadingFrom: file)
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    try process.run()
    return process
  }

  /// Runs it to its end.
  func run(_ arguments: String..., input: Data? = nil) throws -> Result { try run(arguments, input: input) }

  func run(_ arguments: [String], input: Data? = nil) throws -> Result {
    let scratch = try Scratch()
    let (output, errors) = (scratch.folder.appending(path: "out"), scratch.folder.appending(path: "err"))
    let process = try start(arguments, input: input, output: output, errors: errors)
    process.waitUntilExit()
    return Result(
      status: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }
}

/// A folder that is gone when nobody needs it any more.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "gongkai-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Copies a sample into the folder.
  @discardableResult func copy(_ sample: String, as name: String) throws -> URL {
    let target = folder.appending(path: name)
    try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: Command.samples.appending(path: sample), to: target)
    return target
  }
}

/// What the tests look at in a record.
struct PrintedRecord: Decodable {
  struct Source: Decodable { var path: String }
  struct Finding: Decodable {
    var rule: String
    var message: String
  }
  struct Report: Decodable { var tables: [Table] }
  struct Table: Decodable {
    var id: String
    var rows: [Row]
  }
  struct Row: Decodable {
    var id: String
    var cells: [String: Cell]
  }
  struct Cell: Decodable {
    struct Span: Decodable { var box: [Double]? }
    var state: String
    var text: String?
    var line: Int?
    var box: [Double]?
    var spans: [Span]?
  }
  var source: Source
  var status: String
  var report: Report?
  var findings: [Finding]?

  static func lines(_ text: String) throws -> [PrintedRecord] {
    try text.split(separator: "\n").map { try JSONDecoder().decode(PrintedRecord.self, from: Data($0.utf8)) }
  }
}
