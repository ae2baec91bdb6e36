// GongkaiCommand: an argument as text → the bytes that were typed.
import Gongkai

/// The arguments as the kernel passed them. Swift shows bytes that are no UTF-8 as U+FFFD, which no file is called by.
enum RawArguments {
  /// The path that an argument names.
  static func path(of argument: String) -> InputPath {
    guard argument.unicodeScalars.contains("\u{FFFD}") else { return InputPath(argument) }
    for index in 0..<Int(CommandLine.argc) {
      guard let pointer = CommandLine.unsafeArgv[index] else { continue }
      if String(cString: pointer) == argument { return InputPath(bytes: bytes(of: pointer)) }
    }
    return InputPath(argument)
  }

  private static func bytes(of pointer: UnsafePointer<CChar>) -> [UInt8] {
    var bytes: [UInt8] = []
    var next = pointer
    while next.pointee != 0 {
      bytes.append(UInt8(bitPattern: next.pointee))
      next += 1
    }
    return bytes
  }
}
