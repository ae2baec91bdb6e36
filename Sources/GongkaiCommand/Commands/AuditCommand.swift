// gongkai audit: files and folders → findings and a summary.
import ArgumentParser
import Batch
import Foundation
import Glibc
import Gongkai
import Output
import Workbook

/// The formats of `audit`.
enum AuditFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, jsonl, sarif, csv, html, xlsx, sqlite
}

struct AuditCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "audit",
      abstract: say("审核文件和文件夹中的全部年度报告", "Audits every report in the files and folders given"))
  }

  @OptionGroup var inputs: InputOptions
  @Option(help: help("输出格式", "format of the results"))
  var format: AuditFormat = .text
  @OptionGroup var output: OutputOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var baseline: BaselineOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var display: DisplayOptions
  @OptionGroup var batch: BatchOptions
  @Flag(name: .shortAndLong, help: help("也列出没有问题的报告", "name reports without findings too"))
  var verbose = false

  @Option(
    help: help(
      "把标注了问题的 PDF 副本写入此文件夹", "write copies of the PDFs with the findings marked into this folder", valueName: "dir"))
  var annotate: String?

  func run() throws {
    let (settings, configuration) = try rules.settings()
    let known = try baseline.known()
    let job = AuditJob(
      settings: settings, language: language.language,
      drawing: DrawingOrder(
        clippings: format == .html, annotatedPDF: annotate != nil,
        known: annotate == nil ? [] : known?.fingerprints ?? []))
    var run = Run(
      job: job, limits: batch.limits.limits(jobs: batch.jobs), isVerbose: verbose, isInProcess: batch.inProcess,
      showsProgress: !batch.noProgress, usesCache: !batch.noCache)
    let queue = try inputs.queue()
    if let annotate {
      try writing {
        run.annotations = try AnnotationWriter(folder: RawArguments.path(of: annotate), sparing: queue.files)
      }
    }
    (run.known, run.recorder) = (known, try baseline.recorder(sparing: queue.files))
    if verbose, let configuration {
      StandardError.write(say("gongkai：配置文件 \(configuration)\n", "gongkai: configuration \(configuration)\n"))
    }
    var summary = Summary()
    try writing { summary = try results(of: run, queue) }
    if format != .text {
      // A line of jsonl is a record: what only the end shows has no place in it.
      let text = SummaryText(language: language.language)
      let lines = (format == .jsonl ? text.lines(late: summary.late) : []) + text.lines(summary)
      StandardError.write(lines.joined(separator: "\n") + "\n")
    }
    throw ExitCode(summary.exitStatus(failOn: rules.failOn.severity))
  }

  /// A format that is a file or a folder of its own has a writer of its own.
  private func results(of run: Run, _ queue: InputQueue) throws -> Summary {
    if format == .html, let folder = output.folder {
      return try run.run(queue) {
        WebFolderWriter(folder, sparing: queue.files, language: language.language)
      }
    }
    if format == .sqlite { return try run.run(queue) { try DatabaseWriter(output, sparing: queue.files) } }
    return try run.run(queue, to: output, sink: { try sink(for: $0) })
  }

  private func sink(for descriptor: Int32) throws -> any RecordSink {
    switch format {
    case .json: JSONSink()
    case .jsonl: JSONLinesSink()
    case .sarif: SARIFSink(language: language.language)
    case .sqlite: preconditionFailure("the database has a writer of its own")
    case .xlsx:
      if isatty(descriptor) == 1 {
        throw ValidationError(
          say(
            "--format xlsx 不是文本，不能输出到终端；请用 --output 指定文件",
            "--format xlsx is no text for a terminal; --output names a file"))
      } else {
        try WorkbookSink(language: language.language, link: output.link)
      }
    case .html: HTMLSink(language: language.language)
    case .csv: FindingsCSVSink(language: language.language)
    case .text:
      TextSink(
        language: language.language, style: display.style(for: descriptor),
        width: DisplayOptions.terminalWidth(of: descriptor), showsClean: verbose)
    }
  }
}
