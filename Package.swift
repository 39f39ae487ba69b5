// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "ropa",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "ropa", targets: ["ropa"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"]), .yum(["libyaml-devel"])]),
    .target(name: "CPlatform"),
    .target(name: "CResources"),
    .target(name: "LocatedYAML", dependencies: ["CYAML"], swiftSettings: strict),
    .target(
      name: "RopaKit", dependencies: ["LocatedYAML"],
      exclude: ["Law/Tables", "Law/Words", "Notices/Messages", "Manual/Data"],
      swiftSettings: strict),
    .executableTarget(
      name: "ropa",
      dependencies: [
        "RopaKit", "LocatedYAML", "CPlatform", "CResources",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      swiftSettings: strict),
    .testTarget(name: "LocatedYAMLTests", dependencies: ["LocatedYAML"], swiftSettings: strict),
    .testTarget(
      name: "RopaKitTests", dependencies: ["RopaKit", "LocatedYAML", "CResources"],
      exclude: ["Goldens", "Fixtures"], swiftSettings: strict),
  ],
  cLanguageStandard: .c2x
)

// `make fuzz` builds this; its flags would slow everything else down.
if Context.environment["ROPA_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "RopaFuzz", dependencies: ["RopaKit", "LocatedYAML", "CResources"], path: "Tests/Fuzz",
      exclude: ["Corpus"], swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
