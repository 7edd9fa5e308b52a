import Station
import Terminal

extension PlainApp {
  /// Takes a line that meets the other laptops or asks what two people wrote differently, and tells
  /// whether it was one: `/s FOLDER` or `/d`.
  ///
  /// Both are offered outside an open interview only.
  mutating func meet(_ text: String, _ turn: inout Turn) -> Bool {
    switch stage {
    case .household, .village: break
    default: return false
    }
    if text == "/d", hasVillage {
      stage = .conflicts([])
      turn.effects = [.findConflicts(language)]
      return true
    }
    guard text == "/s" || text.hasPrefix("/s ") else { return false }
    let path = String(text.dropFirst(2)).trimmed
    if path.isEmpty {
      let meeting = language.strings.meeting
      turn.lines =
        environment.places().map {
          meeting.place($0.name, $0.path, $0.kind == .stick, $0.lastUsed)
            + ($0.isHere ? "" : "  (\(meeting.notHere))")
        } + [strings.syncWhere]
    } else {
      turn.effects = [.sync(path: path)]
    }
    return true
  }

  /// How far a meeting is: said only when something else is being done.
  mutating func progressed(_ progress: MeetingProgress) -> [String] {
    let meeting = language.strings.meeting
    let line = meeting.phase(progress.phase, progress.village)
    defer { lastProgress = line }
    return line == lastProgress ? [] : [line]
  }

  /// What came of a meeting.
  mutating func met(_ report: MeetingReport, _ turn: inout Turn) {
    lastProgress = nil
    turn.lines = MeetingLines(language).lines(report)
    if report.conflictCount > 0 { turn.lines.append(strings.differencesHow) }
    turn.lines += prompt()
  }

  /// What two people wrote differently: the list, or that there is nothing.
  mutating func found(_ conflicts: [ShownConflict], _ turn: inout Turn) {
    guard case .conflicts = stage else { return }
    if conflicts.isEmpty {
      stage = .household
      turn.lines = [language.strings.conflicts.none]
    } else {
      stage = .conflicts(conflicts)
      let words = ConflictLines(language)
      turn.lines = conflicts.enumerated().map { "\($0.offset + 1)  \(words.line($0.element))" }
    }
    turn.lines += prompt()
  }

  /// A number asks for a difference; an empty line goes back to the households.
  mutating func choose(_ text: String, among conflicts: [ShownConflict], _ turn: inout Turn) {
    if text.isEmpty {
      stage = .household
    } else if let number = Int(FullWidth.number(text)), conflicts.indices.contains(number - 1) {
      stage = .conflict(conflicts[number - 1], isTyping: false)
    } else {
      turn.lines = [strings.notUnderstood]
    }
    turn.lines += prompt()
  }

  /// A number decides; an empty line decides nothing.
  mutating func decide(
    _ text: String, _ conflict: ShownConflict, isTyping: Bool, _ turn: inout Turn
  ) {
    if isTyping, !text.isEmpty {
      turn.effects = [.settleConflict(id: conflict.id, text: text)]
      return
    }
    let number = Int(FullWidth.number(text)).map { $0 - 1 }
    if let number, conflict.sides.indices.contains(number) {
      turn.effects = [.record(conflict.sides[number].drafts)]
    } else if number == conflict.sides.count, conflict.third == .typed {
      stage = .conflict(conflict, isTyping: true)
      turn.lines = prompt()
    } else if text.isEmpty || number == ConflictLines(language).choices(conflict).count - 1 {
      stage = .conflicts([])
      turn.effects = [.findConflicts(language)]
    } else {
      turn.lines = [strings.notUnderstood] + prompt()
    }
  }

  /// A difference was decided: the others are next.
  mutating func decided(_ turn: inout Turn) {
    stage = .conflicts([])
    turn.lines = [strings.saved]
    turn.effects = [.findConflicts(language)]
  }

  /// What is asked about a difference.
  func prompt(_ conflict: ShownConflict, isTyping: Bool) -> [String] {
    isTyping ? [language.strings.conflicts.thirdHint] : ConflictLines(language).lines(conflict)
  }
}
