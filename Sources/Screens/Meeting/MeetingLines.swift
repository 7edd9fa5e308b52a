import Terminal

/// What is said of a meeting, line by line: the screen shows them, plain mode and commands print them.
public struct MeetingLines: Sendable {
  /// The language they are in.
  public let language: Language
  private var strings: MeetingStrings { language.strings.meeting }

  /// Lines in a language.
  public init(_ language: Language) { self.language = language }

  /// What came of it, each line with how it is meant.
  func marked(_ report: MeetingReport) -> [ScrolledText.Line] {
    var lines: [ScrolledText.Line] = []
    if let failure = report.failure {
      return [.init(failure(language), .error)]
    }
    lines.append(
      report.wasStopped
        ? .init(strings.stopped, .warning)
        : report.troubles.isEmpty
          ? .init(strings.finished, .done) : .init(strings.finishedSoFar, .warning))
    lines += standings(report)
    lines += exchanged(report)
    lines += decided(report)
    lines += [.init(""), .init(strings.lastSeenTitle, .title)]
    if report.lastSeen.isEmpty { lines.append(.init("  " + strings.nobodySeen)) }
    for seen in report.lastSeen {
      lines.append(
        .init(
          "  " + strings.lastSeen(name(seen), seen.time, seen.days),
          (seen.days ?? Self.longAgo) >= Self.longAgo ? .warning : .text))
    }
    return lines
  }

  /// Who is in the team and who is not, as far as it bears on what counts.
  private func standings(_ report: MeetingReport) -> [ScrolledText.Line] {
    let own: [ScrolledText.Line] =
      switch report.standing {
      case .counts: []
      case .countsNow: [.init(strings.ownCountsNow, .done)]
      case .heldApart: [.init(strings.ownHeldApart, .warning)]
      }
    let others = report.waiting.map { name in
      strings.waiting(name.isEmpty ? language.strings.devices.unnamed : name)
    }
    return own + others.map { .init($0, .warning) }
  }

  /// What others decided; of many only the first.
  private func decided(_ report: MeetingReport) -> [ScrolledText.Line] {
    guard !report.decisions.isEmpty else { return [] }
    let told = report.decisions.prefix(Self.mostDecisions)
    return [.init(""), .init(strings.decidedTitle(report.decisions.count), .title)]
      + told.map { .init("  " + strings.decision($0.what(language), $0.person, $0.time)) }
      + (told.count < report.decisions.count
        ? [.init("  " + strings.moreDecisions(report.decisions.count - told.count), .dim)] : [])
  }

  private static let mostDecisions = 8

  /// A device, and who sat at it.
  private func name(_ seen: MeetingReport.Seen) -> String {
    switch (seen.device, seen.person) {
    case (let device?, let person?): strings.deviceAndPerson(device, person)
    case (let name?, nil), (nil, let name?): name
    case (nil, nil): seen.id
    }
  }

  /// What came and went, and what is amiss.
  private func exchanged(
    _ report: MeetingReport, isBothWays: Bool = true
  ) -> [ScrolledText.Line] {
    var lines = counts(report.came, strings.nothingCame, strings.came)
    if isBothWays { lines += counts(report.went, strings.nothingWent, strings.went) }
    if report.held > 0 { lines.append(.init(strings.held(report.held), .warning)) }
    for count in report.conflicts where count.entries > 0 {
      lines.append(.init(strings.conflicts(count.village ?? strings.team, count.entries), .warning))
    }
    if !report.troubles.isEmpty {
      lines += [.init(""), .init(strings.troubles(report.troubles.count), .title)]
      lines += report.troubles.map { .init("  " + $0(language), .warning) }
    }
    return lines
  }

  /// After how many days without a device it is pointed out.
  private static let longAgo = 3

  private func counts(
    _ counts: [MeetingReport.Count], _ nothing: String,
    _ sentence: (_ name: String, _ entries: Int, _ households: Int) -> String
  ) -> [ScrolledText.Line] {
    let some = counts.filter { $0.entries > 0 }
    guard !some.isEmpty else { return [.init(nothing)] }
    return some.map { .init(sentence($0.village ?? strings.team, $0.entries, $0.households)) }
  }

  /// What came of it.
  public func lines(_ report: MeetingReport) -> [String] { marked(report).map(\.text) }

  /// What came out of a parcel: nothing goes into it, and nobody is met.
  public func arrived(_ report: MeetingReport) -> [String] {
    exchanged(report, isBothWays: false).map(\.text)
  }

  /// How far it is, in one line.
  public func line(_ progress: MeetingProgress) -> String {
    [
      strings.phase(progress.phase, progress.village), progress.percent.map { "\($0)%" },
      progress.total > 0 ? strings.bytes(progress.done, progress.total) : nil,
      strings.inAndOut(progress.entriesIn, progress.entriesOut),
      progress.secondsLeft.map(strings.timeLeft),
    ].compactMap { $0 }.joined(separator: "  ")
  }
}
