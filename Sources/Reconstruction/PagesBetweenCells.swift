// Reconstruction: cells of a text, one a line → the same without the numbers of pages that stand among them.
import DocumentModel
import ReportModel
import Statute

/// A bare number on a line of its own is the number of a page as well as a cell. Where no blank cell is lost, a row with one number too many has that of a
/// page among them: pages follow one another, and without it the row adds up.
enum PagesBetweenCells {
  /// So many lines with nothing but a number are cells.
  private static let fewestCells = 100
  /// So many pages with the title of the report on each.
  private static let fewestTitles = 2
  private static let mostPages = 100
  private static let longestTitle = 60

  static func removed(_ lines: [SourceLine]) -> [SourceLine] {
    guard lines.count(where: { ValueReader.isValue($0.text) }) >= fewestCells,
      !lines.contains(where: { $0.text.holds("|") || $0.text.holds("\t") })
    else { return lines }
    let lines = withoutTitles(lines)
    let drop = pages(lines)
    return drop.isEmpty ? lines : lines.indices.filter { !drop.contains($0) }.map { lines[$0] }
  }

  /// A whole number as it stands on a page; nil for other lines.
  private static func number(_ text: String) -> Int? {
    let own = FieldRows.trimmed(text)
    return (1...3).contains(own.utf8.count) && own.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(own) : nil
  }

  // MARK: The title on each page

  /// The lines without the title where it comes again on each page, the number of the page before it.
  private static func withoutTitles(_ lines: [SourceLine]) -> [SourceLine] {
    let filled = lines.indices.filter { !lines[$0].text.allSatisfy(\.isWhitespace) }
    guard
      let title = filled.first(where: { SecondReport.isTitle(Wording.withoutSpaces(lines[$0].text)) }).map({
        FieldRows.trimmed(lines[$0].text)
      }), title.unicodeScalars.count <= longestTitle
    else { return lines }
    let places = filled.indices.dropFirst().filter { FieldRows.trimmed(lines[filled[$0]].text) == title }
    let numbers = places.compactMap { number(lines[filled[$0 - 1]].text) }
    guard places.count >= fewestTitles, numbers.count == places.count,
      zip(numbers, numbers.dropFirst()).allSatisfy({ $1 == $0 + 1 })
    else { return lines }
    let drop = Set(places.flatMap { [filled[$0 - 1], filled[$0]] })
    return lines.indices.filter { !drop.contains($0) }.map { lines[$0] }
  }

  // MARK: Numbers alone

  /// The numbers behind some words, and how many of them are cells.
  private struct Run {
    var places: [Int] = []
    var columns = 0
    var adds: (@Sendable ([Int]) -> Bool)?
  }

  private static let header = Wording.folded("尚未审结")
  private static let total = Wording.folded("总计")

  /// Which lines are numbers of pages, as far as that is known.
  private static func pages(_ lines: [SourceLine]) -> Set<Int> {
    guard let (runs, before) = runs(lines) else { return [] }
    let over = runs.filter { $0.places.count > $0.columns }
    guard !over.isEmpty, over.count <= mostPages else { return [] }
    let values = over.map { run in candidates(run, lines) }
    let first = (before.map { $0...$0 } ?? 1...mostPages).filter { first in
      values.enumerated().allSatisfy { $1[first + $0] != nil }
    }
    guard first.count == 1, let first = first.first else { return [] }
    // Where it may be one of several that make different rows, nobody knows which.
    return Set(
      zip(over, values).enumerated().compactMap { k, own in
        let places = own.1[first + k]!
        let rows = Set(places.map { place in own.0.places.filter { $0 != place }.map { lines[$0].text } })
        return rows.count == 1 ? places[0] : nil
      })
  }

  /// For each number that a page may have the lines of the run that may be it.
  private static func candidates(_ run: Run, _ lines: [SourceLine]) -> [Int: [Int]] {
    let own = run.places.filter { number(lines[$0].text).map { $0 > 0 } ?? false }
    let adding = own.filter { place in
      let rest = run.places.filter { $0 != place }.map { ValueReader.read(lines[$0].text, places: []) }
      return ApplicationSums.counts(rest).map { run.adds?($0) ?? true } ?? false
    }
    return Dictionary(grouping: adding.isEmpty ? own : adding) { number(lines[$0].text)! }
  }

  /// What stands behind each line of words, from the first header to the row of the review table, and the page that begins the tables, where those before
  /// it tell; nil where numbers lack, or more than one is too many.
  private static func runs(_ lines: [SourceLine]) -> (runs: [Run], first: Int?)? {
    let folded = lines.map { Wording.folded($0.text) }
    let isValue = lines.map { ValueReader.isValue($0.text) }
    guard let start = folded.firstIndex(of: Wording.folded("信息内容")) else { return nil }
    let template = folded.contains { newer.contains($0) } ? Template.form2021 : .form2019
    var result: [Run] = []
    var run = Run()
    var names = 0
    var isLast = false
    func close() -> Bool {
      defer { run = Run() }
      guard run.places.count == run.columns || run.places.count == run.columns + 1 else { return false }
      result.append(run)
      return true
    }
    for index in start..<lines.count where !folded[index].isEmpty || isValue[index] {
      if isValue[index] {
        run.places.append(index)
        continue
      }
      guard close() else { return nil }
      if isLast { break }
      if folded[index] == header { names += 1 }
      if names == reviewNames, folded[index] == total {
        isLast = true
        (run.columns, run.adds) = (3 * Form.reviewColumns.count, addsInGroups)
      } else if let columns = columns[template]?[folded[index]] {
        run.columns = columns
        if columns == Form.applicantColumns.count { run.adds = addsUp }
      }
    }
    if isLast, !run.places.isEmpty, !close() { return nil }
    let before = lines[..<start].compactMap { number($0.text) }
    let isCounted = !before.isEmpty && before == Array(1...before.count)
    return (result, isCounted ? before.count + 1 : nil)
  }
  private static let reviewNames = 3
  private static let newer = Set(["本年制发件数", "现行有效件数"].map(Wording.folded))

  private static let addsUp: @Sendable ([Int]) -> Bool = { $0.dropLast().reduce(0, &+) == $0.last }
  private static let addsInGroups: @Sendable ([Int]) -> Bool = { counts in
    let width = Form.reviewColumns.count
    return stride(from: 0, to: counts.count, by: width).allSatisfy {
      addsUp(Array(counts[$0..<min($0 + width, counts.count)]))
    }
  }

  /// How many cells stand behind the label of each row.
  private static let columns: [Template: [[Unicode.Scalar]: Int]] = Dictionary(
    uniqueKeysWithValues: Template.allCases.map { template in
      // The label of 2019 lives on in the form of 2021, with as many columns.
      let rows =
        [TableID.article20, .applications].flatMap { Form.of($0, template).rows }
        + Form.of(.article20, .form2019).rows.filter { $0.id == .normativeDocuments }
      return (
        template,
        Dictionary(rows.map { (Wording.folded($0.label), $0.columns.count) }, uniquingKeysWith: { first, _ in first })
      )
    })
}
