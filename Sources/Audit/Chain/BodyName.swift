// Audit: names of bodies → which of them are the same body.
import Foundation

/// A body's name cut into its place and what stands before it: 泉州市 | 洛江区财政局.
struct BodyName: Hashable, Sendable {
  /// From the last place in the name on; the whole name where it has no place.
  let core: String
  /// The higher places before it; may be empty.
  let prefix: String

  /// What places end with. 州 is one only in 自治州: 杭州市 is one place.
  private static let marks = ["自治区", "自治州", "自治县", "自治旗", "地区", "街道", "省", "市", "盟", "区", "县", "旗", "镇", "乡"].map {
    Array($0)
  }

  init(_ name: String) {
    let characters = Array(name.filter { !$0.isWhitespace })
    var starts = [0]
    var position = 1
    while position < characters.count {
      guard let length = BodyName.mark(characters, position) else {
        position += 1
        continue
      }
      let end = position + length
      // 沙市区, 津市市: a mark before a mark is part of the name.
      if end < characters.count, BodyName.mark(characters, end) == nil, position > (starts.last ?? 0) {
        starts.append(end)
        position = end + 1
      } else {
        position = end
      }
    }
    // The last cut is behind the last place; the core starts with that place.
    let start = starts.count >= 2 ? starts[starts.count - 2] : 0
    core = String(characters[start...])
    prefix = String(characters[..<start])
  }

  private static func mark(_ name: [Character], _ position: Int) -> Int? {
    marks.first { mark in
      position + mark.count <= name.count && name[position..<position + mark.count].elementsEqual(mark)
    }?.count
  }

  /// True where both may name the same body: the same core, and one prefix ends with the other.
  func isCompatible(with other: BodyName) -> Bool {
    core == other.core && (prefix.hasSuffix(other.prefix) || other.prefix.hasSuffix(prefix))
  }
}

/// The bodies of a run, by number.
public struct BodyRegister: Hashable, Sendable {
  private struct Known: Hashable, Sendable {
    var name: BodyName
    var id: Int
  }

  private var known: [String: [Known]] = [:]
  private var count = 0

  public init() {}

  /// The number of the body with that name. 洪泽区人民政府 is 淮安市洪泽区人民政府 while no other city's 洪泽区 is known; a name
  /// that fits several bodies is a body of its own.
  public mutating func id(of agency: String) -> Int {
    let name = BodyName(agency)
    let bodies = known[name.core] ?? []
    if let same = bodies.first(where: { $0.name == name }) { return same.id }
    let compatible = Set(bodies.filter { $0.name.isCompatible(with: name) }.map(\.id))
    let id = compatible.count == 1 ? compatible.first! : count
    if id == count { count += 1 }
    known[name.core, default: []].append(Known(name: name, id: id))
    return id
  }
}
