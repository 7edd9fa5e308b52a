import Glibc
import RecordFiles

/// A stick: an image with a FAT file system, mounted; a plain folder where this machine cannot do that.
final class Stick {
  /// Where its files are.
  let path: String
  /// Whether they lie on FAT.
  let isFAT: Bool
  private let unmount: String?

  private struct Mount {
    let path: String
    /// What takes it away again.
    let unmount: String
  }

  /// Makes an empty one with room for so many megabytes, and says on the standard error what it is.
  init(_ bench: Bench, megabytes: Int, _ sheet: FigureSheet) throws {
    let folder = "\(bench.scratch)/stick"
    let image = "\(bench.scratch)/stick.img"
    // One that was left when a run was broken off.
    _ = Self.shell(
      "mountpoint -q '\(folder)' && { fusermount -u '\(folder)' || umount '\(folder)'; }")
    let folderMade = try bench.emptied("stick")
    let isMade = Self.shell(
      "rm -f '\(image)' && truncate -s \(megabytes)M '\(image)' && mkfs.vfat -F 32 '\(image)'")
    let mount = isMade == nil ? nil : Self.mount(image, at: folderMade)
    if let mount {
      sheet.say("the stick is an image with FAT, mounted at \(mount.path)")
    } else {
      sheet.say("NO FAT HERE: neither mount -o loop nor udisksctl nor fusefat mounts an image.")
      sheet.say("The stick is a PLAIN FOLDER; its figures are named so and say nothing of FAT.")
    }
    path = mount?.path ?? folderMade
    isFAT = mount != nil
    unmount = mount?.unmount
  }

  /// The ways to mount an image, those of the kernel first.
  private static func mount(_ image: String, at folder: String) -> Mount? {
    let owner = "uid=$(id -u),gid=$(id -g)"
    for sudo in ["", "sudo -n "] {
      if shell("\(sudo)mount -t vfat -o loop,\(owner) '\(image)' '\(folder)'") != nil {
        if (try? PosixDisk().fileSystem(folder)) == .fat {
          return Mount(path: folder, unmount: "\(sudo)umount '\(folder)'")
        }
        _ = shell("\(sudo)umount '\(folder)'")
      }
    }
    if let mount = mountByUdisks(image) { return mount }
    if shell("fusefat -o rw+ '\(image)' '\(folder)' >/dev/null") != nil, isMounted(folder) {
      return Mount(path: folder, unmount: "fusermount -u '\(folder)'")
    }
    return nil
  }

  /// As a desktop does it for whoever sits there.
  private static func mountByUdisks(_ image: String) -> Mount? {
    // `Mapped file … as /dev/loop0.`, then `Mounted /dev/loop0 at /run/media/…`.
    guard let mapped = shell("udisksctl loop-setup --no-user-interaction -f '\(image)'"),
      let device = mapped.split(separator: " ").last?.split(separator: ".").first
    else { return nil }
    let remove = "udisksctl loop-delete --no-user-interaction -b \(device)"
    if let mounted = shell("udisksctl mount --no-user-interaction -b \(device)"),
      let path = mounted.split(separator: " ").last.map(String.init),
      (try? PosixDisk().fileSystem(path)) == .fat
    {
      let unmount = "udisksctl unmount --no-user-interaction -b \(device)"
      return Mount(path: path, unmount: "\(unmount) && \(remove)")
    }
    _ = shell(remove)
    return nil
  }

  /// The mounting program may have ended before its file system answers.
  private static func isMounted(_ folder: String) -> Bool {
    for _ in 0..<100 {
      if shell("mountpoint -q '\(folder)'") != nil { return true }
      usleep(20_000)
    }
    return false
  }

  /// The last line that a command printed; nil when it failed, whose complaints are not shown.
  private static func shell(_ command: String) -> String? {
    let tools = "PATH=\"$PATH:/usr/sbin:/sbin\""
    guard let output = try? Program("sh", ["-c", "\(tools); { \(command); } 2>/dev/null"]).output()
    else { return nil }
    return output.split(separator: "\n").last.map(String.init) ?? ""
  }

  /// Waits until what was written is in the image, as one does before a stick is pulled out.
  func settle() { sync() }

  /// Takes it out.
  func remove() {
    if let unmount { _ = Self.shell(unmount) }
  }
}
