// GongkaiCommand: --color, the terminal → how text is shown.
import ArgumentParser
import Foundation
import Glibc
import Output

enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

struct DisplayOptions: ParsableArguments {
  @Option(help: help("是否使用颜色", "whether to use colour"))
  var color: ColorChoice = .auto

  /// - Parameter descriptor: where the text goes.
  func style(for descriptor: Int32) -> Style {
    switch color {
    case .always: return Style(hasColor: true)
    case .never: return Style(hasColor: false)
    case .auto:
      let environment = ProcessInfo.processInfo.environment
      let isWanted = (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
      return Style(hasColor: isWanted && isatty(descriptor) == 1)
    }
  }

  /// The width that tables are fitted to, in columns: what COLUMNS says, as for a pager; else the terminal's; else 100.
  static func pageWidth(of descriptor: Int32) -> Int { columns ?? terminalWidth(of: descriptor) ?? 100 }

  private static var columns: Int? {
    guard let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init), columns > 0 else {
      return nil
    }
    return columns
  }

  /// The width of the terminal in columns; nil where the text goes elsewhere, whose lines are not broken.
  static func terminalWidth(of descriptor: Int32) -> Int? {
    guard isatty(descriptor) == 1 else { return nil }
    if let columns { return columns }
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
