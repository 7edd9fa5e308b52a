import ArgumentParser
import Fieldwork
import FormEngine
import Record
import RecordFiles
import Screens
import Station

/// What can be said of any issue besides what was found.
struct IssueKindOptions: ParsableArguments {
  @Option(
    name: .customLong("class"),
    help: ArgumentHelp(IssueSentences.here.classHelp, valueName: "1|2|3"))
  var issueClass: IssueClass?
  @Option(help: ArgumentHelp(IssueSentences.here.sourceHelp))
  var source: IssueSource?
}

/// `ruhu issues open`: writes down an issue that did not open by itself: a yellow finding of a household, or
/// what somebody found otherwise than by the questionnaire.
struct IssueOpenCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "open", abstract: IssueSentences.here.open)
  }

  @Option(help: ArgumentHelp(IssueSentences.here.textOfIssueHelp))
  var text: String?
  @Option(help: ArgumentHelp(IssueSentences.here.yellowHelp, valueName: "rule"))
  var rule: String?
  @Option(help: ArgumentHelp(IssueSentences.here.memberHelp, valueName: "name"))
  var member: String?
  @Option(help: ArgumentHelp(CommandSentences.here.householdHelp))
  var household: String?
  @Option(help: ArgumentHelp(IssueSentences.here.siteHelp, valueName: "name"))
  var site: String?
  @Option(help: ArgumentHelp(CommandSentences.here.domainHelp))
  var domain: String?
  @OptionGroup var kind: IssueKindOptions
  @OptionGroup var actor: ActorOption
  @OptionGroup var options: LedgerOptions
  var language: Language { options.work.language }

  func validate() throws {
    if household != nil, site != nil { throw ValidationError(IssueSentences.here.openUsage) }
    if rule == nil ? text == nil || member != nil : household == nil || domain != nil {
      throw ValidationError(IssueSentences.here.openRuleUsage)
    }
  }

  func perform() throws {
    try options.use(.writing) { desk in
      let person = try desk.workplace.actingPerson(actor.name, language)
      let standard = desk.workplace.formToReadWith()?.standard
      if let rule { return try open(rule, standard ?? Standard(), desk, by: person) }
      if let domain, let standard, standard.domain(named: domain) == nil {
        throw Refusal(
          IssueSentences.of(language).noSuchDomain(domain, standard.domains.map(\.name)))
      }
      let text = text ?? ""
      let id = IssueID(random: desk.workplace.crypto.random)
      let outcome = TypedIssue.open(
        try concern(desk), text: text, id: id, domain: domain ?? "",
        issueClass: kind.issueClass ?? .direct, source: kind.source ?? .census)
      try desk.write(outcome, .opening, "\(id.rawValue)  \(text)", by: person)
    }
  }

  /// Makes an issue of a yellow finding.
  private func open(
    _ rule: String, _ standard: Standard, _ desk: IssueDesk, by person: PersonID
  ) throws {
    let village = desk.desk.village
    let id = try village.household(called: household ?? "", language).id
    let offered = FoundIssue.offered(try desk.desk.file(of: id), in: village, standard)
    let found = offered.filter {
      $0.rule.rule == rule && (member == nil || $0.member == member)
    }
    guard found.count == 1 else {
      let names = (found.isEmpty ? offered : found).map {
        $0.rule.rule + ($0.member.isEmpty ? "" : " \($0.member)")
      }
      throw Refusal(IssueSentences.of(language).whichFinding(rule, names))
    }
    let outcome = found[0].open(
      text: text ?? "", issueClass: kind.issueClass ?? .direct, source: kind.source ?? .census)
    try desk.write(outcome, .opening, rule, by: person)
  }

  private func concern(_ desk: IssueDesk) throws -> IssueConcern {
    if let household {
      return .household(try desk.desk.village.household(called: household, language).id)
    }
    return site.map(IssueConcern.site) ?? .village
  }
}

/// `ruhu issues describe`: says details anew; what is not named stays.
struct IssueDescribeCommand: IssueActCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "describe", abstract: IssueSentences.here.describe)
  }

  @Argument(help: ArgumentHelp(IssueSentences.here.issueHelp))
  var issue: String
  @Option(help: ArgumentHelp(IssueSentences.here.causeHelp, valueName: "code"))
  var cause: String?
  @Option(help: ArgumentHelp(IssueSentences.here.noteHelp))
  var text: String?
  @OptionGroup var kind: IssueKindOptions
  @OptionGroup var actor: ActorOption
  @OptionGroup var options: LedgerOptions
  static var act: IssueAct { .describing }

  func outcome(
    _ opened: OpenedIssue, _ desk: IssueDesk, by person: PersonID
  ) throws -> OpenedIssue.Outcome {
    let issue = opened.issue
    if let cause, let causes = desk.lines.causes, !causes.contains(cause) {
      throw Refusal(IssueSentences.of(language).noSuchCause(cause, causes))
    }
    return opened.describe(
      IssueDescription(
        cause: cause ?? issue.cause, issueClass: kind.issueClass ?? issue.issueClass,
        source: kind.source ?? issue.source, text: text ?? issue.text), by: person)
  }
}
