import Foundation
import Testing

/// The built program, run as a person would run it, with a home of its own.
struct Command {
  /// What a run brought.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  let home: URL
  /// The checkout's path.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  init() throws {
    home = FileManager.default.temporaryDirectory
      .appending(path: "ruhu-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
  }

  /// A home that holds the sample village, with interviews in it.
  static func withSample() throws -> Command {
    let command = try Command()
    let process = Process()
    let program: URL = try #require(program)
    process.executableURL = program.deletingLastPathComponent().appending(path: "sample-village")
    process.arguments = [command.home.path]
    process.currentDirectoryURL = URL(filePath: root)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return command
  }

  func remove() { try? FileManager.default.removeItem(at: home) }

  /// The program stands beside the tests, wherever that is: the map of this process names them.
  static let program: URL? = {
    guard let maps = try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8) else {
      return nil
    }
    let tests = maps.split(separator: "\n").first { $0.hasSuffix("PackageTests.xctest") }
    guard let start = tests?.firstIndex(of: "/"), let tests else { return nil }
    return URL(filePath: String(tests[start...])).deletingLastPathComponent()
      .appending(path: "ruhu")
  }()

  /// Runs `ruhu` with these arguments, in the language given, and waits for its end.
  @discardableResult
  func ruhu(
    _ arguments: String..., language: String = "en", input: String = "", piped: Bool = false,
    forms: String = Self.root + "/Forms"
  ) throws -> Outcome {
    try run(arguments, language: language, input: input, piped: piped, forms: forms)
  }

  /// Runs `ruhu`, or a copy of it, with a list of arguments.
  func run(
    _ arguments: [String], language: String = "en", input: String = "", piped: Bool = false,
    forms: String = Self.root + "/Forms", program: URL? = Self.program
  ) throws -> Outcome {
    let process = Process()
    let executable: URL = try #require(program)
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = home
    process.environment = [
      "HOME": home.path, "RUHU_LANG": language, "RUHU_DATA": home.path + "/Data",
      "RUHU_DEVICE": home.path + "/device", "RUHU_FORMS": forms, "TZ": "UTC",
      // Ages and dates in scripts must not drift with the year.
      "RUHU_NOW": "2026-11-21T09:30:00.000+08:00",
    ]
    let output = home.appending(path: "output-\(UUID().uuidString)")
    let errors = home.appending(path: "errors-\(UUID().uuidString)")
    let typed = home.appending(path: "input-\(UUID().uuidString)")
    // Files and not pipes: a full pipe would stop the program.
    for file in [output, errors] { try Data().write(to: file) }
    try Data(input.utf8).write(to: typed)
    if piped {
      let pipe = Pipe()
      pipe.fileHandleForWriting.write(Data(input.utf8))
      try pipe.fileHandleForWriting.close()
      process.standardInput = pipe
    } else {
      process.standardInput = try FileHandle(forReadingFrom: typed)
    }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }

  /// Writes a file into the home and gives its path.
  func file(_ name: String, _ text: String) throws -> String {
    let url = home.appending(path: name)
    try Data(text.utf8).write(to: url)
    return url.path
  }
}
