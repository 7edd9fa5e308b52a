import Fieldwork
import FormEngine
import JSONText
import SeededRandom
import Testing

@testable import Reports

/// What adds up in any village, and in any several of them.
@Suite struct CompletionFiguresTests {
  private func figures(_ villages: [Village]) -> CompletionFigures {
    CompletionFigures(
      villages.map { ReportedVillage($0) }, domains: InventedLists.domains, day: "2026-11-21")
  }

  private func village(_ seed: UInt64, _ code: String = "990101201201") -> Village {
    var random = SplitMix64(seed: seed)
    return InventedLists.village(code, households: random.below(60), seed: seed)
  }

  @Test func everyBreakdownAddsUpToAll() {
    for seed in UInt64(1)...60 {
      let figures = figures([village(seed)])
      for lines in [figures.places, figures.classes] {
        #expect(lines.reduce(0) { $0 + $1.households } == figures.all.households)
        #expect(lines.reduce(0) { $0 + $1.persons } == figures.all.persons)
        for number in figures.domains.indices {
          for state in VerdictState.allCases {
            #expect(
              lines.reduce(0) { $0 + $1.verdicts[number].households(state) }
                == figures.all.verdicts[number].households(state))
            #expect(
              lines.reduce(0) { $0 + $1.verdicts[number].persons(state) }
                == figures.all.verdicts[number].persons(state))
          }
        }
      }
    }
  }

  @Test func theVerdictsOfADomainAddUpToAllHouseholds() {
    for seed in UInt64(1)...60 {
      let figures = figures([village(seed)])
      for line in figures.places + figures.classes + [figures.all] {
        for tally in line.verdicts {
          #expect(tally.allHouseholds == line.households)
          #expect(tally.allPersons == line.persons)
        }
      }
    }
  }

  @Test func aRollUpIsTheSumOfItsVillages() {
    for seed in UInt64(1)...40 {
      let villages = (0..<3).map { village(seed * 7 + UInt64($0), "99010120120\($0)") }
      let together = figures(villages)
      let apart = villages.map { figures([$0]) }
      #expect(together.all.households == apart.reduce(0) { $0 + $1.all.households })
      #expect(together.all.persons == apart.reduce(0) { $0 + $1.all.persons })
      #expect(together.places.map(\.households) == apart.map(\.all.households))
      #expect(together.allIssues.found == apart.reduce(0) { $0 + $1.allIssues.found })
      #expect(together.openReds == apart.reduce(0) { $0 + $1.openReds })
      for mark in Trace.Mark.allCases {
        #expect(
          together.marks[mark, default: 0] == apart.reduce(0) { $0 + $1.marks[mark, default: 0] })
      }
      for found in together.found {
        #expect(
          found.households
            == apart.reduce(0) { sum, one in
              sum
                + (one.found.first { $0.rule == found.rule && $0.level == found.level }?.households
                  ?? 0)
            })
      }
    }
  }

  @Test func whoeverAsksWhichHouseholdsTheyAreGetsAsManyAsWereCounted() {
    for seed in UInt64(1)...40 {
      let villages = (0..<(seed % 2 == 0 ? 1 : 2)).map {
        village(seed * 5 + UInt64($0), "99010120120\($0)")
      }
      let figures = figures(villages)
      func count(_ trace: Trace) -> (households: Int, persons: Int) {
        villages.reduce(into: (0, 0)) { sum, village in
          for household in village.households.values where trace.holds(household, in: village.code)
          {
            sum.0 += 1
            sum.1 += household.size
          }
        }
      }
      for line in figures.places + figures.classes + [figures.all] {
        #expect(count(line.trace).households == line.households)
        #expect(count(line.trace).persons == line.persons)
        for status in HouseholdStatus.allCases {
          #expect(
            count(line.trace.with { $0.status = status }).households
              == line.statuses[status] ?? 0)
        }
        for (number, domain) in figures.domains.enumerated() {
          for state in VerdictState.allCases {
            let counted = count(line.trace.with { $0.verdict = .init(domain, state) })
            #expect(counted.households == line.verdicts[number].households(state))
            #expect(counted.persons == line.verdicts[number].persons(state))
          }
        }
      }
      for mark in Trace.Mark.allCases {
        #expect(
          count(Trace().with { $0.mark = mark }).households == figures.marks[mark, default: 0])
      }
      for found in figures.found {
        // A rule that was graver in another standard stands in two lines.
        let all = figures.found.filter { $0.rule == found.rule }
        guard all.count == 1 else { continue }
        #expect(count(Trace().with { $0.rule = found.rule }).households == found.households)
      }
    }
  }

  @Test func unknownIsNeverMet() {
    let village = InventedLists.village("990101201201", households: 40, seed: 3)
    let figures = figures([village])
    let met = village.households.values.count { $0.findings?.verdicts["water"] == .met }
    #expect(figures.all.verdicts[1].households(.met) == met)
    let open = village.households.values.count { $0.findings == nil }
    #expect(open > 0)
    #expect(figures.all.verdicts[1].households(.notAssessed) >= open)
  }

  @Test func groupsStandByTheirNumbers() {
    #expect(ReportedVillage.stands("2组", before: "10组"))
    #expect(!ReportedVillage.stands("10组", before: "2组"))
    #expect(ReportedVillage.stands("10组", before: ""))
  }

  @Test func aHundredPercentIsAll() {
    #expect(ReportCell.permille(299, of: 300) == 996)
    #expect(ReportCell.permille(300, of: 300) == 1000)
    #expect(ReportCell.permille(0, of: 0) == nil)
  }
}
