// S002: order or numbering of the sections differs from 一 to 六.
import DocumentModel
import ReportModel
import Statute

enum S002SectionOrder {
  static let rule = Rule(
    id: "S002", name: "section-order", severity: .warning,
    title: Localized(zh: "部分的顺序或序号不符", en: "Order or numbering of the sections"),
    rationale: Localized(
      zh: "六个部分按一至六的顺序排列并编号。顺序颠倒、序号重复或跳号，读者和汇总程序都难以对应。",
      en:
        "The six sections follow each other, numbered 一 to 六. Other orders, repeated or skipped numbers mislead readers and "
        + "programs."),
    clause: Localized(zh: "两个模板的六个部分及其序号", en: "The six sections of both templates and their numbers"),
    basis: .text,
    scope: .report { rule, subject in
      let sections = subject.report.sections
      guard !sections.isEmpty else { return .notApplicable }
      // A heading that nobody can read may have the right numeral: others are judged.
      guard let fault = firstFault(sections, except: isUnreadable) ?? firstFault(sections, except: { _ in false })
      else {
        return .checked([])
      }
      if subject.report.isDisordered { return .couldNotCheck(.disordered) }
      if fault.isOfNumeral, haveLostNumerals(sections) {
        return .couldNotCheck(
          Localized(
            zh: "文本中各部分的标题都没有序号，可能在转换时丢失",
            en: "no heading of the text has its number; converting may have lost them"))
      }
      if isUnreadable(fault.section) {
        return .couldNotCheck(
          Localized(
            zh: "“\(fault.section.id.title)”的标题中有字无法识别",
            en: "characters of the heading of “\(fault.section.id.title)” are not known"))
      }
      let printed = sections.map { $0.heading.isEmpty ? "（无标题）\($0.id.title)" : $0.heading }
      return .checked([
        rule.finding(
          Localized(
            zh: "各部分依次为：\(printed.joined(separator: "｜"))；\(fault.reason.zh)",
            en: "The sections are printed as: \(printed.joined(separator: " | ")); \(fault.reason.en)"),
          section: fault.section.id, place: fault.section.place)
      ])
    }
  ) {
    [
      .breaks(
        "五、六两部分颠倒", "Sections five and six change places",
        Specimen.report().changing { $0.sections.swapAt(4, 5) }, at: .section(.problems)),
      .breaks(
        "序号重复", "A number twice",
        Specimen.report().changing {
          $0.sections[4].numeral = 4
          $0.sections[4].heading = "四、存在的主要问题及改进情况"
        }, at: .section(.problems)),
      .breaks(
        "标题没有序号", "A heading without a number",
        Specimen.report().changing {
          $0.sections[5].numeral = nil
          $0.sections[5].heading = "其他需要报告的事项"
        }, at: .section(.others)),
      .keeps("一至六", "一 to 六", Specimen.report()),
      .keeps(
        "文本的行序已乱时不作判断", "Not judged where the lines of the text are out of order",
        Specimen.report().changing {
          $0.sections.swapAt(4, 5)
          $0.isDisordered = true
        }),
      .keeps(
        "序号无法识别时不作判断", "Not judged where the numeral is a character that nobody knows",
        Specimen.report().changing {
          $0.sections[5].numeral = nil
          $0.sections[5].heading = "\u{FFFD}、其他需要报告的事项"
        }),
      .keeps(
        "文本只剩序号后的顿号时不作判断", "Nor where a text has only the mark behind the numeral",
        Specimen.report().changing {
          $0.sections[5].numeral = nil
          $0.sections[5].heading = "、其他需要报告的事项"
          $0.sections[5].place = .line(90)
        }),
      .keeps(
        "文本中各标题都没有序号时不作判断", "Nor where no heading of a text has a number",
        withoutNumerals.changing { report in
          for index in report.sections.indices { report.sections[index].place = .line(10 * index + 1) }
        }),
      .breaks(
        "页面上各标题都没有序号", "No heading of a page has a number", withoutNumerals, at: .section(.overview)),
      .keeps(
        "标题有字无法识别、序号未读出时不作判断", "Nor where the heading has such characters and no numeral was read",
        Specimen.report().changing {
          $0.sections[3].numeral = nil
          $0.sections[3].heading = "行政\u{FFFD}议行政诉讼"
        }),
      .breaks(
        "另一部分的序号有误", "The number of another section is wrong",
        Specimen.report().changing {
          $0.sections[3].numeral = nil
          $0.sections[3].heading = "行政\u{FFFD}议行政诉讼"
          $0.sections[4].numeral = 6
          $0.sections[4].heading = "六、存在的主要问题及改进情况"
        }, at: .section(.problems)),
      .keeps(
        "缺一个部分时，其余顺序编号不再重复报告", "Where one is missing, the others may count on: S001 speaks",
        Specimen.report().omitting(.reviewAndLitigation as SectionID).changing {
          for index in $0.sections.indices { $0.sections[index].numeral = index + 1 }
        }),
    ]
  }

  private static var withoutNumerals: Report {
    Specimen.report().changing { report in
      for index in report.sections.indices {
        report.sections[index].numeral = nil
        report.sections[index].heading = report.sections[index].id.title
      }
    }
  }

  /// True where characters that nobody knows stand for the numeral, or stand in a heading that lost it; or where a text has the mark behind it and not
  /// the numeral itself.
  private static func isUnreadable(_ section: Section) -> Bool {
    if section.heading.unicodeScalars.prefix(2).contains(where: isNobodys) { return true }
    guard section.numeral == nil else { return false }
    if case .line = section.place, section.heading.hasPrefix("、") { return true }
    return section.heading.unicodeScalars.contains(where: isNobodys)
  }

  /// So many headings that have no numeral have not been written without.
  private static let several = 4

  /// True for a text in which no heading has its numeral: those of a list are none of its characters where a page or a document is copied.
  private static func haveLostNumerals(_ sections: [Section]) -> Bool {
    sections.count >= several
      && sections.allSatisfy { section in
        guard case .line = section.place else { return false }
        return section.numeral == nil && !section.heading.isEmpty
      }
  }

  /// Signs stand in no heading: where a font has a wrong map, they stand for its characters.
  private static func isNobodys(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isUnknown || scalar.isASCII && "~^`|{}@&$%".unicodeScalars.contains(scalar)
      || (0xC0...0x24F).contains(scalar.value)
  }

  private static func firstFault(
    _ sections: [Section], except isUnreadable: (Section) -> Bool
  ) -> (section: Section, reason: Localized, isOfNumeral: Bool)? {
    for (previous, section) in zip(sections, sections.dropFirst()) where section.id.ordinal <= previous.id.ordinal {
      let title = section.id.title
      return section.id == previous.id
        ? (section, Localized(zh: "“\(title)”出现两次", en: "“\(title)” comes twice"), false)
        : (
          section,
          Localized(
            zh: "“\(title)”应在“\(previous.id.title)”之前", en: "“\(title)” belongs before “\(previous.id.title)”"),
          false
        )
    }
    let isComplete = sections.count == SectionID.allCases.count
    let countsOn = sections.enumerated().allSatisfy { $1.numeral == $0 + 1 }
    if !isComplete && countsOn { return nil }
    guard let section = sections.first(where: { $0.numeral != $0.id.ordinal && !isUnreadable($0) }) else { return nil }
    guard !section.heading.isEmpty else {
      return (
        section,
        Localized(zh: "“\(section.id.title)”的标题缺失", en: "the heading of “\(section.id.title)” is lost"), false
      )
    }
    let expected = section.id.numeral
    return (
      section,
      Localized(
        zh: "“\(section.id.title)”的序号应为“\(expected)”", en: "“\(section.id.title)” should be number \(expected)"),
      true
    )
  }
}
