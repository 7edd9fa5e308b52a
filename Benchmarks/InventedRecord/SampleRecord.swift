import Fieldwork
import FormEngine
import Intake
import InventedVillages
import JSONText
import Record
import RecordFiles
import Spreadsheets
import Station

/// Writes an invented village into a Data folder: people, register and the interviews of its plan.
public struct SampleRecord {
  /// The invented people of the team: two surveyors who share the work, a supervisor, the office.
  public static let people: [(name: String, role: String)] = [
    ("周敏", "surveyor"), ("陈立", "surveyor"), ("黄建华", "supervisor"), ("吴桂兰", "office"),
  ]

  private let folder: DataFolder
  private let crypto: Crypto
  private let form: (hash: String, definition: FormDefinition)
  private let setTime: (String) -> Void

  /// Writes into a folder opened for writing; `setTime` sets the clock the folder was opened with.
  public init(
    _ folder: DataFolder, crypto: Crypto, form: (hash: String, definition: FormDefinition),
    setTime: @escaping (String) -> Void
  ) {
    self.folder = folder
    self.crypto = crypto
    self.form = form
    self.setTime = setTime
  }

  /// The identity of one of the people: the same in every sample.
  public func person(_ index: Int) -> PersonID {
    PersonID(bytes: digest(Self.people[index].name))
  }

  func digest(_ text: String) -> [UInt8] { crypto.sha256(Array("invented|\(text)".utf8)[...]) }

  /// Writes the village; `register` is its CSV file as an office would have it, `overlay` the one that
  /// is merged into the form; its review is begun where that is asked for.
  public func write(
    _ village: InventedVillage, register bytes: [UInt8], form json: JSON, overlay: String = "",
    isReviewed: Bool = false
  ) throws {
    setTime("2026-11-16T08:00:00.000+08:00")
    let team = try folder.team()
    if Team(try team.entries()).people.isEmpty {
      for (index, person) in Self.people.enumerated() {
        let fact = Fact.personAdded(name: person.name, role: person.role)
        _ = try team.append(
          [fact.draft(of: .person(self.person(index).rawValue))], person: self.person(2))
      }
    }
    let added = Fact.villageAdded(code: village.code, name: village.name)
    _ = try team.append([added.draft(of: .team)], person: person(2))
    let files = try folder.makeVillage(village.code)
    let named = Fact.villageNamed(name: village.name, round: "base")
    _ = try files.append([named.draft(of: .village)], person: person(2))
    if !overlay.isEmpty {
      let chosen = Fact.standardChosen(overlay: overlay, profile: "")
      _ = try files.append([chosen.draft(of: .village)], person: person(2))
    }
    try takeIn(bytes, village.code, files, json)
    try survey(village, files)
    if isReviewed { try review(village, files, team) }
    // As a colleague's laptop leaves its work when it has met others: only what is signed goes on.
    try files.sign(person: person(2))
    try team.sign(person: person(2))
  }

  private func takeIn(
    _ bytes: [UInt8], _ code: String, _ files: VillageFiles, _ json: JSON
  ) throws {
    guard let today = CalendarDate(year: 2026, month: 11, day: 16) else { return }
    let register = try RegisterReader(
      village: code, choices: RegisterChoice.lists(form: json), today: today
    ).read(bytes)
    let intake = RegisterIntake(
      register, village: code, file: "register.csv", batch: "sample", digest: crypto.sha256
    ) { _ in nil }
    _ = try files.append(intake.drafts, person: person(2))
  }

  private func review(
    _ village: InventedVillage, _ files: VillageFiles, _ team: VillageFiles
  ) throws {
    let entries = try team.entries()
    let authority = TeamAuthority(
      entries, keys: team.keys(), causality: try team.causality())
    try SampleReview(
      of: village.code, in: files, roles: TeamRoles(entries, authority), self,
      form: form.definition, setTime: setTime, keep: { try folder.keep($0, in: .attachments) }
    ).write()
  }

  private func survey(_ village: InventedVillage, _ files: VillageFiles) throws {
    let survey = InventedSurvey(
      village, form: form, people: [person(0), person(1)],
      firstDay: CivilDate(year: 2026, month: 11, day: 16), digest: crypto.sha256)
    try survey.run(
      file: { id in
        var file = HouseholdCase(household: Household(id: id))
        for entry in try files.entries(of: [.household(id.rawValue)]) { file.apply(entry) }
        return file
      },
      write: { drafts, person, time in
        setTime(time)
        return try files.append(drafts, person: person)
      })
  }
}
