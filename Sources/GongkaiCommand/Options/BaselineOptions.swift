// GongkaiCommand: --baseline, --write-baseline → the findings that are known, and where those of this run go.
import ArgumentParser
import Batch
import Gongkai
import Output

struct BaselineOptions: ParsableArguments {
  @Option(
    help: help(
      "基线文件：其中已有的问题不再列出，也不影响退出码", "findings of this file are known: neither listed nor counted", valueName: "file"))
  var baseline: String?

  @Option(help: help("把本次的全部问题写成基线文件", "write all findings of this run into a baseline", valueName: "file"))
  var writeBaseline: String?

  /// Reads the baseline.
  /// - Throws: a usage error where it does not exist or is none.
  func known() throws -> Baseline? {
    guard let path = baseline.map(RawArguments.path(of:)) else { return nil }
    try requireExistence(of: path)
    do {
      return try Baseline(try InputFile.read(path))
    } catch let error as Baseline.Broken {
      throw unusable(path, error.reason)
    } catch {
      throw unusable(path, Localized(zh: "无法读取", en: "cannot be read"))
    }
  }

  private func unusable(_ path: InputPath, _ reason: Localized) -> ValidationError {
    ValidationError(
      say(
        "基线 \(path.text) 不可用：\(reason.zh)；可用 --write-baseline 重新生成",
        "the baseline \(path.text) cannot be used: \(reason.en); --write-baseline makes a new one"))
  }

  /// Takes up the findings of the run; nil where nobody wants them. The file appears when the run is whole.
  /// - Parameter inputs: files that are not overwritten.
  func recorder(sparing inputs: InputFiles) throws -> BaselineRecorder? {
    guard let path = writeBaseline.map(RawArguments.path(of:)) else { return nil }
    do {
      return BaselineRecorder(destination: try Destination(path: path, sparing: inputs))
    } catch let error as WritingError {
      StandardError.write("gongkai: \(error)\n")
      throw ExitCode(74)
    }
  }
}

/// Writes a baseline.
final class BaselineRecorder {
  private var destination: Destination
  private var baseline = Baseline()

  init(destination: consuming Destination) { self.destination = destination }

  func add(_ record: EncodedRecord) { baseline.add(record) }

  func finish(late: [LateFinding]) throws {
    for finding in late { baseline.add(finding) }
    try destination.write(baseline.bytes)
    try destination.finish()
  }
}
