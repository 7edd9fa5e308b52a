import ArgumentParser
import Fieldwork
import Record
import RecordFiles
import Screens
import Station

/// `ruhu verify`: every line, chain and signature, what is absent, and what became of derived files.
struct VerifyCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "verify", abstract: CommandSentences.here.verify)
  }

  @Argument(help: ArgumentHelp(CommandSentences.here.codeOrAllHelp))
  var code: String?
  @OptionGroup var options: WorkOptions
  var language: Language { options.language }

  func perform() throws {
    let workplace = try options.open(.reading)
    defer { workplace.close() }
    let archive = Archive(path: workplace.folder.path, crypto: workplace.crypto)
    let forms = workplace.forms
    let own = try workplace.folder.publicKey()
    let limits = try limits(archive, own)
    let team = archive.read(.team)
    let derived = DerivedFiles(
      forms: { forms.form($0) }, limits: { limits[$0] ?? EntryLimits() }, teamKeys: team.keys)
    var isSound = true
    let reports = try archive.verify(
      derived.derivation, device: workplace.places.device,
      limits: { _, reading in limits[reading.scope] ?? EntryLimits() })
    let wanted = code.map { [Scope.team, .village(code: $0)] }
    if let code, !reports.contains(where: { $0.scope == .village(code: code) }) {
      throw DataFolderFault.noSuchVillage(code)
    }
    for report in reports where wanted?.contains(report.scope) ?? true {
      var states = report.derived
      // A household of which no entry is left is one that nobody knows, until its file is read.
      let doubtful = states.filter { $0.value == .altered || $0.value == .unknown }
      let reading = doubtful.isEmpty ? nil : archive.read(report.scope)
      for (name, state) in doubtful {
        let standing = derived.standing(
          name, in: report.scope, of: archive.path, reading?.entries ?? [],
          reading?.causality ?? Causality(), team: team)
        if state == .altered || standing == .newer { states[name] = standing }
      }
      tell(report, states)
      isSound =
        isSound && !report.faults.contains(where: \.isDamage)
        && !states.values.contains { $0 == .altered || $0 == .newer }
    }
    let sentences = ActSentences.of(language)
    guard isSound else { throw Refusal(sentences.notSound) }
    Output.line(sentences.sound)
  }

  /// How far each journal counts, by the team's.
  private func limits(_ archive: Archive, _ own: [UInt8]) throws -> [Scope: EntryLimits] {
    let team = archive.read(.team)
    var limits: [Scope: EntryLimits] = [:]
    for scope in try archive.scopes() {
      limits[scope] = TeamAuthority.limits(
        team, scope == .team ? team : archive.read(scope), on: own)
    }
    return limits
  }

  /// One lost end makes every file newer that followed from it: a few of them say enough.
  private static let newerAtMost = 5

  private func tell(_ report: ScopeReport, _ states: [String: ScopeReport.DerivedState]) {
    let sentences = ActSentences.of(language)
    let record = RecordSentences.of(language)
    let scope =
      switch report.scope {
      case .team: sentences.team
      case .village(let code): code
      }
    Output.line(
      sentences.scopeChecked(scope, report.entries, report.erased.count))
    for fault in report.faults { Output.line("  " + record.line(fault)) }
    for (journal, count) in report.unsigned.sorted(by: { $0.key < $1.key }) {
      Output.line("  " + sentences.unsigned(journal.fileName, count))
    }
    for (journal, count) in report.held.sorted(by: { $0.key < $1.key }) {
      Output.line("  " + sentences.held(journal.fileName, count))
    }
    for absence in report.absent {
      Output.line(
        "  " + sentences.absent(scope, absence.writer.rawValue, absence.seen, absence.here))
    }
    let names = states.keys.sorted()
    for name in names where states[name] == .altered {
      Output.line("  " + sentences.derivedAltered("\(report.scope.folder)/\(name)"))
    }
    let newer = names.filter { states[$0] == .newer }
    for name in newer.suffix(Self.newerAtMost) {
      Output.line("  " + sentences.derivedNewer("\(report.scope.folder)/\(name)"))
    }
    if newer.count > Self.newerAtMost {
      let more = RegisterSentences.of(language).andMore(newer.count - Self.newerAtMost)
      Output.line("  " + more)
    }
    for name in names where states[name] == .unknown {
      Output.line("  " + sentences.derivedUnknown("\(report.scope.folder)/\(name)"))
    }
    let stale = names.count { states[$0] == .stale }
    if stale > 0 { Output.line("  " + sentences.derivedStale(scope, stale)) }
    let missing = names.count { states[$0] == .missing }
    if missing > 0 { Output.line("  " + sentences.derivedMissing(scope, missing)) }
  }
}
