// Fuzz: bytes → the parts that read them without a PDF library, for libFuzzer. Anything that traps ends the run.
import DocumentModel
import Gongkai
import Reconstruction

@testable import Extraction

/// One input of libFuzzer. Its first byte says which part gets the rest: the tokenizer of content streams, the reader of
/// texts, or the whole way of a text from its bytes to its findings.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 1 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
  switch start[0] % 3 {
  case 0:
    var scanner = ContentScanner(bytes)
    var operators = 0
    while scanner.next() != nil { operators += 1 }
    precondition(operators <= bytes.count, "more operators than bytes")
  case 1:
    let lines = (try? TextReader.read(bytes)) ?? []
    precondition(lines.indices.allSatisfy { lines[$0].number == $0 + 1 }, "lines are numbered from 1")
  default:
    // A PDF would go to a library that is not instrumented.
    guard !bytes.starts(with: "%PDF-".utf8), (try? TextReader.read(bytes)) != nil else { return 0 }
    let record = Gongkai.audit(bytes: bytes)
    precondition(record.report != nil || !record.findings.isEmpty, "a reason where there is no report")
  }
  return 0
}
