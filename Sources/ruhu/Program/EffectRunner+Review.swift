import Fieldwork
import Screens
import Station

extension EffectRunner {
  /// Looks which households can be approved at once.
  func findClean(_ households: [HouseholdID], today: String) -> [Message] {
    guard let desk = workplace.desk, let person else { return [] }
    do {
      return [.clean(try desk.cleanApprovals(of: households, by: person, today: today))]
    } catch {
      return [.notOpened(Self.fault(error))]
    }
  }

  /// Finds what was written on an interview and not sent.
  func readComments(_ interview: InterviewID) -> [Message] {
    guard let person else { return [] }
    return [.comments(interview, workplace.keptComments()[interview, person])]
  }

  /// Keeps what was written on an interview and not sent.
  func keepComments(_ interview: InterviewID, _ comments: [ReviewComment]) -> [Message] {
    guard let person else { return [] }
    do {
      try workplace.keep(comments, on: interview, by: person)
      return []
    } catch {
      return [.notRecorded(Self.fault(error))]
    }
  }
}
