// Audit: sentences → that no application was received, or that none was left open.
import Statute

/// Reads the statements on applications that speak of all of them without a number.
struct WholesaleClaims {
  let lastYear: WordSet
  let nextYear: WordSet

  private static let none = WordSet("未 没有 没 无 从未 尚未 并未")
  private static let noneFillers = WordSet(
    ApplicationClaims.fillers, ApplicationClaims.received,
    WordSet("受理 任何 个人 单位 企业 机关 关于 涉及 有关 相关 对 形式 形式的 我局 我单位 本机关 本单位 来自 存在 发生 产生 政府信息的 过"))
  private static let requests = WordSet(
    "信息公开申请 信息公开的申请 公开申请 依申请公开 申请公开 公开政府信息的申请 公开政府信息申请 政府信息申请 依申请公开申请 依申请公开政府信息的申请 "
      + "申请公开政府信息 依申请公开政府信息申请 依申请公开政府信息 申请公开政府信息的情况 申请政府信息公开 申请政府信息公开的情况")
  private static let noneEnds = WordSet("的 . 情况 事项 事宜 件 申请 办件 案件 信息 政府信息 业务 工作 表 书 要求 情形")

  /// 未收到政府信息公开申请, 无依申请公开事项.
  func noneReceived(_ sentence: Sentence) -> [Claim] {
    let text = sentence.text
    return Self.none.all(in: text, sentence.range).compactMap { negative in
      let end = Clause.end(in: text, from: negative.upperBound)
      let clause = negative.upperBound..<end
      guard let request = Self.requests.last(in: text, clause),
        Self.noneFillers.fills(text, clause.lowerBound..<request.lowerBound),
        Self.noneEnds.fills(text, request.upperBound..<end),
        !lastYear.occurs(in: text, Clause.start(in: text, of: negative.lowerBound)..<negative.lowerBound)
      else { return nil }
      return Claim(
        kind: .received, value: 0, isNegation: true, sentence: sentence, range: negative.lowerBound..<end)
    }
  }

  private static let allOf = WordSet("全部 均 均已 都已 已全部 全都 悉数 全数")
  private static let done = WordSet("办结 办理完毕 处理完毕 办毕 答复完毕 办理完结 答复 办理答复 办结答复 办结并答复 答复办结 办结回复 办理完成")
  private static let allFillers = WordSet(
    "已 已经 在 于 法定 规定 时限 期限 时间 内 按期 按时 依法 依规 依法依规 及时 予以 合法 进行 作出 做出 按 按照 要求 规范 按规定 书面 给予 按要求 得到 、 完成")
  private static let allStops = WordSet(
    "结转 下年 下一年 转下 延期 到期 应 其中 部分 上年 去年 未 除 其余 余下 剩余 尚在 正在 仍在 还在")
  /// Before a number they are the rest: 其他26件均已办结.
  private static let others = WordSet("其他 其它")
  private static let doneEnds = WordSet("了 。 . , 完毕 完成 申请人 到位")

  private static let those = WordSet("上述申请 以上申请 所有申请")

  /// 全部办结, 均已在法定期限内予以答复; nil where the sentence itself speaks of what is left.
  /// - Parameter isBehindIntake: a sentence before it tells how many were received: 上述申请 are those.
  func nothingOpen(_ sentence: Sentence, isBehindIntake: Bool) -> Range<Int>? {
    let text = sentence.text
    guard !Self.allStops.occurs(in: text, sentence.range), !nextYear.occurs(in: text, sentence.range),
      !speaksOfTheRest(text),
      ApplicationClaims.received.occurs(in: text, sentence.range)
        || ApplicationClaims.accepted.occurs(in: text, sentence.range)
        || ApplicationClaims.topic.occurs(in: text, sentence.range)
        || isBehindIntake && Self.those.occurs(in: text, sentence.range)
    else { return nil }
    for all in Self.allOf.all(in: text, sentence.range) {
      let end = Clause.end(in: text, from: all.upperBound)
      let reached = Self.allFillers.prefix(text, all.upperBound..<end)
      let start = reached
      guard start < end, let length = Self.done.length(in: text, at: start, within: start..<end),
        Self.doneEnds.fills(text, start + length..<end)
      else { continue }
      return all.lowerBound..<start + length
    }
    return nil
  }

  /// 1件在办，其他26件均已办结.
  private func speaksOfTheRest(_ text: [UInt16]) -> Bool {
    Self.others.all(in: text, text.indices).contains {
      $0.upperBound < text.count && NumberScanner.startsNumber(text[$0.upperBound])
    }
  }
}
