// Audit: the reports of a run, one after another → what is wrong between them.
import Foundation
import ReportModel
import Statute

/// Compares each report with those of the run that came before it. Memory and time stay near linear: a body's neighbours are
/// found by name, similar texts by bands of their signatures, of which each bucket keeps a few.
///
/// ```swift
/// var chain = ChainAuditor(settings: settings, inputs: paths)
/// for record in records { record.add(chain.take(record.report.flatMap(ReportDigest.init), path: record.source.path)) }
/// for (path, _, finding) in chain.finish() { … }
/// ```
public struct ChainAuditor: Sendable {
  private let settings: Settings
  private var bodies = BodyRegister()
  /// By body, the first report of each year.
  private var reports: [Int: [Int: KnownReport]] = [:]
  private var texts = SimilarTexts()
  /// The inputs that have not been taken yet.
  private var waiting: WaitingInputs
  private var openGaps: [C008MissingYear.Gap] = []

  /// - Parameters:
  ///   - settings: which rules are wanted, and how they judge.
  ///   - inputs: the paths of all inputs of the run, in any order. A missing year is reported at once where no input
  ///     still to come has that year in its path, else at the end.
  public init(settings: Settings = Settings(), inputs: [String] = []) {
    self.settings = settings
    waiting = WaitingInputs(inputs)
  }

  /// Takes the next report, in the order of the inputs.
  /// - Parameters:
  ///   - digest: nil for an input that has none; its path is then only crossed off.
  ///   - path: of the input, as among those that the run was begun with.
  /// - Returns: what is wrong between it and the reports taken before, for its record, in the order of the catalogue. The
  ///   findings have fingerprints and severities but no places (`Record.add` gives them).
  public mutating func take(_ digest: ReportDigest?, path: String) -> [Finding] {
    waiting.crossOff(path)
    guard let digest else { return [] }
    let body = bodies.id(of: digest.agency)
    let taken = KnownReport(digest: digest, path: path, body: body)
    var findings: [Finding] = []
    let others = reports[body] ?? [:]
    for (earlier, later) in [(others[digest.year - 1], taken), (taken, others[digest.year + 1])] {
      guard let earlier, let later else { continue }
      findings += C001CarryOverChain.compare(earlier, later, taken: taken)
      findings += C002DocumentsChain.compare(earlier, later, taken: taken)
      findings += C003ItemsChain.compare(earlier, later, taken: taken)
      findings += C004CopiedNarrative.compare(earlier, later, taken: taken)
      findings += C005FrozenData.compare(earlier, later, taken: taken)
    }
    findings += C006CopiedFromAnother.compare(taken, texts.mostAlike(taken))
    if let first = others[digest.year] {
      findings.append(C007DuplicateReport.finding(taken, first))
    } else {
      reports[body, default: [:]][digest.year] = taken
      texts.add(taken)
      findings += missingYears(around: taken, others)
    }
    return finish(findings, digest)
  }

  /// The missing years that inputs still to come might have filled, each with the report that showed the gap.
  public mutating func finish() -> [(path: String, report: ReportDigest, finding: Finding)] {
    defer { openGaps = [] }
    return openGaps.filter { reports[$0.body]?[$0.year] == nil }.flatMap { gap in
      finish([C008MissingYear.finding(gap)], gap.shownBy.digest).map { (gap.shownBy.path, gap.shownBy.digest, $0) }
    }
  }

  private mutating func missingYears(around taken: KnownReport, _ others: [Int: KnownReport]) -> [Finding] {
    let gaps = C008MissingYear.gaps(around: taken, others)
    let open = gaps.filter { waiting.mayHold($0.year, besides: others, and: taken) }
    openGaps += open
    return gaps.filter { !open.contains($0) }.map(C008MissingYear.finding)
  }

  private func finish(_ findings: [Finding], _ digest: ReportDigest) -> [Finding] {
    var wanted = findings.filter { settings.wants($0.rule) }
    for index in wanted.indices {
      if let severity = settings.severities[wanted[index].rule] { wanted[index].severity = severity }
    }
    wanted.sign(agency: digest.agency, year: digest.year)
    // Stable by rule: the neighbour before comes before the neighbour behind.
    return Catalogue.rules.flatMap { rule in wanted.filter { $0.rule == rule.id } }
  }
}

/// A report that has been taken.
struct KnownReport: Hashable, Sendable {
  var digest: ReportDigest
  var path: String
  /// Its number in the register.
  var body: Int
}
