// gongkai audit: files and folders → findings and a summary.
import ArgumentParser
import Batch
import Foundation
import Gongkai
import Output

/// The formats of `audit`.
enum AuditFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, jsonl
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
  @OptionGroup var language: LanguageOptions
  @OptionGroup var display: DisplayOptions
  @OptionGroup var batch: BatchOptions
  @Flag(name: .shortAndLong, help: help("也列出没有问题的报告", "name reports without findings too"))
  var verbose = false

  func run() throws {
    let job = AuditJob(settings: try rules.settings(), language: language.language)
    let summary = try Run(
      job: job, limits: batch.limits.limits(jobs: batch.jobs), isVerbose: verbose, isInProcess: batch.inProcess,
      showsProgress: !batch.noProgress, usesCache: !batch.noCache
    ).run(
      try inputs.queue(), to: output, sink: { sink(for: $0) })
    if format != .text {
      StandardError.write(SummaryText(language: language.language).lines(summary).joined(separator: "\n") + "\n")
    }
    throw ExitCode(summary.exitStatus(failOn: rules.failOn.severity))
  }

  private func sink(for descriptor: Int32) -> any RecordSink {
    switch format {
    case .json: JSONSink()
    case .jsonl: JSONLinesSink()
    case .text:
      TextSink(
        language: language.language, style: display.style(for: descriptor),
        width: DisplayOptions.terminalWidth(of: descriptor), showsClean: verbose)
    }
  }
}
