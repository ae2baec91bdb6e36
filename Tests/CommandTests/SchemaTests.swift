// Real output of every machine format ↔ docs/report.schema.json.
import Foundation
import Testing

@Suite struct SchemaTests {
  /// Debian's python3-jsonschema, which `make setup` installs, holds documents against a part of the schema.
  private func violations(of documents: Data, against part: String) throws -> String {
    let scratch = try Scratch()
    let file = scratch.folder.appending(path: "documents")
    try documents.write(to: file)
    let script = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator.check_schema(schema)
      part = {"$ref": "#/$defs/" + sys.argv[3], "$defs": schema["$defs"]} if sys.argv[3] else schema
      validator = jsonschema.Draft202012Validator(part)
      count = 0
      for text in open(sys.argv[2]).read().split("\\0"):
          count += 1
          for error in validator.iter_errors(json.loads(text)):
              print(list(error.absolute_path), error.message[:300])
      print(count, "checked")
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = ["-c", script, Command.root.appending(path: "docs/report.schema.json").path, file.path, part]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text
  }

  @Test("audit --format json, in both languages", arguments: ["zh", "en"])
  func batch(language: String) throws {
    let run = try Command().run("audit", "--format", "json", "--lang", language, ".")
    #expect(try violations(of: Data(run.output.utf8), against: "batch") == "1 checked\n")
    #expect(try violations(of: Data(run.output.utf8), against: "") == "1 checked\n")
  }

  @Test func lines() throws {
    let run = try Command().run("audit", "--format", "jsonl", ".")
    let documents = Data(run.lines.joined(separator: "\0").utf8)
    #expect(try violations(of: documents, against: "auditedRecord") == "\(run.lines.count) checked\n")
  }

  @Test("extract prints one reading for one file, an array for several")
  func readings() throws {
    let one = try Command().run("extract", "broken-sum.pdf")
    #expect(try violations(of: Data(one.output.utf8), against: "reading") == "1 checked\n")
    let many = try Command().run("extract", ".")
    #expect(many.output.hasPrefix("[\n"))
    #expect(try violations(of: Data(many.output.utf8), against: "") == "1 checked\n")
  }

  @Test(
    "The schema refuses what the contract rules out",
    arguments: [
      (#""state":"number""#, #""state":"blank""#), (#""proven""#, #""proved""#),
      (#""status":"read""#, #""status":"unreadable""#),
      (#""page":1"#, #""page":0"#), (#""naturalPerson""#, #""person""#), (#""box":["#, #""box":[1,"#),
    ])
  func strictness(text: String, replacement: String) throws {
    let output = try Command().run("audit", "--format", "jsonl", "broken-sum.pdf").output
    #expect(output.contains(text))
    let spoilt = output.replacing(text, with: replacement, maxReplacements: 1)
    #expect(try violations(of: Data(spoilt.utf8), against: "auditedRecord") != "1 checked\n")
  }
}
