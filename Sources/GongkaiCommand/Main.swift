// GongkaiCommand: where the program starts.
import ArgumentParser
import Output

@main
struct Main: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: Tool.name,
      abstract: say("审核政府信息公开工作年度报告", "Audits Chinese annual reports on government information disclosure"),
      discussion: say(
        """
        退出码：0 全部读完，未发现达到 --fail-on 的问题；1 发现了这样的问题；2 有输入未能读取；64 用法有误或路径不存在；
        71 无法启动工作进程；74 结果无法写入；130、141、143 中断：Ctrl-C、标准输出的读取方离开、被要求结束。
        """,
        """
        Exit status: 0 all was read, nothing found at or above --fail-on; 1 something was; 2 an input could not be read; \
        64 wrong usage, or a path that does not exist; 71 no worker process could be started; 74 the results could not be \
        written; 130, 141, 143 broken off: by Ctrl-C, by the reader of standard output, by a request to end.
        """),
      version: "\(Tool.name) \(Tool.version)",
      subcommands: subcommands)
  }

  private static let subcommands: [any ParsableCommand.Type] = [
    AuditCommand.self, CheckCommand.self, ExtractCommand.self, InspectCommand.self, RulesCommand.self,
    DoctorCommand.self, WorkerCommand.self,
  ]

  static func main() {
    // A worker's arguments are the program's own: to read them as a person's takes as long as to read a page.
    do {
      if try WorkerCommand.serves(CommandLine.arguments) { return }
    } catch {
      exit(withError: error)
    }
    // Nor is every subcommand made to read the arguments of one. Help and errors are the whole program's affair.
    if let (name, arguments) = named(CommandLine.arguments), var command = try? name.parseAsRoot(arguments),
      type(of: command) == name
    {
      do {
        try command.run()
      } catch {
        ParserWording.leave(name, error)
      }
    } else {
      if let error = misuse(CommandLine.arguments) {
        let command: any ParsableCommand.Type = named(CommandLine.arguments)?.0 ?? Main.self
        ParserWording.leave(command, error)
      }
      do {
        var command = try parseAsRoot()
        try command.run()
      } catch {
        ParserWording.leave(Main.self, error)
      }
    }
  }

  /// What the parser would tell of these arguments in a way that nobody understands.
  private static func misuse(_ arguments: [String]) -> (any Error)? {
    let word = arguments.dropFirst().first { $0 != "help" } ?? "-"
    if !word.hasPrefix("-"), !subcommands.contains(where: { $0.configuration.commandName == word }) {
      return ValidationError(say("没有子命令“\(word)”", "there is no subcommand “\(word)”"))
    }
    do {
      try NumberOption.requireNone(negativeIn: arguments)
    } catch {
      return error
    }
    // Where an argument is missing too, the parser tells only that.
    guard let (name, rest) = named(arguments) else { return nil }
    do {
      _ = try name.parseAsRoot(rest + ["-"])
    } catch {
      if ParserWording.isUnknownOption(error, of: name) { return error }
    }
    return nil
  }

  /// The subcommand that the arguments name first, and the arguments behind its name.
  private static func named(_ arguments: [String]) -> (any ParsableCommand.Type, [String])? {
    guard arguments.count > 1, let command = subcommands.first(where: { $0.configuration.commandName == arguments[1] })
    else {
      return nil
    }
    return (command, Array(arguments[2...]))
  }
}
