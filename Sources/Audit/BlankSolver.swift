// Audit: sums with blank cells → the numbers that the blanks must stand for, where there is only one way.
import Foundation
import ReportModel
import Statute

/// What the sums of a table say of its blank cells, each of which stands for a number that is not negative.
struct BlankSolver {
  /// Numbers that are forced, in the order in which they were found; zeros are not listed.
  private(set) var numbers: [CellReference: Decimal] = [:]
  /// True where no numbers in the blanks make all the sums hold: then a printed number is wrong too.
  private(set) var isContradictory = false

  private struct Equation {
    /// +1 for an addend, −1 for a total.
    var unknowns: [CellReference: Int]
    /// What the unknowns, each times its sign, must add up to.
    var remainder: Decimal
  }

  init(_ sums: [JudgedSum], in table: Table) {
    var equations = sums.compactMap { BlankSolver.equation($0, table) }
    var known: [(CellReference, Decimal)] = []
    repeat {
      known = []
      for equation in equations {
        switch BlankSolver.forced(by: equation) {
        case .nothing: break
        case .contradiction:
          isContradictory = true
          numbers = [:]
          return
        case .values(let values): known += values
        }
      }
      for (cell, value) in known {
        for index in equations.indices {
          guard let sign = equations[index].unknowns.removeValue(forKey: cell) else { continue }
          equations[index].remainder -= sign > 0 ? value : -value
        }
        if value != 0 { numbers[cell] = value }
      }
    } while !known.isEmpty
  }

  private enum Forced {
    case nothing
    case contradiction
    case values([(CellReference, Decimal)])
  }

  private static func equation(_ judged: JudgedSum, _ table: Table) -> Equation? {
    if case .cannotJudge = judged.verdict { return nil }
    var unknowns: [CellReference: Int] = [:]
    func collect(_ terms: [TableSum.Term], sign: Int) {
      for term in terms {
        guard let state = term.cell(in: table)?.state, state == .blank || state == .placeholder else { continue }
        unknowns[term.cell] = sign
      }
    }
    collect(judged.sum.addends, sign: 1)
    collect(judged.sum.totals, sign: -1)
    return Equation(unknowns: unknowns, remainder: judged.excess)
  }

  private static func forced(by equation: Equation) -> Forced {
    guard let first = equation.unknowns.first else { return equation.remainder == 0 ? .nothing : .contradiction }
    guard equation.unknowns.values.allSatisfy({ $0 == first.value }) else { return .nothing }
    let needed = first.value > 0 ? equation.remainder : -equation.remainder
    if needed < 0 { return .contradiction }
    if needed == 0 { return .values(equation.unknowns.keys.map { ($0, 0) }) }
    return equation.unknowns.count == 1 ? .values([(first.key, needed)]) : .nothing
  }
}
