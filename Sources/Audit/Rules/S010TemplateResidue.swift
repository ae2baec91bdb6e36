// S010: prompts of the template left over.
import DocumentModel
import ReportModel
import Statute

enum S010TemplateResidue {
  static let rule = Rule(
    id: "S010", name: "template-residue", severity: .warning,
    title: Localized(zh: "残留模板提示语", en: "Prompts of the template left over"),
    rationale: Localized(
      zh: "模板中的“（文字描述）”“××”“____”“该部分以表格形式报告”等提示语，应当在填写时删去。",
      en: "Prompts such as （文字描述）, ××, ____ and 该部分以表格形式报告 are to be filled in or removed."),
    clause: Localized(zh: "公开的年度报告中见到的残留", en: "Seen in published reports"),
    basis: .practice,
    scope: .report { rule, subject in
      var findings: [Finding] = []
      if let title = subject.report.title, let residue = residue(NormalisedText.units(title)) {
        findings.append(finding(rule, residue, title, nil, subject.report.titlePlace))
      }
      var seen: Set<String> = []
      for sentence in subject.narrative.sentences {
        guard let residue = residue(sentence.text), seen.insert(sentence.quote).inserted else { continue }
        findings.append(
          finding(rule, residue, sentence.quote, sentence.section, sentence.place(at: residue.lowerBound)))
      }
      return .checked(findings)
    }
  ) {
    [
      .breaks("文字描述", "（文字描述）", Specimen.report().saying("（文字描述）", in: .overview), at: .section(.overview)),
      .breaks("××", "××", Specimen.report().adding("××局全年公开信息320条。"), at: .section(.overview)),
      .breaks("下划线", "____", Specimen.report().adding("全年公开信息____条。"), at: .section(.overview)),
      .breaks(
        "表格提示语", "The prompt for a table", Specimen.report().saying("（该部分以表格形式报告）", in: .applications),
        at: .section(.applications)),
      .breaks(
        "请根据实际情况填写", "（请根据实际情况填写）", Specimen.report().adding("累计主动公开政府信息23条（请根据实际情况填写）。"),
        at: .section(.overview)),
      .keeps("办事说明", "Of a form", Specimen.report().adding("申请人请根据实际情况填写申请表。")),
      .keeps("7×24 小时", "7×24 hours", Specimen.report().adding("提供7×24小时服务。")),
      .keeps("网址", "An address", Specimen.report().adding("网址为 www.example.gov.cn/xxgk/，栏目为 XXGK。")),
      .keeps("二〇〇八年", "二〇〇八年", Specimen.report().adding("自二〇〇八年起编制目录。")),
      .keeps("没有残留", "Nothing left over", Specimen.report()),
    ]
  }

  private static let prompts = WordSet(
    """
    (文字描述) (文字表述) 该部分以表格形式 此部分以表格形式 本部分以表格形式 以表格形式报告 ×× XX xx ___ □□ (此处填写 (填写说明 (单位名称)
    (机关名称) (行政机关名称) (请根据实际情况填写 (根据实际情况填写 (请据实填写 (请填写
    """)

  private static func residue(_ text: [UInt16]) -> Range<Int>? {
    prompts.all(in: text, 0..<text.count).first { found in
      guard isLatin(text[found.lowerBound]) else { return true }
      // The xx of an address such as xxgk is no placeholder.
      var (start, end) = (found.lowerBound, found.upperBound)
      while start > 0, text[start - 1] == text[found.lowerBound] { start -= 1 }
      while end < text.count, text[end] == text[found.lowerBound] { end += 1 }
      return !(start > 0 && isLatin(text[start - 1])) && !(end < text.count && isLatin(text[end]))
    }
  }

  /// Letters, digits and the signs of addresses.
  private static func isLatin(_ unit: UInt16) -> Bool {
    (0x2d...0x39).contains(unit) || (0x41...0x5a).contains(unit) || (0x61...0x7a).contains(unit)
  }

  private static func finding(
    _ rule: Rule, _ residue: Range<Int>, _ quote: String, _ section: SectionID?, _ place: Place?
  ) -> Finding {
    let short = String(quote.prefix(60))
    return rule.finding(
      Localized(zh: "残留模板提示语：“\(short)”", en: "A prompt of the template is left: “\(short)”"), section: section,
      quote: quote, place: place, key: quote)
  }
}
