// Reconstruction: the words that are printed in a table → which of the two forms they are of.
import ReportModel
import Statute

/// Words that only one of the forms has, in the labels and headers of a table.
enum FormWords {
  static let article20: [Template: [[Unicode.Scalar]]] = [
    .form2019: ["新制作", "新公开", "对外公开", "上一年", "增减", "采购", "其他对外管理"].map(Wording.folded),
    .form2021: ["制发", "废止", "现行有效", "收费金额", "行政规范性文件", "本年处理决定"].map(Wording.folded),
  ]
  /// Of the rows that the newer form has instead of （六）其他处理.
  static let overdue = Wording.folded("逾期")
  private static let applications: [Template: [[Unicode.Scalar]]] = [.form2019: [], .form2021: [overdue]]

  /// True where words may tell that a table has the other form than it seems to have.
  static func canTell(_ table: Table) -> Bool {
    table.id == .article20 || table.id == .applications && table.template == .form2019
  }

  /// True where the words are more those of the other form: where rows run together, their labels do not tell the form.
  static func areOfAnother(_ table: Table, printed: some Collection<[Unicode.Scalar]>) -> Bool {
    let words = table.id == .article20 ? article20 : table.id == .applications ? applications : [:]
    let counts = words.mapValues { $0.count { word in printed.contains { $0.contains(word) } } }
    return counts.contains { $0.key != table.template && $0.value > counts[table.template] ?? 0 }
  }
}
