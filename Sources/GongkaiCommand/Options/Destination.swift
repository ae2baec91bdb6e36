// GongkaiCommand: bytes → standard output, or a file that appears only when it is whole.
import ArgumentParser
import Batch
import Foundation
import Glibc
import Gongkai
import Workbook

/// Why a result could not be written.
struct WritingError: Error, CustomStringConvertible {
  var target: String
  var code: Int32
  var description: String {
    let reason = systemReason(code, isWriting: true)
    return say("无法写入 \(target)：\(reason)", "cannot write to \(target): \(reason)")
  }
}

/// Standard output was closed by its reader; the program ends quietly.
struct ReaderGone: Error {}

/// Who writes is told by errors that the reader has gone, or that a file may not be so large.
func ignoreSignalsOfWriting() { for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) } }

/// Runs what writes results by itself; where they cannot be written it says so and ends with the status for that.
func writing(_ body: () throws -> Void) throws {
  ignoreSignalsOfWriting()
  do {
    try body()
  } catch is ReaderGone {
    throw ExitCode(128 + SIGPIPE)
  } catch let error as WritingError {
    StandardError.write("gongkai: \(error)\n")
    throw ExitCode(74)
  } catch let error as WorkbookError {
    StandardError.write(
      say(
        "gongkai：无法生成工作簿（\(error)）。请检查临时目录（TMPDIR）是否可写、空间是否足够\n",
        "gongkai: \(error); is the temporary folder (TMPDIR) writable, and is there room in it?\n"))
    throw ExitCode(74)
  }
}

struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: help(
      "写入文件（完整后才出现），默认为标准输出", "write to this file, which appears when it is whole; default: standard output",
      valueName: "path"))
  var output: String?

  /// The folder that `--output` names: one that exists, or a path that ends in a slash.
  var folder: InputPath? {
    guard let path = output.map(RawArguments.path(of:)) else { return nil }
    var status = stat()
    let exists = path.withCString { stat($0, &status) } == 0
    let isFolder = exists ? status.st_mode & S_IFMT == S_IFDIR : path.bytes.last == UInt8(ascii: "/")
    return isFolder ? path : nil
  }

  /// The way from the file that is written to another that is named from the working directory; nil where one of them is not.
  func link(to path: String) -> String? {
    guard let output, !path.hasPrefix("/"), path != "-" else { return path.hasPrefix("/") ? path : nil }
    let folders = output.split(separator: "/").dropLast()
    guard !output.hasPrefix("/"), !folders.contains("..") else { return nil }
    return String(repeating: "../", count: folders.count { $0 != "." }) + path
  }

  /// - Parameter inputs: files that are not overwritten.
  func destination(sparing inputs: InputFiles) throws -> Destination {
    try Destination(path: output.map(RawArguments.path(of:)), sparing: inputs)
  }
}

/// Where results go.
struct Destination: ~Copyable {
  /// What results are written to.
  let descriptor: Int32
  private let path: InputPath?
  private let temporary: InputPath?
  private let inputs: InputFiles?
  private var isFinished = false

  /// - Parameters:
  ///   - path: nil for standard output.
  ///   - inputs: files that are not overwritten; those that become known while results are written are looked at in the end.
  /// - Throws: `WritingError`; a usage error where the path is one of the inputs.
  init(path: InputPath?, sparing inputs: InputFiles? = nil) throws {
    self.inputs = inputs
    if let path, let inputs, inputs.contains(path) {
      (self.path, descriptor, temporary) = (path, -1, nil)
      throw InputFiles.wouldOverwrite(path)
    }
    guard let path else {
      self.path = nil
      (descriptor, temporary) = (1, nil)
      return
    }
    var status = stat()
    let exists = path.withCString { stat($0, &status) } == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      // A pipe or a device is written to, never replaced.
      self.path = path
      descriptor = path.withCString { open($0, O_WRONLY | O_CLOEXEC) }
      temporary = nil
      guard descriptor >= 0 else { throw WritingError(target: path.text, code: errno) }
      return
    }
    // A link stays one: what it leads to is replaced.
    let target = exists ? Self.resolved(path) : path
    self.path = target
    // Beside its target, for only within one file system does it take the target's place in one step.
    let temporary = InputPath(bytes: target.bytes + Array(".\(getpid()).part".utf8))
    descriptor = temporary.withCString { open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666) }
    self.temporary = temporary
    guard descriptor >= 0 else { throw WritingError(target: target.text, code: errno) }
  }

  deinit {
    guard let temporary, !isFinished else { return }
    close(descriptor)
    _ = temporary.withCString { unlink($0) }
  }

  /// Where a path leads, links followed; the path itself where that cannot be told.
  private static func resolved(_ path: InputPath) -> InputPath {
    guard let real = path.withCString({ realpath($0, nil) }) else { return path }
    defer { free(real) }
    return InputPath(bytes: Array(UnsafeBufferPointer(start: real, count: strlen(real))).map { UInt8(bitPattern: $0) })
  }

  /// Writes all of the bytes.
  /// - Throws: `ReaderGone` or `WritingError`, or what `whileWaiting` throws.
  func write(_ bytes: [UInt8], whileWaiting: () throws -> Void = {}) throws {
    var written = 0
    while written < bytes.count {
      // A reader can keep a pipe full for as long as it likes; a write that fits would not notice Ctrl-C until then.
      var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      guard poll(&request, 1, 200) > 0 else {
        try whileWaiting()
        continue
      }
      let piece = min(bytes.count - written, path == nil ? Int(PIPE_BUF) : bytes.count)
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + written, piece) }
      if count >= 0 {
        written += count
      } else if errno == EPIPE && path == nil {
        throw ReaderGone()
      } else if errno != EINTR && errno != EAGAIN {
        throw WritingError(target: path?.text ?? say("标准输出", "standard output"), code: errno)
      }
    }
  }

  /// Puts the file in its place.
  /// - Throws: as `init`; then nothing is replaced.
  mutating func finish() throws {
    guard let path, let temporary else { return }
    if let inputs { try inputs.requireNoInput(path) }
    let isWhole = fsync(descriptor) == 0
    let code = errno
    isFinished = true
    close(descriptor)
    guard isWhole, temporary.withCString({ from in path.withCString { rename(from, $0) } }) == 0 else {
      let failure = WritingError(target: path.text, code: isWhole ? errno : code)
      _ = temporary.withCString { unlink($0) }
      throw failure
    }
  }
}

extension InputFiles {
  /// - Throws: a usage error where a result at this path would take an input's place.
  func requireNoInput(_ path: InputPath) throws {
    if contains(path) { throw Self.wouldOverwrite(path) }
  }

  fileprivate static func wouldOverwrite(_ path: InputPath) -> ValidationError {
    ValidationError(
      say(
        "不能写入 \(path.text)：它是本次的输入文件，会被覆盖；请换一个文件名",
        "cannot write to \(path.text): it is an input of this run and would be overwritten; choose another name"))
  }
}
