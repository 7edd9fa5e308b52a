import FormEngine
import Testing

/// What happens while a form is filled.
struct FillingTests {
  static let members = """
    type|name|label|relevant|calculation|constraint|constraint_message|required
    text|village|Village|||string-length(.) < 5|At most four|yes
    begin_repeat|m|Member
    text|name|Name|||||yes
    integer|age|Age of ${name}|||. >= 0 and . <= 120|Not an age
    begin_group|school|School|${age} >= 6 and ${age} <= 15
    text|grade|Grade
    calculate|in_school|||1
    end_group
    calculate|adult|||if(${age} >= 18, 1, 0)
    calculate|number|||position(..)
    end_repeat
    calculate|people|||count(${m})
    calculate|adults|||sum(${adult})
    calculate|pupils|||sum(${in_school})
    calculate|oldest|||max(${age})
    calculate|names|||join(', ', ${name})
    note|done|${people} people, oldest ${oldest}|${people} > 0
    """

  @Test func oneAnswerChangesWhatDependsOnIt() throws {
    var scenario = try Scenario(Self.members)
    #expect(scenario.answer("m[1]/age", "10").isOK)
    #expect(scenario.isRelevant("m[1]/grade"))
    #expect(scenario.value("pupils") == "1")
    #expect(scenario.value("adults") == "0")
    scenario.addRow("m")
    #expect(scenario.value("people") == "2")
    #expect(scenario.answer("m[2]/age", "40").isOK)
    #expect(scenario.value("oldest") == "40")
    #expect(scenario.value("adults") == "1")
    #expect(scenario.label("done") == "2 people, oldest 40")
    #expect(!scenario.isRelevant("m[2]/grade"))
    #expect(scenario.value("pupils") == "1")
  }

  @Test func rowsKeepTheirIdentityWhenOneIsPutBefore() throws {
    var scenario = try Scenario(Self.members)
    scenario.answer("m[1]/name", "Ann")
    let ann = scenario.address("m[1]/name")
    scenario.addRow("m", at: 1)
    #expect(scenario.value("m[2]/name") == "Ann")
    #expect(scenario.form.value(ann) == "Ann")
    #expect(scenario.value("m[2]/number") == "2")
    scenario.answer("m[1]/name", "Bob")
    #expect(scenario.value("names") == "Bob, Ann")
    scenario.removeRow("m", 1)
    #expect(scenario.value("names") == "Ann")
    #expect(scenario.value("m[1]/number") == "1")
    #expect(scenario.value("people") == "1")
    #expect(scenario.form.value(ann) == "Ann")
  }

  @Test func irrelevantAnswersHideAndComeBack() throws {
    var scenario = try Scenario(Self.members)
    scenario.answer("m[1]/age", "10")
    scenario.answer("m[1]/grade", "4")
    scenario.answer("m[1]/age", "30")
    #expect(scenario.value("m[1]/grade") == "")
    #expect(scenario.stored("m[1]/grade") == "4")
    #expect(scenario.answer("m[1]/grade", "5") == .notRelevant)
    scenario.answer("m[1]/age", "11")
    #expect(scenario.value("m[1]/grade") == "4")
  }

  @Test func stopsFollowRelevanceAndRows() throws {
    var scenario = try Scenario(Self.members)
    #expect(scenario.shown == ["village", "+m", "name@first1", "age@first1", "done"])
    scenario.answer("m[1]/age", "10")
    #expect(
      scenario.shown == ["village", "+m", "name@first1", "age@first1", "grade@first1", "done"])
    scenario.addRow("m")
    #expect(
      scenario.shown == [
        "village", "+m", "name@first1", "age@first1", "grade@first1", "name@added1", "age@added1",
        "done",
      ])
    scenario.removeRow("m", 1)
    scenario.removeRow("m", 1)
    #expect(scenario.shown == ["village", "+m"])
  }

  @Test func refusedAnswersChangeNothing() throws {
    var scenario = try Scenario(Self.members)
    scenario.answer("village", "abc")
    #expect(
      scenario.answer("village", "abcdef")
        == .constraintViolated(message: ["default": "At most four"]))
    #expect(scenario.answer("village", "") == .requiredButEmpty(message: [:]))
    #expect(scenario.value("village") == "abc")
    #expect(scenario.answer("m[1]/age", "ten") == .badValue(.notAWholeNumber))
    #expect(scenario.answer("m[1]/age", "+5") == .badValue(.notAWholeNumber))
    #expect(scenario.answer("m[1]/age", "3000000000") == .badValue(.tooLarge))
    #expect(scenario.answer("m[1]/age", "007").isOK)
    #expect(scenario.value("m[1]/age") == "7")
    #expect(scenario.answer("people", "7") == .notAQuestion)
    #expect(scenario.answer("done", "7") == .readOnly)
    #expect(
      scenario.form.set(NodeAddress(node: 3, rows: ["nobody"]), "x") == .noSuchNode)
  }

  @Test func loadedAnswersAreKeptAsTheyAre() throws {
    var scenario = try Scenario(Self.members, creating: false)
    #expect(scenario.form.rows(scenario.address("m")).isEmpty)
    let roster = scenario.address("m")
    scenario.form.loading { form in
      form.addRow(roster, id: "a", creating: false)
      form.load(NodeAddress(node: scenario.definition.node(named: "age") ?? 0, rows: ["a"]), "300")
      form.load(NodeAddress(node: scenario.definition.node(named: "grade") ?? 0, rows: ["a"]), "2")
    }
    #expect(scenario.value("oldest") == "300")
    #expect(scenario.stored("m[1]/grade") == "2")
    #expect(
      scenario.form.constraint(scenario.address("m[1]/age"))
        == .fail(message: ["default": "Not an age"]))
  }

  @Test func loadedAnswersNoLongerOfferedAreKeptAndKnown() throws {
    var scenario = try Scenario(Self.cascade, choices: Self.sex)
    scenario.form.load(scenario.address("region"), "n")
    scenario.form.load(scenario.address("place"), "s1")
    #expect(scenario.value("place") == "s1")
    #expect(!scenario.form.isOffered(scenario.address("place")))
    #expect(scenario.form.isOffered(scenario.address("region")))
  }

  @Test func aCopyIsASecondInterview() throws {
    var scenario = try Scenario(Self.members)
    scenario.answer("m[1]/age", "40")
    var copy = scenario.form
    _ = copy.set(scenario.address("m[1]/age"), "50")
    #expect(scenario.value("oldest") == "40")
    #expect(copy.calculated("oldest") == "50")
  }

  static let sex = """
    list_name|name|label|special|group
    yn|yes|Yes
    yn|no|No
    yn|dk|Don't know|dk
    place|n1|North one||n
    place|n2|North two||n
    place|s1|South one||s
    region|n|North
    region|s|South
    shop|k1|Shop||n1
    shop|k2|Shop of ${head}||s1
    """

  static let cascade = """
    type|name|label|choice_filter|special
    text|head|Head
    select_one region|region|Region
    select_one place|place|Place|group = ${region}
    select_one shop|shop|Shop|group = ${place}
    select_multiple place|places|Places|${region} = '' or group = ${region}
    select_one yn|yn|Yes or no
    select_multiple yn|yns|Yes and no
    integer|water|Litres||dk=-8 ref=-9
    """

  @Test func filteredAnswersAreDroppedDownTheCascadeAndTold() throws {
    var scenario = try Scenario(Self.cascade, choices: Self.sex)
    #expect(scenario.choices("place").isEmpty)
    #expect(scenario.answer("places", "s1 n2 n1").isOK)
    scenario.answer("region", "n")
    #expect(scenario.value("places") == "n2 n1")
    #expect(scenario.choices("place") == ["n1", "n2"])
    #expect(scenario.answer("place", "s1") == .notAChoice("s1"))
    scenario.answer("place", "n1")
    scenario.answer("shop", "k1")
    let result = scenario.answer("region", "s")
    let dropped = result.also.map {
      "\(scenario.definition.nodes[$0.address.node].name) \($0.before)>\($0.after)"
    }
    #expect(dropped == ["place n1>", "shop k1>", "places n2 n1>"])
    #expect(result.also.allSatisfy { $0.cause == .filteredOut })
    #expect(scenario.value("shop") == "")
  }

  @Test func aRequiredAnswerCanBeTakenAway() throws {
    var scenario = try Scenario(
      """
      type|name|label|required|choice_filter
      text|head|Head
      select_one region|region|Region|yes
      select_one place|place|Place||group = ${region}
      """, choices: Self.sex)
    scenario.answer("region", "n")
    scenario.answer("place", "n1")
    #expect(!scenario.answer("region", "").isOK)
    let result = scenario.form.clear(scenario.address("region"))
    #expect(result.also.map(\.before) == ["n1"])
    #expect(scenario.stored("region") == "")
  }

  @Test func multipleAnswersKeepTheOrderChosen() throws {
    var scenario = try Scenario(Self.cascade, choices: Self.sex)
    scenario.answer("yns", "no  yes no")
    #expect(scenario.value("yns") == "no yes")
  }

  @Test func specialAnswersAreStates() throws {
    var scenario = try Scenario(Self.cascade, choices: Self.sex)
    scenario.answer("water", "-8")
    #expect(scenario.form.special(scenario.address("water")) == .dk)
    scenario.answer("water", "8")
    #expect(scenario.form.special(scenario.address("water")) == nil)
    scenario.answer("yn", "dk")
    #expect(scenario.form.special(scenario.address("yn")) == .dk)
    #expect(scenario.form.choices(scenario.address("yn")).map(\.special) == [nil, nil, .dk])
  }

  @Test func choiceLabelsNameAnswers() throws {
    var scenario = try Scenario(Self.cascade, choices: Self.sex)
    scenario.answer("head", "Li")
    scenario.answer("region", "s")
    scenario.answer("place", "s1")
    let labels = scenario.form.choices(scenario.address("shop")).map { $0.label("default") }
    #expect(labels == ["Shop of Li"])
  }

  @Test func choicesComeFromARoster() throws {
    var scenario = try Scenario(
      """
      type|name|label|choice_filter
      begin_repeat|m|Member
      text|name|Name
      integer|age|Age
      end_repeat
      select_one ${name}|carer|Carer|${age} >= 18
      """)
    scenario.answer("m[1]/name", "Ann")
    scenario.addRow("m")
    scenario.answer("m[2]/name", "Bob")
    #expect(scenario.choices("carer").isEmpty)
    scenario.answer("m[1]/age", "40")
    scenario.answer("m[2]/age", "20")
    #expect(scenario.choices("carer") == ["Ann", "Bob"])
    #expect(scenario.answer("carer", "Bob").isOK)
    let result = scenario.answer("m[2]/age", "3")
    #expect(result.also.map(\.before) == ["Bob"])
    #expect(scenario.value("carer") == "")
  }

  @Test func defaultsAreFixedOrComputedOnce() throws {
    var scenario = try Scenario(
      """
      type|name|label|default|calculation
      date|day|Day|today()
      text|code|Code|2024-01-01
      text|dash|Dash|abc-def
      integer|minus|Minus|-8
      begin_repeat|m|Member
      integer|seen|Seen|${minus} + 10
      text|fixed|Fixed|a
      end_repeat
      """)
    #expect(scenario.value("day") == "2024-05-15")
    #expect(scenario.value("code") == "2024-01-01")
    #expect(scenario.value("dash") == "abc-def")
    #expect(scenario.value("m[1]/seen") == "2")
    scenario.answer("minus", "5")
    #expect(scenario.value("m[1]/seen") == "2")
    let changes = scenario.addRow("m")
    #expect(changes.map(\.after) == ["a", "15"])
    #expect(scenario.value("m[2]/seen") == "15")
  }

  @Test func repeatsNest() throws {
    var scenario = try Scenario(
      """
      type|name|label|calculation|relevant
      begin_repeat|house|House
      text|street|Street
      begin_repeat|room|Room||${street} != ''
      integer|size|Size
      calculate|share||${size} div ${total}
      end_repeat
      calculate|total||sum(${size})
      end_repeat
      calculate|all||sum(${size})
      calculate|houses||count(${house})
      calculate|rooms||count(${room})
      """)
    #expect(scenario.shown == ["+house", "street@first1"])
    scenario.answer("house[1]/street", "A")
    #expect(scenario.shown == ["+house", "street@first1", "+room@first1"])
    scenario.addRow("house[1]/room")
    scenario.addRow("house[1]/room")
    scenario.addRow("house")
    scenario.answer("house[2]/street", "B")
    scenario.addRow("house[2]/room")
    scenario.answer("house[1]/room[1]/size", "10")
    scenario.answer("house[1]/room[2]/size", "30")
    scenario.answer("house[2]/room[1]/size", "5")
    #expect(scenario.value("house[1]/total") == "40")
    #expect(scenario.value("house[2]/total") == "5")
    #expect(scenario.value("all") == "45")
    #expect(scenario.value("rooms") == "3")
    #expect(scenario.value("house[1]/room[2]/share") == "0.75")
    _ = scenario.form.set(scenario.address("house[1]/street"), "")
    #expect(scenario.value("all") == "5")
    #expect(scenario.value("rooms") == "1")
    scenario.removeRow("house", 2)
    #expect(scenario.value("all") == "0")
    #expect(scenario.value("houses") == "1")
  }

  @Test func pathsReachOtherRows() throws {
    var scenario = try Scenario(
      """
      type|name|label|calculation
      begin_repeat|p|P
      integer|x|X
      calculate|before||${p}[position() = position(current()/..) - 1]/x
      calculate|before2||indexed-repeat(${x}, ${p}, position(..) - 1)
      calculate|more||count(${p}[x > current()/../x])
      calculate|relative||../x + 1
      end_repeat
      calculate|big||sum(/data/p[x > 5]/x)
      calculate|second||indexed-repeat(${x}, ${p}, 2)
      """)
    scenario.addRow("p")
    scenario.addRow("p")
    for (row, x) in ["3", "7", "9"].enumerated() { scenario.answer("p[\(row + 1)]/x", x) }
    #expect((1...3).map { scenario.value("p[\($0)]/before") } == ["", "3", "7"])
    #expect((1...3).map { scenario.value("p[\($0)]/before2") } == ["", "3", "7"])
    #expect((1...3).map { scenario.value("p[\($0)]/more") } == ["2", "1", "0"])
    #expect(scenario.value("p[2]/relative") == "8")
    #expect(scenario.value("big") == "16")
    #expect(scenario.value("second") == "7")
    scenario.removeRow("p", 1)
    #expect(scenario.value("p[1]/before") == "")
    #expect(scenario.value("second") == "9")
    #expect(scenario.value("big") == "16")
  }

  @Test func textsFollowTheLanguage() throws {
    var scenario = try Scenario(
      """
      type|name|label::English (en)|label::中文 (zh)|hint::English (en)|calculation
      text|name|Name|姓名|Full
      select_one yn|ok|Is ${name} well?|${name}好吗?
      calculate|said|||| jr:choice-name(${ok}, '${ok}')
      """,
      choices: "list_name|name|label::English (en)|label::中文 (zh)\nyn|yes|Yes|是\nyn|no|No|否")
    scenario.answer("name", "李")
    scenario.answer("ok", "yes")
    #expect(scenario.definition.languages == ["English (en)", "中文 (zh)"])
    #expect(scenario.label("ok", "中文 (zh)") == "李好吗?")
    #expect(scenario.label("ok", "English (en)") == "Is 李 well?")
    #expect(scenario.form.hint(scenario.address("name"), language: "中文 (zh)") == "-")
    #expect(scenario.value("said") == "Yes")
    scenario.form.setLanguage("中文 (zh)")
    #expect(scenario.value("said") == "是")
  }

  @Test func onceKeepsItsFirstResult() throws {
    var scenario = try Scenario(
      """
      type|name|label|calculation|read_only|required
      integer|n|N
      calculate|first||once(${n})
      calculate|double||${n} * 2
      integer|shown|Shown|${n} + 1
      text|locked|Locked||${n} > 3|${n} = 2
      """)
    scenario.answer("n", "2")
    #expect(scenario.form.isRequired(scenario.address("locked")))
    scenario.answer("n", "4")
    #expect(scenario.value("first") == "2")
    #expect(scenario.value("double") == "8")
    #expect(scenario.value("shown") == "5")
    #expect(scenario.answer("locked", "x") == .readOnly)
    #expect(scenario.answer("shown", "9").isOK)
    #expect(scenario.value("shown") == "9")
    scenario.answer("n", "5")
    #expect(scenario.value("shown") == "6")
    scenario.answer("n", "")
    #expect(scenario.value("double") == "")
  }

  @Test func choiceListsCanBeLookedUp() throws {
    var scenario = try Scenario(
      """
      type|name|label|calculation
      select_one crop|crop|Crop
      calculate|price||instance('crop')/root/item[name = ${crop}]/price
      """, choices: "list_name|name|label|price\ncrop|rice|Rice|12.5\ncrop|corn|Corn|8")
    scenario.answer("crop", "corn")
    #expect(scenario.value("price") == "8")
  }
}
