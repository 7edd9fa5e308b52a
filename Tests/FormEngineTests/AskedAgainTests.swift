import FormEngine
import Testing

/// What becomes of an answer whose question was out of the way for a time.
struct AskedAgainTests {
  @Test func whatIsAskedAgainIsUnsaidUntilSomeoneSaysIt() throws {
    var scenario = try Scenario(
      """
      type|name|label|relevant
      text|number|Number
      text|born|Born|${number}=''
      text|where|Where|${born}!=''
      """)
    scenario.answer("born", "2015")
    scenario.answer("where", "here")
    #expect(scenario.answer("number", "7").also.isEmpty)
    let again = scenario.answer("number", "").also
    #expect(again.map(\.cause) == [.shownAgain, .shownAgain])
    #expect(again.allSatisfy { $0.before == $0.after })
    #expect(scenario.value("born") == "2015")
    #expect(!scenario.form.isSaid(scenario.address("born")))
    #expect(scenario.form.valid().value(scenario.address("where")).isEmpty)
    scenario.answer("born", "2015")
    #expect(scenario.form.isSaid(scenario.address("born")))
    #expect(scenario.form.valid().value(scenario.address("born")) == "2015")
    #expect(scenario.form.valid().value(scenario.address("where")).isEmpty)
  }
}
