import Fieldwork
import FormEngine
import Foundation
import Intake
import InventedVillages
import JSONText
import Record
import RecordFiles
import Screens
import Spreadsheets
import Station
import Terminal
import Testing
import Trust

@testable import ruhu

/// A laptop with its own disk, clock and village: what stays when the program ends.
final class Laptop {
  static let code = "990101201901"

  let scratch: ScratchFolder
  private(set) var disk: TroubledDisk
  private let inner: any Disk
  let clock: TestClock
  let crypto: Crypto
  let village: InventedVillage
  var data: String { "\(scratch.path)/Data" }
  var device: String { "\(scratch.path)/device" }
  /// The folder of questionnaires; the repository's own unless a test changes something in it.
  let forms: String

  init(
    households: Int = 6, people: [String] = ["周敏", "陈立"], day: String = "2026-11-21",
    on inner: any Disk = PosixDisk(), ownForms: Bool = false
  ) throws {
    scratch = try ScratchFolder()
    let repository = "\(RepositoryFile.root)/Forms"
    forms = ownForms ? "\(scratch.path)/Forms" : repository
    if ownForms { try FileManager.default.copyItem(atPath: repository, toPath: forms) }
    self.inner = inner
    disk = TroubledDisk(inner)
    clock = TestClock(day)
    crypto = try #require(Crypto.sodium())
    village = InventedVillage(code: Self.code, name: "石湾村", seed: 7, households: households)
    try setUp(people)
  }

  var places: Places {
    Places(data: data, device: device, forms: forms)
  }

  func workplace(_ mode: DataFolder.Mode = .writing) throws -> Workplace {
    let clock = clock
    return try Workplace(
      places: places, mode: mode, disk: disk, clock: { clock.time }, running: { clock.running })
  }

  /// What `ruhu village new` and `ruhu import` do.
  private func setUp(_ people: [String]) throws {
    let workplace = try workplace()
    try workplace.add(people)
    let person = try #require(workplace.team.people.first?.id)
    let added = Fact.villageAdded(code: Self.code, name: village.name)
    _ = try workplace.recordTeam([added.draft(of: .team)], person: person)
    let files = try workplace.folder.makeVillage(Self.code)
    let named = Fact.villageNamed(name: village.name, round: "base")
    _ = try files.append([named.draft(of: .village)], person: person)
    let desk = try workplace.open(Self.code)
    let form = try #require(workplace.form).definition.workbook.json
    let csv = village.registerCSV(language: .chinese, labels: RegisterLabels(form: form))
    let register = try RegisterReader(
      village: Self.code, choices: RegisterChoice.lists(form: form),
      today: CalendarDate(reading: clock.day)
    ).read(Array(csv.utf8))
    let intake = RegisterIntake(
      register, village: Self.code, file: "register.csv", batch: "first", digest: crypto.sha256
    ) { _ in nil }
    #expect(intake.new == village.households.count)
    _ = try desk.append(intake.drafts, person: person)
    workplace.close()
  }

  /// The identity of an invented household.
  func id(_ household: InventedHousehold) -> HouseholdID {
    let key =
      household.systemNumber.isEmpty ? "s:\(household.serial)" : "n:\(household.systemNumber)"
    return HouseholdID(derivedFrom: "\(Self.code)|\(key)", digest: crypto.sha256)
  }

  /// The power fails, or the program is killed: nothing is written, tidied or said any more.
  func kill() {
    disk.die()
    disk = TroubledDisk(inner)
  }

  /// Sits down before the program; whoever worked last is at the keyboard.
  func open(_ language: Language = .chinese, size: Size = .standard) throws -> Sitting {
    try Sitting(self, language, size)
  }

  /// Sits down as one of the people.
  func open(as number: Int, _ language: Language = .chinese) throws -> Sitting {
    let sitting = try open(language)
    sitting.press("\(number)")
    return sitting
  }

  // MARK: What lies on the disk

  func entries() throws -> [Entry] {
    Archive(path: data, crypto: crypto).read(.village(code: Self.code)).entries
  }

  func file(of household: HouseholdID) throws -> HouseholdCase {
    let workplace = try workplace(.reading)
    defer { workplace.close() }
    return try workplace.open(Self.code).file(of: household)
  }

  func document(_ household: HouseholdID) throws -> JSON {
    let name = HouseholdDocument.name(household)
    let bytes = try #require(
      try disk.contents("\(data)/villages/\(Self.code)/\(name)"), "no derived file")
    return try JSON(parsing: bytes)
  }

  /// The derived files by name.
  func derived() throws -> [String: [UInt8]] {
    let root = "\(data)/villages/\(Self.code)"
    var files: [String: [UInt8]] = [:]
    let names = try disk.list("\(root)/households").map { "households/\($0)" } + ["village.json"]
    for name in names { files[name] = try disk.contents("\(root)/\(name)") }
    return files
  }

  /// What `ruhu verify` checks.
  func verify() throws -> [ScopeReport] {
    let workplace = try workplace(.reading)
    defer { workplace.close() }
    let forms = workplace.forms
    let archive = Archive(path: data, crypto: crypto)
    let team = archive.read(.team)
    let own = try workplace.folder.publicKey()
    var limits: [Scope: EntryLimits] = [:]
    for scope in try archive.scopes() {
      limits[scope] = TeamAuthority.limits(team, archive.read(scope), on: own)
    }
    let counted = limits
    return try archive.verify(
      DerivedFiles(
        forms: { forms.form($0) }, limits: { counted[$0] ?? EntryLimits() }, teamKeys: team.keys
      ).derivation,
      limits: { _, reading in counted[reading.scope] ?? EntryLimits() })
  }

  /// Checks that `verify` finds nothing at all, or only what is normal after a kill.
  func expectSound(
    afterKill: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for report in try verify() {
      #expect(
        afterKill ? report.isSound : report.faults.isEmpty, "\(report.faults)",
        sourceLocation: sourceLocation)
      #expect(report.absent.isEmpty, sourceLocation: sourceLocation)
      if !afterKill {
        #expect(report.derived.isEmpty, "\(report.derived)", sourceLocation: sourceLocation)
      }
    }
  }
}
