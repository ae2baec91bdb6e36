// Prints what a report says of its applications, and what is wrong with it.
//     swift run report-findings REPORT.pdf
import Gongkai

guard CommandLine.arguments.count == 2 else { fatalError("usage: report-findings FILE") }
let record = Gongkai.audit(path: CommandLine.arguments[1])

if let report = record.report {
  print(report.agency ?? "?", report.year.map(String.init) ?? "?")
  if let received = report[.applications]?[.newReceived, .total] {
    print("applications received:", received.value.map { "\($0)" } ?? "\(received.state)")
  }
}
for finding in record.findings {
  print("\(finding.severity.rawValue) \(finding.rule): \(finding.message[.en])")
}
