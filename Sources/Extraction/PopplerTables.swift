// Extraction: poppler's tables of characters, kept from one document to the next.
import CPoppler

/// poppler reads its tables (which character each code of a Chinese font without a map of its own is) for the first open document,
/// and forgets them with the last: read anew for each file, they take a fifth of the time.
enum PopplerTables {
  /// Keeps the tables, once read, for as long as the process lives.
  static func keep() { _ = isKept }

  /// True where a document without pages could be opened, which nobody closes.
  private static let isKept = (try? PopplerReader.open(emptyDocument)) != nil

  /// A whole PDF without pages (ISO 32000-1, 7.5).
  static let emptyDocument: [UInt8] = {
    let objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"]
    var text = "%PDF-1.4\n"
    var places = ""
    for (index, object) in objects.enumerated() {
      let place = String(text.utf8.count)
      places += String(repeating: "0", count: 10 - place.utf8.count) + place + " 00000 n \n"
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n\(places)"
    text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(text.utf8)
  }()
}
