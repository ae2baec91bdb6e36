// GongkaiCommand: --select, --ignore, --fail-on.
import ArgumentParser
import Gongkai

/// The threshold of `--fail-on`.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case error, warning, info, never

  var severity: Severity? { Severity(rawValue: rawValue) }
}

struct RuleOptions: ParsableArguments {
  @Option(
    help: help(
      "只用这些规则（编号或其开头，逗号分隔，如 A,S001）", "only these rules: ids or their beginnings, with commas (A,S001)",
      valueName: "ids"))
  var select: [String] = []

  @Option(help: help("不用这些规则", "not these rules", valueName: "ids"))
  var ignore: [String] = []

  @Option(help: help("自何种程度的问题起退出码为 1", "exit with 1 from findings of this severity"))
  var failOn: FailOn = .error

  /// The rules as the audit takes them.
  func settings() throws -> Settings {
    Settings(selected: try ids(select), ignored: try ids(ignore))
  }

  private func ids(_ lists: [String]) throws -> [String] {
    let ids = lists.flatMap { $0.split(separator: ",") }.map { $0.trimmed.uppercased() }
    for id in ids where !Catalogue.rules.contains(where: { $0.id.hasPrefix(id) }) {
      throw ValidationError(
        say("没有规则 \(id)；“gongkai rules”列出全部规则", "there is no rule \(id); `gongkai rules` lists them"))
    }
    return ids
  }
}

extension Substring {
  /// Without spaces at its ends.
  fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
