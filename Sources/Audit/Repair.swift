// Audit: broken sums of a table → the one smallest set of changed cells that mends them all, if there is only one.
import Foundation
import ReportModel
import Statute

/// Locates wrong cells by the redundancy of the form. Rows and columns of the applications table are sums over the same cells,
/// so every cell takes part in a set of sums of its own, and one wrong cell breaks exactly that set by one and the same amount.
enum Repair {
  /// A change of one cell.
  struct Change: Hashable {
    var cell: CellReference
    /// nil where the cell is blank or a placeholder.
    var from: Decimal?
    var to: Decimal
  }

  /// More cells than this are never suggested: a larger set fits by chance.
  static let largestSet = 2

  /// The changes that mend every broken sum and break none; empty where no single cell and no pair does, or several do.
  /// - Parameter sums: all sums of the table; those that cannot be judged count for nothing.
  static func changes(_ sums: [JudgedSum], in table: Table) -> [Change] {
    guard sums.contains(where: \.isBroken) else { return [] }
    let system = System(sums, table)
    guard let broken = system.equations.firstIndex(where: { $0 != 0 }) else { return [] }
    let singles = system.members[broken].compactMap { system.single($0) }
    if singles.count == 1 { return singles }
    guard singles.isEmpty, system.brokenCount <= largestSet * System.mostSumsOfACell else { return [] }
    return system.onlyPair(through: broken) ?? []
  }

  /// The judged sums as equations over the cells, each of which must come out as 0.
  private struct System {
    /// （七）总计 of a column is in its balance, in its outcomes and in its row.
    static let mostSumsOfACell = 3

    /// By equation, how much the totals print more than the addends give.
    var equations: [Decimal] = []
    /// By equation, the indices of its cells.
    var members: [[Int]] = []
    var cells: [CellReference] = []
    var values: [Decimal?] = []
    /// By cell, its equations; +1 where raising the cell raises the excess, −1 where it lowers it.
    var roles: [[Int: Int]] = []

    var brokenCount: Int { equations.count { $0 != 0 } }

    init(_ sums: [JudgedSum], _ table: Table) {
      var indices: [CellReference: Int] = [:]
      for judged in sums {
        if case .cannotJudge = judged.verdict { continue }
        let equation = equations.count
        equations.append(judged.excess)
        members.append([])
        for (term, sign) in judged.sum.addends.map({ ($0, -1) }) + judged.sum.totals.map({ ($0, 1) }) {
          let index = indices[term.cell] ?? cells.count
          if index == cells.count {
            indices[term.cell] = index
            cells.append(term.cell)
            values.append(term.cell(in: table)?.value)
            roles.append([:])
          }
          roles[index][equation] = sign
          members[equation].append(index)
        }
      }
    }

    /// The change of that cell alone which mends everything; nil where none does.
    func single(_ cell: Int) -> Change? {
      guard roles[cell].count == brokenCount, let (equation, sign) = roles[cell].first else { return nil }
      let delta = sign > 0 ? -equations[equation] : equations[equation]
      guard roles[cell].allSatisfy({ equations[$0.key] + ($0.value > 0 ? delta : -delta) == 0 }) else { return nil }
      return change(cell, by: delta)
    }

    /// The two changes which together mend everything, one of them in a cell of that broken equation; nil where no pair does,
    /// or where more than one does.
    func onlyPair(through broken: Int) -> [Change]? {
      let candidates = Set(equations.indices.filter { equations[$0] != 0 }.flatMap { members[$0] }).sorted()
      var found: (first: Int, second: Int, changes: [Change])?
      for first in members[broken] {
        for second in candidates where second != first {
          switch pair(first, second) {
          case .none: continue
          case .many: return nil
          case .one(let changes):
            if let found, (found.first, found.second) != (second, first) { return nil }
            found = (first, second, first < second ? changes : changes.reversed())
          }
        }
      }
      return found?.changes
    }

    private enum Pair {
      case none
      case one([Change])
      /// Their amounts are not determined.
      case many
    }

    private func pair(_ first: Int, _ second: Int) -> Pair {
      let union = Set(roles[first].keys).union(roles[second].keys)
      guard equations.indices.allSatisfy({ equations[$0] == 0 || union.contains($0) }) else { return .none }
      func delta(_ cell: Int, notIn other: Int) -> Decimal? {
        roles[cell].first { roles[other][$0.key] == nil }
          .map { $0.value > 0 ? -equations[$0.key] : equations[$0.key] }
      }
      guard let a = delta(first, notIn: second), let b = delta(second, notIn: first) else {
        // One cell's sums are all the other's too: only a sum that could not be judged tells them apart.
        return .many
      }
      guard a != 0, b != 0 else { return .none }
      let holds = union.allSatisfy { equation in
        func effect(_ cell: Int, _ delta: Decimal) -> Decimal {
          roles[cell][equation].map { $0 > 0 ? delta : -delta } ?? 0
        }
        return equations[equation] + effect(first, a) + effect(second, b) == 0
      }
      guard holds, let one = change(first, by: a), let other = change(second, by: b) else { return .none }
      return .one([one, other])
    }

    private func change(_ cell: Int, by delta: Decimal) -> Change? {
      let to = (values[cell] ?? 0) + delta
      guard to >= 0, to.isWhole else { return nil }
      return Change(cell: cells[cell], from: values[cell], to: to)
    }
  }
}
