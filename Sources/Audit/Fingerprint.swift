// Audit: a finding and its report → a name that stays while the same thing is wrong.
import ReportModel

/// The 64-bit FNV-1a hash of a text's UTF-8: stable from run to run and machine to machine.
struct StableHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    // Parts stay apart: ("ab", "c") is not ("a", "bc").
    add(0)
  }

  private mutating func add(_ byte: UInt8) {
    value ^= UInt64(byte)
    value = value &* 0x0000_0100_0000_01b3
  }

  /// 16 hexadecimal digits.
  var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension [Finding] {
  /// Gives every finding its fingerprint: rule, table, cells, section, key, and whose report on which year it is in. Where
  /// several have all of this in common, the first, the second … of them are told apart by their number.
  mutating func sign(agency: String, year: Int?) {
    var taken: Set<String> = []
    // A damaged file can have many thousand findings alike: the numbers that are taken are not tried again.
    var next: [String: Int] = [:]
    for index in indices {
      let first = self[index].fingerprint(agency: agency, year: year, number: 0)
      var number = next[first] ?? 0
      repeat {
        self[index].fingerprint =
          number == 0 ? first : self[index].fingerprint(agency: agency, year: year, number: number)
        number += 1
      } while !taken.insert(self[index].fingerprint).inserted
      next[first] = number
    }
  }
}

extension Finding {
  fileprivate func fingerprint(agency: String, year: Int?, number: Int) -> String {
    var hash = StableHash()
    hash.add(rule)
    hash.add(table?.rawValue ?? "")
    for cell in cells {
      hash.add(cell.row?.rawValue ?? "")
      hash.add(cell.column?.rawValue ?? "")
    }
    hash.add(section?.rawValue ?? "")
    // Spaces and the width of signs are the typesetter's.
    hash.add(NormalisedText.string(NormalisedText.units(key)))
    hash.add(NormalisedText.string(NormalisedText.units(agency)))
    hash.add(year.map(String.init) ?? "")
    if number > 0 { hash.add("\(number)") }
    return hash.hexadecimal
  }
}
