import FormEngine
import JSONText

/// What the standard said of a household when its interview was complete: for lists and counts,
/// without the sentences.
public struct HouseholdFindings: Equatable, Sendable {
  /// A rule that was true.
  public struct Mark: Equatable, Sendable {
    /// The rule's name.
    public var rule: String
    /// How grave it is.
    public var level: FindingLevel
    /// The member's row; empty for the household.
    public var row: String

    /// Names a rule that was true.
    public init(rule: String, level: FindingLevel, row: String) {
      self.rule = rule
      self.level = level
      self.row = row
    }
  }

  /// The verdicts by domain, the household's own among them.
  public var verdicts: [String: VerdictState]
  /// The rules that were true, in the standard's order.
  public var marks: [Mark]

  /// Collects verdicts and marks.
  public init(verdicts: [String: VerdictState] = [:], marks: [Mark] = []) {
    self.verdicts = verdicts
    self.marks = marks
  }

  /// Whether anyone was interviewed: else each verdict says that nothing was assessed.
  public var isAssessed: Bool {
    !marks.isEmpty || verdicts.values.contains { $0 != .notAssessed }
  }

  /// The verdict of the household as a whole; not assessed where the standard has none.
  public var household: VerdictState { verdicts[Self.householdDomain] ?? .notAssessed }

  /// The domain that stands for the household as a whole.
  public static let householdDomain = "household"

  /// How many findings of a level there are.
  public func count(_ level: FindingLevel) -> Int { marks.count { $0.level == level } }
}

extension HouseholdFindings {
  // One text each, since a township's list holds some ten thousand of them.

  var json: JSON {
    var json: JSON = [
      "verdicts": .string(
        verdicts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.rawValue)" }
          .joined(separator: " "))
    ]
    if !marks.isEmpty {
      json.set(
        "found",
        .string(
          marks.map { "\($0.rule)/\($0.level.rawValue)/\($0.row)" }.joined(separator: " ")))
    }
    return json
  }

  /// Reads what a derived file holds; nil when it is not that.
  init?(json: JSON) {
    guard let text = json["verdicts"]?.string else { return nil }
    self.init()
    for pair in text.split(separator: " ") {
      let parts = pair.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let state = VerdictState(rawValue: String(parts[1])) else {
        return nil
      }
      verdicts[String(parts[0])] = state
    }
    for text in (json["found"]?.string ?? "").split(separator: " ") {
      let parts = text.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3, let level = FindingLevel(rawValue: String(parts[1])) else {
        return nil
      }
      marks.append(Mark(rule: String(parts[0]), level: level, row: String(parts[2])))
    }
  }
}
