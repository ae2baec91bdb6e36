// S012: the table has a row or column that the template lacks.
import DocumentModel
import ReportModel
import Statute

enum S012ExtraRowOrColumn {
  static let rule = Rule(
    id: "S012", name: "extra-row-or-column", severity: .info,
    title: Localized(zh: "表格多出行或列", en: "A row or column too many"),
    rationale: Localized(
      zh: "表格的行和列由模板规定。有的省份另加“其他主动公开文件”等行，汇总时应当留意。",
      en:
        "The rows and columns of the tables are fixed. Some provinces add rows such as 其他主动公开文件, to be watched when data are "
        + "put together."),
    clause: Localized(zh: "公开的年度报告中见到；以两个模板的表格为准", en: "Seen in published reports; measured by the templates"),
    basis: .practice,
    scope: .report { rule, subject in
      guard !subject.report.tables.isEmpty else { return .notApplicable }
      return .checked(
        subject.report.tables.filter { !(subject.report.hasIllegibleParts && isUnread($0)) }.flatMap { table in
          // Of words with characters that nobody knows it is not known whether they are a header of the form; a row of numbers is one too many.
          table.extras.filter { !isOfWordsUnknown($0) }.map {
            extra in
            let axis = extra.axis == .row ? Localized(zh: "行", en: "row") : Localized(zh: "列", en: "column")
            let texts = extra.texts.filter { !$0.isEmpty }.joined(separator: "、")
            let holds = texts.isEmpty ? "" : "（\(texts)）"
            return rule.finding(
              Localized(
                zh: "\(table.id.shortName.zh)多出一\(axis.zh)：“\(extra.label)”\(holds)",
                en:
                  "\(table.id.shortName.en): an extra \(axis.en) “\(extra.label)”\(texts.isEmpty ? "" : " (\(texts))")"),
              table: table.id, place: extra.places.first, key: "\(extra.axis.rawValue) \(extra.label)")
          }
        })
    }
  ) {
    [
      .breaks(
        "另加“其他主动公开文件”", "A row 其他主动公开文件",
        Specimen.report().changing(.article20) { table in
          table.extras = [
            ExtraLine(axis: .row, label: "其他主动公开文件", places: table.rows[1].labelPlaces, texts: ["6", "0", "20"])
          ]
        }, at: Example.Mark(table: .article20)),
      .breaks(
        "一行数字，名称中有字无法识别", "A row of numbers with a character in its label that nobody knows",
        Specimen.report().changing(.article20) { table in
          table.extras = [
            ExtraLine(axis: .row, label: "其\u{FFFD}文件", places: table.rows[1].labelPlaces, texts: ["6", "0", "20"])
          ]
        }, at: Example.Mark(table: .article20)),
      .keeps(
        "其中有字无法识别时不作判断", "Not judged where characters of it are not known",
        Specimen.report().changing(.article20) { table in
          table.extras = [
            ExtraLine(axis: .row, label: "", places: table.rows[1].labelPlaces, texts: ["\u{FFFD}\u{FFFD}内\u{FFFD}"])
          ]
        }),
      .keeps(
        "原件无法辨认，表中各格均未读出", "Nothing of the table was read in an illegible copy",
        Form.of(.reviewAndLitigation, .form2021).rows.reduce(Specimen.report()) { report, row in
          row.columns.reduce(report) { $0.losing(.reviewAndLitigation, row.id, $1, because: .columnAmbiguous) }
        }.changing(.reviewAndLitigation) {
          $0.extras = [ExtraLine(axis: .row, label: "", places: [], texts: ["2", "6", "11"])]
        }.changing { $0.hasIllegibleParts = true }),
      .keeps("与模板一致", "As in the template", Specimen.report()),
    ]
  }

  /// Of a table in an illegible copy no cell of which was read nobody knows what its rows are.
  private static func isUnread(_ table: Table) -> Bool {
    table.rows.allSatisfy { $0.cells.allSatisfy { $0.cell.state == .unread } }
  }

  private static func isOfWordsUnknown(_ extra: ExtraLine) -> Bool {
    let holdsNumber = extra.texts.contains { text in
      !text.isEmpty
        && text.unicodeScalars.allSatisfy { $0.properties.numericType != nil || ",.-".unicodeScalars.contains($0) }
    }
    return !holdsNumber && (extra.label + extra.texts.joined()).unicodeScalars.contains(where: \.isUnknown)
  }
}
