import Glibc
import Record
import RecordFiles

/// A folder of the real disk that goes away with the test.
final class ScratchFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/ruhu-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw DiskFault(.makeFolder, "/tmp", errno) }
    path = String(cString: made)
  }

  deinit { Self.remove(path) }

  static func remove(_ path: String) {
    let disk = PosixDisk()
    for name in (try? disk.list(path)) ?? [] {
      let inner = "\(path)/\(name)"
      if (try? disk.status(inner))??.isFolder == true { remove(inner) } else { unlink(inner) }
    }
    rmdir(path)
  }
}

let village = "990101001001"

func openFolder(
  _ path: String, _ disk: any Disk, _ crypto: Crypto, mode: DataFolder.Mode = .writing
) throws -> DataFolder {
  try DataFolder(
    path: "\(path)/Data", disk: disk, crypto: crypto,
    clock: { "2026-11-21T08:03:11.123+08:00" }, device: "\(path)/device", mode: mode)
}
