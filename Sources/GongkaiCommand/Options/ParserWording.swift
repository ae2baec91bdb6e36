// GongkaiCommand: what the parser of arguments says in English → the same in the language of help and errors.
import ArgumentParser
import Gongkai
import Output

enum ParserWording {
  /// Ends the program with an error, or with the help that was asked for.
  static func leave(_ command: (some ParsableCommand).Type, _ error: any Error) -> Never {
    let text = withoutFarSuggestion(command.fullMessage(for: error))
    let code = command.exitCode(for: error)
    if !text.isEmpty {
      let told = Language.spoken == .zh ? chinese(whole(text, command)) : whole(text, command)
      if code.isSuccess { print(told) } else { StandardError.write(told + "\n") }
    }
    command.exit(withError: code)
  }

  /// True where the arguments name an option that the command does not have.
  static func isUnknownOption(_ error: any Error, of command: any ParsableCommand.Type) -> Bool {
    command.message(for: error).hasPrefix("Unknown option")
  }

  /// The parser suggests whatever takes up to three changes, of words of five letters too.
  private static func withoutFarSuggestion(_ text: String) -> String {
    guard let match = text.firstMatch(of: #/(Unknown option '-*(.+?)')\. Did you mean '-*(.+?)'\?/#) else {
      return text
    }
    let (typed, suggested) = (String(match.2), String(match.3))
    let changes = Array(typed).difference(from: Array(suggested)).count
    let isNear = suggested.hasPrefix(typed) || 2 * changes <= max(typed.count, suggested.count)
    return isNear ? text : text.replacingCharacters(in: match.range, with: match.1)
  }

  /// A subcommand that was read by itself does not know that it is one: usage and the way to help name the whole command.
  private static func whole(_ text: String, _ command: any ParsableCommand.Type) -> String {
    guard let name = command.configuration.commandName, name != Tool.name else { return text }
    return text.replacing("Usage: \(name)", with: "Usage: \(Tool.name) \(name)")
      .replacing("See '\(name) --help'", with: "See '\(Tool.name) \(name) --help'")
  }

  /// The words at the beginning of lines.
  private static let frames = [
    ("Error: ", "错误："), ("Usage: ", "用法："), ("Help:  ", "说明："), ("OVERVIEW: ", "概述："), ("USAGE: ", "用法："),
    ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "子命令："),
  ]
  /// The words within them.
  private static let words = [
    ("Show the version.", "显示版本"), ("Show help information.", "显示帮助"), ("<subcommand>", "<子命令>"),
    ("[<options>]", "[<选项>]"),
  ]

  static func chinese(_ text: String) -> String {
    brackets(text).split(separator: "\n", omittingEmptySubsequences: false).map { line(String($0)) }
      .joined(separator: "\n")
  }

  /// The values that an option can take and the one that it has, in brackets that may run over the end of a line.
  private static func brackets(_ text: String) -> String {
    text.replacing(#/(\S )?\((values: [^()]+|default: [^()]+)\)/#) { match in
      let values = match.2.replacing("values: ", with: "可取：").replacing(#/;(\s+)default: /#) { ending in
        "；" + (ending.1.contains("\n") ? String(ending.1) : "") + "默认："
      }
      return (match.1?.dropLast() ?? "") + "（" + values.replacing("default: ", with: "默认：") + "）"
    }
  }

  private static func line(_ text: String) -> String {
    if let match = text.wholeMatch(of: #/\s+See '(.+)' for (more information|detailed help)\./#) {
      return "  详见 \(translated(String(match.1)))"
    }
    for (english, chinese) in frames where text.hasPrefix(english) {
      return chinese + message(String(text.dropFirst(english.count)))
    }
    return translated(text)
  }

  private static func translated(_ text: String) -> String {
    words.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  private static func message(_ text: String) -> String {
    if let match = text.wholeMatch(of: #/Missing value for '(.+)'/#) { return "\(match.1) 缺少取值" }
    if let match = text.wholeMatch(of: #/Missing expected argument '(.+)'/#) { return "缺少 \(match.1)" }
    if let match = text.wholeMatch(of: #/Unknown option '(.+?)'(?:\. Did you mean '(.+)'\?)?/#) {
      return "没有选项 \(match.1)" + (match.2.map { "，是否指 \($0)？" } ?? "")
    }
    if let match = text.wholeMatch(of: #/(?:\d+ unexpected arguments|Unexpected argument):? (.+)/#) {
      return "多余的参数：" + match.1.matches(of: #/'(.*?)'(?:, |$)/#).map { "“\($0.1)”" }.joined(separator: "、")
    }
    if let match = text.wholeMatch(of: #/The value '(.*)' is invalid for '(.+)'(?:\. Please provide (.+))?/#) {
      // A few values stand behind the sentence, many on lines of their own.
      let values = (match.3 ?? "").matches(of: #/'(.+?)'/#).map { String($0.1) }.joined(separator: "、")
      return "\(match.2) 不能是“\(match.1)”" + (match.3 == nil ? "" : "，可取：\(values)")
    }
    return translated(text)
  }
}
