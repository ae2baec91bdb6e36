// Batch: inputs on a pipe → records on another: the life of a worker process.
import CProcess
import Extraction
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
  public func run(supervisor: Int32) throws { try run(supervisor: supervisor, setup: nil) }

  /// - Parameter setup: nil where it comes as the first message.
  func run(supervisor: Int32, setup: WorkerSetup?) throws {
    guard gongkai_die_with_parent() == 0, getppid() == supervisor else { return }
    // Whatever else the supervisor has open, or was given itself, is none of a worker's.
    gongkai_close_from(max(Self.inbox, Self.outbox) + 1)
    _ = gongkai_no_core_dumps()
    shutIn()
    var setup = setup
    var buffer = FrameBuffer()
    while let frame = try nextFrame(&buffer) {
      switch frame {
      case .setup(let json):
        setup = try JSONDecoder().decode(WorkerSetup.self, from: Data(json))
      case .file(let path):
        guard let setup, serve(.file(InputPath(bytes: path)), setup) else { return }
      case .content(let content):
        guard let setup, serve(.content(content), setup) else { return }
      case .started, .draft, .record, .cached:
        throw ByteReader.Malformed()
      }
    }
  }

  /// Standard error goes to the user only where the run is verbose.
  private func shutIn() {
    let (landlock, seccomp) = Sandbox.close()
    for case (let name, .refused(let reason)) in [("Landlock", landlock), ("seccomp", seccomp)] {
      FileHandle.standardError.write(Data("gongkai worker: no \(name): \(reason)\n".utf8))
    }
  }

  private func serve(_ input: Input, _ setup: WorkerSetup) -> Bool {
    faults.strikeBeforeStart(input.path)
    guard Frame.started.write(to: Self.outbox) else { return false }
    faults.strike(input.path)
    return answer(input, setup).write(to: Self.outbox)
  }

  private func answer(_ input: Input, _ setup: WorkerSetup) -> Frame {
    guard let cache = setup.cache else {
      return .record(setup.job.run(input, onDraft: sendDraft(of: input.path)).bytes)
    }
    let bytes: [UInt8]
    switch input {
    case .content(let content): bytes = content
    case .failed: return .record(setup.job.run(input).bytes)
    case .file(let path):
      do {
        bytes = try InputFile.read(path)
      } catch {
        return .record(setup.job.unread(error, path: path).bytes)
      }
    }
    if let known = cache.input(of: Extractor.sha256(bytes), path: input.path) { return .cached(known.bytes) }
    return .record(setup.job.run(bytes, path: input.path, onDraft: sendDraft(of: input.path)).bytes)
  }

  private func sendDraft(of path: InputPath) -> (AuditedInput) -> Void {
    { draft in
      // Where nobody listens any more, the record finds out.
      _ = Frame.draft(draft.bytes).write(to: Self.outbox)
      faults.strikeWhileDrawing(path)
    }
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
