import Foundation
import Terminal
import Testing

/// Screens kept as text under Goldens/, for people to read and for tests to compare with.
enum Golden {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Goldens")

  /// Compares a screen with the kept one of that name.
  ///
  /// With RECORD_SNAPSHOTS set, a missing or changed one is written, and the test fails all the same,
  /// so that nobody takes a run that recorded for one that compared.
  static func expect(
    _ canvas: Canvas, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let file = folder.appending(path: "\(name).screen")
    let found = canvas.golden()
    let kept = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
    if kept == found { return }
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(found.utf8).write(to: file)
        Issue.record(
          "recorded \(name).screen: look at it, then test again", sourceLocation: sourceLocation)
      } catch {
        Issue.record("cannot write \(name).screen: \(error)", sourceLocation: sourceLocation)
      }
    } else if let kept {
      Issue.record(
        "\(name).screen differs; kept:\n\(kept)\nnow:\n\(found)", sourceLocation: sourceLocation)
    } else {
      Issue.record(
        "\(name).screen is missing; set RECORD_SNAPSHOTS=1 to record it",
        sourceLocation: sourceLocation)
    }
  }
}
