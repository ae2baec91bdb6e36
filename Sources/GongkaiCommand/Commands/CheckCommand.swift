// gongkai check: one file → its tables redrawn, the cells of findings marked, each finding with its reason.
import ArgumentParser
import Batch
import Gongkai
import Output

struct CheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: say(
        "细看一份报告：重绘各表，标出有问题的格", "Spot check: the tables redrawn, offending cells marked, each finding explained"))
  }

  @Argument(help: help("文件；- 为标准输入", "a file; - is standard input", valueName: "file"))
  var file: String
  @OptionGroup var output: OutputOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var display: DisplayOptions
  @OptionGroup var limits: LimitOptions

  func run() throws {
    let path = RawArguments.path(of: file)
    try requireExistence(of: path)
    let job = AuditJob(settings: try rules.settings(), language: language.language)
    let summary = try Run(job: job, limits: limits.limits(jobs: 1)).run(
      InputQueue(paths: [path]), to: output,
      sink: { descriptor in
        CheckSink(
          language: language.language, style: display.style(for: descriptor),
          width: DisplayOptions.terminalWidth(of: descriptor) ?? 100)
      })
    throw ExitCode(summary.exitStatus(failOn: rules.failOn.severity))
  }
}
