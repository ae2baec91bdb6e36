// Audit: sentences → what they state of reviews and lawsuits over disclosure.
import ReportModel
import Statute

/// Reads the numbers of reviews and lawsuits out of the running text: those over the body's own disclosure, not the reviews
/// that it decides or the lawsuits of its other business.
struct ReviewClaims {
  private let scope: Scope

  init(_ scope: Scope) { self.scope = scope }

  private static let disclosure = WordSet("信息公开 政务公开 政府信息 依申请公开 公开申请")
  private static let subject = WordSet("行政复议 行政诉讼 复议 诉讼 起诉 应诉")
  private static let review = WordSet("行政复议 复议")
  private static let litigation = WordSet("行政诉讼 诉讼 行政起诉")
  private static let direct = WordSet("未经复议直接起诉 未经行政复议直接起诉 直接起诉")
  private static let afterReview = WordSet("复议后起诉 经复议后起诉 复议后提起诉讼 复议后提起行政诉讼")
  private static let fillers = WordSet("案件 案 申请 的 共 计 共计 合计 总计 为 有 数量 数 件数 发生 、 和 及 :")
  /// The body's part as the one who decides, the result, or a comparison: not the number of the table.
  private static let other = WordSet(
    "办理 审理 受理 审结 代理 应诉 维持 纠正 撤销 驳回 败诉 胜诉 撤回 终止 尚未审结 未审结 结案 调解 比 较 同比 增 减 上年 去年 占 其中 分别 下降 上升")
  /// The body as the one who decides the reviews.
  private static let deciding = WordSet("办理行政复议 办理复议 审理行政复议 受理行政复议 审结行政复议 复议机关 办理政府信息公开")
  private static let cases = WordSet("件 起 宗 例 次 个 条")
  /// Business of which reviews and lawsuits are another matter: 行政执法工作均无被申请行政复议.
  private static let otherBusiness = WordSet("执法 行政处罚 行政许可 行政强制 行政征收 征地 征收 拆迁 行政审批 行政裁决 工伤 仲裁")

  func read(_ narrative: Narrative) -> [Claim] {
    var claims: [Claim] = []
    var paragraph = -1
    var isTainted = false
    for sentence in narrative.sentences {
      if sentence.paragraph != paragraph {
        paragraph = sentence.paragraph
        isTainted = false
      }
      let text = sentence.text
      guard let section = sentence.section, section != .problems, Self.subject.occurs(in: text, sentence.range)
      else { continue }
      if scope.isElsewhere(sentence) { isTainted = true }
      guard !isTainted, !scope.isAnotherTime(sentence) else { continue }
      // Who had no review at all had none over disclosure.
      claims += negations(sentence)
      guard section == .reviewAndLitigation || Self.disclosure.occurs(in: text, sentence.range) else { continue }
      claims += numbers(sentence)
    }
    return claims
  }

  private func numbers(_ sentence: Sentence) -> [Claim] {
    let text = sentence.text
    guard !isByReviewOrgan(text) else { return [] }
    return NumberScanner.mentions(in: sentence).compactMap { mention in
      let unit = mention.range.upperBound - 1
      guard Self.cases.length(in: text, at: unit, within: mention.range) != nil,
        !Self.other.occurs(in: text, mention.lead), !Self.other.occurs(in: text, mention.tail),
        let kind = kind(mention.lead, text), !isOnOtherBusiness(sentence, before: mention.range.lowerBound)
      else { return nil }
      return Claim(kind: kind, value: mention.value, isNegation: false, sentence: sentence, range: mention.range)
    }
  }

  /// 尚未审结行政复议0件 is said of reviews of the body's own acts as well.
  private func isByReviewOrgan(_ text: [UInt16]) -> Bool {
    Self.deciding.all(in: text, text.indices).contains { $0.lowerBound == 0 || text[$0.lowerBound - 1] != Self.not }
  }

  private static let not = "未".utf16.first

  /// What a statement speaks of stands no farther before it.
  private static let farthest = 200

  /// True where the sentence names other business before that position, and disclosure neither behind that nor later in the clause. In section four,
  /// which is on disclosure, the clause itself has to name it: what stands before may be what was published.
  private func isOnOtherBusiness(_ sentence: Sentence, before position: Int) -> Bool {
    let text = sentence.text
    let near = max(0, position - Self.farthest)
    let isOwnSection = sentence.section == .reviewAndLitigation
    let start = isOwnSection ? near + Clause.start(in: Array(text[near..<position]), of: position - near) : near
    let before = start..<position
    guard let other = Self.otherBusiness.last(in: text, before) else { return false }
    return !Self.disclosure.occurs(in: text, other.upperBound..<Clause.end(in: text, from: position))
  }

  private func kind(_ lead: Range<Int>, _ text: [UInt16]) -> Claim.Kind? {
    func endsLead(_ words: WordSet) -> Range<Int>? {
      words.last(in: text, lead).flatMap { Self.fillers.fills(text, $0.upperBound..<lead.upperBound) ? $0 : nil }
    }
    if endsLead(Self.direct) != nil { return .litigationDirect }
    if endsLead(Self.afterReview) != nil { return .litigationAfterReview }
    let review = Self.review.last(in: text, lead)
    let litigation = Self.litigation.last(in: text, lead)
    switch (review, litigation) {
    case (_?, nil): return endsLead(Self.review) == nil ? nil : .review
    case (nil, _?): return endsLead(Self.litigation) == nil ? nil : .litigation
    case (_?, _?): return endsLead(Self.litigation) == nil && endsLead(Self.review) == nil ? nil : .reviewAndLitigation
    case (nil, nil): return nil
    }
  }

  // MARK: none

  private static let none = WordSet("未 没有 没 无 从未 并未 尚无 均无 均未")
  private static let noneFillers = WordSet(
    """
    发生 出现 收到 接到 产生 存在 有 被 因 由 对 就 本机关 我局 我单位 本单位 我委 我办 我镇 我街道 我乡 我校 政府 信息 公开 政府信息 信息公开 政务公开 工作
    引起 引发 导致 产生 涉及 涉 有关 相关 的 申请 提起 提出 任何 针对 关于 依申请 依申请公开 事项 答复 行为 过 与 和 及 或 以及 或者 、 情况 案件 行政 而
    向 公民 法人 其他 组织 案 问题 举报 投诉 申诉 信访 投诉举报 举报投诉
    """)
  private static let targets = WordSet("行政复议 行政诉讼 复议 诉讼 行政起诉")
  private static let ends = WordSet(
    "的 情况 案件 案 事项 申请 发生 、 和 及 或 与 以及 或者 行政 复议 诉讼 行政复议 行政诉讼 被 提起 提出 . 无 未 没有 情形 问题 事件 等 起诉")

  /// 未发生因政府信息公开引起的行政复议、行政诉讼.
  private func negations(_ sentence: Sentence) -> [Claim] {
    let text = sentence.text
    return Self.none.all(in: text, sentence.range).flatMap { negative -> [Claim] in
      let end = Clause.end(in: text, from: negative.upperBound)
      guard let first = Self.targets.first(in: text, negative.upperBound..<end),
        Self.noneFillers.fills(text, negative.upperBound..<first.lowerBound),
        Self.ends.fills(text, first.upperBound..<end), !isOnOtherBusiness(sentence, before: negative.lowerBound)
      else { return [] }
      let range = negative.lowerBound..<end
      return [(Claim.Kind.review, Self.review), (.litigation, Self.litigation)].compactMap { kind, words in
        guard words.occurs(in: text, range) else { return nil }
        return Claim(kind: kind, value: 0, isNegation: true, sentence: sentence, range: range)
      }
    }
  }
}
