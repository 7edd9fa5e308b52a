import Fieldwork
import FormEngine
import Record

extension InterviewSession {
  /// The comments of whoever returned the interview that nobody has answered.
  public var openComments: [StandingComment] { interview.review.openComments }

  /// The comments at a question, answered ones too.
  public func comments(at address: NodeAddress) -> [StandingComment] {
    let key = key(address)
    return interview.review.comments.filter { $0.comment.key == key }
  }

  /// The open comments that no question on the way shows: on the interview as a whole, and on what is no
  /// longer asked.
  public var openCommentsElsewhere: [StandingComment] {
    openComments.filter { comment in
      guard let key = comment.comment.key, let address = address(key) else { return true }
      return !isStanding(.stop(.question(address)))
    }
  }

  /// Where the first open comment stands: at its question, else at the end; nil where none is open.
  public var firstCommentPlace: Place? {
    guard !openComments.isEmpty else { return nil }
    let elsewhere = Set(openCommentsElsewhere.map(\.id))
    let first = openComments.first { !elsewhere.contains($0.id) }
    return first?.comment.key.flatMap(address).map { .stop(.question($0)) } ?? .end
  }

  /// Says something to a comment: without that the interview is not completed again.
  public mutating func answer(_ comment: CommentID, text: String) -> Outcome {
    if let refusal = closedOrWaiting { return .refused(refusal) }
    guard !text.isEmpty else { return .refused(.noReason) }
    pending = Pending(place: place)
    return .record([Fact.commentAnswered(comment, text: text).draft(of: subject)])
  }
}
