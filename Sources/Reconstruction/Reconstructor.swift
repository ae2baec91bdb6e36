// Reconstruction: Document → Report.
import DocumentModel
import ReportModel
import Statute

/// Reads the sections and tables of a report out of a document.
public enum Reconstructor {
  /// What stands in a text where something of the report was not taken over: pandoc writes the last for a table that its format cannot hold.
  private static let lost = ["[illegible]", "无法识别", "字迹不清", "[TABLE]"]

  /// Reads the whole report.
  /// - Throws: `undecodable` where the characters of its pages are no text; `notAReport` where the document has neither the title nor enough tables or sections of the form.
  public static func reconstruct(_ source: Document) throws(ReadingFailure) -> Report {
    var document = source
    var traditional: TraditionalText?
    if case .text(let lines) = source.content { traditional = TraditionalText(lines) }
    if let traditional { document.content = .text(traditional.lines) }
    var traditionalPages: TraditionalPages?
    if case .pages(let pages) = source.content { traditionalPages = TraditionalPages(pages) }
    if let traditionalPages { document.content = .pages(traditionalPages.pages) }
    var reading: TableReading
    switch document.content {
    case .pages(let pages):
      reading = PageReading.read(document, pages: pages)
    case .text(let printed):
      let text = TextReading.whole(printed)
      reading = text.reading
      document.content = .text(text.lines)
    }
    var report = assemble(reading)
    report.tables = CircledDigits.checked(
      ClippedNumbers.doubted(report.tables.map(ProvenCuts.acquitted), document)
    )
    .map(WrappedNumbers.settled).map(WrappedNumbers.doubted).map(LetteredCells.doubted)
    .map(TwoInOneCell.doubted).map(Proof.checked)
    report.tables = report.tables.map {
      OtherYears.doubted($0, trace: reading.trace.tables[$0.id], year: report.year)
    }
    if case .text(let lines) = document.content {
      report.tables = report.tables.map { LabelPieces.settled($0, reading, source: lines) }
      report.unreadSections.formUnion(LostHeadings.sections(report.sections, in: lines))
      report.unreadSections.formUnion(SectionContents.sections(report.sections, in: lines))
      report.unreadSections.formUnion(reading.numerals.keys.filter { report[$0] == nil })
      let areScattered = DisorderedText.areScattered(lines)
      if areScattered { report.tables = report.tables.map(DisorderedText.doubted) }
      report.isDisordered = areScattered || DisorderedText.isIn(lines, sections: report.sections)
      if report.isDisordered { report.unreadSections.formUnion(LostHeadings.titled(report.sections, in: lines)) }
      if LegibleText.isGarbled(lines) {
        report.hasIllegibleParts = true
        report.unreadSections.formUnion(SectionID.allCases.filter { report[$0] == nil })
      }
    }
    if case .pages(let pages) = document.content, report.lacksParts,
      !OverprintedText.pages(pages, beside: report.tables).isEmpty || pages.contains(where: PageOrientation.isMixed)
    {
      report.hasIllegibleParts = true
      report.unreadSections.formUnion(SectionID.allCases.filter { report[$0] == nil })
    }
    if case .pages(let pages) = document.content {
      if LegibleText.isGarbled(pages) { report.hasIllegibleParts = true }
      if report.lacksParts, !LegibleText.isLegible(pages) {
        report.hasIllegibleParts = true
        report.unreadSections.formUnion(SectionID.allCases.filter { report[$0] == nil })
      }
    }
    // The review table is the same in both forms: it goes by the table before it.
    if let review = report.tables.firstIndex(where: { $0.id == .reviewAndLitigation }),
      let template = report.tables.last(where: \.templateIsPrinted)?.template
    {
      report.tables[review].template = template
    }
    report.tables = report.tables.map { UntoldForm.settled($0, year: report.template) }
    // Of a table of which nothing could be read nobody knows the form: it is no fault of the report.
    for index in report.tables.indices where report.tables[index].id != .reviewAndLitigation {
      let table = report.tables[index]
      guard !table.templateIsPrinted, let year = report.template, table.template != year,
        table.rows.allSatisfy({ $0.cells.allSatisfy { $0.cell.state == .unread } })
      else { continue }
      report.tables[index].template = year
      report.tables[index].rows = Form.of(table.id, year).rows.map { CellFactory.unread($0, doubt: .rowAmbiguous) }
    }
    if let traditional { report.tables = report.tables.map(traditional.restored) }
    if let traditionalPages { report.tables = report.tables.map(traditionalPages.restored) }
    let isTitled = report.title.map { $0.holds("公开") } ?? false
    report = UnseenText.acquitted(PicturedParts.acquitted(report, document), share: reading.unseen)
    guard
      isTitled || report.isDisordered || report.tables.count >= 2 || (report.tables.count + report.sections.count >= 3)
    else {
      if case .pages(let pages) = document.content, !LegibleText.isLegible(pages) || UnseenText.isMost(reading.unseen) {
        throw .undecodable(seen: start(of: reading))
      }
      throw .notAReport(seen: start(of: reading))
    }
    return report
  }

  private static func assemble(_ whole: TableReading) -> Report {
    var reading = whole
    let (items, others) = SecondReport.parted(whole.items)
    reading.items = UnusualHeadings.parted(items)
    let lines = reading.lines
    let signature = FrontMatter.signature(lines)
    let sections = SectionReader.read(reading.items, signatureStart: signature?.start ?? lines.count)
    let title = FrontMatter.title(lines, before: max(sections.firstIndex, min(lines.count, 6)))
    let period = FrontMatter.period(lines)
    let named = title?.agency == nil ? NamedInSentence.find(lines, before: sections.firstIndex) : nil
    let preambleStart = title?.end ?? 0
    let preamble =
      preambleStart < sections.firstIndex ? TextLines.lines(Array(lines[preambleStart..<sections.firstIndex])) : []
    // A heading that was not known may have been taken for a line of the table before it.
    let isWhole = sections.sections.count == SectionID.allCases.count
    let printed = isWhole ? [] : reading.trace.lines.sorted { $0.key < $1.key }.flatMap(\.value).map(\.text)
    let all = (isWhole || !printed.isEmpty ? printed : lines.map(\.text)).map(Wording.withoutSpaces)
    let behind = PageOrder.behind(
      signature?.signature.place, sections.sections, lines: whole.lines)
    var report = Report(
      title: title?.text, titlePlace: title?.place,
      agency: agency(title: title?.agency, signature: signature?.signature.agency)
        ?? named?.agency ?? title.flatMap { FrontMatter.bodyUnder($0, lines) },
      year: title?.year ?? period?.start.year ?? named?.year, period: period, signature: signature?.signature,
      preamble: preamble,
      sections: sections.sections.map { section in
        var section = section
        section.heading = HeadingNumbering.restored(section.heading, of: section.id, printed: reading.numerals)
        return section
      }, tables: TableID.allCases.compactMap { reading.tables[$0] },
      hasIllegibleParts: lines.contains { lost.contains(where: $0.text.holds) },
      unreadSections: reading.headingsBeside.subtracting(sections.sections.map(\.id))
        .union(LostHeadings.garbled(sections.sections, in: all))
        .union(LostHeadings.mixed(sections.sections, in: isWhole ? [] : lines.map(\.compact)))
        .union(LostHeadings.mixed(sections.sections, in: all))
        .union(LostHeadings.unusual(sections.sections, before: lines.prefix(sections.firstIndex).map(\.compact)))
    ).withPagesOutOfOrder(behind)
    report.others = whole.others + others
    if let title, title.end < sections.firstIndex {
      report.publication = PublishedDate.find(lines[title.end..<sections.firstIndex])
    }
    if report.others.isEmpty, let other = SecondReport.mixed(whole.items) { return report.withPagesOf(other) }
    return report
  }

  /// The fuller of the two names where one ends in the other.
  private static func agency(title: String?, signature: String?) -> String? {
    guard let title else { return signature }
    if let signature, signature.hasSuffix(title) || !FrontMatter.mayBeBody(title) { return signature }
    return title
  }

  private static func start(of reading: TableReading) -> String {
    let text = reading.lines.prefix(6).map(\.compact).joined(separator: " ")
    return String(text.prefix(60))
  }
}

extension Report {
  /// True where a section or a table was not found.
  fileprivate var lacksParts: Bool {
    SectionID.allCases.contains { self[$0] == nil } || TableID.allCases.contains { self[$0] == nil }
  }
}
