// Gongkai: a file or its bytes → the record of it: the whole way in one call.
//
//     import Gongkai
//     let record = Gongkai.audit(path: "report.pdf")
//     for finding in record.findings { print(finding.rule, finding.message.zh) }
@_exported import Audit
@_exported import DocumentModel
import Extraction
import Reconstruction
@_exported import ReportModel
@_exported import Statute

/// The whole way from a document to its findings, in the caller's own process.
///
/// A document that nobody vouches for can crash or stall the library that reads PDFs, and the process with it;
/// the `gongkai` command therefore reads in worker processes. PDFs must not be read on several threads at once.
public enum Gongkai {
  /// Audits a file. A file that cannot be read gives a record too: its status is `unreadable` and an X finding says why.
  public static func audit(path: String, settings: Settings = Settings()) -> Record {
    audit(path: InputPath(path), settings: settings)
  }

  /// Audits a file whose name need not be UTF-8.
  public static func audit(path: InputPath, settings: Settings = Settings()) -> Record {
    do {
      return audit(bytes: try InputFile.read(path), path: path.text, settings: settings)
    } catch {
      let source = Source(path: path.text, sha256: nil, format: .unknown, pages: nil)
      return .make(source: source, result: .failure(error), settings: settings)
    }
  }

  /// Audits the content of a file.
  /// - Parameters:
  ///   - bytes: a PDF, or a text in UTF-8, UTF-16 or GB18030.
  ///   - path: what the record names as its source; `-` for standard input.
  ///   - settings: which rules are wanted, and how they judge.
  public static func audit(bytes: [UInt8], path: String = "-", settings: Settings = Settings()) -> Record {
    var source = Source(path: path, sha256: Extractor.sha256(bytes), format: .unknown, pages: nil)
    if bytes.starts(with: "%PDF-".utf8) { source.format = .pdf }
    let result: Result<Report, ReadingFailure>
    do {
      let extracted = try Extractor.extract(bytes)
      source.format = extracted.format == .pdf ? .pdf : .text
      source.pages = extracted.pages
      result = .success(try Reconstructor.reconstruct(extracted.document))
    } catch {
      if case .noTextLayer(let pages) = error { (source.format, source.pages) = (.pdf, pages) }
      result = .failure(error)
    }
    return .make(source: source, result: result, settings: settings)
  }
}
