// Output: FindingJSON → a SARIF result.
import Audit
import Foundation
import Statute

/// A finding as viewers show it.
///
/// What would mend it stands in the message and in `properties.suggestions`; SARIF's `fixes` replace stretches of a text file,
/// which a PDF is not.
struct SARIFResult: JSONWritable {
  private let finding: FindingJSON
  private let ruleIndex: Int?
  private let artifact: SARIFArtifact
  private let language: Language

  init(_ finding: FindingJSON, ruleIndex: Int?, artifact: SARIFArtifact, language: Language) {
    (self.finding, self.ruleIndex, self.artifact, self.language) = (finding, ruleIndex, artifact, language)
  }

  func write(to json: inout JSONWriter) {
    let cells = finding.table.map { table in (finding.cells ?? []).map { SARIFLogicalLocation(table: table, cell: $0) }
    }
    json.object { json in
      json.field("ruleId", finding.rule)
      json.optionalField("ruleIndex", ruleIndex)
      json.field("level", finding.severity.sarifLevel)
      json.field("message", SARIFText(message))
      json.field("locations", [location(cells?.first)])
      if let rest = cells?.dropFirst(), !rest.isEmpty {
        json.field("relatedLocations", rest.map { SARIFLocation(artifact: artifact, logical: $0) })
      }
      json.field("partialFingerprints", Fingerprint(value: finding.fingerprint))
      json.field("properties", Properties(finding: finding))
    }
  }

  private var message: String {
    var lines = [finding.message]
    if let quote = finding.quote { lines.append(language.say("原文：", "Text: ") + quote) }
    for correction in finding.allSuggestions {
      lines.append(language.say("更正建议：", "Suggestion: ") + correction.sentence(language))
    }
    return lines.joined(separator: "\n")
  }

  private func location(_ cell: SARIFLogicalLocation?) -> SARIFLocation {
    SARIFLocation(
      artifact: artifact,
      logical: cell ?? finding.table.map(SARIFLogicalLocation.init(table:))
        ?? finding.section.map(SARIFLogicalLocation.init(section:)), place: finding.place)
  }

  private struct Fingerprint: JSONWritable {
    var value: String
    func write(to json: inout JSONWriter) { json.object { $0.field("gongkai/v1", value) } }
  }

  private struct Properties: JSONWritable {
    var finding: FindingJSON

    func write(to json: inout JSONWriter) {
      json.object { json in
        json.optionalField("table", finding.table)
        json.optionalField("section", finding.section)
        json.optionalField("expected", finding.expected)
        json.optionalField("actual", finding.actual)
        json.optionalField("quote", finding.quote)
        if !finding.allSuggestions.isEmpty { json.field("suggestions", finding.allSuggestions) }
      }
    }
  }
}
