// GongkaiCommand: inputs, a format and a destination → the results written, and their summary.
import ArgumentParser
import Batch
import Gongkai
import Glibc
import Output

/// Standard error.
enum StandardError {
  static func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(2, $0.baseAddress, $0.count) }
  }
}

/// A run over inputs.
struct Run {
  let job: AuditJob

  init(job: AuditJob, batch: BatchOptions) {
    self.job = job
  }

  init(job: AuditJob, limits: LimitOptions) {
    self.job = job
  }

  func run(_ queue: InputQueue, to output: OutputOptions, sink: (Int32) -> any RecordSink) throws -> Summary {
    signal(SIGPIPE, SIG_IGN)
    var destination = try output.destination()
    var sink = sink(destination.descriptor)
    var summary = Summary()
    var queue = queue
    do {
      try destination.write(sink.opening())
      loop: while true {
        switch queue.next() {
        case .end: break loop
        case .waiting(let descriptor):
          var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
          _ = poll(&request, 1, -1)
        case .input(let input):
          let record = job.run(input)
          summary.add(record)
          try destination.write(sink.add(record))
        }
      }
      summary.passedOver = queue.passedOver
      try destination.write(sink.closing(summary))
      try destination.finish()
    } catch is ReaderGone {
      throw ExitCode(summary.exitStatus(failOn: nil))
    } catch let error as WritingError {
      StandardError.write("gongkai: \(error)\n")
      throw ExitCode(74)
    }
    return summary
  }
}
