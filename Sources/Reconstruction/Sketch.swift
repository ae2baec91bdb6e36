// Reconstruction: a document → what lies between its print and its tables, each thing with its place, for drawings.
import DocumentModel
import ReportModel
import Statute

/// How a document was read, in places: the words, edges and cells of its pages or the lines of its text, and for each table the printed rows and
/// columns with what they were taken for. All boxes are on the page as displayed.
public struct Sketch: Sendable {
  /// A run of characters that stand close together.
  public struct Word: Sendable {
    public var text: String
    public var box: Rectangle
    /// True where the page does not show some of it.
    public var isHidden: Bool
  }
  /// A page before its tables are told apart.
  public struct PageLayout: Sendable {
    /// From 1.
    public var number: Int
    /// In points.
    public var width: Double
    /// In points.
    public var height: Double
    public var words: [Word]
    public var rulings: [Ruling]
    /// The cells that the edges make up.
    public var gridCells: [Rectangle]
  }
  /// What a printed row was taken for.
  public enum Role: Sendable {
    /// A row of the form, with how alike the labels are, from 0 to 1.
    case row(RowID, likeness: Double)
    /// The rest of the row before it.
    case continuation(RowID)
    case header
    /// Printed, but not of the form.
    case extra
    /// The one row of numbers of a table that has one.
    case numbers
  }
  /// A printed row.
  public struct RowMark: Sendable {
    /// Its place among the printed rows of its table, from 1.
    public var number: Int
    /// The grid or block that it belongs to.
    public var block: Int
    public var role: Role
    public var places: [Place]
    /// What stands in its cells, left to right.
    public var texts: [String]
    /// Why it is not certain where its values belong; nil where it is.
    public var doubt: Doubt?
  }
  /// A printed column over the rows that it was used for, one mark a page and block.
  public struct ColumnMark: Sendable {
    /// nil for a column that the form lacks.
    public var id: ColumnID?
    /// The row of the form, in the table whose columns tell it.
    public var row: RowID?
    public var label: String
    public var page: Int
    public var box: Rectangle
  }
  /// A cell of the form as it was read.
  public struct CellMark: Sendable {
    public var row: RowID
    public var column: ColumnID
    public var cell: Cell
  }
  /// A table that was found.
  public struct TableMarks: Sendable {
    public var id: TableID
    public var template: Template
    /// How it was read: `ruled`, `loose`, `fields` or `stream`.
    public var method: String
    public var isProven: Bool
    public var rows: [RowMark]
    public var columns: [ColumnMark]
    public var cells: [CellMark]
  }

  /// Empty for a text.
  public var pages: [PageLayout] = []
  /// Empty for a PDF.
  public var lines: [SourceLine] = []
  /// In statutory order; one that was not found is absent.
  public var tables: [TableMarks] = []

  /// Reads the document anew and keeps what lies between.
  public init(_ document: Document) {
    let reading = Inspection.reading(of: document)
    let trace = reading.trace
    switch document.content {
    case .text(let lines): self.lines = lines
    case .pages(let pages):
      self.pages = pages.map { page in
        let displayed = { (box: Rectangle) in trace.displayed(box, page: page.number) }
        return PageLayout(
          number: page.number, width: page.width, height: page.height,
          words: (trace.lines[page.number] ?? []).flatMap(\.runs).map { run in
            Word(text: run.text, box: displayed(run.box), isHidden: run.glyphs.contains(where: \.isHidden))
          },
          rulings: document.rulings(page.number),
          gridCells: (trace.grids[page.number] ?? []).flatMap { grid in grid.cells.map { displayed(grid.area($0)) } })
      }
    }
    tables = TableID.allCases.compactMap { id in
      guard let table = reading.tables[id], let own = trace.tables[id] else { return nil }
      let form = Form.of(id, table.template)
      return TableMarks(
        id: id, template: table.template, method: own.method, isProven: table.isProven,
        rows: own.rows.indices.map { Self.mark($0, of: own, form: form, displayed: trace.displayed) },
        columns: own.plans.flatMap { Self.marks($0, of: own, displayed: trace.displayed) },
        cells: table.rows.flatMap { row in
          row.cells.map { CellMark(row: row.id, column: $0.column, cell: $0.cell) }
        })
    }
  }

  private static func mark(
    _ index: Int, of trace: Trace.TableTrace, form: Form, displayed: (Rectangle, Int) -> Rectangle
  ) -> RowMark {
    let row = trace.rows[index]
    let role: Role =
      switch trace.assignment(ofRow: index) {
      case .row(let j, let likeness): .row(form.rows[j].id, likeness: likeness)
      case .continuation(let j): .continuation(form.rows[j].id)
      case .extra: .extra
      case .header: .header
      case nil: trace.alignment == nil && trace.itemRows.contains(index) ? .numbers : .header
      }
    var places: [Place] = []
    if row.page == 0 {
      places = row.cells.filter { !$0.spansRows }.flatMap(\.places).merged()
    } else if let extent = extent(row) {
      places = [.page(row.page, displayed(extent, row.page))]
    }
    return RowMark(
      number: index + 1, block: row.block, role: role, places: places,
      texts: row.cells.map { ($0.spansRows ? "↕" : "") + $0.text }, doubt: row.doubt)
  }

  /// The area of a printed row on its page turned upright; nil in texts, and where nothing tells it.
  private static func extent(_ row: PrintedRow) -> Rectangle? {
    guard row.page > 0 else { return nil }
    if row.bottom > row.top, let (left, right) = row.extent {
      return Rectangle(left: left, top: row.top, right: right, bottom: row.bottom)
    }
    return row.cells.flatMap(\.places).compactMap { place in
      if case .page(row.page, let box) = place { box } else { nil }
    }.bounds()
  }

  /// A plan over its rows: one band a column, page and block. Ruled blocks with other margins than
  /// the first, which holds the header, show the columns at the same share of their width.
  private static func marks(
    _ placed: Trace.PlacedPlan, of trace: Trace.TableTrace, displayed: (Rectangle, Int) -> Rectangle
  ) -> [ColumnMark] {
    struct Area: Hashable {
      var page: Int
      var block: Int
    }
    var extents: [(area: Area, box: Rectangle)] = []
    for index in placed.rows {
      let row = trace.rows[index]
      guard let box = extent(row) else { continue }
      let area = Area(page: row.page, block: row.block)
      if let known = extents.firstIndex(where: { $0.area == area }) {
        extents[known].box = extents[known].box.union(box)
      } else {
        extents.append((area, box))
      }
    }
    let plan = placed.plan
    guard let first = extents.first?.box else { return [] }
    return extents.flatMap { area, box in
      let scale = trace.method == "ruled" && first.width > 0 ? box.width / first.width : 1
      let start = trace.method == "ruled" ? box.left : first.left
      return plan.columns.enumerated().map { index, column in
        let band = Rectangle(
          left: start + (column.left - first.left) * scale, top: box.top,
          right: start + (column.right - first.left) * scale, bottom: box.bottom)
        return ColumnMark(
          id: column.id, row: placed.formRows.indices.contains(index) ? placed.formRows[index] : nil,
          label: column.label, page: area.page, box: displayed(band, area.page))
      }
    }
  }
}
