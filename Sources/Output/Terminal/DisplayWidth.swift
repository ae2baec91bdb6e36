// Output: text → the columns that it takes in a terminal.

extension Unicode.Scalar {
  /// 2 for East Asian wide and full-width characters, 0 for combining and control characters, else 1.
  ///
  /// The ranges are those of East Asian Width W and F in Unicode 15. Ambiguous characters count 1, as in terminals whose
  /// locale is not an East Asian one of old; what this project draws tables with keeps clear of them where it can.
  var displayWidth: Int {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x300...0x36F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F,
      0xFE00...0xFE0F, 0xFEFF, 0x20D0...0x20FF, 0xFE20...0xFE2F, 0x302A...0x302D, 0x3099...0x309A:
      0
    case 0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
      0x4E00...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18D08, 0x1AFF0...0x1B2FB, 0x1F004, 0x1F0CF, 0x1F18E,
      0x1F191...0x1F19A, 0x1F200...0x1F320, 0x1F32D...0x1F64F, 0x1F680...0x1F6FC, 0x1F7E0...0x1F7F0,
      0x1F90C...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}

extension StringProtocol {
  /// The columns that the text takes in a terminal.
  public var displayWidth: Int { unicodeScalars.reduce(0) { $0 + $1.displayWidth } }
}

extension String {
  /// Filled up with spaces to `width` columns; longer text stays as it is.
  public func padded(to width: Int, alignedRight: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - displayWidth))
    return alignedRight ? spaces + self : self + spaces
  }

  /// Cut in lines of at most `width` columns, at any character of wide scripts and at spaces of others; a word that is wider
  /// than a line is cut too, unless `breakingWords` is false.
  func wrapped(to width: Int, breakingWords: Bool = true) -> [String] {
    var lines: [String] = []
    for paragraph in split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      var lineWidth = 0
      let parts = paragraph.breakableParts()
      for word in breakingWords ? parts.flatMap({ $0.cut(to: width) }) : parts {
        let wordWidth = word.displayWidth
        if lineWidth + wordWidth > width && lineWidth > 0 {
          lines.append(line.trimmingTrailingSpaces())
          line = ""
          lineWidth = 0
          if word == " " { continue }
        }
        line += word
        lineWidth += wordWidth
      }
      lines.append(line.trimmingTrailingSpaces())
    }
    return lines
  }

  private func trimmingTrailingSpaces() -> String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}

extension StringProtocol {
  /// In pieces of at most `width` columns, of a character at least.
  fileprivate func cut(to width: Int) -> [String] {
    var pieces = [""]
    var pieceWidth = 0
    for character in self {
      let characterWidth = String(character).displayWidth
      if pieceWidth + characterWidth > width && pieceWidth > 0 {
        pieces.append("")
        pieceWidth = 0
      }
      pieces[pieces.count - 1].append(character)
      pieceWidth += characterWidth
    }
    return pieces
  }

  /// Runs that must stay on one line: words, single spaces, single wide characters with the closing marks after them.
  fileprivate func breakableParts() -> [String] {
    let clinging = Set("，。；：、！？）》」』”’％,.;:!?)]}%…")
    let opening = Set("（《「『“‘([{")
    var parts: [String] = []
    for character in self {
      let last = parts.last?.last
      let isWide = character.unicodeScalars.contains { $0.displayWidth == 2 }
      let joins: Bool =
        if let last {
          if clinging.contains(character) && last != " " {
            true
          } else if opening.contains(last) {
            character != " "
          } else if character == " " || last == " " {
            false
          } else {
            !isWide && !last.unicodeScalars.contains { $0.displayWidth == 2 }
          }
        } else { false }
      if joins { parts[parts.count - 1].append(character) } else { parts.append(String(character)) }
    }
    return parts
  }
}
