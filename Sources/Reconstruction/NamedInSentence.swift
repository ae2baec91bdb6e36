// Reconstruction: the lines before the first section → the body and the year that a sentence names the report by.

import Foundation

/// A report may have no title of its own and say in its first sentence whose it is: 现将某镇2022年度政府信息公开工作报告公布如下.
struct NamedInSentence {
  var agency: String
  var year: Int

  /// Such a sentence stands among so many lines.
  private static let searched = 25
  /// Longer lines are whole reports in one line.
  private static let longestLine = 2000
  /// Between 政府信息公开 and 报告 there are no more characters.
  private static let longestEnd = 8
  private static let publishing = ["现将", "现公布", "现发布", "现公开"]
  /// What goes on behind a name that opens the sentence.
  private static let goingOn = ["（以下简称", "(以下简称", "是根据", "是依据", "是按照", "根据", "依据", "按照", "由"]
  /// Who speaks of himself gives no name.
  private static let own = ["我", "本", "该", "全", "各"]

  /// The first such sentence of the lines; nil where there is none.
  static func find(_ lines: [FlowLine], before limit: Int) -> NamedInSentence? {
    for line in lines.prefix(min(limit, searched)) {
      let text = line.compact
      guard text.unicodeScalars.count <= longestLine, text.holds("信息公开"), text.holds("报告") else { continue }
      for sentence in text.split(separator: "。") {
        if let found = find(in: String(sentence)) { return found }
      }
    }
    return nil
  }

  private static func find(in sentence: String) -> NamedInSentence? {
    var rest = Substring(sentence)
    var isPublished = false
    if let word = publishing.compactMap({ sentence.range(of: $0, options: .backwards) }).max(by: {
      $0.lowerBound < $1.lowerBound
    }) {
      rest = sentence[word.upperBound...]
      isPublished = true
    }
    let scalars = Array(rest.unicodeScalars)
    guard let (year, range) = FrontMatter.titleYear(scalars) else { return nil }
    let name = string(scalars[..<range.lowerBound])
    var behind = string(scalars[range.upperBound...])
    if behind.hasPrefix("度") { behind.removeFirst() }
    guard mayName(name), let subject = ["政府信息公开", "信息公开", "政务公开"].first(where: behind.hasPrefix),
      let end = behind.dropFirst(subject.count).range(of: "报告"),
      behind.distance(from: behind.startIndex, to: end.lowerBound) <= subject.count + longestEnd
    else { return nil }
    let after = behind[end.upperBound...]
    guard isPublished || goingOn.contains(where: after.hasPrefix) else { return nil }
    return NamedInSentence(agency: name, year: year)
  }

  private static func mayName(_ name: String) -> Bool {
    name.unicodeScalars.count >= 3 && FrontMatter.mayBeBody(name) && name.unicodeScalars.allSatisfy(Wording.isIdeograph)
      && !own.contains(where: name.hasPrefix)
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
