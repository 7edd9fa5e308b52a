/// From calling the program to its first frame.
struct StartFigures {
  private let sample: SampleFolder

  init(_ sample: SampleFolder) { self.sample = sample }

  func take(_ sheet: inout FigureSheet) throws {
    let path = try sample.copied("start")
    var times: [Int] = []
    var memory = 0
    // The first one warms the page cache and makes what the later ones find.
    for run in 0...7 {
      let terminal = try PseudoTerminal()
      let start = Stopwatch.now()
      try terminal.start(try RuhuProgram.program(in: path))
      let first = terminal.settle(quiet: 100, atFirst: 5000)
      memory = max(memory, terminal.peakMemory)
      terminal.end()
      guard first.bytes > 500 else { throw BenchmarkFault.unfinished("no first frame") }
      if run > 0 { times.append(first.last - start) }
    }
    sheet.add(Figure(name: "start.time", value: times.median / 1e6, unit: "ms", limit: 60))
    sheet.add(Figure(name: "start.memory", value: Double(memory) / 1e6, unit: "MB", limit: 40))
  }
}
