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
  /// How often it was beyond a limit, and was listened to first.
  private var graces = 0
  var served = 0

  init(process: WorkerProcess) { self.process = process }

  /// A task begins.
  mutating func begin(_ task: BatchTask, deadline: Duration?) {
    (self.task, self.deadline) = (task, deadline)
    (hasStarted, draft, graces) = (false, nil, 0)
  }

  /// So often a worker beyond a limit is listened to first: not one that talks without end.
  private static let mostGraces = 10

  /// True where what the worker has said since it was last listened to may be the record of its task: then it is at the next one already, and it is that
  /// one which is beyond the limit.
  mutating func hasAnswered() -> Bool {
    guard graces < Self.mostGraces, process.hasSpoken else { return false }
    graces += 1
    return true
  }
}
