import Fieldwork
import Intake
import InventedRecord
import InventedVillages
import JSONText
import Record
import RecordFiles
import Spreadsheets
import Station

/// One village surveyed from door to door, as what was written: the other villages of a township are
/// it under other identities.
struct TemplateVillage {
  /// What was written at one door, or for the register.
  struct Act {
    let drafts: [EntryDraft]
    let person: PersonID
    let time: String
  }

  /// The register, then each household.
  private(set) var acts: [Act] = []
  let code: String

  /// Surveys a village of so many households in memory.
  init(_ bench: Bench, households: Int, people: [PersonID]) throws {
    // Some of an invented village are away or refuse: of a larger one those who can be asked.
    let village = InventedVillage.village(0, households: households * 5 / 4)
    let asked = village.households.filter { [.complete, .notVisited].contains($0.plan.status) }
      .prefix(households)
    guard asked.count == households else { throw BenchmarkFault.noHousehold }
    code = village.code
    let store = MemoryStore(bench.crypto)
    let morning = "2026-11-16T08:00:00.000+08:00"
    guard let today = CalendarDate(year: 2026, month: 11, day: 16) else {
      throw BenchmarkFault.noHousehold
    }
    let register = try RegisterReader(
      village: code, choices: RegisterChoice.lists(form: bench.formJSON), today: today
    ).read(
      Array(
        village.registerCSV(language: .chinese, labels: RegisterLabels(form: bench.formJSON)).utf8))
    let intake = RegisterIntake(
      register, village: code, file: "register.csv", batch: "township",
      digest: bench.crypto.sha256
    ) { _ in nil }
    let survey = InventedSurvey(
      village, form: bench.form, people: people,
      firstDay: CivilDate(year: 2026, month: 11, day: 16), digest: bench.crypto.sha256)
    let doors = Set(asked.map { Subject.household(survey.household($0).rawValue) })
    let registered = intake.drafts.filter { doors.contains($0.subject) }
    let began = Fact.importBegan(
      batch: "township", file: "register.csv", households: registered.count)
    acts.append(
      Act(drafts: [began.draft(of: .village)] + registered, person: people[0], time: morning))
    _ = store.append(registered, person: people[0], time: morning)
    for household in asked {
      var file = HouseholdCase(household: Household(id: survey.household(household)))
      for entry in store.entries(of: .household(file.household.id.rawValue)) { file.apply(entry) }
      var drafts: [EntryDraft] = []
      var person = people[0]
      var end = morning
      try survey.survey(household, file: file) { more, by, time in
        drafts += more
        person = by
        end = time
        return store.append(more, person: by, time: time)
      }
      acts.append(Act(drafts: drafts, person: person, time: end))
    }
  }

  /// The same acts in another village: every identity derived anew.
  func acts(in other: String, digest: @escaping Digest) -> [Act] {
    var renaming = Renaming(from: code, to: other, digest: digest)
    return acts.map { act in
      Act(
        drafts: act.drafts.map { renaming.draft($0) }, person: act.person, time: act.time)
    }
  }
}
