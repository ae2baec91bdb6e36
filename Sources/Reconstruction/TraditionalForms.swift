// Reconstruction: traditional characters → the simplified ones of the form.
import DocumentModel
import ReportModel

/// The traditional forms of the characters in the labels, headers and titles of the form, and of those that reports use most, to compare with.
enum TraditionalForms {
  private static let pairs = """
    務务開开辦办結结規规費费維维現现實实級级請请處处產产導导責责無无長长門门見见業业關关發发經经濟济訴诉訟讼復复複复議议還还舉举報报項项類类\
    標标題题總总計计說说時时對对應应聯联單单織织構构資资國国檢检詢询記记錄录給给繼继續续許许強强罰罚購购數数額额書书內内廢废執执過过證证補补\
    權权機机沒没違违確确認认獲获屬属體体會会協协審审糾纠轉转後后個个製制採采萬万當当準准動动進进問问況况條条與与納纳繳缴號号為为並并備备註注\
    組组設设較较據据徵征絕绝圖图\
    監监臺台讀读領领隊队職职員员縣县鄉乡鎮镇區区廳厅衛卫環环態态農农漁渔財财稅税統统調调擴扩優优樹树壓压層层線线網网頁页訊讯聞闻眾众訂订閱阅檔档館馆電电\
    話话郵邮編编碼码傳传遞递達达選选擇择從从將将於于這这樣样們们來来間间範范圍围團团繫系係系該该諮咨訪访談谈論论講讲課课訓训練练學学習习識识誤误讓让護护\
    謹谨變变緊紧綜综綠绿緒绪縮缩績绩紀纪約约紅红純纯細细終终絡络繪绘輕轻輛辆輪轮輸输載载輔辅軍军運运遠远適适遲迟邊边鄰邻鄭郑醫医釋释針针鈴铃銀银銷销鋒锋\
    錯错錢钱鍵键鎖锁鐵铁鑒鉴閉闭閣阁闊阔陽阳陰阴隨随險险際际陸陆陳陈階阶隱隐雙双雜杂離离難难靈灵靜静頂顶順顺須须預预頒颁頓顿頭头頻频顏颜願愿顧顾顯显風风\
    飛飞飲饮駐驻駕驾驗验驅驱驚惊鮮鲜魚鱼鳥鸟麗丽麥麦黃黄點点黨党齊齐齡龄龍龙亞亚傑杰傷伤傾倾僅仅價价儀仪億亿儲储兒儿兩两兌兑冊册凍冻劃划則则創创劇剧劑剂\
    勞劳勢势勝胜勵励勸劝匯汇卻却參参吳吴喚唤啟启嚴严囑嘱園园圓圆場场塊块壞坏塵尘墊垫壇坛壯壮聲声夠够夾夹奪夺奮奋婦妇孫孙寧宁寶宝寫写寬宽尋寻專专屆届歲岁\
    島岛嶺岭幣币師师帳帐帶带幫帮幹干幾几庫库廠厂廣广廟庙張张彈弹彙汇徑径徹彻恆恒悅悦惡恶愛爱慣惯慶庆憂忧憑凭憲宪懇恳懷怀戰战戲戏戶户掃扫掛挂揚扬換换揮挥\
    損损搖摇搶抢攜携撥拨擔担擬拟擊击攔拦敗败敘叙敵敌斷断暢畅暫暂曉晓東东極极樓楼樞枢橋桥櫃柜歡欢歐欧歸归殘残殺杀毀毁氣气決决沖冲淨净淺浅測测湯汤湧涌溝沟\
    溫温滅灭滿满漢汉漲涨潔洁潤润濕湿濃浓濱滨灣湾災灾煙烟熱热燈灯燒烧爭争爾尔牆墙狀状獎奖獨独獻献畢毕異异療疗盜盗盡尽盤盘礦矿禮礼禦御禍祸種种稱称積积穩稳\
    窮穷競竞筆笔節节築筑籌筹簡简簽签糧粮羅罗義义聖圣聽听肅肃腦脑腳脚臨临舊旧艱艰藝艺蘇苏葉叶蓋盖蔣蒋薦荐藥药虛虚蟲虫術术衝冲裝装襲袭視视覺觉覽览觀观觸触\
    診诊評评試试詩诗詳详誌志語语誠诚諸诸諾诺謀谋謝谢譯译讚赞豐丰負负貢贡貧贫貨货販贩貫贯貴贵買买貸贷貼贴貿贸賀贺賓宾賣卖賠赔質质賴赖賽赛贈赠趕赶趙赵趨趋\
    跡迹踐践蹤踪躍跃車车軌轨軟软輯辑輿舆辭辞邏逻鄧邓釐厘鋪铺鏈链鏡镜鐘钟隸隶雞鸡霧雾韓韩響响頌颂顆颗飯饭飼饲餘余馬马騙骗騰腾鬆松鬥斗鬧闹麼么齒齿
    """
  private static let first: UInt32 = 0x4E00
  private static let table: [Unicode.Scalar] = {
    var table = (first...0x9FFF).map { Unicode.Scalar($0)! }
    let scalars = Array(pairs.unicodeScalars)
    for index in stride(from: 0, to: scalars.count - 1, by: 2) {
      table[Int(scalars[index].value - first)] = scalars[index + 1]
    }
    return table
  }()

  /// The simplified form; the character itself in nearly all cases.
  static func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    (first...0x9FFF).contains(scalar.value) ? table[Int(scalar.value - first)] : scalar
  }
}

/// Texts in traditional characters: mirrors of web pages convert them as a whole. Such a text is read in simplified ones, as are its headings and its
/// running text for the audit; what cells print is given back as it is printed.
struct TraditionalText {
  /// The lines of the text, and the same in simplified characters, one for one.
  private let printed: [Int: [Unicode.Scalar]]
  let lines: [SourceLine]

  /// One character of so many at least has a form of its own, and so many in all.
  private static let share = 10
  private static let fewest = 40
  /// Words that such mirrors change with the characters.
  private static let words = [("资讯公开", "信息公开"), ("政府资讯", "政府信息")]

  /// - Returns: nil for other texts.
  init?(_ lines: [SourceLine]) {
    guard Self.isTraditional(lines.lazy.flatMap(\.text.unicodeScalars)) else { return nil }
    printed = Dictionary(
      lines.map { ($0.number, $0.text.unicodeScalars.filter { !$0.isSpace }) }, uniquingKeysWith: { first, _ in first })
    self.lines = lines.map { line in
      var text = String(scalars: line.text.unicodeScalars.map(TraditionalForms.simplified))
      for (own, form) in Self.words where text.holds(own) { text = text.replacing(own, with: form) }
      return SourceLine(number: line.number, text: text)
    }
  }

  static func isTraditional(_ text: some Sequence<Unicode.Scalar>) -> Bool {
    var ideographs = 0
    var traditional = 0
    for scalar in text where Wording.isIdeograph(scalar) {
      ideographs += 1
      if TraditionalForms.simplified(scalar) != scalar { traditional += 1 }
    }
    return traditional >= fewest && traditional * share >= ideographs
  }

  /// The table with the characters of its cells as they are printed.
  func restored(_ table: Table) -> Table {
    var table = table
    for (r, row) in table.rows.enumerated() {
      for (c, entry) in row.cells.enumerated() where entry.cell.text.unicodeScalars.contains(where: Wording.isIdeograph)
      {
        let own = entry.cell.places.flatMap { place -> [Unicode.Scalar] in
          if case .line(let number) = place { printed[number] ?? [] } else { [] }
        }
        table.rows[r].cells[c].cell.text = Self.restored(entry.cell.text, in: own)
        table.rows[r].cells[c].cell.note = entry.cell.note.map { Self.restored($0, in: own) }
      }
    }
    return table
  }

  /// The characters of a line that are these in simplified form; the spaces are those of `text`.
  static func restored(_ text: String, in line: [Unicode.Scalar]) -> String {
    let wanted = text.unicodeScalars.filter { !$0.isSpace }
    guard !wanted.isEmpty,
      let start = line.map(TraditionalForms.simplified).firstRange(of: wanted)?.lowerBound
    else { return text }
    var rest = line[start...]
    return String(scalars: text.unicodeScalars.map { $0.isSpace ? $0 : rest.removeFirst() })
  }
}
