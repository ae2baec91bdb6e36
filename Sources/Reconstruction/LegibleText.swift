// Reconstruction: the characters of a document's pages → whether they are text that anybody could read.
import DocumentModel

/// Fonts without a map to Unicode, or with a false one, give characters, and not those that the page shows. Nothing can be said of such a
/// document: neither that it is a report, nor that it is none.
enum LegibleText {
  /// Of fewer characters nothing can be told.
  private static let fewest = 60
  /// Text in Chinese has more than twice this share of the characters below; ideographs taken at random have next to none.
  private static let share = 0.08
  /// The most frequent characters of Chinese, and those of reports, notices and tables.
  private static let frequent = Set(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严息申请"
      .unicodeScalars)

  /// False where the pages hold enough characters to tell, and they are no text.
  static func isLegible(_ pages: [Page]) -> Bool {
    var (ideographs, known, letters, others) = (0, 0, 0, 0)
    for page in pages {
      for glyph in page.glyphs where !glyph.character.isSpace {
        let scalar = Wording.halfWidth(glyph.character)
        if Wording.isDigit(scalar) { continue }
        if Wording.isIdeograph(scalar) {
          ideographs += 1
          if frequent.contains(scalar) { known += 1 }
        } else if scalar.isASCII ? scalar.properties.isAlphabetic : isKanaOrHangul(scalar) {
          letters += 1
        } else {
          others += 1
        }
      }
    }
    let all = ideographs + letters + others
    guard all >= fewest else { return true }
    // In words of Latin letters, of Japanese or of Korean marks are the fewer.
    if letters > ideographs { return others < letters }
    return Double(known) >= share * Double(all)
  }

  /// With this share of characters that nobody knows, words are lost.
  private static let unknownShare = 0.02

  /// True where the fonts leave out what many of their characters are.
  static func isGarbled(_ pages: [Page]) -> Bool {
    let all = pages.reduce(0) { $0 + $1.glyphs.count }
    let unknown = pages.reduce(0) { $0 + $1.glyphs.count { $0.character == Wording.unknown } }
    return unknown > 0 && Double(unknown) >= unknownShare * Double(all)
  }

  /// The same of a text: converters leave signs that are no text for what the fonts leave out.
  static func isGarbled(_ lines: [SourceLine]) -> Bool {
    var (all, unknown) = (0, 0)
    for line in lines {
      for scalar in line.text.unicodeScalars where !scalar.isSpace {
        all += 1
        if scalar == Wording.unknown || scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) { unknown += 1 }
      }
    }
    return unknown > 0 && Double(unknown) >= unknownShare * Double(all)
  }

  private static func isKanaOrHangul(_ scalar: Unicode.Scalar) -> Bool {
    (0x3040...0x30FF).contains(scalar.value) || (0xAC00...0xD7A3).contains(scalar.value)
  }
}
