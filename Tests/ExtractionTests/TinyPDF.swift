/// A PDF of one page of 600 × 800 points, written by hand.
enum TinyPDF {
  /// - Parameters:
  ///   - resources: entries of the page's resources beside the font `/F1`, which is Helvetica.
  ///   - page: further entries of the page.
  ///   - objects: further objects, from number 6 on; of a stream its dictionary without `/Length`, and its contents.
  static func bytes(
    content: String, resources: String = "", page: String = "", objects: [(dictionary: String, stream: String?)] = []
  ) -> [UInt8] {
    let all: [(dictionary: String, stream: String?)] =
      [
        ("/Type /Catalog /Pages 2 0 R", nil), ("/Type /Pages /Kids [3 0 R] /Count 1", nil),
        (
          "/Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
            + " /Resources << /Font << /F1 5 0 R >> \(resources) >> \(page)", nil
        ),
        ("", content), ("/Type /Font /Subtype /Type1 /BaseFont /Helvetica", nil),
      ] + objects
    return file(
      all.map { object in
        guard let stream = object.stream else { return "<< \(object.dictionary) >>" }
        return "<< \(object.dictionary) /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream"
      })
  }

  /// The file of these objects, from number 1 on, the first of them its catalogue.
  static func file(_ objects: [String]) -> [UInt8] {
    var result = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(result.utf8.count)
      result += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = result.utf8.count
    result += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      result += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    result += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
    return Array(result.utf8)
  }
}
