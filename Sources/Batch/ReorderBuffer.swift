// Batch: records as they come → records in the order of the inputs.
import Gongkai
import Output

/// Holds back records whose predecessors are still being read.
struct ReorderBuffer {
  private var waiting: [Int: AuditedInput] = [:]
  private var next = 0
  /// What is held back, in bytes.
  private(set) var size = 0

  mutating func insert(_ record: AuditedInput, at position: Int) {
    waiting[position] = record
    size += Self.size(of: record)
  }

  /// The next record in order; nil where it has not come yet.
  mutating func removeNext() -> AuditedInput? {
    guard let record = waiting.removeValue(forKey: next) else { return nil }
    next += 1
    size -= Self.size(of: record)
    return record
  }

  /// All that has come, in order, gaps left out: for a run that is broken off.
  mutating func removeAll() -> [AuditedInput] {
    defer { (waiting, size) = ([:], 0) }
    return waiting.sorted { $0.key < $1.key }.map(\.value)
  }

  private static func size(of input: AuditedInput) -> Int {
    let record = input.record
    return record.report.count + record.unchecked.count + record.drawings.size
      + record.findings.reduce(2000) { $0 + $1.json.count + 200 }
  }
}
