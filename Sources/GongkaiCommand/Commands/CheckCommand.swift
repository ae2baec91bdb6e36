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
        "细看一份报告：重绘各表，标出有问题的格", "Spot check: the tables redrawn, offending cells marked, each finding explained"),
      usage: "\(Tool.name) check [<options>] <file>")
  }

  @Argument(help: help("文件；- 为标准输入", "a file; - is standard input", valueName: "file"))
  var file: String
  @OptionGroup var output: OutputOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var display: DisplayOptions
  @OptionGroup var limits: LimitOptions

  @Option(help: help("另写一份标注了问题的 PDF", "also write a copy of the PDF with the findings marked", valueName: "pdf"))
  var annotate: String?

  func run() throws {
    let path = RawArguments.path(of: file)
    try requireExistence(of: path)
    try requireNoFolder(path)
    let job = AuditJob(
      settings: try rules.settings().settings, language: language.language,
      drawing: DrawingOrder(annotatedPDF: annotate != nil))
    var run = Run(job: job, limits: limits.limits(jobs: 1))
    let queue = InputQueue(paths: [path])
    if let annotate {
      run.annotations = try AnnotationWriter(file: RawArguments.path(of: annotate), sparing: queue.files)
    }
    let summary = try run.run(
      queue, to: output,
      sink: { descriptor in
        CheckSink(
          language: language.language, style: display.style(for: descriptor),
          width: DisplayOptions.pageWidth(of: descriptor))
      })
    throw ExitCode(summary.exitStatus(failOn: rules.failOn.severity))
  }
}
