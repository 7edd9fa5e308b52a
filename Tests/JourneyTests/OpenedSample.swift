import Fieldwork
import FormEngine
import InventedRecord
import Record
import RecordFiles
import Station
import Testing
import Trust

@testable import ruhu

/// The sample village, made once and opened as the program does.
struct OpenedSample: Sendable {
  /// Made when it is first asked for.
  static let made = Result { try OpenedSample() }

  /// The hash of the form that new interviews would be bound to; nil if the standard is in trouble.
  let formInForce: String?
  /// The hash of the form its interviews are bound to.
  let boundTo: String
  /// The form in force.
  let definition: FormDefinition
  /// The form with other overlays, by name; `county` is the village's own with a red cap.
  let others: [String: FormDefinition]
  let counts: [HouseholdStatus: Int]
  /// How many households' reviews stand where, of those that somebody completed or gave back.
  let reviews: [ReviewState: Int]
  /// How many issues there are on the morning after the last visit.
  let ledger: Ledger.Headline
  /// The complete interviews, by the household's number.
  let interviews: [(number: Int, interview: Interview)]
  let check: VillageCheck
  /// By rule: the numbers of the households that show it under the village's own standard.
  let found: [String: [Int]]

  private init() throws {
    let scratch = try ScratchFolder()
    let files = try SampleFiles(root: RepositoryFile.root, crypto: try #require(Crypto.sodium()))
    try files.write(to: scratch.path)
    let workplace = try Workplace(
      places: Places(
        data: "\(scratch.path)/Data", device: "\(scratch.path)/device",
        forms: "\(RepositoryFile.root)/Forms"), mode: .reading,
      clock: { "2026-11-21T09:30:00.000+08:00" })
    defer { workplace.close() }
    let desk = try workplace.open("990101201201")
    let form = try #require(workplace.form)
    formInForce = form.trouble == nil ? form.hash : nil
    boundTo = files.form.hash
    definition = form.definition
    let library = workplace.forms
    var others: [String: FormDefinition] = [:]
    for region in ["guizhou", "hubei", "yongzhou"] {
      others[region] = try library.trial(overlay: region, profile: "", setting: [:])
    }
    others["county"] = try library.trial(
      overlay: SampleFiles.overlay, profile: "", setting: ["par_oop_red": "yes"])
    self.others = others

    let households = HouseholdQuery().run(desk.village)
    counts = Dictionary(grouping: households, by: \.status).mapValues(\.count)
    let begun: Set<ReviewState> = [.notBegun, .assigned, .started]
    reviews = Dictionary(
      grouping: households.map(\.review.state).filter { !begun.contains($0) }, by: \.self
    ).mapValues(\.count)
    ledger =
      Ledger(desk.village, standard: form.definition.standard, today: "2026-11-21").headline
    interviews = try households.compactMap { summary in
      guard summary.status == .complete, let interview = try desk.file(of: summary.id).current
      else { return nil }
      return (summary.number ?? 0, interview)
    }
    check = try VillageCheck(
      households, standard: form.definition.standard, forms: { library.form($0) },
      file: { try desk.file(of: $0) })
    found = Self.numbers(check.findings)
  }

  /// By rule: the numbers of the households.
  static func numbers(_ findings: [VillageFinding]) -> [String: [Int]] {
    findings.reduce(into: [:]) { $0[$1.rule, default: []].append($1.number ?? 0) }
  }

  /// The households that show a rule when the same answers are judged by another standard.
  func households(_ rule: String, by other: String) throws -> [Int] {
    let definition = try #require(others[other])
    return interviews.filter { one in
      HouseholdJudgement(one.interview, definition: definition).summary.marks
        .contains { $0.rule == rule }
    }.map(\.number)
  }
}
