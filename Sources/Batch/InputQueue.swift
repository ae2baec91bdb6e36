import Glibc
// Batch: paths given, and a list of paths that may still be growing → inputs, one after another.
import Gongkai

/// The inputs of a run, in order. A list that comes through a pipe is read as it comes.
public struct InputQueue {
  /// What there is to do next.
  public enum Step {
    case input(Input)
    /// Nothing yet: the list's file descriptor has to become readable first.
    case waiting(Int32)
    case end
  }

  private var found: [Input] = []
  private var position = 0
  private var list: PathList?
  /// Standard input can be read once, be it for a document or for the list.
  private var isInputUsed = false
  public private(set) var passedOver = 0
  /// The files among the inputs that are known so far, those taken included.
  public let files = InputFiles()

  /// - Parameters:
  ///   - paths: files, folders and `-`; what cannot be opened gets its record like any input.
  ///   - list: an open file that names more, if any; they may be missing.
  public init(paths: [InputPath], list: PathList? = nil) {
    isInputUsed = list?.descriptor == 0
    for path in paths { add(path) }
    self.list = list
  }

  /// How many inputs are known so far; all of them where there is no list.
  public var known: Int { taken + found.count - position }
  /// True where no more can turn up than are known.
  public var isComplete: Bool { list == nil }
  public private(set) var taken = 0

  /// The paths of the inputs that are known and have not been taken.
  var knownPaths: [String] { found[position...].map(\.path.text) }

  public mutating func next() -> Step {
    while true {
      if position < found.count {
        defer { position += 1 }
        taken += 1
        return .input(found[position])
      }
      found.removeAll(keepingCapacity: true)
      position = 0
      guard list != nil else { return .end }
      switch list!.next() {
      case .path(let path): add(path)
      case .waiting(let descriptor): return .waiting(descriptor)
      case .end: list = nil
      }
    }
  }

  private mutating func add(_ path: InputPath) {
    if path == .standardInput {
      guard !isInputUsed else {
        found.append(.failed(path, .damaged(.inputUsedUp)))
        return
      }
      isInputUsed = true
      do {
        found.append(.content(try InputFile.read(0)))
      } catch {
        found.append(.failed(path, error))
      }
      return
    }
    var status = stat()
    let exists = path.withCString { stat($0, &status) } == 0
    guard exists, status.st_mode & S_IFMT == S_IFDIR else {
      found.append(.file(path))
      files.insert(path)
      return
    }
    let walk = FolderWalk(path)
    found += walk.inputs
    for case .file(let path) in walk.inputs { files.insert(path) }
    passedOver += walk.passedOver
  }
}
