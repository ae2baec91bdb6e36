// S011: a row or column label departs from the template.
import DocumentModel
import ReportModel
import Statute

enum S011LabelDrift {
  static let rule = Rule(
    id: "S011", name: "label-drift", severity: .info,
    title: Localized(zh: "栏目名称与模板不一致", en: "Labels that depart from the template"),
    rationale: Localized(
      zh: "栏目名称由模板规定。误写、简写，或者在 2021 年格式中仍写“规范性文件”，会使读者误解栏目的含义。空格、标点和括号内的说明不计。",
      en:
        "The labels of the tables are fixed. Misprints, short forms and labels of the other form mislead readers. Spaces, "
        + "punctuation and bracketed notes do not count."),
    clause: Localized(zh: "公开的年度报告中见到；以两个模板的栏目名称为准", en: "Seen in published reports; measured by the templates"),
    basis: .practice,
    scope: .report { rule, subject in
      guard !subject.report.tables.isEmpty else { return .notApplicable }
      let allowed = Set(subject.settings.allowedLabels.map(core))
      return .checked(subject.report.tables.compactMap { finding(rule, $0, allowed) })
    }
  ) {
    func labelled(_ row: Int, _ label: String) -> Report {
      Specimen.report().changing(.applications) { $0.rows[row].label = label }
    }
    return [
      .breaks(
        "2021 年格式仍写“规范性文件”", "规范性文件 in the form of 2021",
        Specimen.report().changing(.article20) { $0.rows[1].label = "规范性文件" },
        at: Example.Mark(table: .article20, cells: [CellReference(row: .normativeDocuments, column: nil)])),
      .breaks(
        "漏字", "A misprint", labelled(5, "2.其他法律行政止公开"),
        at: Example.Mark(table: .applications, cells: [CellReference(row: .deniedForbiddenByLaw, column: nil)])),
      .keeps(
        "面目全非，多半是没有读对", "Altogether different: probably misread",
        Specimen.report().changing(.applications) { $0.columnLabels[.legalService] = "其他织构" }),
      .keeps(
        "有字无法识别", "A character that nobody knows", labelled(5, "2.其他法律行政法规\u{E027}止公开")),
      .keeps(
        "表头只读出一部分", "A part of a header",
        Specimen.report().changing(.applications) { $0.columnLabels[.legalService] = "法律服" }),
      .keeps("混入邻格文字", "A neighbour's characters in it", labelled(13, "）无2.没有现成信法提息需要另行制作")),
      .keeps(
        "整行未能确认，名称也可能没有读全", "Nothing of the row could be read",
        Specimen.report().changing(.applications) { table in
          table.rows[22].label = "2.申请人逾期未按收费通知"
          for place in table.rows[22].cells.indices {
            table.rows[22].cells[place].cell = Cell(state: .unread, doubt: .rowAmbiguous)
          }
        }),
      .keeps("空格和标点", "Spaces and punctuation", labelled(18, "4．无正当理由大量反复 申请")),
      .keeps("没有说明的“部分公开”", "Without its note", labelled(3, "(二) 部分公开")),
      .keeps("与模板一致", "As in the template", Specimen.report()),
    ]
  }

  private static func finding(_ rule: Rule, _ table: Table, _ allowed: Set<[UInt16]>) -> Finding? {
    let labels = table.template == .form2019 ? labels2019 : labels2021
    var drifts: [(cell: CellReference, printed: String, expected: String, place: Place?)] = []
    guard let expected = labels[table.id] else { return nil }
    for (row, label) in zip(table.rows, expected.rows) where row.id == label.id && !row.labelPlaces.isEmpty {
      // Where nothing of a row could be read, its label may have been read in part.
      guard row.label != label.label, !row.label.unicodeScalars.contains(where: \.isUnknown),
        row.cells.contains(where: { $0.cell.state != .unread }),
        drifted(row.label, from: [label.label], allowed)
      else { continue }
      drifts.append((CellReference(row: row.id, column: nil), row.label, label.label, row.labelPlaces.first))
    }
    for column in expected.columns {
      // A header is wrapped in a narrow cell; one that breaks off may have lost its last line in reading.
      guard let printed = table.columnLabels[column.id], !printed.unicodeScalars.contains(where: \.isUnknown),
        !column.labels.contains(where: { $0.hasPrefix(printed) }),
        drifted(printed, from: column.labels, allowed)
      else { continue }
      drifts.append((CellReference(row: nil, column: column.id), printed, column.labels[0], table.places.first))
    }
    guard !drifts.isEmpty else { return nil }
    let names = drifts.map { drift in
      Localized(zh: "“\(drift.printed)”应为“\(drift.expected)”", en: "“\(drift.printed)” for “\(drift.expected)”")
    }.list()
    return rule.finding(
      Localized(zh: "\(table.id.shortName.zh)：\(names.zh)", en: "\(table.id.shortName.en): \(names.en)"),
      table: table.id, cells: drifts.map(\.cell), place: drifts.lazy.compactMap(\.place).first)
  }

  private typealias Labels = (rows: [FormRow], columns: [(id: ColumnID, labels: [String])])
  private static let labels2019 = labels(.form2019)
  private static let labels2021 = labels(.form2021)

  private static func labels(_ template: Template) -> [TableID: Labels] {
    Dictionary(
      uniqueKeysWithValues: TableID.allCases.map { table in
        let form = Form.of(table, template)
        return (table, (form.rows, columns(of: form)))
      })
  }

  /// Every column with the headers that the form prints for it, which differ between blocks of article 20.
  private static func columns(of form: Form) -> [(id: ColumnID, labels: [String])] {
    var columns: [(id: ColumnID, labels: [String])] = []
    for row in form.rows {
      for column in row.columns {
        let label = form.columnLabel(column, row: row.id)
        if let index = columns.firstIndex(where: { $0.id == column }) {
          if !columns[index].labels.contains(label) { columns[index].labels.append(label) }
        } else {
          columns.append((column, [label]))
        }
      }
    }
    return columns
  }

  private static func drifted(_ printed: String, from labels: [String], _ allowed: Set<[UInt16]>) -> Bool {
    let core = core(printed)
    guard !core.isEmpty, !allowed.contains(core) else { return false }
    return labels.allSatisfy { label in
      let expected = self.core(label)
      // A label that holds the form's and more is no other: a definition, the group's name, or a neighbour's characters that
      // were read into it.
      guard !isShortened(expected, core) else { return false }
      // What is altogether different was probably misread.
      return isShortened(core, expected) || distance(core, expected) * 5 <= expected.count * 2
    }
  }

  /// True where the printed label is the form's with characters left out.
  private static func isShortened(_ printed: [UInt16], _ expected: [UInt16]) -> Bool {
    var rest = expected[...]
    for unit in printed {
      guard let index = rest.firstIndex(of: unit) else { return false }
      rest = rest[(index + 1)...]
    }
    return true
  }

  /// How many characters must be put in, left out or replaced.
  private static func distance(_ a: [UInt16], _ b: [UInt16]) -> Int {
    var row = Array(0...b.count)
    for (i, unit) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let replaced = diagonal + (unit == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }

  /// The characters that make the label: no bracketed notes, spaces, punctuation, digits.
  private static func core(_ label: String) -> [UInt16] {
    var depth = 0
    var core: [UInt16] = []
    for unit in NormalisedText.units(label) {
      switch unit {
      case 0x28: depth += 1
      case 0x29: depth = max(0, depth - 1)
      case 0x4e00...0x9fff where depth == 0: core.append(unit)
      default: break
      }
    }
    // 三、（一） and the like: numerals before the words are no part of the label.
    return core
  }
}
