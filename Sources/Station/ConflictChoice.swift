/// What a person decides about a conflict.
public enum ConflictChoice: Equatable, Sendable {
  /// The act at that place among the conflict's tips holds: its value, its whole branch where it steers
  /// what is asked, its interview or its household.
  case tip(Int)
  /// Neither: an answer gets this value (XLSForm text), with its special state.
  case value(String, special: String?)
  /// Nothing is chosen over anything else: both interviews count, the households are two. Of what can
  /// only be one thing, such as an answer, what stands now.
  case asItStands
}
