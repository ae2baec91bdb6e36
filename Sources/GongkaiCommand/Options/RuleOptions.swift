// GongkaiCommand: --select, --ignore, --config, --no-config, --fail-on → the settings of the audit.
import ArgumentParser
import Configuration
import Foundation
import Gongkai

/// The threshold of `--fail-on`.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case error, warning, info, never

  var severity: Severity? { Severity(rawValue: rawValue) }
}

struct RuleOptions: ParsableArguments {
  @Option(
    help: help(
      "只用这些规则（编号或其开头，逗号分隔，如 A,S001）；代替配置文件中的 select 和 ignore",
      "only these rules: ids or their beginnings, with commas (A,S001); in place of select and ignore of the configuration",
      valueName: "ids"))
  var select: [String] = []

  @Option(
    help: help(
      "不用这些规则；与配置文件中的 ignore 合并", "not these rules, nor those that the configuration ignores", valueName: "ids"))
  var ignore: [String] = []

  @Option(
    help: help(
      "配置文件，默认为工作目录及其上各级中最近的 gongkai.yml",
      "configuration; default: the nearest gongkai.yml in the working directory or above it", valueName: "file"))
  var config: String?

  @Flag(help: help("不用配置文件", "use no configuration file"))
  var noConfig = false

  @Option(help: help("自此级别的问题起退出码为 1", "exit with 1 from findings of this severity", valueName: "severity"))
  var failOn: FailOn = .error

  func validate() throws {
    guard config == nil || !noConfig else {
      throw ValidationError(say("--config 与 --no-config 不能并用", "--config and --no-config contradict each other"))
    }
  }

  /// The rules as the audit takes them, and the configuration file that they come of.
  func settings() throws -> (settings: Settings, configuration: String?) {
    let file = try configuration()
    var settings = file?.settings ?? Settings()
    let selected = try ids(select)
    guard select.isEmpty || !selected.isEmpty else {
      throw ValidationError(say("--select 未给出任何规则", "--select names no rule"))
    }
    if !selected.isEmpty { (settings.selected, settings.ignored) = (selected, []) }
    settings.ignored += try ids(ignore)
    return (settings, file?.path)
  }

  private func configuration() throws -> ConfigurationFile? {
    guard !noConfig else { return nil }
    guard let path = config ?? ConfigurationFile.find(from: FileManager.default.currentDirectoryPath) else {
      return nil
    }
    do {
      return try ConfigurationFile(path: path)
    } catch {
      throw ValidationError(error.text(.spoken))
    }
  }

  private func ids(_ lists: [String]) throws -> [String] {
    try lists.flatMap { $0.split(separator: ",") }.map { $0.filter { $0 != " " } }.map { written in
      guard let id = Catalogue.prefix(written) else {
        throw ValidationError(
          say("没有规则 \(written)；“gongkai rules”列出全部规则", "there is no rule \(written); `gongkai rules` lists them"))
      }
      return id
    }
  }
}
