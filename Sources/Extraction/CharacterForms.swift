// Extraction: a printed character → the ideograph that it shows.
import Foundation

/// Maps radicals, compatibility ideographs and vertical forms, which some producers write in place of the characters that they
/// look like, to those characters. Full-width digits and punctuation stay as printed.
enum CharacterForms {
  /// U+2F00–U+2FD5, the Kangxi radicals, in order (Unicode compatibility decompositions).
  private static let kangxi = Array(
    """
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾\
    干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生\
    用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷\
    豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻\
    黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠
    """.unicodeScalars
  )

  /// CJK Radicals Supplement (U+2E80–U+2EF3): pairs of a radical and the ideograph that it shows (Unicode EquivalentUnifiedIdeograph).
  private static let supplement: [UInt32: Unicode.Scalar] = {
    let pairs = Array(
      """
      ⺀冫⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵\
      ⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢水⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫罒⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳网\
      ⺴网⺵网⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶\
      ⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼\
      ⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟
      """.unicodeScalars
    )
    var map: [UInt32: Unicode.Scalar] = [:]
    for index in stride(from: 0, to: pairs.count - 1, by: 2) { map[pairs[index].value] = pairs[index + 1] }
    return map
  }()

  /// The character that `scalar` shows; itself in nearly all cases.
  static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    // ⼾ decomposes to the traditional 戶; the texts read here print 户.
    case 0x2F3E: return "户"
    case 0x2F00...0x2FD5: return kangxi[Int(scalar.value - 0x2F00)]
    case 0x2E80...0x2EF3: return supplement[scalar.value] ?? scalar
    case 0xF900...0xFAFF, 0x2F800...0x2FA1F, 0xFE30...0xFE4F: return compatibilityForm(scalar)
    default: return scalar
    }
  }

  private static func compatibilityForm(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let mapped = String(Character(scalar)).precomposedStringWithCompatibilityMapping.unicodeScalars
    return mapped.count == 1 ? mapped.first! : scalar
  }
}
