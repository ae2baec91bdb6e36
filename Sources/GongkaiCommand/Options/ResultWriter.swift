// GongkaiCommand: records → where the results of a run go: one stream, a folder, a database.
import ArgumentParser
import Batch
import Glibc
import Gongkai
import Output

/// Takes the records of a run.
protocol ResultWriter: ~Copyable {
  /// True where what is written shows on a terminal.
  var isOnTerminal: Bool { get }
  mutating func begin() throws
  mutating func add(_ record: EncodedRecord) throws
  /// - Parameter summary: of the whole run, or of what was done of it.
  mutating func finish(_ summary: Summary) throws
}

/// Writes a format to a file or standard output.
struct StreamWriter: ResultWriter, ~Copyable {
  private var destination: Destination
  private var sink: any RecordSink
  private let interrupts = Interrupts()

  var isOnTerminal: Bool { isatty(destination.descriptor) == 1 }

  /// - Parameter inputs: files that are not overwritten.
  init(_ output: OutputOptions, sparing inputs: InputFiles, sink: (Int32) throws -> any RecordSink) throws {
    let destination = try output.destination(sparing: inputs)
    self.sink = try sink(destination.descriptor)
    self.destination = destination
  }

  mutating func begin() throws { try write(sink.opening()) }

  mutating func add(_ record: EncodedRecord) throws { try write(sink.add(record)) }

  mutating func finish(_ summary: Summary) throws {
    try write(sink.closing(summary))
    try destination.finish()
  }

  private func write(_ bytes: [UInt8]) throws {
    try destination.write(bytes) {
      // Interrupted while the reader takes nothing: there is no ending well.
      if let signal = interrupts.pending { throw ExitCode(128 + signal) }
    }
  }
}

/// Writes a web page a report and an overview into a folder, which is made if it is not there.
struct WebFolderWriter: ResultWriter, ~Copyable {
  private let folder: InputPath
  private let inputs: InputFiles
  private var pages: HTMLFolder

  var isOnTerminal: Bool { false }

  /// - Parameter inputs: files that are not overwritten.
  init(_ folder: InputPath, sparing inputs: InputFiles, language: Language) {
    self.folder = folder
    self.inputs = inputs
    pages = HTMLFolder(language: language)
  }

  mutating func begin() throws {
    try Folder.make(folder)
    try Folder.make(folder.appending("reports"))
  }

  mutating func add(_ record: EncodedRecord) throws {
    if let page = try pages.add(record) { try write(page) }
  }

  mutating func finish(_ summary: Summary) throws {
    for page in pages.closing(summary) { try write(page) }
  }

  private func write(_ file: ResultFile) throws {
    try Folder.write(file.content, to: folder.appending(file.name), sparing: inputs)
  }
}

/// Folders of results.
enum Folder {
  /// Makes a folder; one that is there already will do.
  static func make(_ folder: InputPath) throws {
    guard folder.withCString({ mkdir($0, 0o777) }) != 0 else { return }
    let code = errno
    var status = stat()
    let isFolder = folder.withCString { stat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFDIR
    guard isFolder else { throw WritingError(target: folder.text, code: code) }
  }

  /// Writes a file, which appears when it is whole.
  static func write(_ bytes: [UInt8], to path: InputPath, sparing inputs: InputFiles) throws {
    var destination = try Destination(path: path, sparing: inputs)
    try destination.write(bytes)
    try destination.finish()
  }
}

extension InputPath {
  /// The path of something in this folder.
  func appending(_ name: String) -> InputPath {
    let slash = UInt8(ascii: "/")
    return InputPath(bytes: bytes + (bytes.last == slash ? [] : [slash]) + Array(name.utf8))
  }
}
