import Glibc
import RecordFiles
import Screens

/// The sticks that are plugged in now, and the folders that were used before.
struct MeetingPlaces: Sendable {
  /// The folders that were used before, the last one first.
  let used: [DeviceSettings.Meeting]
  let disk: any Disk
  /// What the system says is mounted, in the form of `/proc/self/mounts`.
  let mounts: @Sendable () -> String

  /// What the system has mounted now.
  @Sendable static func systemMounts() -> String {
    guard let file = fopen("/proc/self/mounts", "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What can be chosen, the place that was used last first.
  func list() -> [MeetingPlace] {
    let sticks = Self.sticks(in: mounts())
    var places: [MeetingPlace] = []
    for meeting in used {
      let stick = sticks.first { meeting.path == $0 || meeting.path.hasPrefix($0 + "/") }
      places.append(
        MeetingPlace(
          path: meeting.path, name: Self.name(meeting.path), kind: stick == nil ? .folder : .stick,
          lastUsed: meeting.time, isHere: ((try? disk.status(meeting.path)) ?? nil) != nil))
    }
    for stick in sticks where !used.contains(where: { $0.path == stick }) {
      places.append(MeetingPlace(path: stick, name: Self.name(stick), kind: .stick))
    }
    return places.filter(\.isHere) + places.filter { !$0.isHere }
  }

  private static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The mount points where desktops and people put sticks, and whatever has a stick's file system.
  static func sticks(in mounts: String) -> [String] {
    var found: [String] = []
    for line in mounts.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 3 else { continue }
      let path = unescaped(fields[1])
      let isDisk =
        fields[0].hasPrefix("/dev/") || ["nfs", "nfs4", "cifs", "smb3"].contains(fields[2])
      let isUsual =
        isDisk && ["/media/", "/run/media/", "/mnt/"].contains { path.hasPrefix($0) }
      let isStick = ["vfat", "exfat", "ntfs", "ntfs3", "fuseblk"].contains(fields[2])
      guard isUsual || isStick, !path.hasPrefix("/boot") else { continue }
      if !found.contains(path) { found.append(path) }
    }
    return found
  }

  /// A space in a path is written as `\040` there.
  private static func unescaped(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3)
      guard byte == UInt8(ascii: "\\"), digits.count == 3,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 8)
      else {
        bytes.append(byte)
        continue
      }
      bytes.append(value)
      rest = rest.dropFirst(3)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
