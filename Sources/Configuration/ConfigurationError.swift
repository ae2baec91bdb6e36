// Configuration: why a `gongkai.yml` cannot be used.
import Audit

/// What is wrong with a configuration file, where, and what to do about it.
public struct ConfigurationError: Error, Hashable, Sendable {
  /// The file, as it was named or found.
  public var path: String
  /// From 1; nil where the whole file is meant.
  public var line: Int?
  public var message: Localized

  /// `gongkai.yml:3: …`.
  public func text(_ language: Language) -> String {
    let place = line.map { "\(path):\($0)" } ?? path
    return language == .zh ? "\(place)：\(message.zh)" : "\(place): \(message.en)"
  }
}
