// gongkai inspect: one file → how it was read, for maintainers.
import ArgumentParser
import Batch
import Extraction
import Gongkai
import Output
import Reconstruction

struct InspectCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "inspect",
      abstract: say(
        "供维护者：各页、各行，以及各表如何与表样对齐", "For maintainers: pages, lines, and how each table was aligned with its form"),
      usage: "\(Tool.name) inspect [<options>] <file>")
  }

  @Argument(help: help("文件；- 为标准输入", "a file; - is standard input", valueName: "file"))
  var file: String
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions

  @Option(
    help: help(
      "改为绘图：在页面上画出字、线、行、列和各格的读法",
      "draw it instead: words, edges, rows, columns and the reading of each cell, on the page",
      valueName: "file"))
  var svg: String?

  @Option(
    help: help("只画这一页；默认画出有表的各页", "draw this page alone; default: every page that holds a table", valueName: "number"))
  var page: Int?

  func validate() throws {
    if page != nil, svg == nil { throw ValidationError(say("--page 须与 --svg 同用", "--page goes with --svg")) }
    if svg != nil, output.output != nil {
      throw ValidationError(say("--svg 与 --output 只能用一个", "give --svg or --output, not both"))
    }
  }

  func run() throws {
    let path = RawArguments.path(of: file)
    try requireExistence(of: path)
    try requireNoFolder(path)
    let content: [UInt8]
    do {
      content = try self.content(path == .standardInput ? try InputFile.read(0) : try InputFile.read(path))
    } catch let failure as ReadingFailure {
      let message = Finding.failure(failure).message
      StandardError.write("gongkai: \(path.text): \(say(message.zh, message.en))\n")
      throw ExitCode(2)
    }
    let target = (svg ?? output.output).map(RawArguments.path(of:))
    let inputs = InputFiles()
    inputs.insert(path)
    try writing {
      var destination = try Destination(path: target == .standardInput ? nil : target, sparing: inputs)
      try destination.write(content)
      try destination.finish()
    }
  }

  private func content(_ bytes: [UInt8]) throws -> [UInt8] {
    let extracted = try Extractor.extract(bytes)
    return svg == nil ? Array(Inspection.describe(extracted.document).utf8) : try drawing(of: extracted, bytes).bytes
  }

  private func drawing(of extracted: Extracted, _ bytes: [UInt8]) throws -> SketchDrawing {
    let sketch = Sketch(extracted.document)
    guard let count = extracted.pages else {
      if page != nil { throw ValidationError(say("文本没有页", "a text has no pages")) }
      return SketchDrawing(text: SketchText(sketch))
    }
    if let page, !(1...count).contains(page) {
      throw ValidationError(say("文件只有 \(count) 页", "the file has \(count) pages"))
    }
    let renderer = try PageRenderer(bytes)
    let withTable = sketch.pages.filter { SketchPage.holdsTable($0.number, of: sketch) }
    let wanted = page.map { number in sketch.pages.filter { $0.number == number } } ?? withTable
    return SketchDrawing(
      pages: (wanted.isEmpty ? sketch.pages : wanted).map { page in
        SketchPage(page: page, tables: sketch.tables, print: renderer.picture(ofPage: page.number))
      })
  }
}
