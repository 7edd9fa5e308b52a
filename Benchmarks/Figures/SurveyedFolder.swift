import Fieldwork
import InventedRecord
import InventedVillages
import Record
import RecordFiles

/// A Data folder while surveyed villages are written into it, much faster than anybody surveys: nothing
/// is waited for, since all of it can be made again.
final class SurveyedFolder {
  let folder: DataFolder
  private let bench: Bench
  private let team: VillageFiles
  private let setTime: (String) -> Void

  /// Begins a laptop below a path (`Data` and `device`) with the form and two surveyors.
  init(_ path: String, _ bench: Bench) throws {
    nonisolated(unsafe) var time = "2026-11-16T08:00:00.000+08:00"
    setTime = { time = $0 }
    self.bench = bench
    folder = try DataFolder(
      path: "\(path)/Data", disk: MeteredDisk(sync: .none), crypto: bench.crypto,
      clock: { time }, device: "\(path)/device", mode: .writing)
    _ = try folder.keep(bench.formBytes, in: .forms)
    team = try folder.team()
    for index in 0..<2 {
      let fact = Fact.personAdded(name: SampleRecord.people[index].name, role: "surveyor")
      let person = Self.person(index, bench)
      _ = try team.append([fact.draft(of: .person(person.rawValue))], person: person)
    }
  }

  /// One of the invented people: the same in every folder.
  static func person(_ index: Int, _ bench: Bench) -> PersonID {
    let name = SampleRecord.people[index].name
    return PersonID(bytes: bench.crypto.sha256(Array("invented|\(name)".utf8)[...]))
  }

  /// Adds the template under the identities of another village, and says how many entries that were.
  func add(_ number: Int, _ template: TemplateVillage) throws -> (VillageFiles, entries: Int) {
    let village = InventedVillage.village(number, households: 0)
    let person = Self.person(0, bench)
    let added = Fact.villageAdded(code: village.code, name: village.name)
    _ = try team.append([added.draft(of: .team)], person: person)
    let files = try folder.makeVillage(village.code)
    let named = Fact.villageNamed(name: village.name, round: "base")
    _ = try files.append([named.draft(of: .village)], person: person)
    var count = 0
    for act in template.acts(in: village.code, digest: bench.crypto.sha256) {
      setTime(act.time)
      count += try files.append(act.drafts, person: act.person).count
    }
    return (files, count)
  }
}
