// Reconstruction: traditional characters → the simplified ones of the form.

/// The traditional forms of the characters in the labels, headers and titles of the form, to compare with. What is read stays as printed.
enum TraditionalForms {
  private static let pairs = """
    務务開开辦办結结規规費费維维現现實实級级請请處处產产導导責责無无長长門门見见業业關关發发經经濟济訴诉訟讼復复複复議议還还舉举報报項项類类\
    標标題题總总計计說说時时對对應应聯联單单織织構构資资國国檢检詢询記记錄录給给繼继續续許许強强罰罚購购數数額额書书內内廢废執执過过證证補补\
    權权機机沒没違违確确認认獲获屬属體体會会協协審审糾纠轉转後后個个製制採采萬万當当準准動动進进問问況况條条與与納纳繳缴號号為为並并備备註注\
    組组設设較较據据徵征絕绝圖图
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
