// Batch: content, program and options → the record made of them before, kept as a file.
import Extraction
import Foundation
import Glibc
import Gongkai
import Output

/// Records of earlier runs: plain files, named by a hash of the content, the program and the options. A file appears whole or
/// not at all, so that several runs can share the folder, and it may be deleted at any time.
public struct RecordCache: Hashable, Sendable, Codable {
  private let folder: String
  /// Stands for the program and the options.
  private let salt: String

  /// Records that nobody made anew for so long are removed, in seconds.
  private static let lifetime = 60 * 24 * 3600
  /// Between two looks for them, in seconds.
  private static let sweepInterval = 24 * 3600

  /// - Parameters:
  ///   - folder: made where it is missing.
  ///   - job: part of what a record depends on.
  /// - Returns: nil where the folder cannot be made or written to.
  public init?(folder: String, job: AuditJob) {
    // A program that was built anew can read differently, whatever it calls itself; so can another PDF library.
    var program = stat()
    guard stat("/proc/self/exe", &program) == 0 else { return nil }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let options = try? encoder.encode(job) else { return nil }
    let parts = [
      Tool.version, RecordJSON.schemaVersion, String(program.st_size), String(program.st_mtim.tv_sec),
      String(program.st_mtim.tv_nsec), PDFLibrary.version, String(decoding: options, as: UTF8.self),
    ]
    salt = Extractor.sha256(Array(parts.joined(separator: "\0").utf8))
    self.folder = folder + "/records-1"
    try? FileManager.default.createDirectory(atPath: self.folder, withIntermediateDirectories: true)
    guard access(self.folder, W_OK) == 0 else { return nil }
    sweep()
  }

  /// `gongkai` in the user's folder for caches; nil where the user has no home.
  public static func defaultFolder(environment: [String: String]) -> String? {
    if let folder = environment["XDG_CACHE_HOME"], folder.hasPrefix("/") { return folder + "/gongkai" }
    return environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 + "/.cache/gongkai" : nil }
  }

  /// The record of content with that SHA-256, under the name `path`; nil where there is none or it is damaged.
  func input(of sha256: String, path: InputPath) -> AuditedInput? {
    guard let bytes = try? InputFile.read(InputPath(name(of: sha256))), bytes.count > 8,
      var input = try? AuditedInput(bytes: Array(bytes[8...])), Array(bytes[..<8]) == checksum(bytes[8...])
    else { return nil }
    input.record.source.path = path.text
    return input
  }

  /// Keeps a record. One whose content is not known is not kept; nor does it matter where keeping fails.
  func store(_ input: AuditedInput) {
    guard let sha256 = input.record.source.sha256.wrapped, !sha256.isEmpty else { return }
    var input = input
    input.record.source.path = ""
    let bytes = input.bytes
    let name = name(of: sha256)
    let temporary = name + ".\(getpid()).part"
    mkdir((name as NSString).deletingLastPathComponent, 0o700)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    let content = checksum(bytes[...]) + bytes
    let isWhole = content.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } == content.count
    close(descriptor)
    if !isWhole || rename(temporary, name) != 0 { unlink(temporary) }
  }

  private func name(of sha256: String) -> String {
    let key = Extractor.sha256(Array((salt + sha256).utf8))
    return "\(folder)/\(key.prefix(2))/\(key.dropFirst(2))"
  }

  /// FNV-1a, against disks and hands that change what they should not.
  private func checksum(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return (0..<8).map { UInt8(truncatingIfNeeded: hash >> (8 * $0)) }
  }

  /// Once a day, removes what is old, leftovers of killed runs among it.
  private func sweep() {
    let now = Int(time(nil))
    var status = stat()
    let stamp = folder + "/swept"
    guard stat(stamp, &status) != 0 || now - status.st_mtim.tv_sec > Self.sweepInterval else { return }
    close(open(stamp, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600))
    guard let names = FileManager.default.enumerator(atPath: folder) else { return }
    for case let name as String in names {
      let path = folder + "/" + name
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
      if now - status.st_mtim.tv_sec > Self.lifetime { unlink(path) }
    }
  }
}
