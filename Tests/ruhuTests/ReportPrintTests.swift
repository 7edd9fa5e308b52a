import Foundation
import JSONText
import Testing

/// Reports as workbooks and pages, by the built program.
@Suite struct ReportPrintTests {
  private static let village = "990101201201"
  private static let sample = try? Command.withSample()

  private var command: Command { get throws { try #require(Self.sample) } }

  private func output(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let file = try command.home.appending(path: "read-\(UUID().uuidString)")
    try Data().write(to: file)
    process.standardOutput = try FileHandle(forWritingTo: file)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  /// The rows of each table of the JSON, as texts of numbers.
  private func numbers(_ json: JSON) -> [[String]] {
    (json["tables"]?.members ?? []).flatMap { member in
      (member.value.array ?? []).map { row in
        (row.members ?? []).compactMap { cell -> String? in
          if let part = cell.value["part"]?.int, let whole = cell.value["of"]?.int {
            guard whole > 0 else { return nil }
            let permille = part * 1000 / whole
            return "\(permille / 10).\(permille % 10)"
          }
          return cell.value.int.map(String.init)
        }
      }
    }
  }

  @Test(arguments: ["zh", "en"]) func allFormatsTellTheSameNumbers(language: String) throws {
    let command = try command
    func path(_ ending: String) -> String { "\(command.home.path)/\(language).\(ending)" }
    for ending in ["json", "xlsx", "pdf"] {
      let said = try command.ruhu(
        "report", Self.village, "--out", path(ending), language: language)
      #expect(said.status == 0, "\(said.errors)")
    }
    let mode = try FileManager.default.attributesOfItem(atPath: path("xlsx"))[.posixPermissions]
    #expect(mode as? Int == 0o600)
    let json = try JSON(
      parsing: String(decoding: Data(contentsOf: URL(filePath: path("json"))), as: UTF8.self))
    let wanted = numbers(json).filter { !$0.isEmpty }
    #expect(wanted.count > 100)
    let script = """
      import sys, openpyxl
      for sheet in openpyxl.load_workbook(sys.argv[1]).worksheets[1:]:
          for row in sheet.iter_rows():
              cells = [c for c in row if c.data_type == 'n' and c.value is not None]
              print(' '.join('%.1f' % (c.value * 100) if '%' in c.number_format
                             else str(c.value) for c in cells))
      """
    let workbook = try output("/usr/bin/python3", ["-c", script, path("xlsx")])
      .split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
      .filter { !$0.isEmpty }
    #expect(workbook == wanted)
    // On paper every row of numbers stands in a line, whatever words are around.
    let paper = try output("/usr/bin/env", ["pdftotext", "-layout", path("pdf"), "-"])
      .replacing("%", with: "").split(separator: "\n")
      .map { $0.split(separator: " ").map(String.init) }
    let lines = Set(
      paper.flatMap { line in (0..<line.count).map { line[$0...].joined(separator: " ") } })
    for row in wanted where row.count > 4 {
      #expect(lines.contains(row.joined(separator: " ")), "\(row)")
    }
  }

  @Test func printingNeedsAFileAndAPlaceForIt() throws {
    let command = try command
    let nowhere = try command.ruhu("report", Self.village, "--format", "pdf")
    #expect(nowhere.status == 64 && nowhere.errors.contains("--out"))
    for format in ["xlsx", "pdf"] {
      let absent = try command.ruhu(
        "report", Self.village, "--out", "\(command.home.path)/no/such/a.\(format)")
      #expect(absent.status == 1 && !absent.errors.isEmpty)
      // A folder stands there: nothing takes its place, and nothing is left beside it.
      let folder = command.home.appending(path: "folder-\(format).\(format)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let taken = try command.ruhu("report", Self.village, "--out", folder.path)
      #expect(taken.status == 1)
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: command.home.path)
    #expect(!left.contains { $0.hasPrefix(".folder-") })
  }

  @Test func withoutItsPrinterTheProgramSaysSo() throws {
    let command = try command
    let alone = command.home.appending(path: "alone")
    try FileManager.default.createDirectory(at: alone, withIntermediateDirectories: true)
    let copy = alone.appending(path: "ruhu")
    try FileManager.default.copyItem(at: try #require(Command.program), to: copy)
    let program = alone.appending(path: "ruhu-print")
    let out = "\(command.home.path)/alone.pdf"
    let missing = try command.run(
      ["report", Self.village, "--out", out], program: copy)
    #expect(missing.status == 1 && missing.errors.contains("ruhu-print is missing"))
    // One that answers as no version of ours does.
    for (script, sentence) in [
      ("#!/bin/sh\ncat >/dev/null; echo hello\n", "another version"),
      ("#!/bin/sh\nhead -c 100 >/dev/null\n", "ended before it was done"),
    ] {
      try Data(script.utf8).write(to: program)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: program.path)
      let said = try command.run(["report", Self.village, "--out", out], program: copy)
      #expect(said.status == 1 && said.errors.contains(sentence), "\(said.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: out))
  }

  @Test(arguments: [true, false]) func aReportThatIsCutOffLeavesNothing(killed: Bool) throws {
    let command = try command
    let printer = try #require(Command.program).deletingLastPathComponent()
      .appending(path: "ruhu-print")
    for format in ["xlsx", "pdf"] {
      let out = command.home.appending(path: "cut-\(killed).\(format)")
      try Data("before".utf8).write(to: out)
      let process = Process()
      process.executableURL = printer
      process.arguments = [format, out.path]
      let pipe = Pipe()
      process.standardInput = pipe
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      try pipe.fileHandleForWriting.write(contentsOf: Data("ruhu-report 1\n".utf8))
      if killed {
        let draft = "\(command.home.path)/.cut-\(killed).\(format).new"
        while !FileManager.default.fileExists(atPath: draft), process.isRunning { sched_yield() }
        kill(process.processIdentifier, SIGTERM)
      } else {
        try pipe.fileHandleForWriting.close()
      }
      process.waitUntilExit()
      #expect(process.terminationStatus != 0)
      #expect(try Data(contentsOf: out) == Data("before".utf8))
      #expect(
        !FileManager.default.fileExists(atPath: "\(command.home.path)/.cut-\(killed).\(format).new")
      )
    }
  }
}
