// The truths beside samples and fixtures: what stands in every cell of a document.
import Foundation
import ReportModel
import Testing

/// A document with its truth.
struct TruthCase: CustomTestStringConvertible, Sendable {
  var file: URL
  var truth: Truth
  var testDescription: String { file.lastPathComponent }

  struct Truth: Decodable, Sendable {
    struct Cell: Decodable, Sendable {
      var state: String
      var text: String
    }
    var file: String
    var agency: String
    var year: Int
    var producer: String
    var missing: [Int]
    var tables: [String: [String: [String: Cell]]]
    var style: Style
    struct Style: Decodable, Sendable {
      /// A text layer that does not say what the page shows.
      var layer: String?
      /// One of the tables is printed as `[illegible]`.
      var illegible: String?
    }
  }

  /// The cases of a folder of the repository.
  static func all(in folder: String) -> [TruthCase] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let directory = root.appending(path: folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
    return names.filter { $0.hasSuffix(".truth.json") }.sorted().compactMap { name in
      guard let data = FileManager.default.contents(atPath: directory.appending(path: name).path),
        let truth = try? JSONDecoder().decode(Truth.self, from: data)
      else { return nil }
      return TruthCase(file: directory.appending(path: truth.file), truth: truth)
    }
  }

  var bytes: [UInt8] { [UInt8](FileManager.default.contents(atPath: file.path) ?? Data()) }

  /// How the cells of a report compare with the truth.
  struct Score {
    var exact = 0
    var unread = 0
    var wrong: [String] = []
  }

  func score(_ report: Report) -> Score {
    var score = Score()
    for (table, rows) in truth.tables {
      let found = report.tables.first { $0.id.rawValue == table }
      for (row, cells) in rows {
        for (column, want) in cells {
          let cell = found?.rows.first { $0.id.rawValue == row }?.cells.first { $0.column.rawValue == column }?.cell
          guard let cell, cell.state != .unread else {
            if want.state == "unread" { score.exact += 1 } else { score.unread += 1 }
            continue
          }
          let same = cell.state.rawValue == want.state && (want.state != "number" || cell.value == number(want.text))
          if same {
            score.exact += 1
          } else {
            score.wrong.append(
              "\(table) \(row) \(column): printed ‘\(want.text)’, read \(cell.state.rawValue) ‘\(cell.text)’")
          }
        }
      }
    }
    return score
  }

  /// The value of a printed number, found without the code under test: digits, sign and point, up to the first other character.
  private func number(_ text: String) -> Decimal? {
    let half = text.applyingTransform(.fullwidthToHalfwidth, reverse: false) ?? text
    let kept = half.filter { !", ，".contains($0) }.prefix { $0.isNumber || "-.".contains($0) }
    return Decimal(string: String(kept), locale: Locale(identifier: "en_US_POSIX"))
  }
}
