// GongkaiCommand: records → the database that `--output` names.
import ArgumentParser
import Batch
import Database
import Glibc
import Output

/// Adds the records of a run to a database. It is changed in place: earlier runs stay in it.
struct DatabaseWriter: ResultWriter {
  private let file: DatabaseFile
  private let path: String

  /// - Parameter inputs: files that are not written to.
  init(_ output: OutputOptions, sparing inputs: InputFiles) throws {
    guard let path = output.output else {
      throw ValidationError(say("--format sqlite 需要 --output", "--format sqlite needs --output"))
    }
    try inputs.requireNoInput(RawArguments.path(of: path))
    self.path = path
    do {
      file = try DatabaseFile(path: path)
    } catch {
      StandardError.write("gongkai: \(error)\n")
      throw ExitCode(74)
    }
  }

  var isOnTerminal: Bool { false }

  mutating func begin() throws {}

  mutating func add(_ record: EncodedRecord) throws { try write { try file.add(record) } }

  mutating func finish(_ summary: Summary) throws { try write { try file.finish(late: summary.late) } }

  private func write(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch {
      StandardError.write("gongkai: \(path): \(error)\n")
      throw ExitCode(74)
    }
  }
}
