// S006: from 2021: section one omits one of its five topics.
import ReportModel
import Statute

enum S006OverviewTopics {
  static let rule = Rule(
    id: "S006", name: "overview-topics", severity: .warning,
    title: Localized(zh: "总体情况缺少应写内容", en: "The overview omits a topic"),
    rationale: Localized(
      zh: "2021 年格式要求第一部分从主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面报告。",
      en:
        "Since the form of 2021 section one covers five topics: proactive disclosure, applications, management of information, "
        + "platforms, and supervision."),
    clause: Localized(
      zh: "国办公开办函〔2021〕30号：总体情况“主要包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障”",
      en: "Notice 国办公开办函〔2021〕30号, which lists these five topics of section one"),
    basis: .text, templates: [.form2021],
    scope: .report { rule, subject in
      guard subject.report.template == .form2021, let section = subject.report[SectionID.overview] else {
        return .notApplicable
      }
      let paragraphs = subject.narrative.paragraphs.filter { $0.section == .overview }.map(\.text)
      let missing = missingTopics(paragraphs).filter { !isBroken($0.plain, paragraphs) }
      guard !missing.isEmpty else { return .checked([]) }
      if subject.report.isDisordered { return .couldNotCheck(.disordered) }
      if subject.report.hasIllegibleParts {
        return .couldNotCheck(Localized(zh: "原件有无法辨认之处", en: "the copy has illegible parts"))
      }
      let names = missing.map(\.name).list()
      return .checked([
        rule.finding(
          Localized(zh: "“一、总体情况”未写：\(names.zh)", en: "The overview says nothing of: \(names.en)"),
          section: .overview, place: section.place, key: names.en)
      ])
    }
  ) {
    [
      .breaks(
        "没有政府信息管理", "Nothing on the management of information",
        Specimen.report().changing { $0.sections[0].lines.remove(at: 3) }, at: .section(.overview)),
      .breaks(
        "只有一句空话", "A phrase only", Specimen.report().saying("按要求完成各项工作。", in: .overview), at: .section(.overview)),
      .keeps("五个方面齐全", "All five topics", Specimen.report()),
      .keeps(
        "不分小标题也可以", "Without sub-headings",
        Specimen.report().saying(
          "全年主动公开信息320条，收到依申请公开70件，规范信息发布审核，维护门户网站和政务新媒体，组织业务培训和考核。", in: .overview)),
      .keeps(
        "词语被换行分开", "A word over two lines",
        Specimen.report().saying(
          "全年主动公开信息320条。", "规范信息发布审核，维护门户网站，组织业务培训。全年收到依申", "请公开70件。", in: .overview)),
      .keeps("2019 年格式没有此要求", "Not asked for in 2020", Specimen.report(on: 2020).saying("已公开。", in: .overview)),
    ]
  }

  private struct Topic: Sendable {
    var name: Localized
    /// Words of its heading, or so plain that they need none.
    var plain: WordSet
    /// Words that show it in a text without headings.
    var hints: WordSet
  }

  private static let topics = [
    Topic(
      name: Localized(zh: "主动公开", en: "proactive disclosure"), plain: WordSet("主动公开 主动发布 信息公开情况 公开内容 重点领域"),
      hints: WordSet("公开 发布")),
    Topic(
      name: Localized(zh: "依申请公开", en: "applications"), plain: WordSet("依申请 申请公开 公开申请 信息公开申请"),
      hints: WordSet("申请")),
    Topic(
      name: Localized(zh: "政府信息管理", en: "management of information"),
      plain: WordSet(
        "信息管理 信息资源 公文公开属性 公开属性 三审三校 三审 发布审核 信息审核 保密审查 审核机制 审查机制 信息规范 规范化管理 文件管理 文件清理 信息制作 动态管理 公文管理 信息的管理"),
      hints: WordSet("管理 审核 审查 清理 目录 归档 台账 更新")),
    Topic(
      name: Localized(zh: "政府信息公开平台建设", en: "platforms"),
      plain: WordSet("平台建设 平台 网站建设 新媒体建设 新媒体管理 公开载体 公开渠道 阵地建设 网站管理 载体建设 渠道建设 阵地"),
      hints: WordSet("平台 网站 新媒体 公众号 微博 微信 专栏 公开栏 公报 查阅 渠道 专区 载体 客户端")),
    Topic(
      name: Localized(zh: "监督保障", en: "supervision"),
      plain: WordSet("监督保障 监督 保障 组织领导 教育培训 业务培训 工作考核 责任追究 社会评议 制度建设 队伍建设 组织建设"),
      hints: WordSet("监督 保障 考核 培训 评议 问责 追责 责任 领导小组 督查 督导 检查 学习")),
  ]

  /// True where one of the words stands over the end of a line that was taken for the end of its paragraph.
  private static func isBroken(_ words: WordSet, _ paragraphs: [[UInt16]]) -> Bool {
    zip(paragraphs, paragraphs.dropFirst()).contains { before, after in
      let start = Array(before.suffix(longestWord))
      let text = start + after.prefix(longestWord)
      return words.all(in: text, 0..<text.count).contains { $0.contains(start.count) && $0.lowerBound < start.count }
    }
  }
  private static let longestWord = 8

  private static let rights = WordSet("监督权 知情权 参与权 表达权 监督群众")
  private static let headingEnds = UnitSet("。，；:")

  private static func missingTopics(_ paragraphs: [[UInt16]]) -> [Topic] {
    let headings = paragraphs.compactMap(heading)
    let headed = topics.filter { topic in headings.contains { topic.plain.occurs(in: $0, 0..<$0.count) } }
    // Where the section is laid out by its topics, a word in passing does not make up for one that is left out.
    let isLaidOut = headed.count >= 3
    return topics.filter { topic in
      let words = isLaidOut ? topic.plain : topic.hints
      return !paragraphs.contains { text in
        words.all(in: text, 0..<text.count).contains { found in
          // 保障公众的知情权、监督权 is a phrase, no supervision.
          !(isRight(found, text))
        }
      }
    }
  }

  private static func isRight(_ found: Range<Int>, _ text: [UInt16]) -> Bool {
    let near = found.lowerBound..<min(text.count, found.upperBound + 14)
    return (text[found].elementsEqual("监督".utf16) || text[found].elementsEqual("保障".utf16))
      && rights.occurs(in: text, near)
  }

  /// （一）主动公开情况。: what a numbered paragraph opens with, up to its first stop.
  private static func heading(_ text: [UInt16]) -> [UInt16]? {
    let marks = UnitSet("(一二三四五1234 是")
    guard let first = text.first, marks.contains(first) else { return nil }
    return Array(text.prefix(40).prefix { !headingEnds.contains($0) })
  }
}
