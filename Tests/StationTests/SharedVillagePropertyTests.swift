import Fieldwork
import FormEngine
import JSONText
import Record
import SeededRandom
import Station
import Testing

/// Random work on several laptops with random meetings: a desk that takes in what arrives has the same
/// list as one that reads everything, and in the end all laptops have the same.
@Suite struct SharedVillagePropertyTests {
  private static let questions = ["c_consent", "s1", "s2", "q", "w_min", "c_result"]

  private static func work(
    _ village: SharedVillage, _ random: inout SplitMix64, _ step: Int
  ) throws {
    let laptop = Int.random(in: 0..<village.laptops.count, using: &random)
    let other = Int.random(in: 0..<village.laptops.count, using: &random)
    let desk = village.desks[laptop]
    let households = desk.village.households.keys.sorted()
    guard let household = households.randomElement(using: &random) else { return }
    let interviews = desk.village.interviews(of: household)
    let interview = interviews.randomElement(using: &random)
    func answer() throws {
      guard let interview else { return }
      let question = questions[Int.random(in: 0..<questions.count, using: &random)]
      let value =
        switch question {
        case "c_consent", "s1", "s2": ["yes", "yes", "no"][Int.random(in: 0..<3, using: &random)]
        case "c_result": "done"
        default: ["0", "10", "25"][Int.random(in: 0..<3, using: &random)]
        }
      try village.answer(
        question, value, in: interview.rawValue, of: household.rawValue, on: laptop)
    }
    switch Int.random(in: 0..<33, using: &random) {
    case 0, 1:
      try village.begin("i\(step)", of: household.rawValue, on: laptop)
    case 2:
      try village.add(
        Enrolment.atDoor(
          HouseholdID("d\(step)"), group: "1组", number: Int.random(in: 1...2, using: &random),
          head: "乙\(step)", member: MembershipID("dm\(step)")), on: laptop)
    case 3, 4, 5:
      guard let interview else { return }
      try village.complete(interview.rawValue, of: household.rawValue, on: laptop)
    case 6:
      guard let interview,
        var session = try village.session(
          interview.rawValue, of: household.rawValue, on: laptop),
        case .record(let drafts) = session.reopen(reason: "x")
      else { return }
      try village.add(drafts, on: laptop)
    case 7, 8:
      guard let conflict = try desk.conflicts().randomElement(using: &random) else { return }
      let choices: [ConflictChoice] = [.tip(0), .tip(1), .value("10", special: nil), .asItStands]
      let choice = choices[Int.random(in: 0..<choices.count, using: &random)]
      let drafts = try desk.settle(conflict, choosing: choice)
      if !drafts.isEmpty { try village.add(drafts, on: laptop) }
    case 9:
      try village.add(
        [Fact.householdTaken, .householdGivenBack][Int.random(in: 0...1, using: &random)],
        of: .household(household.rawValue), on: laptop)
    case 10:
      guard let interview, let target = households.randomElement(using: &random) else { return }
      try village.add(Enrolment.move(interview, to: target), on: laptop)
    case 11:
      guard let interview,
        var session = try village.session(
          interview.rawValue, of: household.rawValue, on: laptop),
        case .record(let drafts) = session.undo(now: 0)
      else { return }
      try village.add(drafts, on: laptop)
    case 12:
      try village.add(
        .standardChosen(overlay: ["a", "b"][Int.random(in: 0...1, using: &random)], profile: ""),
        of: .village, on: laptop)
    case 13, 14, 15: try village.bring(to: laptop, from: other)
    case 16, 17: try village.meet(laptop, other)
    case 18: try desk.settle()
    case 30:
      guard let other = households.randomElement(using: &random), other != household else { return }
      try village.add(
        .householdJoined(into: other, reason: ""), of: .household(household.rawValue), on: laptop)
    case 31:
      guard let interview, let other = interviews.randomElement(using: &random) else { return }
      try village.add(
        .interviewSetAside(for: other, reason: ""), of: .interview(interview.rawValue), on: laptop)
    default: try answer()
    }
  }

  @Test(arguments: 0..<24 as Range<UInt64>) func aListThatTakesArrivalsIsTheListOfAll(
    _ seed: UInt64
  ) throws {
    var random = SplitMix64(seed: seed)
    let village = try SharedVillage(2 + Int(seed % 3), SharedVillage.smallForm())
    for number in 1...2 { try village.register("h\(number)", number: number) }
    try village.meetAll()
    for step in 0..<90 {
      try Self.work(village, &random, step)
      if step % 15 == 14 { try compare(village, seed) }
    }
    try village.meetAll()
    for desk in village.desks { try desk.settle() }
    try compare(village, seed)
    for (desk, laptop) in zip(village.desks, village.laptops).dropFirst() {
      #expect(desk.village == village.desks[0].village, "seed \(seed)")
      #expect(laptop.derived["village.json"] == village.laptops[0].derived["village.json"])
      let conflicts = try desk.conflicts()
      #expect(try conflicts == village.desks[0].conflicts(), "seed \(seed)")
    }
  }

  private func compare(_ village: SharedVillage, _ seed: UInt64) throws {
    for (desk, laptop) in zip(village.desks, village.laptops) {
      try desk.settle()
      let fresh = try laptop.freshDesk(village.form)
      #expect(desk.village == fresh.village, "seed \(seed)")
      #expect(desk.village.json == fresh.village.json, "seed \(seed)")
      let conflicts = try desk.conflicts()
      #expect(try conflicts == fresh.conflicts(), "seed \(seed)")
      for (id, summary) in desk.village.households {
        let file = try desk.file(of: id)
        #expect(try file == fresh.file(of: id), "seed \(seed)")
        #expect(summary.conflicts == file.conflicts.count, "seed \(seed)")
        let again = try SharedVillage.desk(laptop, village.form)
        #expect(again.village == desk.village, "seed \(seed)")
        // Nothing is met while something is open.
        guard let interview = file.current, !file.conflicts.isEmpty else { continue }
        let judged = HouseholdJudgement(
          interview, definition: village.form, isDisputed: file.isDisputed)
        guard !interview.conflicts.isEmpty || file.isDisputed else { continue }
        #expect(judged.judgement.household != .met, "seed \(seed)")
        for conflict in interview.conflicts {
          guard case .answer(let key) = conflict.kind else { continue }
          let touched = ["w_min": "water", "q": "other", "s1": "other", "s2": "other"]
          if let domain = touched[key.question] {
            #expect(judged.verdicts[domain] != .met, "seed \(seed)")
          }
        }
      }
    }
  }
}
