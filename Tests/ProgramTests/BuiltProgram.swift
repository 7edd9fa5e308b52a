import Foundation
import InventedVillages
import JSONText
import Testing

/// The program as it was built, beside the tests, and places for it to work in.
struct BuiltProgram {
  static let code = "990101201901"
  static let now = "2026-11-21T09:00:00.000+08:00"

  /// Where the programs lie.
  static var folder: String {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let beside = URL(filePath: tests).deletingLastPathComponent().path
    let built = "\(RepositoryFile.root)/.build/debug"
    return FileManager.default.isExecutableFile(atPath: "\(beside)/ruhu") ? beside : built
  }

  static var path: String { "\(folder)/ruhu" }

  /// The folder that holds Data and the device's own folder.
  let place: String

  var data: String { "\(place)/Data" }

  var environment: [String: String] {
    [
      "RUHU_DATA": data, "RUHU_DEVICE": "\(place)/device",
      "RUHU_FORMS": "\(RepositoryFile.root)/Forms", "RUHU_LANG": "zh", "RUHU_NOW": Self.now,
      "HOME": place, "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin",
    ]
  }

  func start(_ arguments: [String]) throws -> Child {
    try Child(Self.path, arguments, environment)
  }

  /// Runs it to its end, with lines to read.
  @discardableResult
  func run(_ arguments: [String], _ lines: [String] = []) throws -> String {
    let child = try start(arguments)
    child.say(lines)
    let output = String(decoding: child.rest(), as: UTF8.self)
    let status = child.wait()
    #expect(status == 0, "\(arguments): \(output)")
    return output
  }

  /// Makes a small village with the program's own commands.
  func makeVillage() throws {
    let village = InventedVillage(code: Self.code, name: "石湾村", seed: 7, households: 4)
    let form = try JSON(
      parsing: String(decoding: RepositoryFile.bytes("Forms/household/form.json"), as: UTF8.self))
    let csv = village.registerCSV(language: .chinese, labels: RegisterLabels(form: form))
    try Data(csv.utf8).write(to: URL(filePath: "\(place)/register.csv"))
    try run(["village", "new", Self.code, "石湾村", "--person", "周敏"])
    try run(["import", "\(place)/register.csv", "--village", Self.code])
  }
}
