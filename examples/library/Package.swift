// swift-tools-version: 6.1
// A program that uses gongkai as a library.
import PackageDescription

let package = Package(
  name: "library-example",
  dependencies: [.package(name: "gongkai", path: "../..")],
  targets: [
    .executableTarget(
      name: "report-findings", dependencies: [.product(name: "Gongkai", package: "gongkai")])
  ],
  swiftLanguageModes: [.v6]
)
