// DocumentModel: why an input has no report. One case for each X rule that ends a reading.

/// Why an input could not be read. The tool's or the file's limits, never a fault of the report's content.
public enum ReadingFailure: Error, Hashable, Sendable {
  /// X002: pages are images without text. `pages`: how many of them.
  case noTextLayer(pages: Int)
  /// X002: there is text, but its fonts do not say which characters they draw. `seen`: the start of what comes out.
  case undecodable(seen: String)
  /// X003: the document is not an annual report of this kind. `seen`: the start of what it says.
  case notAReport(seen: String)
  /// X004: it needs a password.
  case encrypted
  /// X005: it cannot be opened or parsed.
  case damaged(Defect)
  /// X006: it did not finish within the time limit.
  case tooSlow(seconds: Int)
  /// X007: reading it killed the worker.
  case crashed(WorkerEnd)
  /// X008: it went over the memory or size limit.
  case tooLarge(Excess)
}
