import Fieldwork
import Screens

extension Village {
  /// The household that a person means: by its identity, its number or its head's name.
  func household(called given: String, _ language: Language) throws -> HouseholdSummary {
    let sentences = ActSentences.of(language)
    let found = households.values.filter {
      $0.id.rawValue == given || $0.head == given
        || ($0.number != nil && $0.number == Int(given))
    }
    guard let first = found.first else { throw Refusal(sentences.noSuchHousehold(given)) }
    guard found.count == 1 else {
      let lines = found.sorted { $0.id < $1.id }.map {
        "\($0.id)  \($0.group) \($0.number.map(String.init) ?? "") \($0.head)"
      }
      throw Refusal([sentences.severalHouseholds(given)] + lines)
    }
    return first
  }
}
