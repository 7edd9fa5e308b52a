import FormEngine
import Station

/// What the whole interview looks like at one moment: taken once after each change, not at every key.
struct InterviewOverview: Sendable {
  /// What is asked, in order.
  let stops: [Stop]
  /// The sections with their progress.
  let sections: [Section]
  /// How many answers are missing or not confirmed.
  let open: Int

  init(_ session: InterviewSession) {
    stops = session.stops
    sections = session.sections()
    open = session.openCount
  }

  /// Where a place stands among the stops; nil at the end.
  func index(of place: InterviewSession.Place) -> Int? {
    guard case .stop(let stop) = place else { return nil }
    return stops.firstIndex(of: stop)
  }
}
