// Batch: the records of a run in order → the same, with what comparing them shows.
import Gongkai
import Output

/// Runs the rules that compare reports (C), each report against those that came before it.
public struct Comparison {
  private let language: Language
  /// Nil where no such rule is wanted.
  private var chain: ChainAuditor?

  public init(job: AuditJob, queue: InputQueue) {
    language = job.language
    chain = job.comparesReports ? ChainAuditor(settings: job.settings, inputs: queue.knownPaths) : nil
  }

  /// The record with what comparing it with the earlier ones shows.
  public mutating func complete(_ input: AuditedInput) -> EncodedRecord {
    var record = input.record
    let findings = chain?.take(input.digest, path: record.source.path) ?? []
    record.add(findings, language: language)
    return record
  }

  /// What only the end of the run could show.
  public mutating func finish() -> [LateFinding] {
    (chain?.finish() ?? []).map { path, report, finding in
      LateFinding(path: path, agency: report.agency, year: report.year, finding: finding, language: language)
    }
  }
}
