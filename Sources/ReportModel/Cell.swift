// ReportModel: one cell of a table: what is printed, where, and what it means.
import DocumentModel
import Foundation
import Statute

/// A cell as printed, or the statement that it could not be read.
public struct Cell: Hashable, Sendable {
  public enum State: String, Sendable, Codable {
    /// A number; `value` is exact.
    case number
    /// The document shows the cell empty.
    case blank
    /// `/`, `-`, `—`, `无`.
    case placeholder
    /// Something else is printed.
    case text
    /// The document has something there that could not be decided.
    case unread
  }

  public var state: State
  /// What is printed, spaces between digits or characters of one cell removed; empty where the cell is blank.
  public var text: String
  /// Exactly as printed, without binary rounding; only where `state` is `number`.
  public var value: Decimal?
  /// A unit that the cell itself prints: 元, 万元, 件 ….
  public var unit: String?
  /// A bracketed remark behind the number, brackets included.
  public var note: String?
  /// Where it stands; several places where a number is broken over a page. For a blank cell of a page the area of the cell, where known.
  public var places: [Place]
  /// Why the cell is `unread`; nil in every other state.
  public var doubt: Doubt?
  /// True where it was put together of several lines, or of parts with a space between them.
  package var isJoined = false
  /// The first of several lines that it was put together of; nil for one line.
  package var firstLine: String?

  public init(
    state: State, text: String = "", value: Decimal? = nil, unit: String? = nil, note: String? = nil,
    places: [Place] = [], doubt: Doubt? = nil
  ) {
    self.state = state
    self.text = text
    self.value = value
    self.unit = unit
    self.note = note
    self.places = places
    self.doubt = doubt
  }
}

/// Why a cell could not be decided. The raw value is the id in JSON.
public enum Doubt: String, Hashable, Sendable, Codable, CaseIterable {
  /// The row of the form was not found in the printed table.
  case rowNotFound
  /// The column of the form was not found in the printed table.
  case columnNotFound
  /// It is not certain which row what is printed belongs to.
  case rowAmbiguous
  /// It is not certain which column what is printed belongs to.
  case columnAmbiguous
  /// Blank cells of a flattened row left no trace.
  case blanksLost
  /// More than one value stands in the cell.
  case severalValues
  /// The text layer does not show what the page shows.
  case textLayer
  /// The copy marks the place as illegible.
  case illegible
}
