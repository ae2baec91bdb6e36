// GongkaiCommand: where the program starts.
import ArgumentParser
import Output

@main
struct Main: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: Tool.name,
      abstract: say("审核政府信息公开工作年度报告", "Audits Chinese annual reports on government information disclosure"),
      version: "\(Tool.name) \(Tool.version)",
      subcommands: [
        AuditCommand.self, CheckCommand.self, ExtractCommand.self, InspectCommand.self, RulesCommand.self,
        DoctorCommand.self,
        WorkerCommand.self,
      ])
  }
}
