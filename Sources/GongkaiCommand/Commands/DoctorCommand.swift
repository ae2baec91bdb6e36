// gongkai doctor: this machine → whether everything that reading needs is there.
import ArgumentParser
import Batch
import CJemalloc
import Configuration
import Extraction
import Foundation
import Gongkai
import Output

struct DoctorCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "doctor",
      abstract: say("检查本机环境：依赖库、字体数据、隔离能力", "Looks at this machine: libraries, font data, sandbox, cores"))
  }

  @OptionGroup var language: LanguageOptions

  /// Where Debian's package poppler-data puts the tables for fonts that are not embedded.
  private static let fontData = "/usr/share/poppler/cMap"

  /// Of the allocator that this process uses; nil where it has another one, as under a tool that replaces it.
  private static var allocatorVersion: String? {
    var version: UnsafePointer<CChar>?
    var size = MemoryLayout<UnsafePointer<CChar>?>.size
    guard mallctl("version", &version, &size, nil, 0) == 0, let version else { return nil }
    return String(cString: version).split(separator: "-").first.map(String.init)
  }

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    let hasFontData = FileManager.default.fileExists(atPath: Self.fontData)
    let none = say("无", "none")
    let configuration = ConfigurationFile.find(from: FileManager.default.currentDirectoryPath)
    let lines = [
      (say("版本", "version"), Tool.version),
      ("poppler", PDFLibrary.version),
      (
        "poppler-data",
        hasFontData
          ? say("已安装", "installed")
          : say(
            "未安装：字体未嵌入的文件将无法读取；apt-get install poppler-data",
            "missing: files whose fonts are not embedded cannot be read; apt-get install poppler-data")
      ),
      ("jemalloc", Self.allocatorVersion ?? none),
      ("Landlock", Sandbox.landlockVersion.map { say("第 \($0) 版", "version \($0)") } ?? none),
      ("seccomp", Sandbox.hasSeccomp ? say("可用", "available") : none),
      (say("处理器核数", "cores"), String(ProcessInfo.processInfo.activeProcessorCount)),
      (say("缓存", "cache"), RecordCache.defaultFolder(environment: environment) ?? none),
      (say("配置文件", "configuration"), configuration ?? none),
    ]
    let width = lines.map(\.0.displayWidth).max() ?? 0
    for (name, value) in lines { print(name.padded(to: width + 2) + value) }
    var isUsable = hasFontData
    if let configuration {
      do {
        _ = try ConfigurationFile(path: configuration)
      } catch {
        StandardError.write("gongkai: \(error.text(.spoken))\n")
        isUsable = false
      }
    }
    if !isUsable { throw ExitCode(1) }
  }
}
