import FormEngine
import InventedVillages
import SeededRandom
import Testing

/// Whether the household form can be filled to its end by everybody of the sample village.
@Suite struct InventedRespondentTests {
  static let today = "2026-11-21"
  /// Asked only with the profile of 2020, or where a county has set a yearly cap.
  static let notByDefault: Set<String> = ["m_edu", "m_hosp", "m_own"]
  let definition: FormDefinition

  init() throws {
    definition = try FormDefinition(Workbook(json: RepositoryFile.householdForm()))
  }

  @Test("every invented household gets to the end, and between them every question is asked")
  func respondents() throws {
    let date = try #require(CivilDate(InventedRespondentTests.today))
    var asked: Set<String> = []
    for household in InventedVillage.sample.households {
      let respondent = InventedRespondent(household, on: date)
      var interview = WalkedInterview(
        definition, household, today: InventedRespondentTests.today)
      interview.walk { question in
        [
          respondent.answer(
            to: question.name, type: question.type, choices: question.choices,
            member: question.member)
        ]
      }
      #expect(interview.problems.isEmpty, "\(interview.problems)")
      asked.formUnion(interview.asked)
      if household.plan.status == .complete {
        #expect(interview.form.calculated("n_head") == "1")
        #expect(interview.asked.count > 40)
      }
    }
    let questions = definition.nodes.filter { node in
      let type = node.attributes["type"] ?? ""
      return type.hasPrefix("select_") || ["text", "integer", "date"].contains(type)
    }
    #expect(Set(questions.map(\.name)).subtracting(asked) == InventedRespondentTests.notByDefault)
  }

  @Test("whoever answers at random gets to the end too", arguments: 1...3 as ClosedRange<UInt64>)
  func randomAnswers(seed: UInt64) throws {
    let date = try #require(CivilDate(InventedRespondentTests.today))
    var random = SplitMix64(seed: seed)
    let village = InventedVillage.village(9, households: 40)
    for household in village.households {
      let respondent = InventedRespondent(household, on: date)
      var interview = WalkedInterview(
        definition, household, today: InventedRespondentTests.today)
      interview.walk { question in
        let sensible = respondent.answer(
          to: question.name, type: question.type, choices: question.choices,
          member: question.member)
        return question.isReadOnly
          ? [sensible] : InventedRespondentTests.attempts(question, sensible, &random)
      }
      #expect(interview.problems.isEmpty, "\(interview.problems)")
    }
  }

  /// Thirty attempts; a text, a name or a number with a check digit is not found by chance.
  static func attempts(
    _ question: WalkedInterview.Question, _ sensible: String, _ random: inout SplitMix64
  ) -> [String] {
    // One in three does not agree or is not met; the others are more telling.
    if question.name == "c_consent", random.next() % 3 > 0 { return ["yes"] }
    // A day long ago would make most birth dates impossible.
    if question.name == "c_date" { return [today] }
    return (0..<30).map { _ in
      switch question.type {
      case "select_one": question.choices.randomElement(using: &random) ?? ""
      case "select_multiple":
        question.choices.shuffled(using: &random).prefix(Int(random.next() % 3) + 1)
          .joined(separator: " ")
      case "integer":
        String(Int(random.next() % 40) * [1, 1, 25, 2000][Int(random.next() % 4)] - 9)
      case "date": random.next() % 2 == 0 ? "1985-06-30" : today
      default: sensible
      }
    }
      // Of nothing in all the own share is nothing; that one number is not found by chance.
      + ["0"]
  }
}
