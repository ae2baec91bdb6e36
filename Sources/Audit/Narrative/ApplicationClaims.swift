// Audit: sentences → what they state of applications received, concluded and carried.
import ReportModel
import Statute

/// Reads the numbers of applications out of the running text. A number counts only where everything between its verb and
/// itself is known to leave its meaning alone; `收到涉及拆迁的申请12件` is a part of the applications and is not read.
struct ApplicationClaims {
  private let scope: Scope
  private let lastYear: WordSet
  private let nextYear: WordSet
  private let wholesale: WholesaleClaims

  init(_ scope: Scope) {
    self.scope = scope
    let year = scope.year ?? 0
    lastYear = WordSet(
      "上年 上年度 上一年 上一年度 去年 往年 \(year - 1)年 \(year - 1)年度")
    nextYear = WordSet("下年 下年度 下一年 下一年度 次年 明年 来年 \(year + 1)年 \(year + 1)年度")
    wholesale = WholesaleClaims(lastYear: lastYear, nextYear: nextYear)
  }

  static let topic = WordSet("信息公开申请 申请公开 公开申请 依申请 政府信息申请 申请政府信息 政府信息的申请 信息公开的申请")
  private static let otherTopic = WordSet(
    "留言 信件 来信 咨询 建议 提案 热线 工单 来电 来访 信箱 许可 登记 复议 诉讼 举报 投诉 信访")
  /// Cases of other kinds, which are received, concluded and carried over too.
  private static let otherCases = WordSet("复议 诉讼 应诉 仲裁 建议 提案 工单 热线 留言 信访")
  /// 信访举报投诉类申请 are applications.
  private static let kindsOfApplication = WordSet("、 信访 举报 投诉")
  private static let kind: UInt16 = 0x7c7b
  /// 信访、举报、投诉 and what joins them have no more characters.
  private static let longestKind = 8
  static let received = WordSet("收到 新收 新收到 收办 接收 接到")
  static let accepted = WordSet("受理 办理 受理办理 收到和处理 收到并处理 收到和办理 收到并办理")
  private static let concluded = WordSet("办结 办理完毕 处理完毕 办毕")
  private static let answered = WordSet("答复 回复")
  private static let carried = WordSet("结转 转结 转入 接转 遗留 转来 结转至 结转到 结转入 转至 转到 转")
  /// What may stand between a verb and its number without changing what is counted.
  static let fillers = WordSet(
    """
    政府 信息 公开 政府信息 信息公开 政务公开 依 申请 依申请 依申请公开 申请书 申请件 办件 件数 数量 数 量 的 了 共 计 共计 总计 合计 总共 总数 累计 为 有 件
    公民 法人 和 或 及 或者 以及 其他 其它 组织 、 社会 群众 公众 社会公众 人民群众 书面 各类 有效 提出 提交 要求 针对 有关 本部门 本机关 本单位 我局 事务 本年度 今年 全年 年度 事项 案件 也 均
    已 到
    """)
  /// Behind 办结 and 答复, where 公开 is what was answered: 答复公开20件.
  private static let plainFillers = WordSet(
    "申请 政府信息公开申请 信息公开申请 依申请公开 依申请公开申请 申请件 事项 的 了 共 计 共计 合计 总计 为 有 数 数量 件数")
  private static let results = WordSet("的 共 计 共计 总计 合计 为 有 类 情形 情况 决定 答复 申请 政府信息 信息公开申请 政府信息公开申请 数量 件数 :")
  private static let carriedOn = WordSet(
    fillers, WordSet("至 到 入 本年 本年度 今年 继续 办理 继续办理 处理 未办结 未办结的 尚未办结"))
  /// Before a verb, what makes its number another one than the table's.
  private static let changing = WordSet(
    "未 不 不予 待 尚 正在 应 拟 将 按期 按时 及时 期限 限内 提前 延期 逾期 当场 当年 当天 当日 网上 口头 电话 当面 书面 比 较 同比 增 减 多 少 上升 下降 "
      + "每 平均 最 占 其中 另 另外 网络 网站 邮箱 信函 邮寄 邮件 平台 渠道 现场 传真 自然人 企业 律师 个人 平均每 上年 去年 上一年 前年 部门 单位 科室")
  private static let resultChanging = WordSet("未 拟 将 比 较 同比 增 减 多 少 上升 下降 占 平均 上年 去年 按期 主动")
  private static let outcomes: [(Claim.Outcome, WordSet)] = [
    (.denied, WordSet("不予公开")), (.partiallyGranted, WordSet("部分公开")), (.granted, WordSet("予以公开")),
    (.unavailable, WordSet("无法提供")), (.rejected, WordSet("不予处理")), (.other, WordSet("其他处理 其它处理")),
  ]
  private static let anyOutcome = WordSet("不予公开 部分公开 予以公开 无法提供 不予处理 其他处理 其它处理 不公开 同意公开 全部公开 区分处理")
  private static let cases = WordSet("件 宗 份 例 起 个 次 条")
  private static let items = WordSet("项")
  private static let strictCases = WordSet("件 宗 份 例 起")

  /// All statements on applications whose scope is the table's.
  func read(_ narrative: Narrative) -> [Claim] {
    var claims: [Claim] = []
    var paragraph = -1
    var isTainted = false
    var topicSeen = false
    var intakeSeen = false
    // True where the cases that the paragraph named last are others than applications.
    var isOnOthers = false
    for sentence in narrative.sentences {
      if sentence.paragraph != paragraph {
        paragraph = sentence.paragraph
        isTainted = false
        topicSeen = false
        intakeSeen = false
        isOnOthers = false
      }
      guard let section = sentence.section, section != .problems else { continue }
      let text = sentence.text
      let hasTopic = ApplicationClaims.topic.occurs(in: text, sentence.range)
      topicSeen = topicSeen || hasTopic || section == .applications
      let subjects = subjects(of: sentence)
      var wasOnOthers = isOnOthers
      isOnOthers = subjects.last?.isOther ?? isOnOthers
      guard topicSeen else { continue }
      if scope.isElsewhere(sentence) { isTainted = true }
      guard !isTainted, !scope.isAnotherTime(sentence) else { continue }
      let isOther = ApplicationClaims.otherTopic.occurs(in: text, sentence.range) || subjects.isEmpty && wasOnOthers
      var passed = 0
      let first = claims.count
      for mention in NumberScanner.mentions(in: sentence) {
        while passed < subjects.count, subjects[passed].position < mention.range.lowerBound {
          wasOnOthers = subjects[passed].isOther
          passed += 1
        }
        guard isCounted(mention, in: text),
          let kind = kind(of: mention, in: text, mayOmitTopic: !isOther, mayBeCarried: !wasOnOthers)
        else { continue }
        claims.append(
          Claim(kind: kind, value: mention.value, isNegation: false, sentence: sentence, range: mention.range))
      }
      claims += wholesale.noneReceived(sentence)
      if !isOther, let range = wholesale.nothingOpen(sentence, isBehindIntake: intakeSeen) {
        claims.append(Claim(kind: .nothingOpen, value: 0, isNegation: true, sentence: sentence, range: range))
      }
      if claims[first...].contains(where: { $0.kind == .received || $0.kind == .accepted }) { intakeSeen = true }
    }
    // 收到17件，受理15件: only the first speaks of what was received.
    let withReceived = Set(claims.filter { $0.kind == .received }.map(\.sentence.paragraph))
    return claims.filter { $0.kind != .accepted || !withReceived.contains($0.sentence.paragraph) }
  }

  /// Where the sentence names applications, and where other cases: in its order.
  private func subjects(of sentence: Sentence) -> [(position: Int, isOther: Bool)] {
    let text = sentence.text
    let own = Self.topic.all(in: text, sentence.range).map { (position: $0.lowerBound, isOther: false) }
    let others = Self.otherCases.all(in: text, sentence.range).filter { other in
      let behind = other.upperBound..<min(text.count, other.upperBound + Self.longestKind)
      let end = Self.kindsOfApplication.prefix(text, behind)
      return end == text.count || text[end] != Self.kind
    }
    return (own + others.map { (position: $0.lowerBound, isOther: true) }).sorted { $0.position < $1.position }
  }

  /// 项 count applications where these stand right before the number: 政府信息公开申请3项.
  private func isCounted(_ mention: NumberMention, in text: [UInt16]) -> Bool {
    let unit = unitPosition(mention)
    return Self.cases.length(in: text, at: unit, within: mention.range) != nil
      || Self.items.length(in: text, at: unit, within: mention.range) != nil
        && Self.topic.last(in: text, mention.lead)?.upperBound == mention.lead.upperBound
  }

  private func unitPosition(_ mention: NumberMention) -> Int { mention.range.upperBound - 1 }

  private func kind(of mention: NumberMention, in text: [UInt16], mayOmitTopic: Bool, mayBeCarried: Bool) -> Claim.Kind?
  {
    let lead = mention.lead
    if let carry = carry(lead, text) { return mayBeCarried ? carry : nil }
    if let outcome = outcome(mention, text) { return .outcome(outcome) }
    let verbs: [(Claim.Kind, WordSet)] = [
      (.concluded, Self.concluded), (.received, Self.received), (.answered, Self.answered), (.accepted, Self.accepted),
    ]
    // The verb next to the number is the one that speaks of it.
    let found = verbs.compactMap { kind, words in words.last(in: text, lead).map { (kind, $0) } }
    guard let (kind, verb) = found.max(by: { ($0.1.upperBound, $0.1.count) < ($1.1.upperBound, $1.1.count) }) else {
      return nil
    }
    let isIntake = kind == .received || kind == .accepted
    guard (isIntake ? Self.fillers : Self.plainFillers).fills(text, verb.upperBound..<lead.upperBound),
      !Self.changing.occurs(in: text, lead.lowerBound..<verb.lowerBound)
    else { return nil }
    // 收到并答复17件 speaks of both; the 办理 of 办理完毕 is no verb of its own.
    if found.contains(where: { !$0.1.overlaps(verb) }) { return nil }
    let hasTopic = Self.topic.occurs(in: text, lead)
    if isIntake {
      // 收到17件政府信息公开申请
      guard Self.fillers.fills(text, mention.tail) else { return nil }
      guard hasTopic || Self.topic.occurs(in: text, mention.tail) || mayOmitTopic else { return nil }
    } else if !hasTopic && !mayOmitTopic {
      return nil
    }
    return kind
  }

  private func carry(_ lead: Range<Int>, _ text: [UInt16]) -> Claim.Kind? {
    guard let word = Self.carried.last(in: text, lead) else {
      guard let next = nextYear.last(in: text, lead), Self.continued.fills(text, next.upperBound..<lead.upperBound),
        next.upperBound < lead.upperBound
      else { return nil }
      return .carriedForward
    }
    let behind = word.upperBound..<lead.upperBound
    if let next = nextYear.first(in: text, behind), next.lowerBound == word.upperBound {
      return Self.carriedOn.fills(text, next.upperBound..<lead.upperBound) ? .carriedForward : nil
    }
    if let last = lastYear.first(in: text, behind), last.lowerBound == word.upperBound {
      return Self.carriedOn.fills(text, last.upperBound..<lead.upperBound) ? .carriedOver : nil
    }
    if let last = lastYear.last(in: text, lead.lowerBound..<word.lowerBound),
      Self.fillers.fills(text, last.upperBound..<word.lowerBound),
      nextYear.first(in: text, behind) == nil, Self.carriedOn.fills(text, behind)
    {
      return .carriedOver
    }
    return nil
  }

  private static let continued = WordSet("继续 办理 继续办理 的 申请 共 计 为 处理 继续处理")

  private func outcome(_ mention: NumberMention, _ text: [UInt16]) -> Claim.Outcome? {
    let named = Self.anyOutcome.all(in: text, mention.lead)
    // 予以公开和部分公开共50件 gives no number of either.
    guard named.count == 1, let word = named.first,
      Self.strictCases.length(in: text, at: unitPosition(mention), within: mention.range) != nil,
      Self.results.fills(text, word.upperBound..<mention.lead.upperBound),
      !Self.resultChanging.occurs(in: text, mention.lead.lowerBound..<word.lowerBound)
    else { return nil }
    return Self.outcomes.first { $0.1.length(in: text, at: word.lowerBound, within: word) == word.count }?.0
  }
}
