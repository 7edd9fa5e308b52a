import JSONText
import Record

extension SyncReport {
  /// The line of the log of all meetings: counts and times, who was
  /// seen on which device when, and nothing that anybody said.
  func logLine(time: String, place: String, team: String, person: PersonID?) -> JSON {
    func json(_ traffic: [Scope: Traffic]) -> JSON {
      .object(
        traffic.sorted { $0.key < $1.key }.map { scope, traffic in
          JSON.Member(
            scope.text, [.int(traffic.entries), .int(traffic.held), .int(traffic.bytes)])
        })
    }
    return [
      "time": .string(time), "path": .string(place), "team": .string(team),
      "person": person.map { .string($0.rawValue) } ?? .null, "in": json(cameIn),
      "out": json(wentOut),
      "files": [.int(filesIn), .int(filesOut)], "problems": .int(problems.count),
      "stopped": .bool(stopped), "seen": .array(lastSeen.map(\.json)),
    ]
  }
}
