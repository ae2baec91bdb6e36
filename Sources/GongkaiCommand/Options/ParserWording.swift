// GongkaiCommand: what the parser of arguments says in English → the same in the language of help and errors.
import ArgumentParser
import Gongkai

enum ParserWording {
  /// Ends the program with an error, or with the help that was asked for.
  static func leave(_ command: (some ParsableCommand).Type, _ error: any Error) -> Never {
    let text = command.fullMessage(for: error)
    guard Language.spoken == .zh, !text.isEmpty else { command.exit(withError: error) }
    let code = command.exitCode(for: error)
    if code.isSuccess { print(chinese(text)) } else { StandardError.write(chinese(text) + "\n") }
    command.exit(withError: code)
  }

  /// The words at the beginning of lines.
  private static let frames = [
    ("Error: ", "错误："), ("Usage: ", "用法："), ("Help:  ", "说明："), ("OVERVIEW: ", "概述："), ("USAGE: ", "用法："),
    ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "子命令："),
  ]
  /// The words within them.
  private static let words = [
    ("(values: ", "（可取："), ("; default: ", "；默认："), ("(default: ", "（默认："), ("Show the version.", "显示版本"),
    ("Show help information.", "显示帮助"),
  ]

  static func chinese(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line(String($0)) }.joined(separator: "\n")
  }

  private static func line(_ text: String) -> String {
    if let match = text.wholeMatch(of: #/\s+See '(.+)' for (more information|detailed help)\./#) {
      return "  详见 \(match.1)"
    }
    for (english, chinese) in frames where text.hasPrefix(english) {
      return chinese + message(String(text.dropFirst(english.count)))
    }
    return words.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  private static func message(_ text: String) -> String {
    if let match = text.wholeMatch(of: #/Missing value for '(.+)'/#) { return "\(match.1) 缺少取值" }
    if let match = text.wholeMatch(of: #/Missing expected argument '(.+)'/#) { return "缺少 \(match.1)" }
    if let match = text.wholeMatch(of: #/Unknown option '(.+?)'(?:\. Did you mean '(.+)'\?)?/#) {
      return "没有选项 \(match.1)" + (match.2.map { "，是否指 \($0)？" } ?? "")
    }
    if let match = text.wholeMatch(of: #/(?:\d+ unexpected arguments|Unexpected argument):? (.+)/#) {
      return "多余的参数：\(match.1)"
    }
    if let match = text.wholeMatch(of: #/The value '(.*)' is invalid for '(.+)'(?:\. Please provide (.+))?/#) {
      return "\(match.2) 不能是“\(match.1)”" + (match.3 == nil ? "" : "，可取：")
    }
    return words.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
