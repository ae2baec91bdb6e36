// gongkai worker: the hidden subcommand that a batch starts its workers with.
import ArgumentParser
import Batch

struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "worker", shouldDisplay: false)

  /// The process id of the supervisor.
  @Argument var supervisor: Int32

  /// Serves, where these are the arguments that a batch starts a worker with; false where they are others.
  static func serves(_ arguments: [String]) throws -> Bool {
    guard arguments.count == 3, arguments[1] == configuration.commandName, let supervisor = Int32(arguments[2]) else {
      return false
    }
    try Worker().run(supervisor: supervisor)
    return true
  }

  func run() throws { try Worker().run(supervisor: supervisor) }
}
