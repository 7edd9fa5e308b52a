import Glibc
import RecordFiles

extension DiskFault {
  /// That a file's disk takes no more.
  static func full(_ path: String) -> DiskFault { DiskFault(.write, path, ENOSPC) }

  /// Whether a file grew beyond what its file system can hold: 4 GB on FAT.
  var isTooLarge: Bool { code == EFBIG }
}
