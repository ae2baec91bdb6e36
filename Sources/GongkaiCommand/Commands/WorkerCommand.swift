// gongkai worker: the hidden subcommand that a batch starts its workers with.
import ArgumentParser
import Batch

struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "worker", shouldDisplay: false)

  /// The process id of the supervisor.
  @Argument var supervisor: Int32

  func run() throws { try Worker().run(supervisor: supervisor) }
}
