// Output: the findings of a run ↔ a file of their fingerprints, so that a later run shows only what is new.
import Audit
import Foundation

/// Findings that are known. One of them is known by its fingerprint alone, however the report is named or laid out.
///
/// That an input could not be read is never known: nobody has looked at it.
public struct Baseline: Hashable, Sendable {
  /// A finding of the file. All but the fingerprint is there for people.
  struct Entry: Hashable, Sendable, Codable {
    var fingerprint: String
    var rule: String
    var agency: String?
    var year: Int?
  }

  /// Why a file is no baseline.
  public struct Broken: Error, Hashable, Sendable {
    public var reason: Localized
  }

  private struct File: Codable {
    var schemaVersion: String
    var baseline: [Entry]
  }

  private static let version = "1.0"

  private var entries: [String: Entry] = [:]

  public init() {}

  /// The baseline that a file holds.
  public init(_ content: [UInt8]) throws(Broken) {
    let file: File
    do {
      file = try JSONDecoder().decode(File.self, from: Data(content))
    } catch {
      throw Broken(
        reason: Localized(zh: "不是 --write-baseline 写出的文件，或已损坏", en: "not written by --write-baseline, or damaged"))
    }
    guard file.schemaVersion.split(separator: ".").first == Self.version.split(separator: ".").first else {
      throw Broken(
        reason: Localized(
          zh: "格式版本为 \(file.schemaVersion)，本程序只识 \(Self.version)",
          en: "its format is version \(file.schemaVersion), this program knows \(Self.version)"))
    }
    for (index, entry) in file.baseline.enumerated() {
      guard entry.fingerprint.count == 16, entry.fingerprint.allSatisfy({ $0.isHexDigit }) else {
        throw Broken(
          reason: Localized(
            zh: "第 \(index + 1) 条的指纹“\(entry.fingerprint)”不是 16 位十六进制数",
            en: "entry \(index + 1) has the fingerprint “\(entry.fingerprint)”, which is not of 16 hexadecimal digits"))
      }
      entries[entry.fingerprint] = entry
    }
  }

  /// Takes up all findings of a record.
  public mutating func add(_ record: EncodedRecord) {
    for finding in record.findings where Self.canBeKnown(finding.rule) {
      entries[finding.fingerprint] = Entry(
        fingerprint: finding.fingerprint, rule: finding.rule, agency: record.agency, year: record.year)
    }
  }

  /// Takes up a finding that only the end of the run showed.
  public mutating func add(_ late: LateFinding) {
    entries[late.finding.fingerprint] = Entry(
      fingerprint: late.finding.fingerprint, rule: late.finding.rule, agency: late.agency, year: late.year)
  }

  /// The fingerprints of all of them.
  public var fingerprints: Set<String> { Set(entries.keys) }

  /// True for a finding that is in the baseline.
  public func contains(_ fingerprint: String) -> Bool { entries[fingerprint] != nil }

  /// Takes the known findings out of a record.
  /// - Returns: how many they were.
  public func strip(_ record: inout EncodedRecord) -> Int {
    let before = record.findings.count
    record.findings.removeAll { Self.canBeKnown($0.rule) && contains($0.fingerprint) }
    return before - record.findings.count
  }

  /// The file: a line a finding, by body, year and rule, whatever the order of the inputs was.
  public var bytes: [UInt8] {
    let sorted = entries.values.sorted { a, b in
      (a.agency ?? "", a.year ?? 0, a.rule, a.fingerprint) < (b.agency ?? "", b.year ?? 0, b.rule, b.fingerprint)
    }
    let lines = sorted.map { entry in
      var json = JSONWriter()
      json.object { json in
        json.field("fingerprint", entry.fingerprint)
        json.field("rule", entry.rule)
        json.optionalField("agency", entry.agency)
        json.optionalField("year", entry.year)
      }
      return json.bytes
    }
    let head = Array("{\"schemaVersion\":\"\(Self.version)\",\"baseline\":[".utf8)
    return head + Array(lines.map { [UInt8(ascii: "\n")] + $0 }.joined(separator: [UInt8(ascii: ",")]))
      + Array("\n]}\n".utf8)
  }

  /// X002 to X008 say that an input could not be read.
  private static func canBeKnown(_ rule: String) -> Bool {
    guard case .reading = Catalogue.rule(rule)?.scope else { return true }
    return false
  }
}
