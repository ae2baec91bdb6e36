// swift-tools-version: 6.1
// The way of the data, one target a stage; each imports only those above it (docs/design.md).
import PackageDescription

let package = Package(
  name: "gongkai",
  products: [
    .executable(name: "gongkai", targets: ["GongkaiCommand"]),
    .library(name: "Gongkai", targets: ["Gongkai"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CPoppler", pkgConfig: "poppler-glib",
      providers: [.apt(["libpoppler-glib-dev", "poppler-data", "pkg-config"])]),
    .systemLibrary(
      name: "CQpdf", pkgConfig: "libqpdf", providers: [.apt(["libqpdf-dev", "pkg-config"])]),
    .systemLibrary(
      name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev", "pkg-config"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev", "pkg-config"])]),
    .systemLibrary(
      name: "CFreeType", pkgConfig: "freetype2", providers: [.apt(["libfreetype-dev", "pkg-config"])]),
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev", "pkg-config"])]),

    // The command's allocator, not the library's: a program that uses the library chooses its own.
    .systemLibrary(
      name: "CJemalloc", pkgConfig: "jemalloc", providers: [.apt(["libjemalloc-dev", "pkg-config"])]),

    .target(name: "DocumentModel"),
    .target(
      name: "Extraction",
      dependencies: ["CPoppler", "CQpdf", "CFreeType", "CDeflate", "CNettle", "DocumentModel"]),
    .target(name: "Statute"),
    .target(name: "ReportModel", dependencies: ["DocumentModel", "Statute"]),
    .target(name: "Reconstruction", dependencies: ["DocumentModel", "Statute", "ReportModel"]),
    .target(name: "Audit", dependencies: ["DocumentModel", "Statute", "ReportModel"]),
    .target(name: "Output", dependencies: ["DocumentModel", "Statute", "ReportModel", "Audit"]),
    .target(
      name: "Gongkai",
      dependencies: [
        "DocumentModel", "Extraction", "Statute", "ReportModel", "Reconstruction", "Audit",
        "Output",
      ]),
    .target(name: "Workbook", dependencies: ["CXlsxWriter", "Statute", "ReportModel", "Audit", "Output"]),
    // GRDB finds the system's SQLite: libsqlite3-dev.
    .target(name: "Database", dependencies: ["Audit", "Output", .product(name: "GRDB", package: "GRDB.swift")]),
    .target(name: "Configuration", dependencies: ["Audit", .product(name: "Yams", package: "Yams")]),
    .target(name: "CProcess"),
    .target(name: "Batch", dependencies: ["CProcess", "Extraction", "Output", "Gongkai"]),
    .executableTarget(
      name: "GongkaiCommand",
      dependencies: [
        "CJemalloc", "Extraction", "Reconstruction", "Output", "Workbook", "Database", "Gongkai", "Configuration",
        "Batch",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(name: "AuditTests", dependencies: ["Audit", "DocumentModel", "ReportModel", "Statute", "TestHelp"]),
    .testTarget(name: "ExtractionTests", dependencies: ["Extraction", "DocumentModel", "TestHelp"]),
    .testTarget(
      name: "ReconstructionTests",
      dependencies: ["Reconstruction", "Extraction", "DocumentModel", "ReportModel", "Statute", "TestHelp"]),
    .testTarget(name: "OutputTests", dependencies: ["Output"]),
    .target(name: "TestHelp", path: "Tests/TestHelp"),
    .testTarget(name: "WorkbookTests", dependencies: ["Workbook", "TestHelp"]),
    .testTarget(
      name: "DatabaseTests", dependencies: ["Database", "Output", .product(name: "GRDB", package: "GRDB.swift")]),
    .testTarget(
      name: "FiguresTests",
      dependencies: [
        "Gongkai", "Extraction", "Output", "Workbook", "Database", "TestHelp",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(name: "ConfigurationTests", dependencies: ["Configuration", "Audit"]),
    .testTarget(name: "BatchTests", dependencies: ["Batch", "Output", "Gongkai"]),
    .testTarget(name: "CommandTests", dependencies: ["GongkaiCommand", "Output", "TestHelp"]),
  ],
  swiftLanguageModes: [.v6]
)

// The fuzz target is built by Tools/fuzz/fuzz.sh alone: it reaches into modules, which a build for use does not allow.
if Context.environment["GONGKAI_FUZZ"] != nil {
  package.products.append(.library(name: "GongkaiFuzz", type: .static, targets: ["FuzzTarget"]))
  package.targets.append(
    .target(
      name: "FuzzTarget", dependencies: ["DocumentModel", "Extraction", "Reconstruction", "Gongkai"],
      path: "Tools/fuzz", exclude: ["fuzz.sh"]))
}

// A target is compiled again where a module that it names has changed, not where one behind that has: each names all that its values are made
// of, or a build after a change would mix their old layouts with the new ones.
let modules = Dictionary(
  uniqueKeysWithValues: package.targets.filter { [.regular, .executable].contains($0.type) }.map {
    ($0.name, $0.dependencies)
  })
func modules(behind dependencies: [Target.Dependency]) -> Set<String> {
  dependencies.reduce(into: []) { result, dependency in
    guard case .byNameItem(let name, _) = dependency, let own = modules[name] else { return }
    result.formUnion(modules(behind: own).union([name]))
  }
}
for target in package.targets where target.type != .system {
  let named = modules(behind: target.dependencies)
  let missing = named.filter { name in
    !target.dependencies.contains { if case .byNameItem(name, _) = $0 { true } else { false } }
  }
  target.dependencies += missing.sorted().map { .byName(name: $0) }
}
