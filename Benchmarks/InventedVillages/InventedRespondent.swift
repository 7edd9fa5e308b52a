import SeededRandom

/// Whoever answers for an invented household: has a plausible answer to every question of the
/// household form, whether or not it will be asked.
///
/// The caller lets the form say what is asked next and which choices it offers. An answer depends
/// on household, question and member only, never on the order of asking.
public struct InventedRespondent: Sendable {
  /// The household that is answered for.
  public let household: InventedHousehold
  /// The day of the visit.
  public let date: CivilDate

  /// Answers for a household on a day.
  public init(_ household: InventedHousehold, on date: CivilDate) {
    self.household = household
    self.date = date
  }

  /// The rows of the roster, in order.
  public var roster: [InventedMember] { household.members }

  /// The answer as the form stores it: a text, a number or date, a choice's name or several with
  /// spaces between; empty where the question is left blank, which no required one is.
  ///
  /// `type` is the form's (`text`, `select_one` …), `choices` the names now offered.
  public func answer(
    to name: String, type: String, choices: [String] = [], member: InventedMember? = nil
  ) -> String {
    let wish = wish(for: name, member: member)
    switch type {
    case "select_one": return choices.contains(wish ?? "?") ? wish ?? "" : fallback(wish, choices)
    case "select_multiple":
      guard let wish else { return fallback(nil, choices) }
      let offered = wish.split(separator: " ").map(String.init).filter(choices.contains)
      return offered.isEmpty ? fallback(wish, choices) : offered.joined(separator: " ")
    case "integer", "decimal": return wish ?? "1"
    case "date": return wish ?? date.text
    default: return wish ?? ""
    }
  }

  /// What is said when the wished-for choice is not on offer: nothing to a question left blank,
  /// else "don't know", else whatever comes first.
  private func fallback(_ wish: String?, _ choices: [String]) -> String {
    if wish == "" { return "" }
    return choices.contains("dk") ? "dk" : choices.first ?? ""
  }

  /// The answer by question name; nil for a question of another form.
  private func wish(for name: String, member: InventedMember?) -> String? {
    if let fact = member?.facts[name] ?? household.facts[name] { return fact }
    switch name.prefix(2) {
    case "c_", "x_": return coverAnswer(name)
    case "m_": return member.flatMap { memberAnswer(name, $0) }
    case "e_": return member.flatMap { educationAnswer(name, $0) }
    case "d_": return careAnswer(name, member)
    case "f_", "k_": return foodAndClothingAnswer(name)
    case "h_": return housingAnswer(name)
    case "w_": return waterAnswer(name)
    case "i_": return incomeAnswer(name)
    case "p_": return closingAnswer(name)
    default: return nil
    }
  }

  /// Chance of its own for each question and member.
  func chance(_ key: String, _ member: InventedMember? = nil) -> SplitMix64 {
    SplitMix64(seed: household.seed, key: key, index: (member?.index ?? -1) + 1)
  }

  func draw(_ key: String, _ weighted: [(String, Int)], _ member: InventedMember? = nil)
    -> String
  {
    var random = chance(key, member)
    return random.draw(weighted: weighted)
  }

  func number(_ key: String, _ range: ClosedRange<Int>, _ member: InventedMember? = nil) -> Int {
    var random = chance(key, member)
    return random.number(range)
  }

  func age(_ member: InventedMember) -> Int {
    member.birth.age(on: date)
  }
}
