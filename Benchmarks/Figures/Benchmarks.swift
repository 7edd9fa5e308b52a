import Glibc

/// `benchmarks [GROUP …]`: takes the figures and prints them, one a line; ends with 1 if one is over.
///
/// Groups are `keys`, `start`, `review`, `judgement`, `township`, `sync` and `terminal`; without any, all
/// are taken.
@main enum Benchmarks {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let bench = try Bench()
    if arguments == ["list-township"] {
      return try TownshipList.printSize(Township(bench), bench)
    }
    let groups = Set(arguments)
    func wants(_ group: String) -> Bool { groups.isEmpty || groups.contains(group) }
    var sheet = FigureSheet()
    print("name\tvalue\tunit\tbaseline\tlimit\tverdict")
    if wants("keys") || wants("start") || wants("terminal") || wants("review") {
      let sample = try SampleFolder(bench)
      if wants("review") { try HistoryFigures(bench, sample).take(&sheet) }
      if wants("start") { try StartFigures(sample).take(&sheet) }
      if wants("keys") || wants("terminal") {
        let played = try KeyFigures(sample).take(&sheet)
        let answers = AnswerFigures(played.writings)
        answers.take(&sheet)
        if wants("terminal") {
          try TerminalFigures(
            bench, sample, keys: played.keys, answers: AnswerFigures.count(played.writings)
          )
          .take(&sheet)
        }
      }
    }
    if wants("judgement") { try JudgementFigures(bench).take(&sheet) }
    if wants("township") { try TownshipFigures(bench).take(&sheet) }
    if wants("sync") { try SyncFigures(bench).take(&sheet) }
    exit(sheet.isAnyOver ? 1 : 0)
  }
}
