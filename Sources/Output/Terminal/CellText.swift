// Output: a cell → what a drawn table shows in its place.
import ReportModel

extension CellJSON {
  /// The printed text; a question mark, with what is there, for a cell that could not be read, which so differs from a blank one.
  var shown: String {
    switch state {
    case .unread: text.printable + "?"
    case .blank: ""
    default: text.printable + (note ?? "").printable
    }
  }
}
