// GongkaiCommand: inputs, a format and a destination → the results written, and their summary.
import ArgumentParser
import Batch
import Foundation
import Glibc
import Gongkai
import Output

/// Standard error.
enum StandardError {
  static func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(2, $0.baseAddress, $0.count) }
  }
}

/// A run over inputs.
struct Run {
  let job: AuditJob
  let limits: BatchLimits
  var isVerbose = false
  /// For measuring what isolation costs.
  var isInProcess = false
  var showsProgress = false
  /// True where records of earlier runs may be used.
  var usesCache = false
  /// True where the results have no place for why an input could not be read: standard error then says it.
  var tellsFailures = false
  /// Where marked copies of the PDFs go, if they are wanted.
  var annotations: AnnotationWriter?
  /// Findings that are not shown.
  var known: Baseline?
  /// What takes up all findings, the known ones too.
  var recorder: BaselineRecorder?

  /// Writes what the sink makes of the records.
  /// - Throws: an exit code where the run ended otherwise than by its own end.
  func run(_ queue: InputQueue, to output: OutputOptions, sink: (Int32) throws -> any RecordSink) throws -> Summary {
    try run(queue) { try StreamWriter(output, sparing: queue.files, sink: sink) }
  }

  /// Hands the records to a writer.
  /// - Throws: an exit code where the run ended otherwise than by its own end.
  func run<Writer: ResultWriter & ~Copyable>(_ queue: InputQueue, writer: () throws -> Writer) throws -> Summary {
    ignoreSignalsOfWriting()
    var summary = Summary()
    var progress = ProgressLine(isWanted: showsProgress, language: job.language)
    defer { progress.clear() }
    do {
      var writer = try writer()
      try writer.begin()
      let isOnTerminal = writer.isOnTerminal
      let (outcome, passedOver, late) = try batch(
        queue,
        onRecord: { record in
          recorder?.add(record)
          var record = record
          if let known { summary.known += known.strip(&record) }
          summary.add(record)
          if isOnTerminal || (tellsFailures && record.status == .unreadable) { progress.clear() }
          try writer.add(record)
          if tellsFailures { try tellFailure(of: record) }
          try annotations?.add(record)
        }, onTick: { progress.show($0, summary) })
      progress.clear()
      summary.passedOver = passedOver
      for finding in late {
        if known?.contains(finding.finding.fingerprint) == true {
          summary.known += 1
        } else {
          summary.add(finding)
        }
      }
      if case .interrupted(_, let notDone) = outcome { summary.notDone = notDone }
      try writer.finish(summary)
      annotations?.finish()
      if case .interrupted(let signal, let notDone) = outcome {
        StandardError.write(
          say("gongkai：已中断，\(notDone) 份未处理\n", "gongkai: interrupted, \(notDone) inputs not done\n"))
        throw ExitCode(128 + signal)
      }
      try recorder?.finish(late: late)
    } catch is ReaderGone {
      throw ExitCode(128 + SIGPIPE)
    } catch let error as WorkerProcess.CannotStart {
      progress.clear()
      StandardError.write("gongkai: \(error)\n")
      throw ExitCode(71)
    } catch let error as WritingError {
      progress.clear()
      StandardError.write("gongkai: \(error)\n")
      throw ExitCode(74)
    }
    return summary
  }

  private func batch(
    _ queue: InputQueue, onRecord: (EncodedRecord) throws -> Void, onTick: (BatchProgress) -> Void
  ) throws -> (Supervisor.Outcome, passedOver: Int, late: [LateFinding]) {
    guard isInProcess else {
      var supervisor = Supervisor(queue: queue, job: job, limits: limits, cache: cache(), isVerbose: isVerbose)
      let outcome = try supervisor.run(onRecord: onRecord, onTick: onTick)
      for input in supervisor.undrawn {
        notDrawn(input)
        annotations?.isNotDrawn(input.path)
      }
      return (outcome, supervisor.passedOver, supervisor.lateFindings)
    }
    var queue = queue
    var comparison = Comparison(job: job, queue: queue)
    while case .input(let input) = queue.next() { try onRecord(comparison.complete(job.run(input))) }
    return (.finished, queue.passedOver, comparison.finish())
  }

  private func tellFailure(of record: EncodedRecord) throws {
    guard record.status == .unreadable else { return }
    for finding in try record.decodedFindings() {
      StandardError.write("gongkai: \(record.source.path.printable): \(finding.message)\n")
    }
  }

  /// A worker failed at drawing an input: its record is whole, its pictures or its marked copy are not there.
  private func notDrawn(_ input: Supervisor.Undrawn) {
    let message = Finding.failure(input.reason).message
    StandardError.write(
      job.language == .zh
        ? "gongkai：\(input.path)：已审核，但未能绘制：\(message.zh)\n"
        : "gongkai: \(input.path): audited, but not drawn: \(message.en)\n")
  }

  private func cache() -> RecordCache? {
    // Marked copies are as large as their originals.
    guard usesCache, !job.drawing.annotatedPDF,
      let folder = RecordCache.defaultFolder(environment: ProcessInfo.processInfo.environment)
    else { return nil }
    let cache = RecordCache(folder: folder, job: job)
    if cache == nil && isVerbose { StandardError.write("gongkai: no cache: \(folder) cannot be written to\n") }
    return cache
  }
}
