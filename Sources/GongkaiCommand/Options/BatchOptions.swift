// GongkaiCommand: --jobs, --timeout, --memory-limit, --no-progress.
import ArgumentParser
import Batch
import Foundation

/// What one file may take.
struct LimitOptions: ParsableArguments {
  @Option(help: help("每个文件最多用时", "time that one file may take", valueName: "seconds"))
  var timeout = 60

  @Option(help: help("每个工作进程最多占用内存", "memory that one worker may take", valueName: "mib"))
  var memoryLimit = 2048

  func limits(jobs: Int) -> BatchLimits {
    BatchLimits(jobs: jobs, timeoutSeconds: timeout, memoryMiB: memoryLimit)
  }

  func validate() throws {
    guard timeout > 0 else { throw ValidationError(say("--timeout 须大于 0", "--timeout must be greater than 0")) }
    guard memoryLimit >= 64 else {
      throw ValidationError(say("--memory-limit 至少为 64（MiB）", "--memory-limit must be at least 64 (MiB)"))
    }
  }
}

struct BatchOptions: ParsableArguments {
  @Option(
    name: .shortAndLong, help: help("同时读取的文件数，默认为处理器核数", "files read at once; default: one a core", valueName: "n"))
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  @OptionGroup var limits: LimitOptions

  @Flag(help: help("不使用以往运行的结果", "do not use results of earlier runs"))
  var noCache = false

  /// For measuring what isolation costs.
  @Flag(help: .hidden)
  var inProcess = false

  @Flag(help: help("不显示进度", "do not show progress"))
  var noProgress = false

  func validate() throws {
    guard (1...512).contains(jobs) else {
      throw ValidationError(say("--jobs 须在 1 到 512 之间", "--jobs must be from 1 to 512"))
    }
  }
}
