import Foundation
import RecordFiles
import Screens

extension Workplace {
  /// After how many minutes the second copy is brought up to date by itself when a door is left: a
  /// slow stick must not be waited for at each of them.
  private static let minutesBetweenCopies = 10

  /// How the second copy stands.
  func secondCopyState() -> SecondCopyState {
    guard let target = settings.secondCopy else { return .notSet }
    guard let status = try? folder.secondCopyStatus(at: target), let time = status.time else {
      return .missing(last: nil)
    }
    let minute = String(time.prefix(16)).replacingOccurrences(of: "T", with: " ")
    guard status.isReachable else { return .missing(last: minute) }
    // What has everything is as good as made now, however long ago it was.
    let hours = status.bytesBehind == 0 ? 0 : (minutes(since: time) ?? 0) / 60
    return .made(at: minute, hoursAgo: hours)
  }

  /// Brings the second copy up to date; its state tells whether that worked.
  func updateSecondCopy() {
    guard folder.mode == .writing, let target = settings.secondCopy else { return }
    _ = try? folder.updateSecondCopy(at: target)
  }

  /// Brings the second copy up to date if something is new and the last time is a while ago.
  func updateSecondCopyIfDue() {
    guard folder.mode == .writing, let target = settings.secondCopy,
      let status = try? folder.secondCopyStatus(at: target), status.isReachable,
      status.bytesBehind > 0
    else { return }
    if let time = status.time, let passed = minutes(since: time),
      (0..<Self.minutesBetweenCopies).contains(passed)
    {
      return
    }
    _ = try? folder.updateSecondCopy(at: target)
  }

  private func minutes(since time: String) -> Int? {
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    guard let then = try? style.parse(time), let now = try? style.parse(clock()) else {
      return nil
    }
    return Int(now.timeIntervalSince(then) / 60)
  }
}
