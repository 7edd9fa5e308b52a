/// The program itself, built beside the benchmarks.
enum RuhuProgram {
  /// The screens on a folder that holds `Data` and `device`.
  static func program(in path: String) throws -> Program {
    Program(
      try Program.beside("ruhu"), [],
      environment: [
        "TERM": "xterm-256color", "LANG": "C.UTF-8", "RUHU_NOW": Bench.now,
        "RUHU_DATA": "\(path)/Data", "RUHU_DEVICE": "\(path)/device", "RUHU_FORMS": "Forms",
      ])
  }
}
