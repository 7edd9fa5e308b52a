import Fieldwork
import Record
import RecordFiles
import Terminal

/// What a key costs the line to the terminal.
struct TerminalFigures {
  private let bench: Bench
  private let sample: SampleFolder
  private let keys: [Key]
  private let answers: Int

  /// The keys of a whole interview, and how many answers they give.
  init(_ bench: Bench, _ sample: SampleFolder, keys: [Key], answers: Int) {
    self.bench = bench
    self.sample = sample
    self.keys = keys
    self.answers = answers
  }

  func take(_ sheet: inout FigureSheet) throws {
    let path = try sample.copied("terminal")
    let terminal = try PseudoTerminal()
    try terminal.start(try RuhuProgram.program(in: path))
    _ = terminal.settle(quiet: 200, atFirst: 5000)
    var bytes: [Int] = []
    for key in keys {
      terminal.type(Self.bytes(key))
      // A key that changes nothing on the screen at least moves the cursor.
      bytes.append(terminal.settle(quiet: 12, atFirst: 500).bytes)
    }
    terminal.end()
    let folder = try DataFolder(
      path: "\(path)/Data", crypto: bench.crypto, clock: { Bench.now }, device: "\(path)/device",
      mode: .reading)
    let entries = try folder.village(sample.village).entries()
    folder.close()
    let given = entries.filter { $0.kind == "answered" && $0.time == Bench.now }.count
    guard given == answers else {
      throw BenchmarkFault.unfinished("\(given) of \(answers) answers through the terminal")
    }
    sheet.add(
      Figure(name: "terminal.bytes.p95", value: bytes.percentile(95), unit: "bytes", limit: 2000))
    sheet.add(Figure(name: "terminal.bytes.median", value: bytes.median, unit: "bytes"))
  }

  /// What a key of the interview sends.
  private static func bytes(_ key: Key) -> [UInt8] {
    switch key {
    case .character(let character): Array(String(character).utf8)
    case .enter: [0x0D]
    case .control(let letter): [(letter.asciiValue ?? 0) & 0x1F]
    default: []
    }
  }
}
