import Glibc
import Synchronization

/// That somebody pressed ^C: what can stop in order looks here now and then.
enum Interruption {
  private static let isAsked = Atomic<Bool>(false)

  /// From now on ^C only asks; a second one ends the program as ever.
  static func listen() {
    isAsked.store(false, ordering: .relaxed)
    signal(SIGINT) { _ in
      Interruption.isAsked.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }

  /// Whether to stop.
  static var isWanted: Bool { isAsked.load(ordering: .relaxed) }
}
