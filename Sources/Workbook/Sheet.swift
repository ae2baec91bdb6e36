// Workbook: values → the cells of an xlsx file, through libxlsxwriter. The only file that sees its C.
import CXlsxWriter
import Foundation
import Output

/// Why no workbook could be written.
public struct WorkbookError: Error, CustomStringConvertible {
  public var description: String
}

/// How a cell looks.
enum CellStyle: CaseIterable {
  case plain, wrapped, header, error, warning, info, correction, unread, outside, link
}

/// One sheet. Rows are written from the top down: the library keeps only the current one in memory.
struct Sheet {
  fileprivate let sheet: UnsafeMutablePointer<lxw_worksheet>
  fileprivate let formats: [CellStyle: UnsafeMutablePointer<lxw_format>]
  /// Limits of the format (ECMA-376, and Excel's own).
  static let mostRows = 1_048_576
  private static let mostCharacters = 32_767

  /// Writes text as text, whatever it looks like.
  func write(_ text: String, row: Int, column: Int, style: CellStyle = .plain) {
    guard !text.isEmpty else {
      if style != .plain { worksheet_write_blank(sheet, UInt32(row), UInt16(column), formats[style]) }
      return
    }
    let shown = String(text.printable.prefix(Self.mostCharacters / 2))
    worksheet_write_string(sheet, UInt32(row), UInt16(column), shown, formats[style])
  }

  /// Writes a number as a number where a double shows it exactly, that is up to 15 digits, else as text.
  func write(_ number: Decimal, row: Int, column: Int, style: CellStyle = .plain) {
    let digits = number.description
    let significant = digits.drop { $0 == "-" || $0 == "0" || $0 == "." }.count(where: \.isNumber)
    guard significant <= 15, let value = Double(digits) else {
      return write(digits, row: row, column: column, style: style)
    }
    worksheet_write_number(sheet, UInt32(row), UInt16(column), value, formats[style])
  }

  /// Writes a count, or nothing.
  func write(_ count: Int?, row: Int, column: Int, style: CellStyle = .plain) {
    if let count { worksheet_write_number(sheet, UInt32(row), UInt16(column), Double(count), formats[style]) }
  }

  /// Writes text that leads to a file; plain text where the format cannot hold the link.
  func write(_ text: String, link: String?, row: Int, column: Int) {
    if let link {
      let target = "external:" + link
      let result = worksheet_write_url_opt(
        sheet, UInt32(row), UInt16(column), target, formats[.link], nil, nil)
      // The text once more: the library writes that of a link with backslashes.
      return write(text, row: row, column: column, style: result == LXW_NO_ERROR ? .link : .plain)
    }
    write(text, row: row, column: column)
  }

  /// Writes a header over several columns.
  func write(header text: String, row: Int, columns: ClosedRange<Int>) {
    if columns.count == 1 {
      write(text, row: row, column: columns.lowerBound, style: .header)
    } else {
      worksheet_merge_range(
        sheet, UInt32(row), UInt16(columns.lowerBound), UInt32(row), UInt16(columns.upperBound), text,
        formats[.header])
    }
  }

  /// - Parameter width: in digits of the default font; a Chinese character takes two.
  func set(width: Double, columns: ClosedRange<Int>) {
    worksheet_set_column(sheet, UInt16(columns.lowerBound), UInt16(columns.upperBound), width, nil)
  }

  /// Keeps rows and columns in sight.
  func freeze(rows: Int, columns: Int) { worksheet_freeze_panes(sheet, UInt32(rows), UInt16(columns)) }

  /// Puts filters on the header row.
  func filter(headerRow: Int, lastRow: Int, lastColumn: Int) {
    worksheet_autofilter(sheet, UInt32(headerRow), 0, UInt32(max(headerRow, lastRow)), UInt16(lastColumn))
  }
}

/// A workbook on its way to a temporary file.
struct WorkbookFile: ~Copyable {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let path: String
  private let formats: [CellStyle: UnsafeMutablePointer<lxw_format>]
  private var isClosed = false

  init() throws(WorkbookError) {
    let folder = FileManager.default.temporaryDirectory
    path = folder.appendingPathComponent("gongkai-\(UUID().uuidString).xlsx").path
    var options = lxw_workbook_options()
    options.constant_memory = 1
    options.use_zip64 = 1
    guard let book = workbook_new_opt(path, &options) else {
      throw WorkbookError(description: "cannot make a workbook in \(folder.path)")
    }
    self.book = book
    // The same records give the same bytes: the library would write the time of day.
    var properties = lxw_doc_properties()
    properties.created = 946_684_800
    workbook_set_properties(book, &properties)
    var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
    for style in CellStyle.allCases { formats[style] = Self.format(style, in: book) }
    self.formats = formats
  }

  deinit {
    if !isClosed { workbook_close(book) }
    unlink(path)
  }

  /// A new sheet behind those that are there.
  func sheet(_ name: String) throws(WorkbookError) -> Sheet {
    guard let sheet = workbook_add_worksheet(book, name) else {
      throw WorkbookError(description: "cannot make the sheet \(name)")
    }
    return Sheet(sheet: sheet, formats: formats)
  }

  /// The bytes of the finished file.
  mutating func close() throws(WorkbookError) -> [UInt8] {
    isClosed = true
    let code = workbook_close(book)
    guard code == LXW_NO_ERROR, let content = FileManager.default.contents(atPath: path) else {
      throw WorkbookError(description: "cannot write the workbook: " + String(cString: lxw_strerror(code)))
    }
    return Array(content)
  }

  private static func format(
    _ style: CellStyle, in book: UnsafeMutablePointer<lxw_workbook>
  ) -> UnsafeMutablePointer<lxw_format>? {
    let format = workbook_add_format(book)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    switch style {
    case .plain: break
    case .wrapped: format_set_text_wrap(format)
    case .link:
      format_set_font_color(format, 0x0B5CAD)
      format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    case .header:
      format_set_bold(format)
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_bg_color(format, 0xE4EEFA)
    case .error: format_set_bg_color(format, 0xF8C9C4)
    case .warning: format_set_bg_color(format, 0xFCE3B0)
    case .info: format_set_bg_color(format, 0xD3E4F8)
    case .correction:
      format_set_bg_color(format, 0xF8C9C4)
      format_set_bold(format)
    case .unread: format_set_bg_color(format, 0xFFF3A8)
    case .outside: format_set_bg_color(format, 0xE6E6E6)
    }
    return format
  }
}
