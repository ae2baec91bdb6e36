import Glibc
// Batch: a folder → the inputs in it and under it, in the order of their paths' bytes.
import Gongkai

/// The inputs of a folder. Hidden files and folders do not count; links are followed, each folder is entered once.
public struct FolderWalk {
  public private(set) var inputs: [Input] = []
  /// Files that are no inputs by their names, and sockets, pipes and devices, which are never opened.
  public private(set) var passedOver = 0
  private var entered: Set<FileIdentity> = []

  /// Walks a folder.
  public init(_ folder: InputPath) {
    enter(folder)
  }

  private mutating func enter(_ folder: InputPath) {
    var status = stat()
    guard let directory = folder.withCString({ opendir($0) }), fstat(dirfd(directory), &status) == 0 else {
      inputs.append(.failed(folder, .damaged(.folder(code: errno))))
      return
    }
    defer { closedir(directory) }
    guard entered.insert(FileIdentity(status)).inserted else {
      return
    }
    var entries: [Entry] = []
    errno = 0
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name.first != UInt8(ascii: "."), let found = Entry(name: name, type: Int(entry.pointee.d_type), in: folder) {
        entries.append(found)
      }
      errno = 0
    }
    if errno != 0 { inputs.append(.failed(folder, .damaged(.folder(code: errno)))) }
    entries.sort { $0.sortKey.lexicographicallyPrecedes($1.sortKey) }
    for entry in entries {
      switch entry.kind {
      case .folder: enter(entry.path)
      case .unknown(let code): inputs.append(.failed(entry.path, .damaged(.folder(code: code))))
      case .file where entry.isNamedLikeAReport: inputs.append(.file(entry.path))
      case .file, .other: passedOver += 1
      }
    }
  }

  private struct Entry {
    enum Kind: Equatable {
      case folder, file, other
      /// What is there and cannot be looked at, as it lies too deep or nobody may enter its folder.
      case unknown(code: Int32)
    }
    var path: InputPath
    var kind: Kind

    /// Nil for what vanished since the folder was listed.
    init?(name: [UInt8], type: Int, in folder: InputPath) {
      let slash = UInt8(ascii: "/")
      path = InputPath(bytes: folder.bytes + (folder.bytes.last == slash ? [] : [slash]) + name)
      var status = stat()
      // Neither target nor link: gone. A link to nothing, or in a circle, is passed over like any other special file.
      guard path.withCString({ lstat($0, &status) }) == 0 else {
        let code = errno
        guard code != ENOENT else { return nil }
        kind = type == DT_REG ? .file : .unknown(code: code)
        return
      }
      guard path.withCString({ stat($0, &status) }) == 0 else {
        kind = .other
        return
      }
      kind =
        switch status.st_mode & S_IFMT {
        case S_IFDIR: .folder
        case S_IFREG: .file
        default: .other
        }
    }

    /// A folder sorts as its contents do: by its name and a slash.
    var sortKey: [UInt8] { kind == .folder ? path.bytes + [UInt8(ascii: "/")] : path.bytes }

    var isNamedLikeAReport: Bool {
      let ending = path.bytes.suffix(4).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
      return ending == Array(".pdf".utf8) || ending == Array(".txt".utf8)
    }
  }
}
