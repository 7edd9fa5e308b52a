import Fieldwork
import FormEngine
import Station

// What whoever returned the interview wants to know, and what is said to it, line by line.
extension PlainApp {
  /// The open comment that is answered here: the question's first one; at the end (nil) one that no
  /// question shows.
  func openComment(_ address: NodeAddress?, _ session: InterviewSession) -> StandingComment? {
    guard session.isOpen else { return nil }
    guard let address else { return session.openCommentsElsewhere.first }
    return session.comments(at: address).first { $0.isOpen }
  }

  /// The open comment, as it is shown where it is answered.
  func commentLines(_ address: NodeAddress?, _ session: InterviewSession) -> [String] {
    openComment(address, session).map { [strings.comment($0.comment.text)] } ?? []
  }

  /// What is asked for where a remark, or the answer to a comment, is to be written.
  func remarkPrompt(_ address: NodeAddress?, _ session: InterviewSession) -> [String] {
    guard let comment = openComment(address, session) else { return [strings.remarkText] }
    let review = language.strings.review
    return [review.answerTitle(comment.comment.text), review.answerHint]
  }

  /// Begins to answer the comment that stands at the end, or leads to the first one at a question.
  mutating func answerAtEnd(
    _ file: HouseholdCase, _ session: InterviewSession, _ turn: inout Turn
  ) {
    var session = session
    if openComment(nil, session) != nil {
      stage = .remark(file, session, nil)
    } else if let place = session.firstCommentPlace {
      session.go(to: place, jumped: true, now: now)
      stage = Self.stage(file, session)
    } else {
      turn.lines = [strings.notUnderstood]
    }
    turn.lines += prompt()
  }

  /// Writes the remark, or the answer to the comment that stands here; an empty line writes nothing.
  mutating func remark(
    _ text: String, _ file: HouseholdCase, _ session: InterviewSession, _ address: NodeAddress?,
    _ turn: inout Turn
  ) {
    var session = session
    guard !text.isEmpty else {
      stage = Self.stage(file, session)
      turn.lines = prompt()
      return
    }
    let outcome: InterviewSession.Outcome
    if let comment = openComment(address, session) {
      outcome = session.answer(comment.id, text: text)
    } else if let address {
      outcome = session.remark(text, at: address, now: now)
    } else {
      stage = Self.stage(file, session)
      turn.lines = prompt()
      return
    }
    stage = .remark(file, session, address)
    settle(outcome, &turn)
  }
}
