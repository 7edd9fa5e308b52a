import Fieldwork
import FormEngine
import InventedRecord
import RecordFiles
import Station
import Testing

/// The sample village as `make run` opens it: a real village, in which most is well and everything that
/// the standard finds is found somewhere.
@Suite struct SampleVillageTests {
  /// Red where a region or a county says so, else yellow: the yellow one is shown here, and the red one
  /// in the tests that judge by another standard.
  private static let redElsewhere: Set<String> = ["HO5r", "HO6r", "HO8r", "ME8r"]

  let village: OpenedSample

  init() throws { village = try OpenedSample.made.get() }

  @Test func whatTheProgramOpensIsWhatTheInterviewsAreBoundTo() {
    #expect(village.formInForce == village.boundTo)
    #expect(village.definition.standard.overlays.map(\.name) == [SampleFiles.overlay])
    #expect(village.check.unset.isEmpty)
    #expect(village.check.withoutForm == 0)
  }

  @Test func itIsHalfSurveyed() {
    #expect(
      village.counts == [
        .complete: 51, .begun: 7, .absent: 10, .away: 4, .refused: 2, .notVisited: 52,
      ])
  }

  @Test func itsReviewHasBegun() {
    #expect(
      village.reviews == [
        .completed: 51, .returned: 1, .approvedBySupervisor: 1, .approvedByOffice: 1,
      ])
    #expect(
      village.ledger.states == [
        .new: 14, .assigned: 2, .underway: 1, .toCheck: 1, .struckOff: 1,
      ])
    #expect(village.ledger.overdue == 1 && village.ledger.soon == 2)
  }

  @Test func everyRuleIsShownSomewhere() {
    for rule in village.definition.standard.checks where rule.isEnabled {
      let shown = village.found[rule.name] ?? []
      #expect(shown.isEmpty == Self.redElsewhere.contains(rule.name), "\(rule.name): \(shown)")
    }
  }

  @Test func mostHouseholdsAreClean() {
    let findings = village.check.findings
    let red = Set(findings.filter { $0.level == .red }.map(\.household))
    let flagged = Set(findings.filter { $0.level != .info }.map(\.household))
    let complete = village.interviews.count
    #expect((75...82).contains(100 - red.count * 100 / complete), "\(red.count) of \(complete)")
    #expect(flagged.count * 2 <= complete, "\(flagged.count): \(village.found)")
    // Of all rules but the one that follows from any red finding, none is shown by one in eight.
    for (rule, households) in village.found where rule != "MO3" {
      #expect(households.count * 8 <= complete, "\(rule): \(households)")
    }
  }

  @Test("red only where a region says so", arguments: ["HO5r", "HO6r", "HO8r"])
  func redInGuizhou(rule: String) throws {
    let shown = try village.households(rule, by: "guizhou")
    #expect(!shown.isEmpty)
    #expect(shown == village.found[String(rule.dropLast())])
  }

  @Test func aCapIsRedOnlyWhereTheCountySaysSoForTheYear() throws {
    // Hubei's is of 2020: for an interview of this year it is but a reference.
    #expect(try village.households("ME8r", by: "hubei").isEmpty)
    #expect(try !village.households("ME8", by: "hubei").isEmpty)
    #expect(try village.households("ME8r", by: "county") == village.found["ME8"])
  }

  @Test(
    "what rests on a region's own question is not found where nobody asked it",
    arguments: [("guizhou", "HO14"), ("yongzhou", "IN8"), ("hubei", "IN11")])
  func notAsked(overlay: String, rule: String) throws {
    #expect(village.others[overlay]?.standard.check(named: rule) != nil)
    #expect(try village.households(rule, by: overlay).isEmpty)
  }

  @Test func theSupervisorFindsTwoSlips() {
    let slips = OpenedSample.numbers(village.check.quality)
    #expect(slips["QA1"]?.count == 1)
    // One person in two households; nobody ticked five households alike.
    #expect(slips["QA3"]?.count == 2)
    #expect(slips.count == 2, "\(slips)")
  }
}
