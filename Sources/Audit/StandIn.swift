// Stand-ins until the rules land; deleted then.
import DocumentModel
import ReportModel
import Statute

extension Finding {
  public var fingerprint: String { "0000000000000000" }
}

extension Record {
  public static func make(
    source: Source, result: Result<Report, ReadingFailure>, settings: Settings = Settings()
  ) -> Record {
    switch result {
    case .success(let report): return Record(source: source, status: .read, report: report, findings: [])
    case .failure(let failure):
      let rule = switch failure {
      case .noTextLayer: "X002"
      case .notAReport: "X003"
      case .encrypted: "X004"
      case .damaged: "X005"
      case .tooSlow: "X006"
      case .crashed: "X007"
      case .tooLarge: "X008"
      }
      let finding = Finding(
        rule: rule, name: "stand-in", severity: .error, message: Localized(zh: "\(failure)", en: "\(failure)"))
      return Record(source: source, status: .unreadable, report: nil, findings: [finding])
    }
  }
}

extension RowID {
  public var shortName: Localized {
    for table in TableID.allCases {
      for template in Template.allCases {
        if let row = Form.of(table, template).row(self) { return Localized(zh: row.label, en: rawValue) }
      }
    }
    return Localized(zh: rawValue, en: rawValue)
  }
}

extension ColumnID {
  public func shortName(in table: TableID) -> Localized {
    for row in Form.of(table, .form2021).rows + Form.of(table, .form2019).rows {
      if row.columns.contains(self) {
        return Localized(zh: Form.of(table, .form2021).columnLabel(self, row: row.id), en: rawValue)
      }
    }
    return Localized(zh: rawValue, en: rawValue)
  }
}
