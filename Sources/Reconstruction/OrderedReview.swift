// Reconstruction: a text that runs in another order than the review table is printed → its fifteen numbers, where nothing speaks against their order.
import Statute

extension OrderedReading {
  /// The numbers of the review table, where there are exactly as many as it has cells, and every sum holds, or all but one in the order of the header.
  /// `isMoved`: numbers of the applications table stand elsewhere than in their rows; then they may do so here, and headers say nothing.
  static func review(_ tokens: [StreamReading.Token], isMoved: Bool = false) -> [StreamReading.Token]? {
    let values = tokens.filter(\.isValue)
    let width = Form.reviewColumns.count
    guard values.count == 3 * width, let numbers = counts(values), tells(values) else { return nil }
    // The same number in every cell stands in each, whatever the order; no group is missing, and none is one too many.
    if areAlike(values) {
      return namesOf(tokens).sorted() == (0..<3).flatMap { _ in 0..<width }.sorted() ? values : nil
    }
    guard !areNamedOtherwise(tokens), !groupsAreExchanged(tokens) else { return nil }
    let groups = (0..<3).map { Array(numbers[($0 * width)..<(($0 + 1) * width)]) }
    let columns = (0..<3).map { group in (0..<width).map { numbers[3 * $0 + group] } }
    func holds(_ group: [Int]) -> Bool { group.dropLast().reduce(0, +) == group.last }
    let isOneRun = tokens.split { !$0.isValue }.count == 1
    let failing = groups.filter { !holds($0) }
    if failing.isEmpty {
      // What comes in uneven blocks may come in any order.
      return isOneRun && !ShuffledRows.areUneven(tokens)
        || !isMoved && !columns.allSatisfy(holds) && headersAreInOrder(tokens) && !totalsAreApart(tokens)
          && (!ShuffledRows.areApart(tokens) || areNamedOneByOne(tokens))
        ? values : nil
    }
    // A report that errs in one group, under a header that says the order of all.
    let isErr = failing.count == 1 && groups.allSatisfy { $0.last != 0 } && !columns.contains(where: holds)
    return isErr && isOneRun && headersAreInOrder(tokens) ? values : nil
  }

  /// A character that only one header of the review table has; totals stand apart from the others in most texts.
  private static let headerMarks: [Unicode.Scalar: Int] = ["维": 0, "纠": 1, "其": 2, "尚": 3]

  /// True where each name of a column stands by itself, in the order of the form, and wherever names come again as many numbers have come as names before: blocks
  /// of names and of numbers follow each other alike. Names that share a line are blocks of several columns, and their numbers stand in any order.
  private static func areNamedOneByOne(_ tokens: [StreamReading.Token]) -> Bool {
    guard namesOf(tokens) == (0..<3 * Form.reviewColumns.count).map({ $0 % Form.reviewColumns.count }) else {
      return false
    }
    let lines = Dictionary(grouping: tokens.filter { !$0.isValue }, by: \.line)
    guard lines.values.allSatisfy({ namesOf($0).count <= 1 }) else { return false }
    var (names, numbers) = (0, 0)
    for (token, next) in zip(tokens, tokens.dropFirst().map(Optional.some) + [nil]) {
      if token.isValue { numbers += 1 } else { names += namesOf([token]).count }
      if numbers > names || token.isValue && next?.isValue != true && numbers != names { return false }
    }
    return true
  }

  private static func areAlike(_ values: [StreamReading.Token]) -> Bool { Set(values.map(\.text)).count == 1 }

  /// The columns that the words of the header name, in their order.
  private static func namesOf(_ tokens: [StreamReading.Token]) -> [Int] {
    tokens.filter { !$0.isValue }.flatMap {
      $0.text.unicodeScalars.compactMap { $0 == "计" ? headerMarks.count : headerMarks[$0] }
    }
  }

  /// True where the names of the groups come in another order than the form's: the blocks of their columns may do so, too.
  static func groupsAreExchanged(_ tokens: [StreamReading.Token]) -> Bool {
    let names = tokens.filter { !$0.isValue }.map { Wording.folded($0.text) }
    guard let direct = names.firstIndex(where: { $0.contains(groups[0]) }),
      let after = names.firstIndex(where: { $0.contains(groups[1]) && !$0.contains(groups[0]) })
    else { return false }
    return after < direct
  }
  private static let groups = ["未经复议", "复议后"].map(Wording.folded)

  /// True where the headers of each group come in the order of the form: numbers among them follow it, and sums hold in any.
  private static func headersAreInOrder(_ tokens: [StreamReading.Token]) -> Bool {
    let found = tokens.filter { !$0.isValue }.flatMap { $0.text.unicodeScalars.compactMap { headerMarks[$0] } }
    return found == (0..<3).flatMap { _ in 0..<headerMarks.count }
  }

  /// True where the name of a total stands between the numbers that it counts and itself: these are blocks by themselves, and come in any order.
  private static func totalsAreApart(_ tokens: [StreamReading.Token]) -> Bool {
    tokens.indices.contains { k in
      k > 1 && k + 1 < tokens.count && Wording.folded(tokens[k].text) == total && tokens[k - 1].isValue
        && tokens[k - 2].isValue && tokens[k + 1].isValue
    }
  }
  private static let total = Wording.folded("总计")

  /// True where one name alone stands before a number, and it is that of another column than the number's place among all.
  private static func areNamedOtherwise(_ tokens: [StreamReading.Token]) -> Bool {
    var names: [Int] = []
    var place = 0
    for token in tokens {
      guard token.isValue else {
        names += token.text.unicodeScalars.compactMap { $0 == "计" ? headerMarks.count : headerMarks[$0] }
        continue
      }
      if names.count == 1, place > 0, names[0] != place % Form.reviewColumns.count { return true }
      names = []
      place += 1
    }
    return false
  }
}
