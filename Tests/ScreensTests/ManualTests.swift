import Foundation
import Testing

@testable import Screens

/// What is written about the keys is true of the keys.
@Suite struct ManualTests {
  private func text(_ name: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return String(decoding: try Data(contentsOf: root.appending(path: name)), as: UTF8.self)
  }

  @Test(arguments: ["README.md", "README.zh-CN.md"])
  func eachKeyStandsInTheReadme(_ name: String) throws {
    let rows = try text(name).split(separator: "\n").filter { $0.hasPrefix("| ") }
    for binding in Binding.table {
      for key in binding.keys {
        var written = Binding.name(key)
        if written.hasPrefix("^") { written = "Ctrl+" + written.dropFirst() }
        if name.hasSuffix("CN.md"), written == "Enter" { written = "回车" }
        #expect(
          rows.contains { $0.contains(written) }, "\(name) does not name \(written)")
      }
    }
  }
}
