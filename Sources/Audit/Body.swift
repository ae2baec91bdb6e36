// Audit: the name of a body → what kind of body it is, as far as names tell.
import Foundation

/// A body as its name describes it.
struct Body: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// 人民政府.
    case government
    /// 人民政府办公厅, 人民政府办公室: reports of its own, or for its government.
    case governmentOffice
    /// 街道办事处, 管委会.
    case dispatched
    /// 局, 厅, 委员会 …: a department of a local government.
    case department
    case unknown
  }

  enum Level: Hashable, Sendable, Comparable {
    case township, county, prefecture, province, state
  }

  let name: String
  let kind: Kind
  /// nil where the name does not tell: 市 is a prefecture or a county.
  let level: Level?

  init(_ name: String) {
    let name = name.filter { !$0.isWhitespace }
    self.name = name
    kind = Body.kind(name)
    level = Body.level(name)
  }

  private static func kind(_ name: String) -> Kind {
    if name.hasSuffix("人民政府") || name.hasSuffix("自治区政府") { return .government }
    if name.hasSuffix("人民政府办公厅") || name.hasSuffix("人民政府办公室") || name.hasSuffix("政府办公室") {
      return .governmentOffice
    }
    if name.hasSuffix("街道办事处") || name.hasSuffix("街道办") || name.hasSuffix("管理委员会") || name.hasSuffix("管委会") {
      return .dispatched
    }
    // 国家税务总局某市税务局, 某海关: organs of the state in a place, with rules of their own.
    guard !["国家", "中华人民共和国", "中国", "国务院"].contains(where: name.hasPrefix) else { return .unknown }
    let isDepartment = ["局", "厅", "委员会", "委", "办公室", "队", "中心"].contains(where: name.hasSuffix)
    return isDepartment ? .department : .unknown
  }

  /// The level of the last place in the name.
  private static func level(_ name: String) -> Level? {
    if ["国家", "中华人民共和国", "国务院"].contains(where: name.hasPrefix) { return .state }
    var place = name
    for suffix in ["人民政府办公厅", "人民政府办公室", "人民政府", "办事处"] where place.hasSuffix(suffix) {
      place = String(place.dropLast(suffix.count))
      break
    }
    if place.hasSuffix("街道") || place.hasSuffix("镇") || place.hasSuffix("乡") || place.hasSuffix("苏木") {
      return .township
    }
    if place.hasSuffix("省") || place.hasSuffix("自治区") { return .province }
    if ["北京市", "上海市", "天津市", "重庆市"].contains(place) { return .province }
    if place.hasSuffix("县") || place.hasSuffix("旗") { return .county }
    if place.hasSuffix("州") || place.hasSuffix("盟") || place.hasSuffix("地区") { return .prefecture }
    if place.hasSuffix("区") { return place.hasSuffix("新区") ? nil : .county }
    // 某市某市 is a county-level city within a prefecture; a single 市 may be either.
    if place.hasSuffix("市"), place.dropLast().contains("市") { return .county }
    return nil
  }

  /// The highest place that the name of a department starts with: 泉州市洛江区财政局 is a county's.
  var departmentLevel: Level? {
    let places: [(Character, Level)] = [("镇", .township), ("乡", .township), ("县", .county), ("旗", .county)]
    for (mark, level) in places where name.dropFirst().dropLast().contains(mark) { return level }
    if let district = name.lastIndex(of: "区"), district > name.startIndex, !name.contains("自治区") {
      let before = name[..<district]
      return before.hasSuffix("新") || before.hasSuffix("地") || before.hasSuffix("开发") ? nil : .county
    }
    if name.contains("省") || name.contains("自治区") || name.hasSuffix("厅") { return .province }
    return nil
  }
}
