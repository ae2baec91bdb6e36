// Batch: what a worker is told before its first input.

/// What a worker does with its inputs.
struct WorkerSetup: Hashable, Sendable, Codable {
  var job: AuditJob
  var cache: RecordCache?
}
