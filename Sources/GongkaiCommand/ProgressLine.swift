// GongkaiCommand: where a batch stands → a line on standard error that says so.
import Batch
import Glibc
import Gongkai
import Output

/// Progress for people: a bar where standard error is a terminal, else a plain line every few seconds.
struct ProgressLine {
  private let isShown: Bool
  private let isTerminal: Bool
  private let width: Int
  private let language: Language
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var lastShown: ContinuousClock.Instant
  private var isOnScreen = false

  /// How often it is renewed.
  private static let terminalInterval = Duration.milliseconds(100)
  private static let plainInterval = Duration.seconds(5)
  private static let barWidth = 24

  init(isWanted: Bool, language: Language) {
    isShown = isWanted
    isTerminal = isatty(2) == 1
    width = DisplayOptions.terminalWidth(of: 2) ?? 80
    self.language = language
    start = clock.now
    lastShown = start
  }

  /// Shows where the run stands, if it is time to.
  mutating func show(_ progress: BatchProgress, _ summary: Summary) {
    let now = clock.now
    guard isShown, now - lastShown >= (isTerminal ? Self.terminalInterval : Self.plainInterval) else { return }
    lastShown = now
    let text = text(progress, summary, elapsed: now - start)
    guard isTerminal else {
      StandardError.write(text + "\n")
      return
    }
    // Carriage return and "erase to the end of the line".
    var shown = text
    while shown.displayWidth >= width { shown.removeLast() }
    StandardError.write("\r\(shown)\u{1B}[K")
    isOnScreen = true
  }

  /// Takes the bar off the terminal, before something else is written there and at the end.
  mutating func clear() {
    guard isOnScreen else { return }
    StandardError.write("\r\u{1B}[K")
    isOnScreen = false
  }

  private func text(_ progress: BatchProgress, _ summary: Summary, elapsed: Duration) -> String {
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let rate = seconds > 0 ? Double(progress.done) / seconds : 0
    var parts = ["\(progress.done)/\(progress.known)\(progress.isComplete ? "" : "+")"]
    parts.append(language == .zh ? "每秒 \(decimal(rate)) 份" : "\(decimal(rate))/s")
    if progress.isComplete && rate > 0 && progress.done > 0 {
      let rest = Int((Double(progress.known - progress.done) / rate).rounded(.up))
      let time = "\(rest / 60):\(rest % 60 < 10 ? "0" : "")\(rest % 60)"
      parts.append(language == .zh ? "剩余 \(time)" : "\(time) left")
    }
    let findings = summary.errors + summary.warnings + summary.infos
    parts.append(language == .zh ? "发现 \(findings)" : "\(findings) findings")
    parts.append(language == .zh ? "未能读取 \(summary.unreadable)" : "\(summary.unreadable) unreadable")
    let text = parts.joined(separator: language == .zh ? "，" : ", ")
    guard isTerminal, progress.isComplete, progress.known > 0 else { return text }
    let filled = Self.barWidth * progress.done / progress.known
    return "[" + String(repeating: "#", count: filled) + String(repeating: ".", count: Self.barWidth - filled) + "] "
      + text
  }

  private func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
