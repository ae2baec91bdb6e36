// Batch: Ctrl-C and requests to end → a question that can be asked when there is time for it.
import Glibc

/// Holds back the signals that end a program, so that it can end well.
public struct Interrupts {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// From here on the signals wait until they are asked for.
  public init() {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in Self.signals { sigaddset(&set, signal) }
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// The signal that came, if one did.
  public var pending: Int32? {
    var set = sigset_t()
    sigemptyset(&set)
    guard sigpending(&set) == 0 else { return nil }
    return Self.signals.first { sigismember(&set, $0) == 1 }
  }
}
