import Fieldwork
import FormEngine
import Station
import Terminal

extension InterviewScreen {
  /// The open comment at the place: at its question, or at the end where no question shows it.
  var commentToAnswer: StandingComment? {
    guard session.isOpen else { return nil }
    guard let stop else { return session.openCommentsElsewhere.first }
    return session.comments(at: stop.address).first(where: \.isOpen)
  }

  /// What whoever returned the interview says of a question, until it is complete again.
  func commentLines(
    _ address: NodeAddress, _ columns: Int, _ context: Context
  ) -> [(text: String, role: Role)] {
    guard session.isOpen else { return [] }
    let strings = context.strings.review
    return session.comments(at: address).flatMap { comment -> [(text: String, role: Role)] in
      let person = context.team.name(of: comment.stamp.person)
      let line = strings.comment(comment.comment.text, person, comment.answers.last?.text)
      let role: Role = comment.isOpen ? .warning : .dim
      return Wrapping.lines(line, width: columns).prefix(3).map { ($0, role) }
    }
  }
}
