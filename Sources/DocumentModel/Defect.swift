// DocumentModel: what exactly kept an input from being read, as a value; the wording comes later, in two languages.

/// Why an input cannot be opened or parsed (X005).
public enum Defect: Hashable, Sendable {
  /// The operating system refused, with this `errno`.
  case refused(code: Int32)
  /// A folder could not be listed, with this `errno`.
  case folder(code: Int32)
  /// There is something of that name, which is no file.
  case notAFile(FileKind)
  /// Standard input was named twice. It can be read once.
  case inputUsedUp
  case empty
  /// Neither a PDF nor a text. `kind`: what its first bytes say that it is, if they do.
  case unknownFormat(kind: FileFormat?)
  case noPages
  /// poppler cannot give this page, counted from 1.
  case page(Int)
  /// The characters of a page, counted from 1, and their places do not run parallel.
  case glyphs(page: Int)
  /// The content of a page, or a font's map to characters, breaks off or is garbled.
  case content
  /// poppler cannot make sense of the file. `message`: its own words, which are English.
  case library(message: String)
  /// The marked copy could not be made, with this `errno`.
  case copy(code: Int32)
}

/// What a path can lead to beside a file.
public enum FileKind: Hashable, Sendable {
  case folder, pipe, socket, device, other
}

/// Formats that are told apart for the message only.
public enum FileFormat: Hashable, Sendable {
  case zip, png, jpeg, gif, rar, oldOffice
}

/// Which limit an input went over (X008).
public enum Excess: Hashable, Sendable {
  case memory(limitMiB: Int)
  case fileSize(mebibytes: Int, limitMiB: Int)
  case pages(Int, limit: Int)
}

/// How a worker ended.
public enum WorkerEnd: Hashable, Sendable {
  /// By a signal: `SIGSEGV`.
  case signal(name: String)
  case exit(status: Int32)
  /// It did not keep to the protocol, or closed the pipe.
  case brokenPipe
}
