import DocumentModel
import Extraction
import ReportModel
import Testing

@testable import Reconstruction

/// What changes nothing of a report's contents changes nothing of its reading.
@Suite struct InvarianceTests {
  static let documents = FixtureTests.honest.filter { $0.file.pathExtension == "pdf" }

  private static func texts(_ report: Report) -> [[[String]]] {
    report.tables.map { table in table.rows.map { $0.cells.map { "\($0.cell.state) \($0.cell.text)" } } }
  }

  @Test("A page turned on its side or on its head is read as if it stood upright", arguments: documents.prefix(3))
  func turned(_ example: TruthCase) throws {
    let document = try Extractor.extract(example.bytes).document
    guard case .pages(let pages) = document.content else { return }
    let plain = try Reconstructor.reconstruct(document)
    for way in [PageOrientation.downward, .upward, .upsideDown] {
      // A page that has to be turned that way is made by turning it back.
      let turned = pages.map { page in
        var result = page
        if way != .upsideDown { (result.width, result.height) = (page.height, page.width) }
        for index in page.glyphs.indices {
          result.glyphs[index].box = way.turnedBack(page.glyphs[index].box, width: result.width, height: result.height)
        }
        return result
      }
      let back: PageOrientation = way == .downward ? .upward : way == .upward ? .downward : .upsideDown
      let other = try Reconstructor.reconstruct(
        Document(
          content: .pages(turned),
          rulings: { number in
            let page = pages[number - 1]
            return document.rulings(number).map { back.turned($0, width: page.width, height: page.height) }
          },
          hiddenText: { number in
            let page = pages[number - 1]
            return document.hiddenText(number).map { back.turned($0, width: page.width, height: page.height) }
          }))
      #expect(Self.texts(other) == Self.texts(plain), "\(way)")
    }
  }

  @Test(
    "Where no character of the pages is what is seen, nothing on them is blank, missing or too many",
    arguments: documents.prefix(3))
  func unseen(_ example: TruthCase) throws {
    let document = try Extractor.extract(example.bytes).document
    guard case .pages(var pages) = document.content else { return }
    for index in pages.indices {
      for glyph in pages[index].glyphs.indices { pages[index].glyphs[glyph].isHidden = true }
    }
    let ruled = Document(content: .pages(pages), rulings: document.rulings)
    for document in [ruled, Document(content: ruled.content)] {
      let report = try Reconstructor.reconstruct(document)
      for table in report.tables {
        #expect(table.rows.allSatisfy { $0.cells.allSatisfy { $0.cell.state == .unread } })
        #expect(table.missingRows == [] && table.missingColumns == [] && table.extras == [])
      }
    }
  }

  @Test("A page cut between any two rows of a table is read as if it were whole", arguments: documents.prefix(4))
  func cut(_ example: TruthCase) throws {
    let document = try Extractor.extract(example.bytes).document
    guard case .pages(let pages) = document.content else { return }
    let plain = try Reconstructor.reconstruct(document)
    var cuts = 0
    for (index, page) in pages.enumerated() {
      let rulings = document.rulings(page.number)
      let edges = rulings.filter { $0.isHorizontal && $0.end - $0.start > 0.6 * page.width }.map(\.position).sorted()
      for edge in stride(from: 2, to: edges.count - 1, by: 9).map({ edges[$0] })
      where !page.glyphs.contains(where: { $0.box.top < edge && $0.box.bottom > edge }) {
        let other = try Reconstructor.reconstruct(Self.cut(document, pages: pages, at: index, edge: edge))
        #expect(Self.texts(other) == Self.texts(plain), "page \(page.number) at \(edge)")
        cuts += 1
      }
    }
    #expect(cuts > 0 || pages.allSatisfy { document.rulings($0.number).isEmpty })
  }

  /// The document with what stands below the edge on a page of its own.
  private static func cut(_ document: Document, pages: [Page], at index: Int, edge: Double) -> Document {
    let top = 60.0
    var result: [Page] = []
    for (position, page) in pages.enumerated() {
      var upper = page
      upper.number = result.count + 1
      guard position == index else {
        result.append(upper)
        continue
      }
      var lower = page
      lower.number = upper.number + 1
      upper.glyphs = page.glyphs.filter { $0.box.midY < edge }
      lower.glyphs = page.glyphs.filter { $0.box.midY >= edge }.map { glyph in
        var glyph = glyph
        glyph.box.top -= edge - top
        glyph.box.bottom -= edge - top
        return glyph
      }
      result += [upper, lower]
    }
    return Document(
      content: .pages(result),
      rulings: { number in
        let position = number - 1
        guard position >= index else { return document.rulings(number) }
        guard position <= index + 1 else { return document.rulings(number - 1) }
        let isUpper = position == index
        return document.rulings(index + 1).compactMap { ruling in
          var ruling = ruling
          if ruling.isHorizontal {
            guard isUpper ? ruling.position <= edge + 0.5 : ruling.position >= edge - 0.5 else { return nil }
            if !isUpper { ruling.position -= edge - top }
          } else {
            guard isUpper ? ruling.start < edge - 0.5 : ruling.end > edge + 0.5 else { return nil }
            if isUpper {
              ruling.end = min(ruling.end, edge)
            } else {
              ruling.start = max(ruling.start, edge) - (edge - top)
              ruling.end -= edge - top
            }
          }
          return ruling
        }
      })
  }
}
