// Batch: the time that workers had, which is not always the time that passed.

/// A clock that stands still while the supervisor cannot attend to its workers: while results wait for a slow reader, while the
/// program is suspended. A worker must not be called too slow for time in which nobody could have heard it.
struct BatchClock {
  private let clock = SuspendingClock()
  private let start: SuspendingClock.Instant
  private var lost: Duration = .zero
  private var waitStart: SuspendingClock.Instant

  init() {
    start = clock.now
    waitStart = start
  }

  /// Time that counts.
  var now: Duration { clock.now - start - lost }

  /// Runs something whose time does not count.
  mutating func excluding<Result>(_ body: () throws -> Result) rethrows -> Result {
    let before = clock.now
    defer { lost += clock.now - before }
    return try body()
  }

  mutating func startWait() { waitStart = clock.now }

  /// - Parameter expected: the longest that the wait was to take, in milliseconds. What is far more was no wait.
  mutating func endWait(expected: Int32) {
    let over = clock.now - waitStart - .milliseconds(Int(expected))
    if over > .seconds(1) { lost += over }
  }
}
