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
  }

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
