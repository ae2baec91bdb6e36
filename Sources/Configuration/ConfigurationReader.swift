// Configuration: the nodes of a YAML document → settings, or what is wrong with them and in which line.
import Audit
import Yams

/// Reads the keys of the file. Every key that is not known and every value that is none is an error: a misspelt word that is
/// passed over in silence would switch a check off.
struct ConfigurationReader {
  let path: String

  private static let keys = ["select", "ignore", "severities", "deadlines", "labels"]
  private static let deadlineKeys = ["departments", "governments"]

  func settings(_ root: Node) throws(ConfigurationError) -> Settings {
    var settings = Settings()
    // A file of comments is a document with nothing in it.
    guard !isNothing(root) else { return settings }
    for (key, value) in try pairs(root, of: Localized(zh: "文件", en: "the file"), known: Self.keys) {
      switch key.text {
      case "select": settings.selected = try ruleIDs(value)
      case "ignore": settings.ignored = try ruleIDs(value)
      case "severities": settings.severities = try severities(value)
      case "labels": settings.allowedLabels = try texts(value).map(\.text)
      case "deadlines":
        for (key, value) in try pairs(value, of: Localized(zh: "deadlines", en: "deadlines"), known: Self.deadlineKeys)
        {
          let deadline = try self.deadline(value)
          if key.text == "departments" {
            settings.departmentDeadline = deadline
          } else {
            settings.governmentDeadline = deadline
          }
        }
      default: break
      }
    }
    return settings
  }

  // MARK: values

  private func ruleIDs(_ node: Node) throws(ConfigurationError) -> [String] {
    var ids: [String] = []
    for entry in try texts(node) {
      for part in entry.text.split(separator: ",") {
        let written = part.filter { !$0.isWhitespace }
        guard let id = Catalogue.prefix(written) else { throw unknownRule(written, entry.line) }
        ids.append(id)
      }
    }
    return ids
  }

  private func severities(_ node: Node) throws(ConfigurationError) -> [String: Severity] {
    var severities: [String: Severity] = [:]
    for (key, value) in try pairs(node, of: Localized(zh: "severities", en: "severities"), known: nil) {
      guard let rule = Catalogue.rule(key.text.uppercased()) else { throw unknownRule(key.text, key.line) }
      guard let word = value.scalar?.string, let severity = Severity(rawValue: word) else {
        let words = Severity.allCases.map(\.rawValue).joined(separator: ", ")
        throw error(
          value,
          Localized(zh: "\(key.text) 的级别须为 \(words) 之一", en: "the severity of \(key.text) has to be one of \(words)"))
      }
      severities[rule.id] = severity
    }
    return severities
  }

  /// `03-31`: month and day.
  private func deadline(_ node: Node) throws(ConfigurationError) -> Deadline {
    let parts = (node.scalar?.string ?? "").split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    let lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard parts.count == 2, let month = parts[0], let day = parts[1], (1...12).contains(month),
      (1...lengths[month - 1]).contains(day)
    else {
      throw error(
        node, Localized(zh: "期限须写作“月-日”，如 01-31", en: "a deadline is written month-day, such as 01-31"))
    }
    return Deadline(month: month, day: day)
  }

  // MARK: nodes

  private typealias Entry = (text: String, line: Int?)

  private func isNothing(_ node: Node) -> Bool { node.scalar?.string.isEmpty == true }

  /// The entries of a list; a single value is a list of one.
  private func texts(_ node: Node) throws(ConfigurationError) -> [Entry] {
    let nodes = node.sequence.map(Array.init) ?? [node]
    var entries: [Entry] = []
    for entry in nodes {
      guard let text = entry.scalar?.string, !text.isEmpty else {
        throw error(
          entry, Localized(zh: "此处须为文字的列表，如 [A001, S011]", en: "a list of words belongs here, such as [A001, S011]"))
      }
      entries.append((text, entry.mark?.line))
    }
    return entries
  }

  /// - Parameter known: the keys that there are; nil where any may stand.
  private func pairs(
    _ node: Node, of name: Localized, known: [String]?
  ) throws(ConfigurationError) -> [(key: Entry, value: Node)] {
    guard let mapping = node.mapping else {
      throw error(
        node,
        Localized(zh: "\(name.zh)的内容须为“键: 值”", en: "what \(name.en) holds has to be keys with values (key: value)"))
    }
    var pairs: [(key: Entry, value: Node)] = []
    for (key, value) in mapping {
      let text = key.scalar?.string ?? ""
      if let known, !known.contains(text) {
        let all = known.joined(separator: ", ")
        throw error(key, Localized(zh: "没有键“\(text)”；可用的键：\(all)", en: "unknown key “\(text)”; there are: \(all)"))
      }
      pairs.append(((text, key.mark?.line), value))
    }
    return pairs
  }

  // MARK: errors

  private func unknownRule(_ id: String, _ line: Int?) -> ConfigurationError {
    ConfigurationError(
      path: path, line: line,
      message: Localized(
        zh: "没有规则 \(id)；“gongkai rules”列出全部规则", en: "there is no rule \(id); `gongkai rules` lists them"))
  }

  private func error(_ node: Node, _ message: Localized) -> ConfigurationError {
    ConfigurationError(path: path, line: node.mark?.line, message: message)
  }
}
