// Output: records, one after another → the bytes of a format.
import Audit

/// A format that is written record by record. Nothing that it returns depends on records to come.
public protocol RecordSink {
  /// What stands before the first record.
  mutating func opening() -> [UInt8]
  /// What a record adds.
  mutating func add(_ record: EncodedRecord) throws -> [UInt8]
  /// What stands after the last record.
  mutating func closing(_ summary: Summary) throws -> [UInt8]
}

extension RecordSink {
  public mutating func opening() -> [UInt8] { [] }
  public mutating func closing(_ summary: Summary) -> [UInt8] { [] }
}

/// The program, as machine formats name it.
public enum Tool {
  public static let name = "gongkai"
  public static let version = "0.1.0"
}
