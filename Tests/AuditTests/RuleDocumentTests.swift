// The catalogue as a document: current, complete, and true to the rules.
import Foundation
import Testing

@testable import Audit

@Suite struct RuleDocumentTests {
  static let docs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs")

  /// `make catalogue` writes them anew.
  @Test(arguments: [(Language.en, "rules.md"), (.zh, "rules.zh-CN.md")])
  func theCommittedDocumentIsCurrent(language: Language, file: String) throws {
    let committed = try String(contentsOf: Self.docs.appending(path: file), encoding: .utf8)
    let isCurrent = committed == RuleDocument.catalogue(language)
    #expect(isCurrent, "docs/\(file) is out of date")
  }

  @Test func everyRuleOfTheDomainIsInTheCatalogueOnce() {
    let expected = [
      (1...13).map { "S\($0)" }, (1...6).map { "V\($0)" }, (1...8).map { "A\($0)" }, (1...6).map { "N\($0)" },
      (1...5).map { "Y\($0)" }, (1...8).map { "C\($0)" }, (1...8).map { "X\($0)" },
    ].flatMap { $0 }.map { id in "\(id.prefix(1))\(String(repeating: "0", count: 4 - id.count))\(id.dropFirst())" }
    #expect(Catalogue.rules.map(\.id) == expected)
    #expect(Set(Catalogue.rules.map(\.name)).count == Catalogue.rules.count)
  }

  @Test func aPageShowsTheClauseAndTheMessageOfItsExample() {
    let page = RuleDocument.markdown(A001ApplicationBalance.rule, .zh)
    #expect(page.contains("## A001 `application-balance` 申请收支不平衡"))
    #expect(page.contains("第一项加第二项之和，等于第三项加第四项之和”（明文）"))
    #expect(page.contains("自然人列：新收 59 + 结转 2 = 61，总计 61 + 结转下年 1 = 62，相差 1"))
  }

  @Test(arguments: Catalogue.rules) func bothLanguagesAreWritten(_ rule: Rule) {
    for text in [rule.title, rule.rationale, rule.clause] {
      #expect(text.zh.contains { ("\u{4e00}"..."\u{9fff}").contains($0) })
      #expect(text.en.contains { $0.isASCII && $0.isLetter })
    }
  }
}
