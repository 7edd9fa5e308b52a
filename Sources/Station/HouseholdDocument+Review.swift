import Fieldwork
import JSONText
import Record

extension HouseholdDocument {
  /// Where the review stands, and the issues: left out where nobody began either.
  static func review(of file: HouseholdCase, into json: inout JSON) {
    let review = file.review
    if review.state != .notBegun { json.set("review", self.review(review)) }
    let issues = file.issueSummaries
    if !issues.isEmpty { json.set("issues", .array(issues.map(\.json))) }
  }

  private static func review(_ review: InterviewReview) -> JSON {
    var json: JSON = ["state": .string(review.state.rawValue)]
    if let assignee = review.assignee { json.set("given_to", .string(assignee.rawValue)) }
    if review.timesReturned > 0 { json.set("returned", .int(review.timesReturned)) }
    if let approval = review.approval {
      json.set("approved_by", .string(approval.person.rawValue))
      json.set("approved_at", .string(approval.time))
    }
    if !review.comments.isEmpty {
      json.set("comments", .array(review.comments.map(comment)))
    }
    return json
  }

  private static func comment(_ standing: StandingComment) -> JSON {
    var json: JSON = [
      "text": .string(standing.comment.text), "by": .string(standing.stamp.person.rawValue),
      "at": .string(standing.stamp.time),
    ]
    if let key = standing.comment.key {
      json.set("question", .string(key.question))
      if let row = key.rows.last { json.set("row", .string(row)) }
    }
    if let answer = standing.answers.last { json.set("answer", .string(answer.text)) }
    return json
  }
}
