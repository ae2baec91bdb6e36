// gongkai inspect: one file → how it was read, for maintainers.
import ArgumentParser
import Extraction
import Gongkai
import Output
import Reconstruction

struct InspectCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "inspect",
      abstract: say(
        "供维护者：各页、各行，以及各表如何与表样对齐", "For maintainers: pages, lines, and how each table was aligned with its form"))
  }

  @Argument(help: help("文件；- 为标准输入", "a file; - is standard input", valueName: "file"))
  var file: String
  @OptionGroup var output: OutputOptions

  func run() throws {
    let path = RawArguments.path(of: file)
    try requireExistence(of: path)
    let bytes = path == .standardInput ? try InputFile.read(0) : try InputFile.read(path)
    let extracted = try Extractor.extract(bytes)
    var destination = try output.destination()
    try destination.write(Array(Inspection.describe(extracted.document).utf8))
    try destination.finish()
  }
}
