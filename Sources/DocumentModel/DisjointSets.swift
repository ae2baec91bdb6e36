// DocumentModel: things that belong together, told pair by pair → groups of them.

/// The groups that 0 ..< count fall into as pairs of them are joined (union-find with path halving).
public struct DisjointSets: Sendable {
  @usableFromInline var parents: [Int]

  /// Each by itself.
  public init(count: Int) { parents = Array(0..<count) }

  @inlinable mutating func root(_ index: Int) -> Int {
    var index = index
    while parents[index] != index {
      parents[index] = parents[parents[index]]
      index = parents[index]
    }
    return index
  }

  /// Joins the groups of two of them.
  @inlinable public mutating func join(_ one: Int, _ other: Int) { parents[root(one)] = root(other) }

  /// The groups, the members of each ascending.
  public var members: [[Int]] {
    var copy = self
    var result = [[Int]](repeating: [], count: parents.count)
    for index in parents.indices { result[copy.root(index)].append(index) }
    return result.filter { !$0.isEmpty }
  }
}
