import Fieldwork
import Record

extension Context {
  /// Who has which role, as far as that counts for a review.
  var roles: [PersonID: String] {
    Dictionary(team.people.map { ($0.id, $0.role) }, uniquingKeysWith: { $1 })
  }

  /// Whether the person at the keyboard reviews.
  var isReviewer: Bool {
    guard let person, let role = roles[person] else { return false }
    return TeamAuthority.deciding.contains(role)
  }

  /// Why the person at the keyboard does not review; nil where they do.
  var whyNoReview: String? {
    if village == nil { return strings.households.noVillage }
    if person == nil { return strings.households.nobodyAtKeyboard }
    return isReviewer ? nil : strings.review.nobodyReviews
  }
}
