// Batch: a queue of inputs → the tasks that come next, with those that came back.
import Gongkai

/// What is still to be given out, in the order in which it is.
struct TaskSupply {
  /// Where the tasks after those that are known will come from.
  enum Source {
    /// There are more.
    case more
    /// The descriptor has to become readable first.
    case waiting(Int32)
    case end
  }

  private(set) var queue: InputQueue
  /// Tasks whose worker died or was taken away before it began on them.
  private var returned: [BatchTask] = []
  /// The next ones of the queue, in order.
  private var upcoming: [BatchTask] = []
  private var nextPosition = 0

  init(_ queue: InputQueue) { self.queue = queue }

  var isEmpty: Bool { returned.isEmpty && upcoming.isEmpty }

  /// Finds out what the next `count` tasks are, where they are known.
  mutating func lookAhead(_ count: Int) -> Source {
    while upcoming.count < count {
      switch queue.next() {
      case .waiting(let descriptor): return .waiting(descriptor)
      case .end: return .end
      case .input(let input):
        upcoming.append(BatchTask(position: nextPosition, input: input))
        nextPosition += 1
      }
    }
    return .more
  }

  /// The next task.
  /// - Parameter takesNew: false where only those may be begun that came back.
  mutating func next(takesNew: Bool) -> BatchTask? {
    if let task = returned.popLast() { return task }
    return takesNew && !upcoming.isEmpty ? upcoming.removeFirst() : nil
  }

  /// A task that a worker can be given while it has another: none that came back, and none of the last `spared`, for which
  /// another worker may be free earlier.
  mutating func nextInAdvance(sparing spared: Int) -> BatchTask? {
    // Only a path is sure to fit into the pipe while nobody reads from it.
    guard returned.isEmpty, upcoming.count > spared, case .file = upcoming[0].input else { return nil }
    return upcoming.removeFirst()
  }

  mutating func putBack(_ task: BatchTask) { returned.append(task) }
}
