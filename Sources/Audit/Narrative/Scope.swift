// Audit: a sentence → whether its numbers speak of this body in this year as a whole, as the tables do.
import ReportModel
import Statute

/// Tells the sentences whose numbers may be held against the tables from those with another scope: a whole city, a part of the
/// body, a channel, a part of the year, another year. In doubt a sentence is left alone.
struct Scope: Sendable {
  let year: Int?
  /// Names of the body itself, which do not make another scope: 青山县人民政府办公室 is no 政府办公室 within it.
  private let ownNames: [WordSet]

  init(_ report: Report) {
    year = report.year
    ownNames = [report.agency].compactMap { $0 }.map { WordSet(NormalisedText.string(NormalisedText.units($0))) }
  }

  private static let elsewhere = WordSet(
    """
    全市 全县 全区 全省 全州 全旗 全盟 全镇 全乡 全系统 系统内 全辖区 辖区内 我省 我市 我县 我区 我州 我旗 各县 各市 各区 各镇 各乡 各街道 各部门
    各单位 各科室 各股室 各处室 各级 各地 下属 所属 直属 市直 县直 区直 省直 州直 市级 县级 区级 省级 本级 政府办 办公室 办公厅 代表 乡镇 镇街 分局
    支队 大队 分别 两级 三级 省政府 市政府 县政府 区政府 部门收到 单位收到 部门共 单位共
    """)
  private static let partOfTheYear = WordSet("上半年 下半年 季度 月份 上旬 下旬 同期 以来 历年 近年 近两年 近三年")

  /// True where the sentence speaks of other bodies too, or of a part of this one.
  func isElsewhere(_ sentence: Sentence) -> Bool {
    var position = 0
    let text = sentence.text
    while position < text.count {
      let rest = position..<text.count
      if let own = ownNames.lazy.compactMap({ $0.length(in: text, at: position, within: rest) }).first {
        position += own
      } else if Scope.elsewhere.length(in: text, at: position, within: rest) != nil {
        return true
      } else {
        position += 1
      }
    }
    return false
  }

  /// True where the sentence speaks of a part of the year, or of another year other than as the one before or after from or to
  /// which applications are carried.
  func isAnotherTime(_ sentence: Sentence) -> Bool {
    let text = sentence.text
    if Scope.partOfTheYear.occurs(in: text, sentence.range) || namesAMonth(text) { return true }
    guard let year else { return false }
    return YearMention.all(in: text).contains { mention in
      !mention.isQuoted && mention.year != year && !isCarry(mention, in: text)
    }
  }

  private static let carried = WordSet("结转 转入 转结 接转 遗留")
  private static let carrying = WordSet("结转 结转至 结转到 结转入 转至 转入 转到 转")

  private func isCarry(_ mention: YearMention, in text: [UInt16]) -> Bool {
    let behind = mention.range.upperBound
    if behind < text.count, Scope.carried.length(in: text, at: behind, within: behind..<text.count) != nil {
      return true
    }
    let before = max(0, mention.range.lowerBound - 3)..<mention.range.lowerBound
    return before.contains { start in
      Scope.carrying.length(in: text, at: start, within: before).map { start + $0 == before.upperBound } ?? false
    }
  }

  private static let wholeYear = WordSet("1月1日 12月31日")

  /// A month other than in 1月1日 and 12月31日.
  private func namesAMonth(_ text: [UInt16]) -> Bool {
    let month: UInt16 = 0x6708
    for position in text.indices where text[position] == month {
      guard position > 0, text[position - 1] >= 0x30, text[position - 1] <= 0x39 else { continue }
      let isWhole = [position - 1, position - 2].contains { start in
        start >= 0 && Scope.wholeYear.length(in: text, at: start, within: start..<text.count) != nil
      }
      if !isWhole { return true }
    }
    return false
  }
}
