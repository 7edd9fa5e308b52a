import SeededRandom
import SimulatedLaptops

/// All that happens in one world before its last meetings.
struct Script: Sendable, Equatable {
  /// What it was drawn from.
  let seed: UInt64
  /// How many laptops leave in the morning.
  var laptops: Int
  /// Whether there is a team whose devices are admitted; else everything counts.
  var hasTeam: Bool
  /// Whether there is a supervisor who mostly leaves the doors to the others, and an evening of review.
  var isReviewed = false
  /// What happens, in order.
  var steps: [Step]

  /// Draws a world.
  init(seed: UInt64) {
    self.seed = seed
    var random = SplitMix64(seed: seed)
    laptops = [2, 2, 2, 3, 3, 3, 4, 5][random.below(8)]
    hasTeam = random.chance(75)
    // Worlds without accidents find what is wrong in folding, the others what is wrong in carrying.
    let mishaps = [0, 1, 1, 3][random.below(4)]
    var weights = Self.work
    for (act, weight) in Self.mishaps { weights.append((act, weight * mishaps)) }
    let total = weights.reduce(0) { $0 + $1.1 }
    let count = 15 + random.below(65)
    steps = []
    for number in 0..<count {
      var left = random.below(total)
      var act = Step.Act.answer
      for (one, weight) in weights {
        left -= weight
        if left < 0 {
          act = one
          break
        }
      }
      steps.append(
        Step(
          number: number, act: act, laptop: random.below(laptops), stick: random.below(2),
          pick: random.next()))
    }
    // Drawn last: the other worlds stay what they were.
    isReviewed = random.chance(25)
    if isReviewed { review(&random) }
  }

  /// Leaves the doors to the surveyors, and lets everybody meet in the evening: the first laptop's person
  /// reviews, the others answer for what is to be mended, and what is mended is confirmed.
  private mutating func review(_ random: inout SplitMix64) {
    for index in steps.indices where steps[index].laptop == 0 && random.chance(85) {
      if Self.atDoors.contains(steps[index].act) {
        steps[index].laptop = 1 + random.below(laptops - 1)
      }
    }
    let others = Array(1..<laptops)
    func add(_ act: Step.Act, _ who: [Int], _ times: Int = 1) {
      for laptop in who {
        for _ in 0..<times {
          steps.append(
            Step(
              number: steps.count, act: act, laptop: laptop, stick: 0, pick: random.next()))
        }
      }
    }
    add(.complete, others, 2)
    add(.meet, others + [0])
    add(.approve, [0], 3)
    add(.leadIssueOn, [0], 4)
    add(.giveInterviewBack, [0])
    add(.meet, [0] + others)
    add(.leadIssueOn, others, 2)
    add(.answerComments, others)
    add(.reopen, [1])
    add(.answerAgain, [1], 3)
    add(.complete, [1], 2)
    add(.leadIssueOn, others, 2)
    add(.meet, others + [0])
    add(.leadIssueOn, [0], 4)
    add(.approve, [0], 2)
  }

  private static let atDoors: Set<Step.Act> = [
    .openDoor, .answer, .answerAgain, .dontKnow, .addRow, .strikeRow, .undo, .redo, .endVisit,
    .complete, .reopen, .seeFindings,
  ]

  private static let work: [(Step.Act, Int)] = [
    (.importRegister, 3), (.enrol, 2), (.openDoor, 14), (.answer, 36), (.answerAgain, 10),
    (.dontKnow, 3), (.addRow, 6), (.strikeRow, 4), (.undo, 5), (.redo, 2), (.remark, 2),
    (.householdRemark, 1), (.endVisit, 3), (.complete, 14), (.reopen, 4), (.seeFindings, 2),
    (.move, 10), (.chooseStandard, 1), (.nameVillage, 1), (.confirmDate, 1), (.take, 1),
    (.giveBack, 1), (.settle, 12), (.setAside, 3), (.join, 3), (.eraseAnswer, 2),
    (.eraseHousehold, 1), (.addPerson, 1), (.admit, 1), (.revoke, 1), (.leaveDoor, 5),
    (.assign, 1), (.giveInterviewBack, 4), (.answerComments, 6), (.approve, 8), (.unapprove, 1),
    (.typeIssue, 2), (.workOnIssue, 26),
    (.closeAndOpen, 3), (.meet, 24),
  ]

  private static let mishaps: [(Step.Act, Int)] = [
    (.kill, 2), (.powerCut, 2), (.syncFails, 1), (.clockJump, 1), (.backUp, 1), (.restore, 1),
    (.rollBack, 1), (.clone, 3), (.meetAndStop, 1), (.stickPulled, 2), (.stickFull, 1),
    (.stickReadOnly, 1), (.fileLost, 1), (.fileTorn, 2), (.fileRepeated, 1), (.fileHeldBack, 2),
    (.filesReturned, 2), (.stickRolledBack, 1), (.strayFile, 1),
  ]
}
