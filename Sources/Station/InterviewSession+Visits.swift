import Fieldwork
import FormEngine
import Record

extension InterviewSession {
  /// Ends the visit under way with the result that was answered.
  public mutating func endVisit(now: Int) -> Outcome {
    if let refusal = closedOrWaiting { return .refused(refusal) }
    guard let visit = interview.openVisit else { return .nothing }
    guard !interview.value(VisitQuestion.result).isEmpty else { return .refused(.noResult) }
    pending = Pending()
    return .record([Fact.visitEnded(visit.id, events: leavingEvents(now)).draft(of: subject)])
  }

  /// Declares the interview complete, and the visit with it; what the standard says then is written
  /// down, and an issue for each red finding that has none.
  public mutating func complete(now: Int) -> Outcome {
    if let refusal = closedOrWaiting { return .refused(refusal) }
    let result = interview.value(VisitQuestion.result)
    guard !result.isEmpty else { return .refused(.noResult) }
    guard VisitResult.isFinal(result) else { return .refused(.resultNotFinal) }
    let comments = openComments.count
    guard comments == 0 else { return .refused(.commentsOpen(comments)) }
    pending = Pending()
    var facts: [Fact] = []
    if let visit = interview.openVisit { facts.append(.visitEnded(visit.id, events: [])) }
    let judgement = judged()
    facts.append(.completed(events: leavingEvents(now), judged: judgement.judged))
    return .record(facts.map { $0.draft(of: subject) } + openings(judgement))
  }

  /// Opens a completed interview again.
  public mutating func reopen(reason: String) -> Outcome {
    guard pending == nil else { return .refused(.waiting) }
    guard interview.isCompleted else { return .nothing }
    guard !reason.isEmpty else { return .refused(.noReason) }
    pending = Pending()
    return .record([Fact.reopened(reason: reason).draft(of: subject)])
  }

  /// What to write when the interviewer leaves without ending the visit: the way so far.
  public mutating func leave(now: Int) -> Outcome {
    guard pending == nil, isOpen, !events.isEmpty else { return .nothing }
    pending = Pending()
    return .record([Fact.paused(events: leavingEvents(now)).draft(of: subject)])
  }

  private func leavingEvents(_ now: Int) -> [Paradata.Event] {
    events + [Paradata.Event(.paused, currentKey, start: now)]
  }
}
