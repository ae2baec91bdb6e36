// Output: a suggestion → one sentence for people.
import Audit
import Foundation

extension SuggestionJSON {
  /// 申请情况表“重复申请”行“自然人”列 3 → 2（正文所述与此一致）
  package func sentence(_ language: Language) -> String {
    let (row, column) = (cell.row.shortName[language], cell.column.shortName(in: cell.table)[language])
    let before = from?.description ?? language.say("空白", "blank")
    let isSaid = confirmedByText == true
    return language.say(
      "\(cell.table.shortName.zh)“\(row)”行“\(column)”列 \(before) → \(to)" + (isSaid ? "（正文所述与此一致）" : ""),
      "\(cell.table.shortName.en), row “\(row)”, column “\(column)”: \(before) → \(to)"
        + (isSaid ? " (as the text says)" : ""))
  }
}
