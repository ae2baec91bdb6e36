// Audit: sentences → what they state of 规范性文件 made, repealed and in force.
import ReportModel
import Statute

/// Reads the numbers of normative documents out of the running text. Published, interpreted or reviewed documents are not
/// those made, and are not read.
struct DocumentClaims {
  private let scope: Scope

  init(_ scope: Scope) { self.scope = scope }

  private static let documents = WordSet("规范性文件 行政规范性文件")
  private static let units = WordSet("件 份 个 部 项 条")
  private static let made = WordSet("制发 制定 制作 新制发 新制定 新制作 制定出台 出台 新出台 起草制定 制定印发 制发印发")
  private static let repealed = WordSet("废止 宣布失效 废止失效 宣布废止 失效 废止和宣布失效 废止或宣布失效 废止或失效")
  private static let ended = WordSet("废止")
  private static let lapsed = WordSet("失效")
  private static let inForce = WordSet("现行有效 现行有效的 有效 继续有效")
  private static let verbFillers = WordSet("了 的 共 计 共计 政府 行政 本机关 各类")
  private static let fillers = WordSet("共 计 共计 合计 总计 为 有 数 数量 件数 总数 :")
  private static let own = WordSet("全年 本年度 年度 今年 共 共计 我局 我镇 我街道 我乡 我单位 本机关 本单位 我委 我办 的 我")
  /// Other things that are done with documents, kinds of document, comparisons.
  private static let other = WordSet(
    """
    解读 清理 审查 审核 备案 公开 发布 印发 转发 公示 公布 报送 上传 修订 修改 评估 起草 草案 征求 意见 党内 部门规范 政府规范 上级 比 较 同比 增 减 上年 去年
    其中 合法性 保留 拟 将 计划 代 以 参与 配合 报备 分别 重大 公平竞争 政策性 解释 落实 执行 贯彻
    """)

  private static let publishing = WordSet("公开 发布 公布 网站 专栏 栏目 上传 更新 公示 条 其中 解读")

  func read(_ narrative: Narrative) -> [Claim] {
    narrative.sentences.flatMap { sentence -> [Claim] in
      let text = sentence.text
      guard let section = sentence.section, section != .problems, Self.documents.occurs(in: text, sentence.range),
        !scope.isElsewhere(sentence), !scope.isAnotherTime(sentence)
      else { return [] }
      var isListing = false
      var claims: [Claim] = []
      var ended: [Int] = []
      var lapsed: [Int] = []
      for mention in NumberScanner.mentions(in: sentence) {
        let unit = mention.range.upperBound - 1
        guard Self.units.length(in: text, at: unit, within: mention.range) != nil,
          let kind = kind(mention, text) ?? (isListing ? listed(mention, text) : nil)
        else {
          isListing = false
          continue
        }
        isListing = true
        if kind == .documentsRepealed {
          let isEnded = Self.ended.occurs(in: text, mention.lead)
          if isEnded != Self.lapsed.occurs(in: text, mention.lead) {
            if isEnded { ended.append(claims.count) } else { lapsed.append(claims.count) }
          }
        }
        claims.append(
          Claim(kind: kind, value: mention.value, isNegation: false, sentence: sentence, range: mention.range))
      }
      // 废止28件，失效2件: the table has one column for both, and reports count the former there, or all.
      if ended.count == 1, lapsed.count == 1 {
        claims[ended[0]].orValue = claims[ended[0]].value + claims[lapsed[0]].value
        claims.remove(at: lapsed[0])
      }
      return claims
    }
  }

  /// 制发规范性文件3件，废止1件，现行有效12件: a verb alone goes on counting them.
  private func listed(_ mention: NumberMention, _ text: [UInt16]) -> Claim.Kind? {
    guard mention.tail.isEmpty else { return nil }
    let kinds: [(Claim.Kind, WordSet)] = [
      (.documentsRepealed, Self.repealed), (.documentsInForce, Self.inForce), (.documentsMade, Self.made),
    ]
    return kinds.first {
      WordSet($0.1, Self.fillers, Self.verbFillers).fills(text, mention.lead) && $0.1.occurs(in: text, mention.lead)
    }?.0
  }

  private func kind(_ mention: NumberMention, _ text: [UInt16]) -> Claim.Kind? {
    let lead = mention.lead
    let before: Range<Int>
    if let documents = Self.documents.last(in: text, lead) {
      // 制发规范性文件3件
      guard Self.fillers.fills(text, documents.upperBound..<lead.upperBound), mention.tail.isEmpty else { return nil }
      before = lead.lowerBound..<documents.lowerBound
    } else {
      // 制发3件行政规范性文件
      let tail = mention.tail
      guard !tail.isEmpty, Self.documents.length(in: text, at: tail.lowerBound, within: tail) == tail.count else {
        return nil
      }
      before = lead
    }
    if Self.other.occurs(in: text, before) { return nil }
    func verb(_ words: WordSet) -> Bool {
      words.last(in: text, before).map { Self.verbFillers.fills(text, $0.upperBound..<before.upperBound) } ?? false
    }
    let kinds: [(Claim.Kind, WordSet)] = [
      (.documentsRepealed, Self.repealed), (.documentsInForce, Self.inForce), (.documentsMade, Self.made),
    ]
    let named = kinds.filter { $0.1.occurs(in: text, before) }
    if named.count > 1 { return nil }
    if let (kind, words) = named.first { return verb(words) ? kind : nil }
    // 规范性文件0件 says not which; among things published it is those published.
    let isBare = Self.own.fills(text, before) && before.upperBound < lead.upperBound
    return isBare && !Self.publishing.occurs(in: text, 0..<text.count) ? .documents : nil
  }
}
