// Batch: a queue of inputs → their records in order, each read by a worker process that may die of it.
import Foundation
import Glibc
import Gongkai
import Output

/// Runs a batch. Everything happens on the calling thread.
public struct Supervisor {
  /// How a run ended.
  public enum Outcome: Hashable, Sendable {
    case finished
    /// Broken off by this signal; `notDone` inputs have no record, those of a list not yet read aside.
    case interrupted(signal: Int32, notDone: Int)
  }

  private let job: AuditJob
  private var limits: BatchLimits
  private let executable: String
  private let cache: RecordCache?
  private let isVerbose: Bool
  private let faults = TestFaults(environment: ProcessInfo.processInfo.environment)
  private var supply: TaskSupply
  private var slots: [Slot] = []
  /// True once a worker has said anything.
  private var hasHeard = false
  private var buffer = ReorderBuffer()
  private var done = 0
  private var clock = BatchClock()
  /// When memory and deadlines are looked at again: not with each message.
  private var nextLook: Duration = .zero
  /// What is read of a pipe at once.
  private var piece = [UInt8](repeating: 0, count: 1 << 18)
  private var comparison: Comparison
  /// What only the end of the run could show.
  public private(set) var lateFindings: [LateFinding] = []

  /// An input that was read and audited, but of which nothing could be drawn.
  public struct Undrawn: Hashable, Sendable {
    public var path: String
    public var reason: ReadingFailure
  }

  public private(set) var undrawn: [Undrawn] = []

  /// Records held back for their order may take this much; then no new input is begun.
  private static let bufferLimit = 32 << 20
  /// A worker that occupies more when it has finished an input is replaced.
  private static let renewalMiB = 128
  /// Between two looks at memory, deadlines and signals.
  private static let tickMilliseconds: Int32 = 50

  /// - Parameters:
  ///   - cache: records of earlier runs; workers read it, and the supervisor, which may write, adds to it.
  ///   - executable: the program whose subcommand `worker` is the worker.
  public init(
    queue: InputQueue, job: AuditJob, limits: BatchLimits, cache: RecordCache? = nil,
    executable: String = "/proc/self/exe", isVerbose: Bool = false
  ) {
    supply = TaskSupply(queue)
    self.job = job
    self.limits = DescriptorLimit.fitting(limits)
    self.cache = cache
    comparison = Comparison(job: job, queue: queue)
    self.executable = executable
    self.isVerbose = isVerbose
  }

  /// Files of folders that are no inputs, so far.
  public var passedOver: Int { supply.queue.passedOver }

  /// Runs to the end, or until a signal comes.
  /// - Parameters:
  ///   - onRecord: takes the records in the order of the inputs. What it throws ends the run.
  ///   - onTick: called now and then, for showing progress.
  public mutating func run(
    onRecord: (EncodedRecord) throws -> Void, onTick: (BatchProgress) -> Void = { _ in }
  ) throws -> Outcome {
    let interrupts = Interrupts()
    defer {
      for slot in slots { slot.process.kill() }
      for slot in slots { _ = slot.process.end() }
    }
    while true {
      if let signal = interrupts.pending {
        for record in buffer.removeAll() { try emit(record, onRecord) }
        return .interrupted(signal: signal, notDone: supply.queue.known - done)
      }
      let source = try assign()
      while let record = buffer.removeNext() { try emit(record, onRecord) }
      onTick(BatchProgress(done: done, known: supply.queue.known, isComplete: supply.queue.isComplete))
      if case .end = source, supply.isEmpty, !slots.contains(where: { $0.task != nil }) {
        lateFindings = comparison.finish()
        return .finished
      }
      receive(wait(for: source))
      enforceLimits()
    }
  }

  private mutating func emit(_ input: AuditedInput, _ onRecord: (EncodedRecord) throws -> Void) throws {
    done += 1
    // Who takes the records can be slow; that time is nobody's fault here.
    let record = comparison.complete(input)
    try clock.excluding { try onRecord(record) }
  }

  // MARK: Giving out inputs

  /// One input for each worker that has none, and one more in advance for each that has, so that none waits for this process
  /// between two.
  private mutating func assign() throws -> TaskSupply.Source {
    let takesNew = buffer.size < Self.bufferLimit
    let source = takesNew ? supply.lookAhead(2 * limits.jobs + 1) : .more
    while slots.count(where: { $0.task != nil }) < limits.jobs, let task = supply.next(takesNew: takesNew) {
      if case .failed(let path, let reason) = task.input {
        buffer.insert(job.unread(reason, path: path), at: task.position)
        continue
      }
      guard let index = try idleSlot() else {
        supply.putBack(task)
        break
      }
      send(task, to: index)
      begin(task, at: index)
    }
    for index in slots.indices where takesNew && slots[index].task != nil && slots[index].next == nil {
      guard !isWorn(slots[index]), let task = supply.nextInAdvance(sparing: limits.jobs) else { continue }
      send(task, to: index)
      slots[index].next = task
    }
    return source
  }

  private func send(_ task: BatchTask, to index: Int) {
    let frame: Frame =
      switch task.input {
      case .content(let bytes): .content(bytes)
      case .file(let path), .failed(let path, _): .file(path.bytes)
      }
    // Where the worker is gone, its end of the other pipe is closed too, which is seen there.
    _ = frame.write(to: slots[index].process.input)
  }

  private mutating func begin(_ task: BatchTask, at index: Int) {
    slots[index].begin(task, deadline: deadline(for: task))
  }

  private func deadline(for task: BatchTask, isDrawing: Bool = false) -> Duration? {
    guard faults.isTimed(task.input.path, isDrawing: isDrawing) else { return nil }
    return clock.now + .seconds(limits.timeoutSeconds)
  }

  /// A worker without an input; nil where the system has no room for one more beside those that are at work.
  private mutating func idleSlot() throws -> Int? {
    if let index = slots.firstIndex(where: { $0.task == nil }) { return index }
    guard let process = try slots.isEmpty ? startWorker() : try? startWorker() else {
      limits.jobs = slots.count
      return nil
    }
    slots.append(Slot(process: process))
    return slots.count - 1
  }

  /// The first workers are copies of this process, which takes a fraction of the time that a program takes to load. Once a worker
  /// has said anything they are not: it may be a document's word, and no other worker is to have it in its memory.
  private func startWorker() throws -> WorkerProcess {
    let setup = WorkerSetup(job: job, cache: cache)
    let supervisor = getpid()
    if !hasHeard,
      let copy = try WorkerProcess.copy(
        isVerbose: isVerbose, work: { try Worker().run(supervisor: supervisor, setup: setup) })
    {
      return copy
    }
    let process = try WorkerProcess.start(executable: executable, isVerbose: isVerbose)
    _ = Frame.setup([UInt8](try JSONEncoder().encode(setup))).write(to: process.input)
    return process
  }

  // MARK: Taking records

  /// Waits until a worker says something, the list of paths goes on, or a moment has passed.
  /// - Returns: the workers that said something.
  private mutating func wait(for source: TaskSupply.Source) -> Set<Int32> {
    var requests = slots.filter { $0.task != nil }.map {
      pollfd(fd: $0.process.output, events: Int16(POLLIN), revents: 0)
    }
    if case .waiting(let descriptor) = source {
      requests.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0))
    }
    // With nothing to wait for there is more to give out.
    let patience = requests.isEmpty ? 0 : Self.tickMilliseconds
    clock.startWait()
    let count = poll(&requests, nfds_t(requests.count), patience)
    clock.endWait(expected: patience)
    return count > 0 ? Set(requests.filter { $0.revents != 0 }.map(\.fd)) : []
  }

  private mutating func receive(_ ready: Set<Int32>) {
    for index in slots.indices.reversed() where ready.contains(slots[index].process.output) {
      let count = read(slots[index].process.output, &piece, piece.count)
      if count < 0 && errno == EINTR { continue }
      hasHeard = hasHeard || count > 0
      slots[index].frames.append(piece[..<max(0, count)])
      do {
        while let frame = try slots[index].frames.next() { try take(frame, from: index) }
        if count <= 0 { lose(index) }
      } catch {
        lose(index)
      }
    }
    renewWorkers()
  }

  private mutating func take(_ frame: Frame, from index: Int) throws(ByteReader.Malformed) {
    switch frame {
    case .started:
      slots[index].hasStarted = true
    case .draft(let bytes):
      slots[index].draft = try AuditedInput(bytes: bytes)
      // The time for a file is the time for all of it.
      if slots[index].deadline == nil {
        slots[index].deadline = slots[index].task.flatMap { deadline(for: $0, isDrawing: true) }
      }
    case .record(let bytes), .cached(let bytes):
      guard let task = slots[index].task else { throw ByteReader.Malformed() }
      let input = try AuditedInput(bytes: bytes)
      if case .record = frame { cache?.store(input) }
      buffer.insert(input, at: task.position)
      slots[index].task = nil
      slots[index].served += 1
      if let next = slots[index].next.take() { begin(next, at: index) }
    case .setup, .file, .content:
      throw ByteReader.Malformed()
    }
  }

  private mutating func renewWorkers() {
    for index in slots.indices.reversed() where slots[index].task == nil && isWorn(slots[index]) {
      _ = slots.remove(at: index).process.end()
    }
  }

  /// True for a worker that gets no more inputs than it has.
  private func isWorn(_ slot: Slot) -> Bool {
    slot.served + (slot.task == nil ? 0 : 1) >= limits.inputsPerWorker
      || (slot.process.residentMemory ?? 0) > Self.renewalMiB
  }

  // MARK: Losing workers

  /// A worker died or broke off the talk.
  private mutating func lose(_ index: Int) {
    let slot = remove(index)
    let ending = slot.process.end(patience: 200)
    guard var task = slot.task else { return }
    if !slot.hasStarted && task.falseStarts == 0 {
      task.falseStarts += 1
      supply.putBack(task)
    } else {
      fail(task, .crashed(ending), draft: slot.draft)
    }
  }

  private mutating func enforceLimits() {
    guard clock.now >= nextLook else { return }
    nextLook = clock.now + .milliseconds(Self.tickMilliseconds / 2)
    for index in slots.indices.reversed() {
      guard let task = slots[index].task else { continue }
      let reason: ReadingFailure
      if let deadline = slots[index].deadline, clock.now > deadline {
        reason = .tooSlow(seconds: limits.timeoutSeconds)
      } else if let memory = slots[index].process.residentMemory, memory > limits.memoryMiB {
        // Not how much it was: that depends on the moment at which it is looked at.
        reason = .tooLarge(.memory(limitMiB: limits.memoryMiB))
      } else {
        continue
      }
      if slots[index].hasAnswered() { continue }
      let slot = remove(index)
      _ = slot.process.end()
      fail(task, reason, draft: slot.draft)
    }
  }

  /// Takes a worker away in the middle of its input. What it has not begun is for another one.
  private mutating func remove(_ index: Int) -> Slot {
    let slot = slots.remove(at: index)
    if let next = slot.next { supply.putBack(next) }
    return slot
  }

  /// A worker that failed at drawing had read the input all the same.
  private mutating func fail(_ task: BatchTask, _ reason: ReadingFailure, draft: AuditedInput?) {
    if draft != nil { undrawn.append(Undrawn(path: task.input.path.text, reason: reason)) }
    buffer.insert(draft ?? job.unread(reason, path: task.input.path), at: task.position)
  }
}
