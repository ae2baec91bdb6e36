import DocumentModel
import Foundation
import Testing

@testable import Extraction

/// Damage of the file is told from faults of the report.
@Suite struct DamagedFileTests {
  private static let sample = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "SampleReports/clean-2021-form.pdf")

  private static func isDamaged(_ bytes: [UInt8]) -> Bool {
    do throws(ReadingFailure) {
      _ = try Extractor.extract(bytes)
      return false
    } catch {
      return error == .damaged(.content)
    }
  }

  @Test("A whole file is not damaged; one bit of a page's content makes it so")
  func oneBit() throws {
    let bytes = Array(try Data(contentsOf: Self.sample))
    #expect(!Self.isDamaged(bytes))
    let mark = Array("stream\n".utf8)
    let streams = bytes.indices.filter {
      $0 + 2000 < bytes.count && bytes[$0...].starts(with: mark) && bytes[$0 - 1] != 100
    }
    let first = try #require(
      streams.first { index in
        // The content of a page: compressed, with nothing but its length and filter.
        let head = String(decoding: bytes[max(0, index - 120)..<index], as: UTF8.self)
        return head.contains("FlateDecode") && !head.contains("Length1") && !head.contains("Subtype")
      })
    var changed = bytes
    changed[first + mark.count + 300] ^= 4
    #expect(Self.isDamaged(changed))
  }

  @Test("A file whose structure qpdf cannot find any more ends no worker")
  func noTrailer() throws {
    let bytes = Array(try Data(contentsOf: Self.sample))
    var file = QpdfFile(Array(bytes.prefix(200)))
    #expect(file == nil)
    file = QpdfFile(bytes)
    #expect(file != nil)
  }

  private static func layout(_ name: String) throws -> [UInt8] {
    let folder = sample.deletingLastPathComponent().deletingLastPathComponent()
    return Array(try Data(contentsOf: folder.appending(path: "Tests/Fixtures/layouts/\(name)")))
  }

  private static func replacing(_ old: String, with new: String, in bytes: [UInt8]) throws -> [UInt8] {
    let start = try #require(
      bytes.indices.first { bytes[$0] == old.utf8.first && bytes[$0...].starts(with: old.utf8) })
    return bytes[..<start] + Array(new.utf8) + bytes[(start + old.utf8.count)...]
  }

  @Test("A repaired file whose fonts one library finds and the other does not is damaged; one where they agree is read")
  func fonts() throws {
    let whole = try Self.layout("wrong-tounicode-reportlab-ttf.pdf")
    // An entry of another length: one library takes the object of that generation, the other does not.
    let number = try Self.replacing(" 00000 n ", with: " 689 n ", in: whole)
    #expect(Self.isDamaged(number))
    let index = try Self.replacing("startxref", with: "startxxxx", in: whole)
    #expect(!Self.isDamaged(index))
  }

  @Test("A repaired file with a font program of another length than it says is damaged")
  func fontLength() throws {
    let whole = try Self.layout("wrong-tounicode-no-rules-weasyprint.pdf")
    let cut = try Self.replacing("/Length1 324928", with: "/Length1 324927", in: whole)
    #expect(Self.isDamaged(try Self.replacing("startxref", with: "startxxxx", in: cut)))
    #expect(!Self.isDamaged(try Self.replacing("startxref", with: "startxxxx", in: whole)))
  }

  @Test(
    "A rebuilt file with a stream of another length than it says is damaged; a wrong length alone, or a lost index alone, is read over"
  )
  func streamLength() throws {
    let whole = Array(
      try Data(contentsOf: Self.sample.deletingLastPathComponent().appending(path: "broken-sum-review.pdf")))
    let longer = try Self.replacing("/Length 715/", with: "/Length 717/", in: whole)
    #expect(Self.isDamaged(try Self.replacing("startxref", with: "startxxxx", in: longer)))
    #expect(!Self.isDamaged(longer))
    #expect(!Self.isDamaged(try Self.replacing("startxref", with: "startxxxx", in: whole)))
  }

  @Test("A repaired file with a font that should be embedded and is not is damaged")
  func fontProgram() throws {
    let whole = try Self.layout("wrong-tounicode-reportlab-ttf.pdf")
    let without = try Self.replacing("/FontFile2 7 0 R", with: "/FontFile2 9999R", in: whole)
    #expect(Self.isDamaged(try Self.replacing("startxref", with: "startxxxx", in: without)))
  }

  @Test(
    "A page with an operator that lacks numbers is damaged: nothing behind it is read",
    arguments: [
      ("/F 12 Tf", false), ("Tf", true), ("/F Tf", true), ("g", true), ("0 g", false), ("0 0 RG", true),
      ("1 0 0 RG", false),
      ("1 0 0 1 0 cm", true), ("1 0 0 1 0 0 cm", false), ("[3 2] 0 d", false), ("x", false), ("0 r", false),
    ])
  func operands(command: String, isDamaged: Bool) throws {
    let text = { (y: Int) in "BT /F 10 Tf 100 \(y) Td (12) Tj ET " }
    #expect(Self.isDamaged(OnePage.file(text(200) + command + " " + text(100))) == isDamaged)
    // Nothing is lost where nothing stands behind it, nor known of what a picture's data may have left.
    #expect(!Self.isDamaged(OnePage.file(text(200) + command)))
    #expect(!Self.isDamaged(OnePage.file("BI /W 1 /H 1 ID x EI " + text(200) + command + " " + text(100))))
  }

  @Test(
    "A graphics state that one page leaves open and the next one closes is torn; either alone is harmless",
    arguments: [
      ("q", "Q", true), ("q", "", false), ("", "Q", false), ("Q", "q", false), ("q q Q", "Q", true),
      ("q", "Q q q", false),
      ("q Q", "q Q", false),
    ])
  func tornState(first: String, second: String, isDamaged: Bool) {
    let text = "BT /F 10 Tf 100 200 Td (12) Tj ET "
    let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Resources<</Font<</F 7 0 R>>>>/Contents "
    let bytes = TinyPDF.file([
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>", page + "5 0 R>>", page + "6 0 R>>",
      OnePage.stream(text + first), OnePage.stream(second + " " + text), OnePage.helvetica,
    ])
    #expect(Self.isDamaged(bytes) == isDamaged)
  }

  @Test("An angle that is none turns neither words nor edges")
  func angle() throws {
    let whole = try Self.layout("mixed-forms-reportlab.pdf")
    let turned = try Self.replacing("/Rotate 0 ", with: "/Rotate 7 ", in: whole)
    let (before, after) = (try Extractor.extract(whole).document, try Extractor.extract(turned).document)
    #expect(before.rulings(1).count > 10)
    #expect(after.rulings(1) == before.rulings(1))
  }

  @Test("A page that is in the tree twice, and a count of objects that is wrong, are no damage")
  func harmless() {
    let font = """
      <</Type/Font/Subtype/Type3/FontMatrix[0.001 0 0 0.001 0 0]/FontBBox[0 0 500 720]/FirstChar 49/LastChar 50\
      /Widths[500 500]/Encoding<</Type/Encoding/Differences[49/one/two]>>/CharProcs<</one 6 0 R/two 7 0 R>>/Resources<<>>>>
      """
    let glyph = OnePage.stream("500 0 d0 200 0 100 700 re f")
    let page =
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
    func file(_ kids: String) -> [UInt8] {
      TinyPDF.file([
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[\(kids)]/Count \(kids == "3 0 R" ? 1 : 2)>>", page,
        OnePage.stream("BT /F 20 Tf 100 200 Td (1212) Tj ET"), font, glyph, glyph,
      ])
    }
    #expect(!Self.isDamaged(file("3 0 R")))
    #expect(!Self.isDamaged(file("3 0 R 3 0 R")))
    let size = String(decoding: file("3 0 R"), as: UTF8.self).replacing("/Size 8", with: "/Size 5")
    #expect(!Self.isDamaged(Array(size.utf8)))
  }
}
