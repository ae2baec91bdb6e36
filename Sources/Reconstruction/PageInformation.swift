// Reconstruction: lines before a title → whether they are of the table in which a web site tells about the page.
import Foundation

/// Sites print a table of information over a report: 索引号, 分类, 发布机构, 名称 and the like, each label with its value behind it or below it. It names the
/// report as well, but its labels are no part of the title, and its other values none.
enum PageInformation {
  /// No title begins with one of them.
  private static let labels = [
    "索引号", "索引", "信息索引", "主题分类", "信息分类", "组配分类", "体裁分类", "服务对象分类", "公开分类", "分类", "主题词", "关键词", "发布机构", "发布单位", "发文机关",
    "发文机构", "发文单位", "制发机关", "公开主体", "责任部门", "公开日期", "公开时间", "公开时限", "公开方式", "公开形式", "公开范围", "公开类别", "公开属性", "发布日期",
    "发布时间",
    "发文日期", "成文日期", "生成日期", "生效日期", "生效时间", "废止日期", "更新日期", "更新时间", "采集时间", "文号", "发文字号", "文件编号", "有效性", "效力状态", "是否有效",
    "时效", "文件下载", "内容概述", "信息来源",
    "来源", "作者", "责任编辑", "浏览次数", "阅读次数", "点击数", "访问量", "字号", "字体", "打印", "语种", "载体类型",
  ]
  /// The label of the report's own title.
  private static let titleLabels = ["信息名称", "文件名称", "文件标题", "信息标题", "名称", "标题", "题名"]

  /// True for a label alone.
  static func isLabel(_ text: String) -> Bool {
    let name = text.hasSuffix("：") || text.hasSuffix(":") ? String(text.dropLast()) : text
    return labels.contains(name)
  }

  /// True for a line that begins with a label, its value behind it.
  static func begins(_ text: String) -> Bool {
    labels.contains(where: text.hasPrefix) || text.hasPrefix("单位：") || text.hasPrefix("单位:")
  }

  /// What stands behind the label of the title, where one begins the line or stands among other labels and their values.
  static func title(in text: String) -> String {
    if let label = titleLabels.first(where: text.hasPrefix) { return withoutColon(text.dropFirst(label.count)) }
    guard begins(text) else { return text }
    for label in titleLabels {
      if let place = text.range(of: label, options: .backwards) { return withoutColon(text[place.upperBound...]) }
    }
    return text
  }

  private static func withoutColon(_ text: Substring) -> String { String(text.drop { "：:|｜,，、\"".contains($0) }) }
}
