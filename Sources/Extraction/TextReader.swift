// Extraction: the bytes of a text file → lines, whatever their encoding.
import CPoppler
import DocumentModel

/// Recognises UTF-8 (with or without a byte-order mark), UTF-16 (either order, with or without a mark) and GB18030.
enum TextReader {
  /// The lines of the text, in order, numbered from 1. Form feeds end lines, as line feeds do.
  /// - Throws: `damaged` where the bytes are no text in any of these encodings.
  static func read(_ bytes: [UInt8]) throws(ReadingFailure) -> [SourceLine] {
    let text = try decode(bytes)
    var scalars = String.UnicodeScalarView()
    var lines: [SourceLine] = []
    var previous: Unicode.Scalar = " "
    var isTurned = false
    func close() {
      lines.append(SourceLine(number: lines.count + 1, text: String(scalars)))
      isTurned = false
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}":
        if scalar == "\n" && previous == "\r" { break }
        close()
        scalars = .init()
      case "\r":
        close()
        scalars = .init()
      case "\u{0}": break
      // Marks between the cells of a table, as word processors leave them.
      case "\u{7}", "\u{1E}", "\u{1F}": scalars.append("\t")
      case "\u{200B}": scalars.append(" ")
      // What follows is shown from right to left: which digits of a number come first there, and which cells, is not what the text says.
      case "\u{202B}", "\u{202E}", "\u{2067}": isTurned = true
      case "\u{AD}": break
      case _ where UnseenMarks.isMark(scalar): break
      case "0"..."9", "０"..."９": scalars.append(isTurned ? "\u{FFFD}" : scalar)
      default: scalars.append(CharacterForms.shown(scalar))
      }
      previous = scalar
    }
    if !scalars.isEmpty { close() }
    return lines
  }

  private static func decode(_ bytes: [UInt8]) throws(ReadingFailure) -> String {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]), let text = String(validating: bytes.dropFirst(3), as: UTF8.self) {
      return text
    }
    if bytes.starts(with: [0xFF, 0xFE]), let text = convert(Array(bytes.dropFirst(2)), from: "UTF-16LE") {
      return text
    }
    if bytes.starts(with: [0xFE, 0xFF]), let text = convert(Array(bytes.dropFirst(2)), from: "UTF-16BE") {
      return text
    }
    if let encoding = unmarkedUTF16(bytes), let text = convert(bytes, from: encoding) { return text }
    if bytes.prefix(4096).contains(0) {
      throw .damaged(.unknownFormat(kind: kind(of: bytes)))
    }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    if let text = convert(bytes, from: "GB18030"), looksLikeText(text) { return text }
    // A UTF-8 text with a few damaged bytes is still read; what is damaged shows as U+FFFD.
    let repaired = String(decoding: bytes, as: UTF8.self)
    let damaged = repaired.unicodeScalars.count { $0 == "\u{FFFD}" }
    if damaged * 50 < repaired.unicodeScalars.count && looksLikeText(repaired) { return repaired }
    throw .damaged(.unknownFormat(kind: kind(of: bytes)))
  }

  /// UTF-16 without a mark: of both orders the one that reads as Chinese or ASCII text, if either does.
  private static func unmarkedUTF16(_ bytes: [UInt8]) -> String? {
    guard bytes.count >= 4, bytes.count % 2 == 0, bytes.prefix(4096).contains(0) else { return nil }
    let head = Array(bytes.prefix(4096 & ~1))
    let shares = ["UTF-16LE", "UTF-16BE"].map { encoding -> (String, Double) in
      var plausible = 0
      for index in stride(from: 0, to: head.count - 1, by: 2) {
        let unit =
          encoding == "UTF-16LE"
          ? UInt16(head[index]) | UInt16(head[index + 1]) << 8 : UInt16(head[index]) << 8 | UInt16(head[index + 1])
        switch unit {
        case 9, 10, 13, 0x20...0x7E, 0x2010...0x2026, 0x3000...0x303F, 0x4E00...0x9FFF, 0xFF00...0xFFEF: plausible += 1
        default: break
        }
      }
      return (encoding, Double(plausible) / Double(head.count / 2))
    }
    let best = shares.max { $0.1 < $1.1 }!
    return best.1 >= 0.9 ? best.0 : nil
  }

  private static func convert(_ bytes: [UInt8], from encoding: String) -> String? {
    var written: gsize = 0
    let converted = bytes.withUnsafeBytes { buffer in
      g_convert(
        buffer.bindMemory(to: CChar.self).baseAddress, gssize(buffer.count), "UTF-8", encoding, nil, &written, nil)
    }
    guard let converted else { return nil }
    defer { g_free(converted) }
    return String(
      decoding: UnsafeRawBufferPointer(start: converted, count: Int(written)), as: UTF8.self)
  }

  /// Control characters other than white space do not stand in texts.
  private static func looksLikeText(_ text: String) -> Bool {
    var controls = 0
    var all = 0
    for scalar in text.unicodeScalars.prefix(20_000) {
      all += 1
      if scalar.value < 0x20 && !"\n\r\t\u{0C}".unicodeScalars.contains(scalar) { controls += 1 }
    }
    return controls * 100 <= all
  }

  /// What a file that is neither PDF nor text seems to be, for the message.
  private static func kind(of bytes: [UInt8]) -> FileFormat? {
    let signatures: [(FileFormat, [UInt8])] = [
      (.zip, [0x50, 0x4B, 0x03, 0x04]), (.png, [0x89, 0x50, 0x4E, 0x47]), (.jpeg, [0xFF, 0xD8, 0xFF]),
      (.oldOffice, [0xD0, 0xCF, 0x11, 0xE0]), (.gif, [0x47, 0x49, 0x46]), (.rar, [0x52, 0x61, 0x72, 0x21]),
    ]
    return signatures.first { bytes.starts(with: $0.1) }?.0
  }
}
