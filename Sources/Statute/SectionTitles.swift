// Statute: the statutory titles of the six sections and short Chinese and English names of tables.

extension SectionID {
  /// The title that the templates print, without its numeral.
  public var title: String {
    switch self {
    case .overview: "总体情况"
    case .proactiveDisclosure: "主动公开政府信息情况"
    case .applications: "收到和处理政府信息公开申请情况"
    case .reviewAndLitigation: "政府信息公开行政复议、行政诉讼情况"
    case .problems: "存在的主要问题及改进情况"
    case .others: "其他需要报告的事项"
    }
  }

  /// 一 to 六.
  public var numeral: String { ["一", "二", "三", "四", "五", "六"][ordinal - 1] }
}
