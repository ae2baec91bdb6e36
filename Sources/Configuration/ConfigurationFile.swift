// Configuration: the working directory → the `gongkai.yml` that holds there, and its bytes → settings of the audit.
import Audit
import Foundation
import Yams

/// A configuration file, read.
public struct ConfigurationFile: Hashable, Sendable {
  /// What the file is called where nobody names it.
  public static let name = "gongkai.yml"

  /// As it was named or found.
  public var path: String
  public var settings: Settings

  /// The nearest file of that name in a folder or one above it; nil where there is none.
  public static func find(from folder: String) -> String? {
    var folder = URL(filePath: folder, directoryHint: .isDirectory).standardizedFileURL
    while true {
      let candidate = folder.appending(path: name).path
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder), !isFolder.boolValue {
        return candidate
      }
      guard folder.path != "/" else { return nil }
      folder = folder.deletingLastPathComponent().standardizedFileURL
    }
  }

  /// Reads the file at `path`.
  public init(path: String) throws(ConfigurationError) {
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: path))
    } catch {
      throw ConfigurationError(
        path: path, line: nil,
        message: Localized(
          zh: "无法读取：文件不存在、没有权限，或者是文件夹", en: "cannot be read: no such file, no permission, or a folder"))
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw ConfigurationError(
        path: path, line: nil, message: Localized(zh: "不是 UTF-8 文本，请另存为 UTF-8", en: "is not UTF-8; save it as UTF-8"))
    }
    try self.init(text: text, path: path)
  }

  /// Reads the content of a file.
  public init(text: String, path: String) throws(ConfigurationError) {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw Self.syntaxError(error, path: path)
    }
    self.path = path
    settings =
      try root.map { node throws(ConfigurationError) in try ConfigurationReader(path: path).settings(node) }
      ?? Settings()
  }

  private static func syntaxError(_ error: any Error, path: String) -> ConfigurationError {
    func syntax(_ problem: String, _ line: Int?) -> ConfigurationError {
      ConfigurationError(
        path: path, line: line,
        message: Localized(
          zh: "不是合法的 YAML（\(problem)）；请检查缩进、冒号和引号",
          en: "is not valid YAML (\(problem)); check indents, colons and quotes"))
    }
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return syntax(problem, mark.line)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.joined(separator: ", ")
      return ConfigurationError(
        path: path, line: context.mark.line,
        message: Localized(zh: "键 \(keys) 出现多次，请合并为一处", en: "the key \(keys) stands there more than once; keep one"))
    case .reader(let problem, _, _, _): return syntax(problem, nil)
    case let other: return syntax(other.map { "\($0)" } ?? "\(error)", nil)
    }
  }
}
