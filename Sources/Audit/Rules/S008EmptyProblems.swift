// S008: section five is empty, says 无, or names no improvement.
import ReportModel
import Statute

enum S008EmptyProblems {
  static let rule = Rule(
    id: "S008", name: "empty-problems", severity: .warning,
    title: Localized(zh: "未写存在问题或改进情况", en: "No problems, or no improvement"),
    rationale: Localized(
      zh: "第五部分应当写明存在的主要问题和改进情况。留空、只写“无”，或者只写问题不写改进，都没有做到。",
      en: "Section five names the main problems and how they are being mended. Empty, 无, or problems alone is not that."
    ),
    clause: Localized(
      zh: "《中华人民共和国政府信息公开条例》第五十条：“存在的主要问题及改进情况”",
      en: "Regulations on the Disclosure of Government Information, article 50: main problems and improvements"),
    basis: .text,
    scope: .report { rule, subject in
      guard let section = subject.report[SectionID.problems] else { return .notApplicable }
      let text = subject.narrative.text(of: .problems)
      guard let fault = fault(text) else { return .checked([]) }
      if subject.report.isDisordered { return .couldNotCheck(.disordered) }
      if subject.report.hasIllegibleParts {
        return .couldNotCheck(Localized(zh: "原件有无法辨认之处", en: "the copy has illegible parts"))
      }
      return .checked([
        rule.finding(
          Localized(zh: "“\(section.id.title)”\(fault.zh)", en: "Section “\(section.id.title)” \(fault.en)"),
          section: .problems, place: section.place, key: fault.en)
      ])
    }
  ) {
    [
      .breaks("留空", "Empty", Specimen.report().saying(in: .problems), at: .section(.problems)),
      .breaks("只写“无”", "无", Specimen.report().saying("无。", in: .problems), at: .section(.problems)),
      .breaks(
        "只写问题", "Problems only",
        Specimen.report().saying("存在的主要问题：一是信息更新不够及时；二是公开的规范性有待进一步提升。", in: .problems),
        at: .section(.problems)),
      .breaks(
        "问题中的“落实”“推进”不是改进", "Words of improvement inside problems",
        Specimen.report().saying("存在的主要问题：责任落实不到位，平台建设推进滞后，制度还需要进一步完善。", in: .problems),
        at: .section(.problems)),
      .keeps("有问题有改进", "Problems and improvements", Specimen.report()),
      .keeps(
        "以下年打算作改进", "Plans for the next year",
        Specimen.report().saying("信息更新不够及时。2024年，我局将加强业务培训。", in: .problems)),
    ]
  }

  private static let nothing = WordSet("无 没有 暂无 不存在 问题 存在 的 主要 及 改进 情况 和 本年度 本机关 。 ， 、 ; : 措施 较大 明显")
  private static let improving = WordSet(
    """
    改进 整改 下一步 今后 下步 将 措施 加强 加大 加快 加深 完善 提升 提高 优化 健全 强化 深化 细化 推进 规范 继续 努力 打算 计划 明年 来年 新的一年 落实 拓展 拓宽
    丰富 创新 建立 严格 组织 开展 着力 压实 夯实 扩大 增强
    """)
  /// What is wanting is a problem still: 有待加强, 需要进一步完善, 不够规范.
  private static let wanting = WordSet(
    "有待 有待于 还需 尚需 仍需 需要 需 亟待 亟需 还要 待 不够 不 未 不甚 不尽 欠 缺乏 缺少 没有 还应 应当 应 还不够 不足 不能 未能 难以 仍有待 尚待")
  /// Behind a word of improvement: 规范性, 落实不到位, 推进滞后.
  private static let failing = WordSet("性 不 欠 有待 缺 滞后 薄弱 偏 尚 还 较慢 较少")
  private static let between = WordSet("进一步 不断 再 继续 持续 更加 的 得到 及时 充分 有效 加以 更 于 予以 全面 很好 还 够 太")

  private static func fault(_ text: [UInt16]) -> Localized? {
    let whole = 0..<text.count
    if text.isEmpty { return Localized(zh: "没有内容", en: "is empty") }
    if nothing.fills(text, whole) { return Localized(zh: "只写“无”", en: "says that there is nothing") }
    let isImproving = improving.all(in: text, whole).contains { found in
      let behind = found.upperBound..<min(Clause.end(in: text, from: found.upperBound), found.upperBound + 8)
      return !failing.occurs(in: text, behind)
        && !wanting.allEnds(in: text, before: found.lowerBound).contains { end in
          between.fills(text, end..<found.lowerBound)
        }
    }
    return isImproving ? nil : Localized(zh: "没有写改进情况", en: "names no improvement")
  }
}

extension WordSet {
  /// Where words end that stand at most ten units before `position`.
  fileprivate func allEnds(in text: [UInt16], before position: Int) -> [Int] {
    let near = max(0, position - 10)..<position
    return near.compactMap { start in length(in: text, at: start, within: near).map { start + $0 } }
  }
}
