import FormEngine
import Station

/// What the whole interview looks like at one moment: taken once after each change, not at every key.
struct InterviewOverview: Sendable {
  /// The sections with their progress.
  let sections: [Section]
  /// How many answers are missing or not confirmed.
  let open: Int

  init(_ session: InterviewSession) {
    sections = session.sections()
    open = session.openCount
  }
}
