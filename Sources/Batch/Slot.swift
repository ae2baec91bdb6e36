// Batch: one worker and what it is doing.
import Gongkai
import Output

/// An input on its way through the batch.
struct BatchTask {
  var position: Int
  var input: Input
  /// How often a worker died before it began on it.
  var falseStarts = 0
}

/// A worker and what it is doing.
struct Slot {
  var process: WorkerProcess
  var frames = FrameBuffer()
  var task: BatchTask?
  /// What it was given in advance.
  var next: BatchTask?
  var hasStarted = false
  /// The record of the task, while the worker still draws.
  var draft: AuditedInput?
  /// By the batch's clock; nil where a test wants none.
  var deadline: Duration?
  var served = 0

  init(process: WorkerProcess) { self.process = process }
}
