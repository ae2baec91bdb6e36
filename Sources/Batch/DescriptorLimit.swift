// Batch: how many files this process may have open → how many workers it can talk to.
import Glibc

enum DescriptorLimit {
  /// What the run itself has open at most: its results, the list of paths, folders, and the ends of pipes that a worker is about to get.
  private static let reserved = 14
  /// A pipe to each worker and one from it.
  private static let each = 2

  /// The same limits with no more jobs than there is room for. One is tried in any case. What may be raised of the limit is raised.
  static func fitting(_ limits: BatchLimits) -> BatchLimits {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return limits }
    let needed = rlim_t(reserved + each * limits.jobs)
    if limit.rlim_cur < needed, limit.rlim_cur < limit.rlim_max {
      limit.rlim_cur = min(needed, limit.rlim_max)
      guard setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return limits }
    }
    guard limit.rlim_cur < needed else { return limits }
    var result = limits
    result.jobs = max(1, (Int(limit.rlim_cur) - reserved) / each)
    return result
  }
}
