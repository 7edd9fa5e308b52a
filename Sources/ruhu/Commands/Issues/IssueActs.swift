import ArgumentParser
import Fieldwork
import Foundation
import Record
import RecordFiles
import Screens
import Station

/// A command that does something to one issue.
protocol IssueActCommand: SpokenCommand {
  var issue: String { get }
  var actor: ActorOption { get }
  var options: LedgerOptions { get }
  static var act: IssueAct { get }
  /// What the act leads to.
  func outcome(_ opened: OpenedIssue, _ desk: IssueDesk, by person: PersonID) throws
    -> OpenedIssue.Outcome
}

extension IssueActCommand {
  var language: Language { options.work.language }

  func perform() throws {
    try options.use(.writing) { desk in
      let person = try desk.workplace.actingPerson(actor.name, language)
      let opened = try desk.opened(issue)
      try desk.write(
        try outcome(opened, desk, by: person), Self.act, desk.lines.title(opened.line), by: person)
    }
  }
}

/// `ruhu issues assign`: gives an issue to somebody, or anew.
struct IssueAssignCommand: IssueActCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "assign", abstract: IssueSentences.here.assign)
  }

  @Argument(help: ArgumentHelp(IssueSentences.here.issueHelp))
  var issue: String
  @Option(help: ArgumentHelp(IssueSentences.here.measureHelp))
  var measure: String
  @Option(help: ArgumentHelp(IssueSentences.here.deadlineHelp, valueName: "day"))
  var deadline: String
  @Option(help: ArgumentHelp(IssueSentences.here.prefectureHelp, valueName: "body/name"))
  var prefecture: String?
  @Option(help: ArgumentHelp(IssueSentences.here.countyHelp, valueName: "body/name"))
  var county: String?
  @Option(help: ArgumentHelp(IssueSentences.here.departmentHelp, valueName: "body/name"))
  var department: String?
  @Option(help: ArgumentHelp(IssueSentences.here.townshipHelp, valueName: "body/name"))
  var township: String?
  @OptionGroup var actor: ActorOption
  @OptionGroup var options: LedgerOptions
  static var act: IssueAct { .assigning }

  func outcome(
    _ opened: OpenedIssue, _ desk: IssueDesk, by person: PersonID
  ) throws -> OpenedIssue.Outcome {
    guard IssueDue.isDay(deadline) else {
      throw Refusal([IssueSentences.of(language).noDay(deadline)], status: Refusal.usage)
    }
    var responsible: [IssueLevel: Responsible] = [:]
    for (level, text) in [
      (IssueLevel.prefecture, prefecture), (.county, county), (.department, department),
      (.township, township),
    ] {
      responsible[level] = text.map(Self.responsible)
    }
    return opened.assign(
      IssueAssignment(measure: measure, responsible: responsible, deadline: deadline), by: person)
  }

  /// `县医保局/张宏`; a name alone is the person's.
  static func responsible(_ text: String) -> Responsible {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    return parts.count == 2
      ? Responsible(body: parts[0], person: parts[1]) : Responsible(body: "", person: parts[0])
  }
}

/// `ruhu issues begin`: says that the measure is under way.
struct IssueBeginCommand: IssueActCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "begin", abstract: IssueSentences.here.begin)
  }

  @Argument(help: ArgumentHelp(IssueSentences.here.issueHelp))
  var issue: String
  @Option(help: ArgumentHelp(IssueSentences.here.textHelp))
  var text = ""
  @OptionGroup var actor: ActorOption
  @OptionGroup var options: LedgerOptions
  static var act: IssueAct { .beginning }

  func outcome(
    _ opened: OpenedIssue, _ desk: IssueDesk, by person: PersonID
  ) -> OpenedIssue.Outcome { opened.begin(text: text, by: person) }
}

/// `ruhu issues report`: says that it is gone, by answers or by evidence.
struct IssueReportCommand: IssueActCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "report", abstract: IssueSentences.here.report)
  }

  @Argument(help: ArgumentHelp(IssueSentences.here.issueHelp))
  var issue: String
  @Flag(help: ArgumentHelp(IssueSentences.here.answersHelp))
  var answers = false
  @Option(
    name: .customLong("file"), parsing: .singleValue,
    help: ArgumentHelp(IssueSentences.here.fileHelp, valueName: "path"))
  var files: [String] = []
  @Option(help: ArgumentHelp(IssueSentences.here.evidenceTextHelp))
  var text = ""
  @OptionGroup var actor: ActorOption
  @OptionGroup var options: LedgerOptions
  static var act: IssueAct { .reporting }

  func validate() throws {
    let isEvidence = !files.isEmpty || !text.isEmpty
    if answers == isEvidence { throw ValidationError(IssueSentences.here.reportUsage) }
  }

  func outcome(
    _ opened: OpenedIssue, _ desk: IssueDesk, by person: PersonID
  ) throws -> OpenedIssue.Outcome {
    if answers {
      guard let ground = opened.answers else { return .hindered(.groundMissing) }
      return opened.report(ground, by: person)
    }
    // Nothing is kept of what is refused anyway.
    if let hindrance = opened.hindrance(.reporting, by: person) { return .hindered(hindrance) }
    let shelf = desk.workplace.evidence
    do {
      let kept = try files.map { try shelf.keep($0) }
      return opened.report(.evidence(kept, text: text), by: person)
    } catch let refused as EvidenceShelf.Refused {
      throw Refusal(desk.lines.sentence(refused.fault, refused.path))
    }
  }
}

/// `ruhu issues send-back`: says that it is not gone.
struct IssueSendBackCommand: IssueActCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "send-back", abstract: IssueSentences.here.sendBack)
  }

  @Argument(help: ArgumentHelp(IssueSentences.here.issueHelp))
  var issue: String
  @Option(help: ArgumentHelp(IssueSentences.here.reasonHelp))
  var reason: String
  @OptionGroup var actor: ActorOption
  @OptionGroup var options: LedgerOptions
  static var act: IssueAct { .sendingBack }

  func outcome(
    _ opened: OpenedIssue, _ desk: IssueDesk, by person: PersonID
  ) -> OpenedIssue.Outcome { opened.sendBack(reason: reason, by: person) }
}

/// `ruhu issues strike-off`: confirms that it is gone.
struct IssueStrikeOffCommand: IssueActCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "strike-off", abstract: IssueSentences.here.strikeOff)
  }

  @Argument(help: ArgumentHelp(IssueSentences.here.issueHelp))
  var issue: String
  @OptionGroup var actor: ActorOption
  @OptionGroup var options: LedgerOptions
  static var act: IssueAct { .strikingOff }

  func outcome(
    _ opened: OpenedIssue, _ desk: IssueDesk, by person: PersonID
  ) -> OpenedIssue.Outcome { opened.strikeOff(by: person) }
}

/// `ruhu issues reopen`: opens it again.
struct IssueReopenCommand: IssueActCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "reopen", abstract: IssueSentences.here.reopen)
  }

  @Argument(help: ArgumentHelp(IssueSentences.here.issueHelp))
  var issue: String
  @Option(help: ArgumentHelp(IssueSentences.here.reasonHelp))
  var reason: String
  @OptionGroup var actor: ActorOption
  @OptionGroup var options: LedgerOptions
  static var act: IssueAct { .reopening }

  func outcome(
    _ opened: OpenedIssue, _ desk: IssueDesk, by person: PersonID
  ) -> OpenedIssue.Outcome { opened.reopen(reason: reason, by: person) }
}
