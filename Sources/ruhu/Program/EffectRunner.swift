import Fieldwork
import JSONText
import Record
import RecordFiles
import Screens
import Station

/// Carries out what the screens ask for, one effect after the other, and hands back what came of it.
///
/// Screens, plain mode and scripts share it; so what is recorded does not depend on how it was typed.
final class EffectRunner {
  let workplace: Workplace
  var person: PersonID?
  var language: Language
  /// Set when the program is to be left.
  private(set) var isOver = false
  /// Told when the terminal is to be given back for a while, painted anew, or cleared of type-ahead.
  var terminal: (Effect) -> Void = { _ in }
  /// Told now and then how far a meeting with other laptops is; false asks it to stop.
  var meanwhile: (Message) -> Bool = { _ in true }

  /// Works for a person at a workplace, who reads a language.
  init(_ workplace: Workplace, person: PersonID?, language: Language) {
    self.workplace = workplace
    self.person = person
    self.language = language
  }

  /// Carries effects out and every effect that follows; `update` takes a message and returns effects.
  func run(_ effects: [Effect], update: (Message) -> [Effect]) {
    var queue = effects[...]
    while let effect = queue.popFirst() {
      let messages = carryOut(effect)
      // Damage shows when journals are read, and is to be seen with what they said.
      workplace.noteDamage()
      for message in messages { queue.append(contentsOf: update(message)) }
    }
  }

  private func carryOut(_ effect: Effect) -> [Message] {
    switch effect {
    case .record(let drafts): return record(drafts)
    case .recordTeam(let drafts): return recordTeam(drafts)
    case .open(let household): return open(household)
    case .settle:
      try? workplace.desk?.settle()
      workplace.updateSecondCopyIfDue()
      return [.secondCopy(workplace.secondCopyState())]
        + (workplace.desk.map { [.village($0.village)] } ?? [])
    case .rememberPlace(let interview, let place):
      var json = place
      json.set("interview", .string(interview.rawValue))
      workplace.files?.rememberPlace(json)
      return []
    case .remember(let person, let language):
      self.person = person
      self.language = language
      workplace.settings.person = person
      workplace.settings.language = language
      if workplace.folder.mode == .writing {
        workplace.settings.write(in: workplace.places.device, workplace.disk)
      }
      return []
    case .openVillage(let code):
      do {
        try? workplace.desk?.settle()
        return [.village(try workplace.open(code).village)] + standardTrouble()
      } catch {
        return [.notOpened(Self.fault(error))]
      }
    case .copyNow: return copyNow()
    case .sync(let path): return sync(path)
    case .showDevices: return showDevices()
    case .findConflicts(let language): return findConflicts(language)
    case .settleConflict(let id, let text): return settle(id, text)
    case .admitDevice(let key, let name):
      return changeTeam { try $0.admit(key, name: name, person: $1) }
    case .revokeDevice(let key, let reason):
      return changeTeam { try $0.revoke(key, reason: reason, person: $1) }
    case .askPINWait(let person): return [.pin(workplace.pinWait(of: person))]
    case .checkPIN(let person, let digits): return [.pin(workplace.checkPIN(digits, of: person))]
    case .setPIN(let digits):
      guard let person, let pin = workplace.pinHash(digits) else { return [.pin(.cannot)] }
      return recordTeam([Fact.pinSet(pin).draft(of: .person(person.rawValue))])
    case .planErasure(let target): return planErasure(target)
    case .erase(let target, let reason): return erase(target, reason)
    case .findClean(let households, let today): return findClean(households, today: today)
    case .readComments(let interview): return readComments(interview)
    case .keepComments(let interview, let comments): return keepComments(interview, comments)
    case .openIssue(let id, let ledger): return openIssue(id, ledger)
    case .keepEvidence(let paths): return keepEvidence(paths)
    case .stopSync: return []
    case .quit:
      isOver = true
      return []
    case .dropTypeAhead, .suspend, .repaint:
      terminal(effect)
      return []
    }
  }

  private func record(_ drafts: [EntryDraft]) -> [Message] {
    guard let desk = workplace.desk, let person else { return [.notRecorded(.notOpenForWriting)] }
    do {
      let entries = try desk.append(drafts, person: person)
      guard drafts.contains(where: { $0.kind == Self.standardChosen }) else {
        return [.recorded(entries, desk.village)]
      }
      workplace.takeUpChosenStandard()
      return [.recorded(entries, desk.village)] + standardTrouble()
    } catch {
      return [.notRecorded(Self.fault(error))]
    }
  }

  private static let standardChosen = Fact.standardChosen(overlay: "", profile: "").kind

  private func standardTrouble() -> [Message] {
    workplace.standardNotice(language).map { [.notice($0)] } ?? []
  }

  private func recordTeam(_ drafts: [EntryDraft]) -> [Message] {
    do {
      // The first person to join acts for themselves: there is nobody else yet.
      let first = drafts.lazy.compactMap { draft -> PersonID? in
        guard case .person(let id) = draft.subject else { return nil }
        return PersonID(rawValue: id)
      }.first
      guard let actor = person ?? first else { return [.notRecorded(.notOpenForWriting)] }
      let entries = try workplace.recordTeam(drafts, person: actor)
      return [.team(workplace.team), .recorded(entries, nil)]
    } catch {
      return [.notRecorded(Self.fault(error))]
    }
  }

  private func open(_ household: HouseholdID) -> [Message] {
    guard let desk = workplace.desk else { return [] }
    do {
      let file = try desk.file(of: household)
      var place = workplace.files?.place()
      if place?["interview"]?.string != file.current?.id.rawValue { place = nil }
      return [.opened(file, place: place)]
    } catch {
      return [.notOpened(Self.fault(error))]
    }
  }

  private func sync(_ path: String) -> [Message] {
    guard let person else {
      return [
        .syncEnded(MeetingReport(path: path) { ActSentences.of($0).whoAreYou })
      ]
    }
    try? workplace.desk?.settle()
    let report = workplace.meet(at: path, person: person) { [meanwhile] in
      meanwhile(.syncProgress($0))
    }
    return [.team(workplace.team), .syncEnded(report)]
      + (workplace.desk.map { [.village($0.village)] } ?? [])
  }

  private func showDevices() -> [Message] {
    do {
      return [.devices(try workplace.shownTeam(to: person, language))]
    } catch {
      return [.notOpened(Self.fault(error))]
    }
  }

  private func changeTeam(_ act: (Workplace, PersonID) throws -> [Entry]) -> [Message] {
    guard let person else { return [.notRecorded(.notOpenForWriting)] }
    do {
      let entries = try act(workplace, person)
      return [.team(workplace.team), .recorded(entries, nil)] + showDevices()
    } catch {
      return [.notRecorded(Self.fault(error))]
    }
  }

  private func findConflicts(_ language: Language) -> [Message] {
    do {
      return [.conflicts(try workplace.conflictReader(language)?.shown() ?? [])]
    } catch {
      return [.notOpened(Self.fault(error))]
    }
  }

  private func settle(_ id: String, _ text: String) -> [Message] {
    do {
      let drafts = try workplace.conflictReader(language)?.drafts(of: id, typed: text) ?? []
      return record(drafts)
    } catch ConflictReader.Fault.refused(let refusal) {
      return [.notSettled(refusal)]
    } catch ConflictReader.Fault.isOver {
      return [.notSettled(.constraint(ConflictSentences.of(language).isOver))]
    } catch {
      return [.notRecorded(Self.fault(error))]
    }
  }

  private func copyNow() -> [Message] {
    workplace.updateSecondCopy()
    return [.secondCopy(workplace.secondCopyState())]
  }

  static func fault(_ error: any Error) -> StoreFault {
    switch error {
    case let fault as StoreFault: fault
    case let fault as AppendFault: StoreFault(fault)
    case DataFolderFault.full: .diskFull
    case DataFolderFault.readOnly: .readOnly
    case DataFolderFault.openedForReading: .notOpenForWriting
    case DataFolderFault.disk(let fault): .failed(errno: fault.code)
    default: .failed(errno: 0)
    }
  }
}
