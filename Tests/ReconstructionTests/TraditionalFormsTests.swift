import Statute
import Testing

@testable import Reconstruction

@Suite struct TraditionalFormsTests {
  @Test("Labels in traditional characters are those of the form")
  func labels() {
    #expect(Wording.folded("二、上年結轉政府信息公開申請數量") == Wording.folded("二、上年结转政府信息公开申请数量"))
    #expect(Wording.folded("行政復議 行政訴訟 尚未審結 總計") == Wording.folded("行政复议 行政诉讼 尚未审结 总计"))
  }

  @Test("No character of the form is changed")
  func form() {
    for id in TableID.allCases {
      for template in Template.allCases {
        for row in Form.of(id, template).rows {
          #expect(row.label.unicodeScalars.allSatisfy { TraditionalForms.simplified($0) == $0 })
        }
      }
    }
  }
}
