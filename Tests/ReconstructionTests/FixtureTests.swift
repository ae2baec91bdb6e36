// Every committed document, read as a whole and held against its truth.
import DocumentModel
import Extraction
import ReportModel
import Statute
import Testing

@testable import Reconstruction

@Suite struct FixtureTests {
  static let honest = (TruthCase.all(in: "Tests/Fixtures/layouts") + TruthCase.all(in: "SampleReports"))
    .filter { $0.truth.style.layer == nil && $0.truth.style.illegible == nil && $0.truth.producer != "scan" }
  static let lying = TruthCase.all(in: "Tests/Fixtures/layouts").filter { $0.truth.style.layer != nil }

  @Test func fixturesAreThere() {
    #expect(Self.honest.count >= 45)
    #expect(!Self.lying.isEmpty)
  }

  @Test(arguments: honest) func noCellIsWrong(_ example: TruthCase) throws {
    let report = try Reconstructor.reconstruct(Extractor.extract(example.bytes).document)
    let score = example.score(report)
    #expect(score.wrong == [])
    // `pdftotext` without -layout mixes the order of numbers: much of such a text cannot be decided.
    let isRaw = example.truth.producer == "txt-pdftotext"
    let all = score.exact + score.unread
    #expect(isRaw || score.unread * 20 <= all, "\(score.unread) of \(all) cells are unread")
  }

  @Test("No text layer that lies is believed: cells are exact or unread", arguments: lying)
  func noLieIsBelieved(_ example: TruthCase) throws {
    let document: Document
    do {
      document = try Extractor.extract(example.bytes).document
      #expect(example.score(try Reconstructor.reconstruct(document)).wrong == [])
    } catch ReadingFailure.noTextLayer, ReadingFailure.undecodable, ReadingFailure.notAReport {
      // Nothing of it is legible, and that is said.
    }
  }

  @Test(arguments: honest) func bodyAndYear(_ example: TruthCase) throws {
    let report = try Reconstructor.reconstruct(Extractor.extract(example.bytes).document)
    #expect(report.agency == example.truth.agency)
    #expect(report.year == example.truth.year)
  }

  @Test(arguments: honest.filter { $0.file.pathExtension == "pdf" }.prefix(12))
  func orderOfTheTextMeansNothing(_ example: TruthCase) throws {
    let document = try Extractor.extract(example.bytes).document
    guard case .pages(let pages) = document.content else { return }
    let plain = try Reconstructor.reconstruct(document)
    let shuffled = pages.map { page in
      var page = page
      // A fixed permutation: every seventh character, round and round.
      page.glyphs = (0..<7).flatMap { start in stride(from: start, to: page.glyphs.count, by: 7).map { page.glyphs[$0] }
      }
      return page
    }
    let other = try Reconstructor.reconstruct(
      Document(
        content: .pages(shuffled), rulings: document.rulings, hiddenText: document.hiddenText,
        sidewaysText: document.sidewaysText))
    #expect(other.tables == plain.tables)
  }

  @Test(arguments: honest.filter { $0.file.pathExtension == "pdf" }.prefix(6))
  func removingARunMakesNoOtherCellWrong(_ example: TruthCase) throws {
    let document = try Extractor.extract(example.bytes).document
    guard case .pages(let pages) = document.content else { return }
    let plain = try Reconstructor.reconstruct(document)
    for step in 0..<10 {
      var cut = pages
      let index = step % cut.count
      let lines = LineAssembler.lines(cut[index].glyphs, page: index + 1)
      let runs = lines.flatMap(\.runs)
      guard !runs.isEmpty else { continue }
      let gone = Set(runs[(step * 37 + 11) % runs.count].glyphs)
      cut[index].glyphs.removeAll { gone.contains($0) }
      guard
        let other = try? Reconstructor.reconstruct(
          Document(
            content: .pages(cut), rulings: document.rulings, hiddenText: document.hiddenText,
            sidewaysText: document.sidewaysText))
      else { continue }
      for table in plain.tables {
        guard let after = other[table.id], after.template == table.template else { continue }
        for row in table.rows {
          for entry in row.cells where entry.cell.state == .number {
            guard let cell = after[row.id, entry.column], cell.state == .number else { continue }
            // What is still read is what stood there, or what is left of it where the run removed was part of it.
            let touched = entry.cell.places.contains { place in
              guard case .page(index + 1, let box) = place else { return false }
              return gone.contains { box.contains(x: $0.box.midX, y: $0.box.midY) }
            }
            #expect(
              touched || cell.value == entry.cell.value, "\(row.id) \(entry.column) without \(gone.count) characters")
          }
        }
      }
    }
  }
}
