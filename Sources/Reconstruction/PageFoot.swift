// Reconstruction: words before a date among the last lines → whether it is a web site's own date and not the report's.

/// Below a report sites print when the page was changed, printed or fetched, and whose it is. Such a line signs nothing.
enum PageFoot {
  /// Nothing but such a line begins with one of them.
  private static let starts = [
    "更新时间", "更新日期", "更新于", "最后更新", "最近更新", "最后修改", "最后编辑", "修改时间", "修改日期", "打印时间", "打印日期", "打印于", "打印本页", "下载时间",
    "下载日期",
    "导出时间", "导出日期", "保存时间", "采集时间", "抓取时间", "访问时间", "访问日期", "访问量", "浏览时间", "浏览次数", "浏览量", "阅读次数", "阅读量", "点击数", "点击量",
    "点击次数", "版权所有", "版权归", "Copyright", "copyright", "COPYRIGHT", "©", "信息来源", "网站标识码", "当前时间", "现在时间", "今天是",
  ]
  /// Words that other names may begin with: a colon behind them makes them labels.
  private static let labels = [
    "来源", "稿源", "作者", "编辑", "责编", "审核", "校对", "主办", "承办", "主办单位", "承办单位", "技术支持", "主管单位", "运维单位", "联系电话", "邮编", "地址",
  ]
  private static let numbers = ["ICP备", "公网安备"]
  /// The date behind one of these is that of the report, whatever stands before it.
  private static let publications = [
    "发布时间", "发布日期", "公布时间", "公布日期", "公开时间", "公开日期", "发文日期", "成文日期", "落款日期", "签发日期",
  ]
  private static let deeds = ["更新", "打印", "下载", "修改"]

  /// True where the words before a date, back to the date before it, say that it is the site's.
  static func isSites(_ before: String) -> Bool {
    let text = before.last.map { "：:".contains($0) } ?? false ? String(before.dropLast()) : before
    if publications.contains(where: text.hasSuffix) { return false }
    return starts.contains { before.hasPrefix($0) || isLabel($0, in: before) }
      || labels.contains { isLabel($0, in: before) } || numbers.contains(where: before.holds)
  }

  /// True where what follows a date says so: 2026-05-01更新.
  static func isSites(behind text: String) -> Bool { deeds.contains(where: text.hasPrefix) }

  private static func isLabel(_ word: String, in text: String) -> Bool {
    text.holds(word + "：") || text.holds(word + ":")
  }
}
