import Fieldwork
import FormEngine
import Record
import RecordFiles
import SeededRandom
import SimulatedDisks
import SimulatedLaptops
import Station

/// One world: laptops, the folders they meet over, and all that happens to them.
final class World {
  let script: Script
  let surroundings: Surroundings
  var laptops: [Laptop] = []
  var sticks: [Stick]
  /// What it came to.
  var tally = Tally()
  /// The team's identity in exchange folders.
  var team = "0000000000000000"
  /// What happened, in words.
  private(set) var log: [String] = []
  /// The acknowledged entries that must be everywhere in the end.
  var expected: [EntryID: Entry] = [:]

  init(_ script: Script, _ means: Means) {
    self.script = script
    surroundings = Surroundings(means.crypto, means.sealing, form: means.form)
    sticks = (0..<2).map { Stick("stick \($0)") }
  }

  /// Plays it to its end; throws the promise that was broken.
  func play() throws {
    try beginMorning()
    for step in script.steps {
      surroundings.begin(step.pick)
      let laptop = laptop(of: step)
      var random = SplitMix64(seed: step.pick)
      do {
        if let words = try perform(step.act, laptop, sticks[step.stick], &random) {
          note("\(step.number)", laptop.name, words)
          tally.steps += 1
        }
      } catch let failure as WorldFailure {
        throw failure
      } catch DataFolderFault.disk(let fault) where laptop.failsToSync && fault.operation == .sync {
        // Where it cuts back what an arrival left half-written, a disk that fails refuses the start.
        laptop.close()
        note("\(step.number)", laptop.name, "is refused: \(step.act.rawValue)")
      } catch {
        throw WorldFailure(
          promise: "\(step.act.rawValue) is not refused",
          found: "\(laptop.name), step \(step.number): \(error)")
      }
      collect(laptop)
    }
    try lastMeetings()
    try WorldChecks(self).check()
  }

  /// The laptop that a step means; of one that was cloned now and then the clone.
  private func laptop(of step: Step) -> Laptop {
    let clones = laptops.count - script.laptops
    if clones > 0, step.pick >> 32 & 1 == 0 {
      return laptops[script.laptops + Int(step.pick >> 33 & 0xFF) % clones]
    }
    return laptops[step.laptop % script.laptops]
  }

  func note(_ number: String, _ who: String, _ words: String) {
    log.append("\(number)\t\(who)\t\(words)")
  }

  /// What a laptop was told to be on the disk is expected everywhere from now on.
  func collect(_ laptop: Laptop) {
    for entry in laptop.acknowledged { expected[entry.id] = entry }
    laptop.acknowledged = []
  }

  /// Everybody takes in the same register; where there is a team, the first laptop's person founds it.
  private func beginMorning() throws {
    for number in 0..<script.laptops {
      surroundings.begin(script.seed &+ UInt64(number))
      let name = String(decoding: [UInt8(ascii: "A") + UInt8(number)], as: UTF8.self)
      let person = PersonID(bytes: [UInt8](repeating: UInt8(number + 1), count: 10))
      laptops.append(Laptop(name, person: person, surroundings, disk: SimulatedDisk()))
    }
    surroundings.begin(script.seed)
    try foundTeam()
    try giveRoles()
    for (number, laptop) in laptops.enumerated() {
      var random = SplitMix64(seed: 1)
      surroundings.begin(script.seed &* 31 &+ UInt64(number) &+ 99)
      _ = try laptop.importRegister(&random)
      collect(laptop)
    }
    // Whoever joins a team has its journal before anything else; some villages begin apart.
    var random = SplitMix64(seed: script.seed &+ 5)
    guard script.hasTeam, random.chance(80) else { return }
    let stick = Stick("the first stick")
    for (number, laptop) in laptops.enumerated() {
      surroundings.begin(script.seed &* 41 &+ UInt64(number))
      try laptop.meet(stick, team: team)
    }
  }

  private func perform(
    _ act: Step.Act, _ laptop: Laptop, _ stick: Stick, _ random: inout SplitMix64
  ) throws -> String? {
    if let words = try trouble(act, laptop, stick, &random) { return words.isEmpty ? nil : words }
    return try laptop.use { try $0.work(act, &random, among: laptops) } ?? "… and its power fails"
  }

  /// Kills, clocks, copies and meetings; nil where the act is a person's work.
  private func trouble(
    _ act: Step.Act, _ laptop: Laptop, _ stick: Stick, _ random: inout SplitMix64
  ) throws -> String? {
    switch act {
    case .leaveDoor:
      return try laptop.use { try $0.opened().desk.settle() } == nil ? "dies at the door" : ""
    case .closeAndOpen:
      laptop.close()
      return "closes the program"
    case .kill:
      if random.chance(40) {
        laptop.kill()
        return "is killed"
      }
      laptop.die(afterCalls: 1 + random.below(30), losingPower: false)
      return "will be killed"
    case .powerCut:
      laptop.die(afterCalls: 1 + random.below(30), losingPower: true)
      return "will lose power"
    case .syncFails:
      laptop.failToSync(1)
      return "will fail to sync"
    case .clockJump:
      let years = [-56, -3, -1, 1, 2, 10][random.below(6)]
      laptop.clockIsOff = years * 31_557_600 + random.below(86_400)
      return "has its clock off by \(years) years"
    case .backUp, .restore, .rollBack, .clone: return try copying(act, laptop, &random) ?? ""
    case .meet, .meetAndStop, .stickPulled, .stickFull, .stickReadOnly:
      return try meet(act, laptop, stick, &random) ?? ""
    case .fileLost, .fileTorn, .fileRepeated, .fileHeldBack, .filesReturned, .stickRolledBack,
      .strayFile:
      return stick.suffer(act, &random) ?? ""
    default: return nil
    }
  }
}

extension Laptop {
  /// Does a person's work; nil where there was nothing to do.
  func work(
    _ act: Step.Act, _ random: inout SplitMix64, among laptops: [Laptop]
  ) throws -> String? {
    do {
      let words = try person(act, &random, laptops)
      return words ?? ""
    } catch let fault as AppendFault {
      // A disk that fails refuses, and nothing was told to be there.
      guard case .disk = fault else { throw fault }
      return "is refused: \(act.rawValue)"
    }
  }

  private func person(
    _ act: Step.Act, _ random: inout SplitMix64, _ laptops: [Laptop]
  ) throws -> String? {
    switch act {
    case .importRegister: try importRegister(&random)
    case .enrol: try enrol(&random)
    case .openDoor: try openDoor(&random)
    case .answer: try answer(&random)
    case .answerAgain: try answer(&random, again: true)
    case .dontKnow: try answer(&random, special: true)
    case .addRow: try addRow(&random)
    case .strikeRow: try strikeRow(&random)
    case .undo: try undo(&random, redo: false)
    case .redo: try undo(&random, redo: true)
    case .remark: try remark(&random)
    case .householdRemark: try remarkOnHousehold(&random)
    case .endVisit: try endVisit(&random)
    case .complete: try complete(&random)
    case .reopen: try reopen(&random)
    case .seeFindings: try seeFindings(&random)
    case .move: try move(&random)
    case .chooseStandard: try chooseStandard(&random)
    case .nameVillage: try nameVillage(&random)
    case .confirmDate: try confirmDate(&random)
    case .assign: try assign(&random)
    case .giveInterviewBack: try review(.returning, &random)
    case .answerComments: try answerComments(&random)
    case .approve: try review(.approving, &random)
    case .unapprove: try review(.unapproving, &random)
    case .typeIssue: try typeIssue(&random)
    case .workOnIssue: try workOnIssue(&random)
    case .leadIssueOn: try leadIssueOn(&random)
    default: try decide(act, &random, among: laptops)
    }
  }
}
