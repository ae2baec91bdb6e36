// Batch: how a batch is run, and where it stands.
/// How a batch is run.
public struct BatchLimits: Hashable, Sendable {
  /// Workers at once.
  public var jobs: Int
  /// For one input.
  public var timeoutSeconds: Int
  /// Resident memory of one worker.
  public var memoryMiB: Int
  /// After so many a worker is replaced, so that nothing that a library leaks adds up.
  public var inputsPerWorker: Int

  public init(jobs: Int, timeoutSeconds: Int = 60, memoryMiB: Int = 2048, inputsPerWorker: Int = 500) {
    self.jobs = jobs
    self.timeoutSeconds = timeoutSeconds
    self.memoryMiB = memoryMiB
    self.inputsPerWorker = inputsPerWorker
  }
}

/// Where a run stands.
public struct BatchProgress: Hashable, Sendable {
  /// Records handed on.
  public var done: Int
  /// Inputs known so far.
  public var known: Int
  /// False while a list of paths may name more.
  public var isComplete: Bool
}
