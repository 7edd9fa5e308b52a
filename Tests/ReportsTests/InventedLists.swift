import Fieldwork
import FormEngine
import JSONText
import SeededRandom

/// Lists of villages with whatever can stand in one, from a seed.
enum InventedLists {
  static let domains = ["food", "water", "household"]

  /// A village of some households.
  static func village(_ code: String, households: Int, seed: UInt64) -> Village {
    var random = SplitMix64(seed: seed)
    let list = (0..<households).map { number -> JSON in
      let status = HouseholdStatus.allCases[random.below(HouseholdStatus.allCases.count)]
      var json: JSON = [
        "id": .string("\(code)-\(number)"), "group": .string("\(random.below(4))组"),
        "number": .int(number + 1), "head": "甲", "size": .int(random.below(7)),
        "class": .string(["general", "out", "notout", ""][random.below(4)]),
        "status": .string(status.rawValue),
      ]
      if status == .complete {
        let states = domains.map {
          "\($0)=\(VerdictState.allCases[random.below(VerdictState.allCases.count)].rawValue)"
        }
        json.set("verdicts", .string(states.joined(separator: " ")))
        let marks = (0..<random.below(4)).map { _ in
          let level = FindingLevel.allCases[random.below(3)]
          return "\(level.rawValue)\(random.below(3))/\(level.rawValue)/"
            + (random.chance(50) ? "row\(random.below(3))" : "")
        }
        if !marks.isEmpty { json.set("found", .string(marks.joined(separator: " "))) }
      }
      if random.chance(20) { json.set("conflicts", .int(1 + random.below(3))) }
      if random.chance(30) {
        var review: JSON = ["state": .string(ReviewState.allCases[0].rawValue)]
        if random.chance(50) { review.set("proxy", true) }
        if random.chance(50) { review.set("telephone", true) }
        if random.chance(50) { review.set("after_seen", .int(2)) }
        if random.chance(50) { review.set("warnings", .int(1)) }
        json.set("review", review)
      }
      return json
    }
    guard
      let village = Village(
        json: [
          "code": .string(code), "name": .string("村\(code.suffix(2))"),
          "newest": ["0g60r30c1g60r30c": "2026-11-21T09:30:00.000+08:00"],
          "households": .array(list),
        ])
    else { preconditionFailure("an invented list cannot be read") }
    return village
  }
}
