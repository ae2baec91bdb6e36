// GongkaiCommand: PATH… and --files-from → the queue of inputs.
import ArgumentParser
import Batch
import Glibc
import Gongkai

struct InputOptions: ParsableArguments {
  @Argument(
    help: help(
      "文件或文件夹（含其下各级）；- 为标准输入", "files, and folders with all that is under them; - is standard input", valueName: "path")
  )
  var paths: [String] = []

  @Option(
    help: help(
      "从文件读取路径列表（按行或以 NUL 分隔）；- 为标准输入", "read paths from a file, separated by line breaks or NUL; - is standard input",
      valueName: "file"))
  var filesFrom: String?

  func validate() throws {
    guard !paths.isEmpty || filesFrom != nil else {
      throw ValidationError(say("未给出文件或文件夹", "no file or folder is given"))
    }
    guard (paths + [filesFrom].compactMap { $0 }).count(where: { $0 == "-" }) <= 1 else {
      throw ValidationError(say("标准输入（-）只能使用一次", "standard input (-) can be used only once"))
    }
  }

  /// Opens the list and looks at the paths.
  /// - Throws: a usage error where a path does not exist, or the list cannot be opened.
  func queue() throws -> InputQueue {
    let paths = paths.map(RawArguments.path(of:))
    for path in paths { try requireExistence(of: path) }
    guard let filesFrom else { return InputQueue(paths: paths) }
    let list = RawArguments.path(of: filesFrom)
    let descriptor = list == .standardInput ? 0 : list.withCString { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw missing(list) }
    let queue = InputQueue(paths: paths, list: PathList(descriptor: descriptor))
    queue.files.insert(list)
    return queue
  }
}

/// What is there and cannot be opened, such as a link in a circle, is an input like any other.
/// - Throws: a usage error where the path does not exist.
func requireExistence(of path: InputPath) throws {
  var status = stat()
  guard path != .standardInput, path.withCString({ lstat($0, &status) }) != 0 else { return }
  if [ENOENT, ENOTDIR, ENAMETOOLONG].contains(errno) { throw missing(path) }
}

/// - Throws: a usage error where the path is a folder: one report is looked at, and a folder holds any number.
func requireNoFolder(_ path: InputPath) throws {
  var status = stat()
  guard path != .standardInput, path.withCString({ stat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFDIR else {
    return
  }
  throw ValidationError(
    say(
      "\(path.text) 是文件夹；审核文件夹请用 gongkai audit",
      "\(path.text) is a folder; gongkai audit takes folders"))
}

private func missing(_ path: InputPath) -> ValidationError {
  let reason = systemReason(errno)
  return ValidationError(say("无法打开 \(path.text)：\(reason)", "cannot open \(path.text): \(reason)"))
}
