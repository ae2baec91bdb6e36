// Batch: what a worker makes of an input.
import Gongkai
import Output

/// The record of an input, and the little of it that is compared with others of the run.
public struct AuditedInput: Hashable, Sendable {
  public var record: EncodedRecord
  /// Nil where there is nothing to compare, or no rule that does is wanted.
  public var digest: ReportDigest?
}
