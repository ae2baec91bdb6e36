// inspect --svg, run as its users run it: a drawing that any reader of XML takes, with every cell where the JSON has it.
import Foundation
import FoundationXML
import Testing

@Suite struct InspectTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func drawing(of file: String, _ arguments: String...) throws -> [Element] {
    let target = scratch.folder.appending(path: "drawing.svg")
    let run = try Command().run(["inspect", file, "--svg", target.path] + arguments)
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    return try Element.all(in: Data(contentsOf: target))
  }

  @Test(
    "Every cell of the page is drawn at its place in the JSON, in its state",
    arguments: [
      "broken-sum.pdf", "page-on-its-side.pdf", "blank-cells.pdf", "text-says-none.pdf",
      "../Tests/Fixtures/layouts/no-rules-weasyprint.pdf", "../Tests/Fixtures/layouts/clipped-digits-reportlab.pdf",
    ])
  func cellsOfPages(file: String) throws {
    let elements = try drawing(of: file)
    let pages = elements.filter { $0.name == "g" }.count
    #expect(pages >= 1)
    #expect(elements.filter { $0.name == "image" }.count == pages)
    let cells = try Extracted.cells(of: file)
    let drawn = elements.filter { $0.kinds.contains("cell") && $0.attributes["data-row"] != nil }
    #expect(drawn.count == cells.reduce(0) { $0 + $1.boxes.count })
    for cell in cells {
      let own = drawn.filter { element in
        ["table", "row", "column"].map { element.attributes["data-\($0)"] } == [cell.table, cell.row, cell.column]
      }
      #expect(own.allSatisfy { $0.kinds.contains(cell.state) })
      #expect(own.map(\.box).elementsEqual(cell.boxes) { zip($0, $1).allSatisfy { abs($0 - $1) < 0.02 } }, "\(cell)")
    }
  }

  @Test("Fields of a text stand on their lines in the order of the columns", arguments: ["tabs.txt", "gb18030.txt"])
  func fieldsOfTexts(file: String) throws {
    let elements = try drawing(of: file)
    let drawn = elements.filter { $0.kinds.contains("cell") && $0.attributes["data-row"] != nil }
    let cells = try Extracted.cells(of: file).filter { !$0.text.isEmpty }
    #expect(drawn.count == cells.count)
    for line in Dictionary(grouping: cells, by: \.line).values {
      let boxes = line.compactMap { cell in
        drawn.first { $0.attributes["id"] == "\(cell.table)-\(cell.row)-\(cell.column)" }?.box
      }
      #expect(boxes.count == line.count)
      #expect(Set(boxes.map { $0[1] }).count == 1)
      #expect(zip(boxes, boxes.dropFirst()).allSatisfy { $0[2] <= $1[0] + 2.01 })
    }
    // Each reading beside the text leads to a field that is there.
    let anchors = Set(drawn.compactMap { $0.attributes["id"] })
    let links = elements.filter { $0.name == "a" }.compactMap { $0.attributes["href"] }
    #expect(links.count == cells.count && links.allSatisfy { anchors.contains(String($0.dropFirst())) })
  }

  @Test func rowsAndColumnsAreNamed() throws {
    let elements = try drawing(of: "broken-sum.pdf")
    let texts = elements.map(\.text)
    #expect(texts.contains("applications 4 [1] → newReceived 100 %"))
    #expect(texts.contains("legalService") && texts.contains("litigationDirect") && texts.contains("inForce"))
    // The column lies over the cells that were read from it.
    let column = try #require(
      elements.first { $0.kinds.contains("column") && $0.text.hasPrefix("applications business:") })
    let cell = try #require(elements.first { $0.attributes["id"] == "applications-newReceived-business" })
    #expect(column.box[0] < cell.box[0] && cell.box[2] < column.box[2])
  }

  @Test func onePageOnRequest() throws {
    let elements = try drawing(of: "broken-sum.pdf", "--page", "2")
    #expect(elements.filter { $0.name == "image" }.count == 1)
    #expect(!elements.contains { $0.attributes["id"] == "applications-newReceived-business" })
    #expect(elements.contains { $0.attributes["id"] == "applications-total-business" })
    for arguments in [["broken-sum.pdf", "--svg", "-", "--page", "9"], ["tabs.txt", "--svg", "-", "--page", "1"]] {
      #expect(try Command().run(["inspect"] + arguments).status == 64)
    }
  }

  @Test func failuresHaveTheirStatus() throws {
    let scan = try Command(environment: ["LANG": "en_US.UTF-8"]).run("inspect", "scan.pdf")
    #expect(scan.status == 2)
    #expect(scan.output.isEmpty && scan.errors.hasPrefix("gongkai: scan.pdf: "))
    #expect(try Command().run("inspect", "broken-sum.pdf", "--svg", "no-such-folder/a.svg").status == 74)
  }

  @Test func textIsNeverMarkup() throws {
    let hostile = "<script>&\"'\u{1}\u{202E}\u{FFFE}]]>"
    let text = """
      某局2022年政府信息公开工作年度报告
      二、主动公开政府信息情况
      第二十条第（五）项
      信息内容\t本年处理决定数量
      行政许可\(hostile)\t\(hostile)
      """
    let file = scratch.folder.appending(path: "hostile.txt")
    try Data(text.utf8).write(to: file)
    let elements = try drawing(of: file.path)
    #expect(!elements.contains { $0.name == "script" })
    #expect(elements.contains { $0.text.contains("<script>&\"'··") })
  }
}

/// An element of a drawing.
private struct Element {
  var name: String
  var attributes: [String: String]
  /// All text within.
  var text = ""

  var kinds: [String] { (attributes["class"] ?? "").split(separator: " ").map(String.init) }
  /// Left, top, right, bottom.
  var box: [Double] {
    let number = { Double(attributes[$0] ?? "") ?? .nan }
    return [number("x"), number("y"), number("x") + number("width"), number("y") + number("height")]
  }

  /// - Throws: where it is not well-formed XML.
  static func all(in svg: Data) throws -> [Element] {
    let collector = Collector()
    let parser = XMLParser(data: svg)
    parser.delegate = collector
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
    return collector.elements
  }

  private final class Collector: NSObject, XMLParserDelegate {
    var elements: [Element] = []
    private var open: [Int] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      open.append(elements.count)
      elements.append(Element(name: name, attributes: attributes))
    }
    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      open.removeLast()
    }
    func parser(_ parser: XMLParser, foundCharacters text: String) {
      for index in open.suffix(3) { elements[index].text += text }
    }
  }
}

/// A cell as `extract` prints it.
private struct Extracted {
  var table: String
  var row: String
  var column: String
  var state: String
  var text: String
  var line: Int?
  var boxes: [[Double]]

  static func cells(of file: String) throws -> [Extracted] {
    let run = try Command().run("extract", file)
    let tables = try JSONDecoder().decode(PrintedRecord.self, from: Data(run.output.utf8)).report?.tables ?? []
    let cells = tables.flatMap { table in
      table.rows.flatMap { row in
        row.cells.map { column, cell in
          let boxes = cell.spans.map { $0.compactMap(\.box) } ?? [cell.box].compactMap { $0 }
          return Extracted(
            table: table.id, row: row.id, column: column, state: cell.state, text: cell.text ?? "", line: cell.line,
            boxes: boxes)
        }
      }
    }
    // Left to right within a line: the order of the columns in the form.
    let columns = [
      "naturalPerson", "business", "research", "publicWelfare", "legalService", "otherOrganization", "made",
      "newlyDisclosed", "totalDisclosed", "repealed", "inForce", "previousYearItems", "change", "decisions", "projects",
      "amount", "upheld", "corrected", "other", "pending", "total",
    ]
    let groups = ["review", "litigationDirect", "litigationAfterReview"]
    return cells.sorted {
      (groups.firstIndex(of: $0.row) ?? 0, columns.firstIndex(of: $0.column)!)
        < (groups.firstIndex(of: $1.row) ?? 0, columns.firstIndex(of: $1.column)!)
    }
  }
}
