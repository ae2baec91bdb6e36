// GongkaiCommand: --jobs, --timeout, --memory-limit, --no-progress.
import ArgumentParser
import Batch
import Foundation

/// The options that take a number, and which numbers they take.
enum NumberOption: String {
  case jobs = "--jobs"
  case timeout = "--timeout"
  case memoryLimit = "--memory-limit"

  private var least: Int { self == .memoryLimit ? 64 : 1 }
  private var most: Int? { self == .jobs ? 512 : nil }

  /// - Throws: a usage error where the option does not take this number.
  func require(_ number: Int) throws {
    guard !(least...(most ?? .max)).contains(number) else { return }
    throw ValidationError(
      most.map { say("\(rawValue) 须在 \(least) 到 \($0) 之间", "\(rawValue) must be from \(least) to \($0)") }
        ?? say("\(rawValue) 至少为 \(least)", "\(rawValue) must be at least \(least)"))
  }

  /// The parser takes a negative number for an option of its own, and names neither.
  /// - Throws: a usage error where one stands behind an option that takes a number.
  static func requireNone(negativeIn arguments: [String]) throws {
    for (name, value) in zip(arguments, arguments.dropFirst()) {
      guard let option = NumberOption(rawValue: name == "-j" ? "--jobs" : name), let number = Int(value), number < 0
      else { continue }
      try option.require(number)
    }
  }
}

/// What one file may take.
struct LimitOptions: ParsableArguments {
  @Option(help: help("每个文件最多用几秒", "time that one file may take", valueName: "seconds"))
  var timeout = 60

  @Option(help: help("每个工作进程最多占用多少 MiB 内存", "memory that one worker may take", valueName: "mib"))
  var memoryLimit = 2048

  func limits(jobs: Int) -> BatchLimits {
    BatchLimits(jobs: jobs, timeoutSeconds: timeout, memoryMiB: memoryLimit)
  }

  func validate() throws {
    try NumberOption.timeout.require(timeout)
    try NumberOption.memoryLimit.require(memoryLimit)
  }
}

struct BatchOptions: ParsableArguments {
  @Option(
    name: .shortAndLong, help: help("同时读取几个文件，每个处理器核一个", "files read at once, one a core", valueName: "n"))
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  @OptionGroup var limits: LimitOptions

  @Flag(help: help("不使用以往运行的结果", "do not use results of earlier runs"))
  var noCache = false

  /// For measuring what isolation costs.
  @Flag(help: .hidden)
  var inProcess = false

  @Flag(help: help("不显示进度", "do not show progress"))
  var noProgress = false

  func validate() throws { try NumberOption.jobs.require(jobs) }
}
