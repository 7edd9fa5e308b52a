import ArgumentParser
import Fieldwork
import RecordFiles
import Screens
import Station

/// `ruhu issues show`: all that is known of one issue.
struct IssueShowCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "show", abstract: IssueSentences.here.show)
  }

  @Argument(help: ArgumentHelp(IssueSentences.here.issueHelp))
  var issue: String
  @OptionGroup var options: LedgerOptions
  var language: Language { options.work.language }

  func perform() throws {
    try options.use(.reading) { desk in
      let opened = try desk.opened(issue)
      Output.line("\(desk.name(opened.line))  \(desk.lines.title(opened.line))")
      for line in desk.lines.details(opened) { Output.line(line) }
    }
  }
}

/// `ruhu issues similar`: the households with the same pattern.
struct IssueSimilarCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "similar", abstract: IssueSentences.here.similar)
  }

  @Argument(help: ArgumentHelp(IssueSentences.here.issueHelp))
  var issue: String
  @OptionGroup var options: LedgerOptions
  var language: Language { options.work.language }

  func perform() throws {
    try options.use(.reading) { desk in
      let line = try desk.line(issue)
      let cases = desk.ledger.similar(to: line.issue.id)
      Output.line(desk.lines.title(line))
      guard !cases.isEmpty else {
        return Output.line(IssueSentences.of(language).noSimilar)
      }
      for line in AlignedTable(desk.lines.similar(cases, name: desk.name)).lines {
        Output.line(line)
      }
    }
  }
}

/// `ruhu issues files`: writes the evidence of an issue out again.
struct IssueFilesCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "files", abstract: IssueSentences.here.files)
  }

  @Argument(help: ArgumentHelp(IssueSentences.here.issueHelp))
  var issue: String
  @Option(help: ArgumentHelp(IssueSentences.here.toHelp, valueName: "folder"))
  var to: String
  @OptionGroup var options: LedgerOptions
  var language: Language { options.work.language }

  func perform() throws {
    try options.use(.reading) { desk in
      let sentences = IssueSentences.of(language)
      let files = Self.files(try desk.opened(issue).issue)
      guard !files.isEmpty else { throw Refusal(sentences.noFiles) }
      var missing: [String] = []
      for file in files {
        switch try desk.workplace.evidence.writeOut(file, to: to) {
        case .written(let path): Output.line(path)
        case .notHere: missing.append(sentences.notHere(file.name, file.hash))
        case .inTheWay(let path): missing.append(sentences.inTheWay(path))
        }
      }
      guard missing.isEmpty else { throw Refusal(missing) }
    }
  }

  /// Every file that was ever named, the newest report's first; each once.
  static func files(_ issue: Issue) -> [EvidenceFile] {
    var known: Set<String> = []
    return issue.steps.reversed().flatMap { step -> [EvidenceFile] in
      guard case .reported(.evidence(let files, _)) = step.kind else { return [] }
      return files
    }.filter { known.insert($0.hash).inserted }
  }
}
