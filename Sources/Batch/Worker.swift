// Batch: inputs on a pipe → records on another: the life of a worker process.
import CProcess
import Foundation
import Glibc
import Gongkai
import Output

/// A worker: reads and audits one input after another and may die of any of them.
public struct Worker {
  /// Where inputs come from and records go to.
  static let inbox: Int32 = 3
  static let outbox: Int32 = 4

  private let faults = TestFaults(environment: ProcessInfo.processInfo.environment)

  public init() {}

  /// Serves until the supervisor closes the pipe.
  /// - Parameter supervisor: its process id. A worker that finds another parent is an orphan already and ends.
  public func run(supervisor: Int32) throws {
    guard gongkai_die_with_parent() == 0, getppid() == supervisor else { return }
    _ = gongkai_no_core_dumps()
    var job: AuditJob?
    var buffer = FrameBuffer()
    while let frame = try nextFrame(&buffer) {
      switch frame {
      case .job(let json):
        job = try JSONDecoder().decode(AuditJob.self, from: Data(json))
      case .file(let path):
        guard let job, serve(.file(InputPath(bytes: path)), job: job) else { return }
      case .content(let content):
        guard let job, serve(.content(content), job: job) else { return }
      case .started, .draft, .record:
        throw ByteReader.Malformed()
      }
    }
  }

  private func serve(_ input: Input, job: AuditJob) -> Bool {
    faults.strikeBeforeStart(input.path)
    guard Frame.started.write(to: Self.outbox) else { return false }
    faults.strike(input.path)
    let record = job.run(input) { draft in
      // Where nobody listens any more, the record finds out.
      _ = Frame.draft(draft.bytes).write(to: Self.outbox)
    }
    return Frame.record(record.bytes).write(to: Self.outbox)
  }

  private func nextFrame(_ buffer: inout FrameBuffer) throws -> Frame? {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      if let frame = try buffer.next() { return frame }
      let count = read(Self.inbox, &piece, piece.count)
      if count > 0 { buffer.append(piece[..<count]) }
      if count == 0 || (count < 0 && errno != EINTR) { return nil }
    }
  }
}
