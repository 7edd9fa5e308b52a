/// `rsync -a`, where it is installed, with the journals of Data and nothing else.
enum Rsync {
  /// Whether it is here.
  static let isHere = (try? Program("sh", ["-c", "command -v rsync >/dev/null"]).succeed()) != nil

  /// Carries the journals of one folder to another; says how many bytes it sent and how long it took.
  ///
  /// It may compare blocks, which it would not do by itself between two folders of one machine: so it
  /// sends the least it can. Owners and modes are left out, which a FAT stick cannot keep; where the
  /// driver even refuses to set them on a new file, rsync says so with status 23, having carried all.
  static func carry(from: String, to: String) throws -> (bytes: Int, nanoseconds: Int) {
    let start = Stopwatch.now()
    let output = try Program(
      "rsync",
      [
        "-a", "--no-whole-file", "--no-perms", "--no-owner", "--no-group", "--modify-window=2",
        "--prune-empty-dirs", "--stats", "--include=*/", "--include=*/journal/*.jsonl",
        "--exclude=*", "\(from)/", "\(to)/",
      ]
    ).output(accepting: 23)
    let took = Stopwatch.now() - start
    let name = "Total bytes sent:"
    guard let line = output.split(separator: "\n").first(where: { $0.hasPrefix(name) }),
      let bytes = Int(line.dropFirst(name.count).filter(\.isNumber))
    else { throw BenchmarkFault.unfinished("rsync --stats") }
    return (bytes, took)
  }
}
