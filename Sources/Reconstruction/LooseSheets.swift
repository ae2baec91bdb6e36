// Reconstruction: lines of a text whose columns stand in other places from one line on → the same with the columns above one another.
//
// `pdftotext -layout` sets numbers of one column above one another as far as a page, or a run of rows with labels of like length, goes; from
// there on the columns stand elsewhere. Each such sheet shows all seven columns by itself, where each has a number in some row.
import Statute

enum LooseSheets {
  private static let width = Form.applicantColumns.count
  private static let mostRows = 60
  private static let mostSheets = 3
  private static let mostWays = 40

  /// The ways to cut the lines into the fewest sheets of seven columns each, every one with its numbers moved to the places of the first sheet's; none
  /// where they are too many for all of them to be tried.
  static func ways(_ lines: [LooseLine]) -> [[LooseLine]] {
    guard lines.first?.isText == true, lines.allSatisfy(isInOrder) else { return [] }
    // Of a column that is not printed nothing stands anywhere.
    let printed = Set(lines.flatMap { $0.runs.flatMap { Wording.folded($0.text) } })
    guard ApplicantColumns.all(in: printed).count == width else { return [] }
    let rows = lines.indices.filter { !numbers(lines[$0]).isEmpty }
    guard rows.count <= mostRows, rows.count >= width else { return [] }
    var known: [Range<Int>: [ClosedRange<Double>]?] = [:]
    func sheet(_ range: Range<Int>) -> [ClosedRange<Double>]? {
      if let own = known[range] { return own }
      let own = columns(rows[range].map { numbers(lines[$0]) })
      known[range] = .some(own)
      return own
    }
    for count in 1...mostSheets {
      var result: [[LooseLine]] = []
      func extend(_ start: Int, _ sheets: [Range<Int>]) {
        guard result.count <= mostWays else { return }
        if sheets.count == count - 1 {
          if sheet(start..<rows.count) != nil {
            result.append(aligned(lines, rows, (sheets + [start..<rows.count]).map { ($0, sheet($0)!) }))
          }
          return
        }
        for end in (start + 1)..<max(start + 1, rows.count) where sheet(start..<end) != nil {
          extend(end, sheets + [start..<end])
        }
      }
      extend(0, [])
      if !result.isEmpty { return result.count <= mostWays ? result : [] }
    }
    return []
  }

  private static let names = ["自然", "商业", "科研", "社会", "法律", "其他", "总计"].map(Wording.folded)

  /// The columns that a line names, from left to right.
  private static func named(_ line: LooseLine) -> [Int] {
    line.runs.compactMap { run in
      let text = Wording.folded(run.text)
      return text.count <= 8 ? names.firstIndex { text.starts(with: $0) } : nil
    }
  }

  /// True where what a line names of the columns stands in the order of the form: sums hold in any other order as well.
  private static func isInOrder(_ line: LooseLine) -> Bool {
    let own = named(line)
    return own == own.sorted()
  }

  /// The numbers at the end of a line.
  private static func numbers(_ line: LooseLine) -> [LooseRun] {
    Array(line.runs.reversed().prefix { $0.isValue }.reversed())
  }

  /// The places of the seven columns; nil where the numbers show more or fewer, or rows do not add up.
  private static func columns(_ rows: [[LooseRun]]) -> [ClosedRange<Double>]? {
    var columns: [ClosedRange<Double>] = []
    for run in rows.joined().sorted(by: { $0.left < $1.left }) {
      if let last = columns.last, run.left < last.upperBound {
        columns[columns.count - 1] = last.lowerBound...max(last.upperBound, run.right)
      } else {
        columns.append(run.left...run.right)
        if columns.count > width { return nil }
      }
    }
    return columns.count == width && rows.allSatisfy({ addsUp($0, columns) }) ? columns : nil
  }

  /// True where a row has one number a column, and they add up to the last.
  private static func addsUp(_ row: [LooseRun], _ columns: [ClosedRange<Double>]) -> Bool {
    guard let counts = ApplicationSums.counts(row.map { ValueReader.read($0.text, places: []) }) else { return false }
    let places = row.map { run in columns.firstIndex { $0.contains(run.midX) } }
    guard Set(places).count == row.count else { return false }
    let total = places.firstIndex(of: width - 1).map { counts[$0] } ?? 0
    return counts.reduce(0, &+) == 2 &* total
  }

  private static func aligned(
    _ lines: [LooseLine], _ rows: [Int], _ sheets: [(rows: Range<Int>, columns: [ClosedRange<Double>])]
  ) -> [LooseLine] {
    var result = lines
    // What names the columns no longer stands above them.
    for index in lines.indices where numbers(lines[index]).isEmpty && !named(lines[index]).isEmpty {
      result[index].runs = []
    }
    // Far enough apart for the widest number of any sheet.
    let step = sheets.flatMap(\.columns).map { $0.upperBound - $0.lowerBound }.max()! + 2
    let first = sheets[0].columns[0].lowerBound
    for sheet in sheets {
      for line in rows[sheet.rows] {
        let own = Set(numbers(lines[line]))
        for index in result[line].runs.indices where own.contains(result[line].runs[index]) {
          let run = result[line].runs[index]
          let column = sheet.columns.firstIndex { $0.contains(run.midX) }!
          let left = first + Double(column) * step
          result[line].runs[index].left = left
          result[line].runs[index].right = left + (run.right - run.left)
        }
      }
    }
    return result
  }
}
