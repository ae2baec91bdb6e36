// Output: records → one SARIF 2.1.0 log with a single run, for code-scanning viewers.
import Audit

/// What `audit --format sarif` prints: the whole catalogue as rules, a result a finding.
///
/// Rules that could not judge a report are notifications of the invocation, not results: viewers would show them as faults.
public struct SARIFSink: RecordSink {
  private let language: Language
  private let ruleIndices: [String: Int]
  private var isFirst = true
  private var artifacts: [SARIFArtifact] = []
  private var notifications: [SARIFNotification] = []

  public init(language: Language) {
    self.language = language
    ruleIndices = Dictionary(
      Catalogue.rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public func opening() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.field("version", "2.1.0")
    }
    var run = JSONWriter()
    run.object { run in
      run.field("tool", SARIFTool(rules: Catalogue.rules, language: language))
      run.field("language", language == .zh ? "zh-CN" : "en-US")
      run.field("columnKind", "unicodeCodePoints")
    }
    return json.bytes.dropLast() + Array(",\"runs\":[".utf8) + run.bytes.dropLast() + Array(",\"results\":[".utf8)
  }

  public mutating func add(_ record: EncodedRecord) throws -> [UInt8] {
    let artifact = SARIFArtifact(record.source, index: artifacts.count)
    artifacts.append(artifact)
    notifications += try record.decodedUnchecked().map { SARIFNotification($0, artifact: artifact) }
    var bytes: [UInt8] = []
    for finding in try record.decodedFindings() { bytes += result(finding, artifact) }
    return bytes
  }

  private mutating func result(_ finding: FindingJSON, _ artifact: SARIFArtifact) -> [UInt8] {
    defer { isFirst = false }
    let result = SARIFResult(finding, ruleIndex: ruleIndices[finding.rule], artifact: artifact, language: language)
    return Array((isFirst ? "\n" : ",\n").utf8) + JSONWriter.bytes(result)
  }

  public mutating func closing(_ summary: Summary) -> [UInt8] {
    var late: [UInt8] = []
    for finding in summary.late {
      guard let artifact = artifacts.first(where: { $0.uri == SARIFArtifact.uri(of: finding.path) }) else { continue }
      late += result(finding.finding, artifact)
    }
    var json = JSONWriter()
    json.object { json in
      json.field("artifacts", artifacts)
      json.field("invocations", [SARIFInvocation(isWhole: summary.notDone == 0, notifications: notifications)])
    }
    return late + Array("\n],".utf8) + json.bytes.dropFirst() + Array("]}\n".utf8)
  }
}

/// How the run went.
private struct SARIFInvocation: JSONWritable {
  /// False where the run was broken off.
  var isWhole: Bool
  var notifications: [SARIFNotification]

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("executionSuccessful", isWhole)
      json.field("toolExecutionNotifications", notifications)
    }
  }
}

/// A rule that could not judge a report, and why.
private struct SARIFNotification: JSONWritable {
  var unchecked: UncheckedJSON
  var artifact: SARIFArtifact

  init(_ unchecked: UncheckedJSON, artifact: SARIFArtifact) {
    (self.unchecked, self.artifact) = (unchecked, artifact)
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("level", "note")
      json.field("message", SARIFText(unchecked.reason))
      json.field("associatedRule", RuleReference(id: unchecked.rule))
      json.field("locations", [SARIFLocation(artifact: artifact)])
    }
  }

  private struct RuleReference: JSONWritable {
    var id: String
    func write(to json: inout JSONWriter) { json.object { $0.field("id", id) } }
  }
}
