// gongkai extract: files → the reconstructed reports.
import ArgumentParser
import Batch
import Gongkai
import Output

/// The formats of `extract`.
enum ExtractFormat: String, ExpressibleByArgument, CaseIterable {
  case json, csv, text
}

struct ExtractCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "extract",
      abstract: say("只还原报告：各部分、各表、每格及其位置", "Only the reconstructed reports: sections, tables, cells with their places"),
      usage: "\(Tool.name) extract [<options>] [<path> ...]")
  }

  @OptionGroup var inputs: InputOptions
  @Option(help: help("输出格式", "format of the results"))
  var format: ExtractFormat = .json
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var display: DisplayOptions
  @OptionGroup var batch: BatchOptions
  @Flag(help: help("不用配置文件（本命令从不使用）", "use no configuration file; this command never does"))
  var noConfig = false

  func run() throws {
    // Only the rules on the reading itself: whether there is a report, and which cells could not be read.
    let job = AuditJob(settings: Settings(selected: ["X"]), language: language.language)
    let queue = try inputs.queue()
    let isArray = queue.known != 1 || !queue.isComplete
    let summary = try Run(
      job: job, limits: batch.limits.limits(jobs: batch.jobs), showsProgress: !batch.noProgress,
      usesCache: !batch.noCache, tellsFailures: true
    )
    .run(
      queue, to: output, sink: { sink(for: $0, isArray: isArray) })
    throw ExitCode(summary.exitStatus(failOn: nil))
  }

  private func sink(for descriptor: Int32, isArray: Bool) -> any RecordSink {
    switch format {
    case .json: ReadingJSONSink(isArray: isArray)
    case .csv: CellsCSVSink()
    case .text:
      ReadingTextSink(
        language: language.language, style: display.style(for: descriptor),
        width: DisplayOptions.pageWidth(of: descriptor))
    }
  }
}
