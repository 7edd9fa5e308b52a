import Glibc
import Synchronization

/// That somebody pressed ^C: what can stop in order looks here now and then.
enum Interruption {
  private static let isAsked = Atomic<Bool>(false)
  /// The end of a pipe into which ^C writes, so that whoever waits for the keyboard hears of it; -1 where
  /// nobody does.
  private static let bell = Atomic<Int32>(-1)
  private static let ear = Atomic<Int32>(-1)

  /// From now on ^C only asks; a second one ends the program as ever.
  static func listen() {
    isAsked.store(false, ordering: .relaxed)
    signal(SIGINT) { _ in
      Interruption.isAsked.store(true, ordering: .relaxed)
      let bell = Interruption.bell.load(ordering: .relaxed)
      var ring: UInt8 = 0
      if bell >= 0 { _ = write(bell, &ring, 1) }
      signal(SIGINT, SIG_DFL)
    }
  }

  /// Whether to stop.
  static var isWanted: Bool { isAsked.load(ordering: .relaxed) }

  /// Waits until there is something to read from the keyboard, or its end; false where ^C was pressed
  /// instead, also just before.
  static func waitForKeyboard() -> Bool {
    if bell.load(ordering: .relaxed) < 0 {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { return true }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      ear.store(ends[0], ordering: .relaxed)
      bell.store(ends[1], ordering: .relaxed)
    }
    let ear = ear.load(ordering: .relaxed)
    while !isWanted {
      var sources = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: ear, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&sources, 2, -1) > 0 else { continue }
      if sources[1].revents != 0 {
        // Heard; what asked earlier and was carried out already is no reason to leave.
        var ring: UInt8 = 0
        _ = read(ear, &ring, 1)
        continue
      }
      return true
    }
    return false
  }
}
