// swift-tools-version: 6.2
import PackageDescription

// Every target and every permitted import, in dependency order: imports go down only.

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A target of ours under `Sources/`, with warnings as errors.
func room(
  _ name: String, _ dependencies: [Target.Dependency] = [], linker: [LinkerSetting] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, swiftSettings: strict, linkerSettings: linker)
}

/// The tests of one target, under `Tests/<name>Tests`.
func tests(
  of name: String, with dependencies: [Target.Dependency] = [], except files: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies, exclude: files,
    swiftSettings: strict)
}

let package = Package(
  name: "ruhu",
  products: [
    .executable(name: "ruhu", targets: ["ruhu"]),
    .executable(name: "ruhu-print", targets: ["ruhu-print"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Pure: no clock, random number, file or locale but through a parameter.
    room("JSONText"),
    room("FormEngine", ["JSONText"]),
    room("Record", ["JSONText"]),
    room("Fieldwork", ["FormEngine", "Record", "JSONText"]),
    room("Pinyin"),
    room("Reports", ["Fieldwork", "FormEngine", "JSONText"]),
    room("Terminal"),
    room("ReportWriters", ["Reports", "Terminal", "Spreadsheets", "JSONText"]),
    room("ReportStream", ["Reports"]),
    room("Station", ["Fieldwork", "FormEngine", "Record", "JSONText"]),
    room(
      "Screens",
      ["Station", "Fieldwork", "FormEngine", "Record", "Terminal", "Pinyin", "JSONText"]),

    // Files and devices.
    .systemLibrary(
      name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    room("Trust", ["CSodium", "Record"]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    room("Compression", ["CZstd"]),
    room("RecordFiles", ["Record", "JSONText"]),
    room("Sync", ["RecordFiles", "Record", "Compression", "JSONText"]),
    room("Spreadsheets", ["JSONText"]),
    room("Intake", ["Spreadsheets", "Fieldwork", "Record"]),
    .target(name: "CCurses", linkerSettings: [.linkedLibrary("ncursesw")]),
    room("CursesTerminal", ["Terminal", "CCurses"]),

    // What only the printing of reports needs, in a program of its own: ruhu never loads it.
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(
      name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
    room(
      "ReportPrinting",
      ["Reports", "ReportWriters", "ReportStream", "Terminal", "CXLSXWriter", "CPango"]),
    .executableTarget(
      name: "ruhu-print", dependencies: ["ReportPrinting", "ReportStream"], swiftSettings: strict),

    .executableTarget(
      name: "ruhu",
      dependencies: [
        "JSONText", "FormEngine", "Record", "Fieldwork", "Reports", "ReportWriters",
        "ReportStream", "Terminal",
        "Station", "Screens", "Trust", "RecordFiles", "Sync", "Spreadsheets", "Intake", "Pinyin",
        "CursesTerminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["ruhu.1"],
      swiftSettings: strict),

    // Random numbers from a seed, for whatever must do the same in every run.
    .target(
      name: "SeededRandom", path: "Benchmarks/SeededRandom", swiftSettings: strict),
    // Invented villages of any size, for the sample, the tests and the benchmarks.
    .target(
      name: "InventedVillages", dependencies: ["SeededRandom", "JSONText"],
      path: "Benchmarks/InventedVillages",
      swiftSettings: strict),
    .target(
      name: "InventedRecord",
      dependencies: [
        "InventedVillages", "Intake", "Spreadsheets", "RecordFiles", "Station", "Fieldwork",
        "FormEngine", "Record", "JSONText",
      ],
      path: "Benchmarks/InventedRecord", swiftSettings: strict),
    .executableTarget(
      name: "sample-village",
      dependencies: ["InventedRecord", "Trust", "Record"],
      path: "Benchmarks/SampleVillage", swiftSettings: strict),
    .executableTarget(
      name: "invent-register", dependencies: ["InventedVillages", "JSONText"],
      path: "Benchmarks/InventRegister", swiftSettings: strict),

    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "InventedRecord", "InventedVillages", "Intake", "Spreadsheets", "Screens", "Station",
        "Sync",
        "Fieldwork", "FormEngine", "RecordFiles", "Record", "Trust", "Terminal", "Pinyin",
        "SeededRandom", "JSONText",
      ],
      path: "Benchmarks/Figures", swiftSettings: strict),

    // A disk in memory that loses what was not synced, for whoever tests what lies on disks.
    .target(
      name: "SimulatedDisks", dependencies: ["RecordFiles", "SeededRandom"],
      path: "Tests/SimulatedDisks",
      swiftSettings: strict),

    // Laptops on simulated disks with a small questionnaire: for scenarios and for worlds.
    .target(
      name: "SimulatedLaptops",
      dependencies: [
        "SimulatedDisks", "Sync", "Station", "Fieldwork", "FormEngine", "RecordFiles", "Record",
        "SeededRandom", "JSONText",
      ],
      path: "Tests/SimulatedLaptops", swiftSettings: strict),
    // Laptops that meet, as others have been caught out at it: scenarios by name.
    .testTarget(
      name: "MeetingTests",
      dependencies: [
        "SimulatedLaptops", "SimulatedDisks", "Sync", "Station", "Fieldwork", "RecordFiles",
        "Record", "Trust", "SeededRandom",
      ],
      swiftSettings: strict),
    // Whole worlds of laptops, played from seeds in a release build by `make test`.
    .executableTarget(
      name: "worlds",
      dependencies: [
        "SimulatedLaptops", "SimulatedDisks", "Sync", "Station", "Fieldwork", "FormEngine",
        "RecordFiles", "Record", "Trust", "SeededRandom", "JSONText",
      ],
      path: "Tests/Worlds", swiftSettings: strict),

    tests(of: "JSONText"),
    tests(of: "FormEngine", with: ["JSONText", "SeededRandom"]),
    tests(of: "Record", with: ["JSONText", "SeededRandom"]),
    tests(of: "Fieldwork", with: ["FormEngine", "Record", "JSONText", "SeededRandom"]),
    tests(of: "Pinyin"),
    tests(of: "Reports", with: ["Fieldwork", "FormEngine", "JSONText", "SeededRandom"]),
    tests(
      of: "ReportWriters",
      with: ["Reports", "Fieldwork", "FormEngine", "Spreadsheets", "JSONText"]),
    tests(of: "ReportStream", with: ["Reports", "SeededRandom"]),
    tests(
      of: "ReportPrinting", with: ["Reports", "ReportStream", "ReportWriters", "JSONText"]),
    tests(of: "Terminal", with: ["SeededRandom"]),
    tests(of: "CursesTerminal", with: ["Terminal", "CCurses"]),
    tests(
      of: "Station",
      with: [
        "Fieldwork", "FormEngine", "Record", "JSONText", "InventedRecord", "InventedVillages",
        "SeededRandom",
      ]),
    tests(
      of: "Screens",
      with: [
        "Station", "Fieldwork", "FormEngine", "Record", "Terminal", "JSONText", "SeededRandom",
      ],
      except: ["Goldens"]),
    tests(of: "Trust", with: ["Record"]),
    tests(of: "Compression"),
    tests(
      of: "RecordFiles", with: ["Record", "Trust", "JSONText", "SimulatedDisks", "SeededRandom"]),
    tests(
      of: "Sync",
      with: [
        "RecordFiles", "Record", "Compression", "Trust", "JSONText", "SimulatedDisks",
        "SeededRandom",
      ]),
    tests(of: "Spreadsheets", with: ["JSONText", "SeededRandom"]),
    tests(
      of: "ruhu",
      with: ["ruhu-print", "sample-village", "FormEngine", "Screens", "Spreadsheets", "JSONText"]),
    tests(of: "InventedVillages", with: ["FormEngine", "JSONText", "SeededRandom"]),

    // The household form's own standard: its table of cases, and what must hold of any household.
    .testTarget(
      name: "HouseholdStandardTests",
      dependencies: ["FormEngine", "Spreadsheets", "JSONText", "SeededRandom"],
      swiftSettings: strict),

    // A whole day in one process, on real files.
    .testTarget(
      name: "JourneyTests",
      dependencies: [
        "ruhu", "Screens", "Station", "Fieldwork", "FormEngine", "Record", "RecordFiles", "Sync",
        "Terminal", "Trust", "Spreadsheets", "Intake", "JSONText", "InventedVillages",
        "InventedRecord", "SeededRandom",
      ],
      swiftSettings: strict),
    // The program as it is built, in a real terminal.
    .testTarget(
      name: "ProgramTests",
      dependencies: [
        "ruhu", "RecordFiles", "Record", "Fieldwork", "Trust", "JSONText", "InventedVillages",
        "SeededRandom",
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
