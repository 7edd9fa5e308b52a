import Fieldwork
import Record
import Screens
import Station
import Terminal
import Testing

@Suite struct InterviewScreenTests {
  /// At the first question of an interview that has begun.
  private func opened(_ language: Screens.Language = .chinese) throws -> Sitting {
    let sitting = try Sitting([.sample], language: language)
    try sitting.play("⏎⏎")
    return sitting
  }

  /// At a question that is found by words.
  private func at(_ words: String, _ language: Screens.Language = .chinese) throws -> Sitting {
    let sitting = try opened(language)
    try sitting.play("^F {burst \(words)} ⏎")
    return sitting
  }

  private func answer(_ sitting: Sitting, _ question: String) throws -> String {
    let file = try sitting.desk.file(of: InventedVillage.household(3))
    return file.current?.answers[AnswerKey(question)]?.value ?? ""
  }

  // MARK: Choices

  @Test func aDigitChoosesAndGoesOn() throws {
    let sitting = try at("取水方式")
    try sitting.play("3")
    #expect(try answer(sitting, "w_acc") == "point")
    #expect(sitting.text.contains("一次往返取水分钟"))
  }

  @Test func aFullWidthDigitCountsAndABurstDoesNot() throws {
    let sitting = try at("取水方式")
    sitting.send(.key(.burst("12")))
    #expect(try answer(sitting, "w_acc") == "")
    #expect(sitting.text.contains("没有收"))
    sitting.send(.key(.paste("1")))
    #expect(try answer(sitting, "w_acc") == "")
    try sitting.play("１")
    #expect(try answer(sitting, "w_acc") == "house")
  }

  @Test func aNumberThatIsNotThereChoosesNothing() throws {
    let sitting = try at("取水方式")
    try sitting.play("8")
    #expect(try answer(sitting, "w_acc") == "")
    #expect(sitting.text.contains("没有这个编号"))
  }

  @Test func theArrowsChooseTooAndUpLeadsBackFromTheTop() throws {
    let sitting = try at("取水方式")
    try sitting.play("↓↓⏎")
    #expect(try answer(sitting, "w_acc") == "yard")
    try sitting.play("↑↓")
    #expect(sitting.text.contains(">2 (x) 到院或小区"))
    try sitting.play("↑↑↑")
    #expect(sitting.text.contains("水厂管网"))
  }

  @Test func severalAreTickedAndConfirmedByEnter() throws {
    let sitting = try at("望闻问尝")
    try sitting.play("2 3 3 4")
    #expect(sitting.text.contains("[x] 浑浊或杂质"))
    #expect(try answer(sitting, "w_sense") == "")
    try sitting.play("⏎")
    #expect(try answer(sitting, "w_sense") == "turbid smell")
  }

  /// At a question of a household whose register already holds answers to it.
  private func registered(_ fact: FactValue, at words: String) throws -> Sitting {
    var village = InventedVillage.sample
    village.homes[2].facts.append(fact)
    let sitting = try Sitting([village])
    try sitting.play("⏎⏎^F {burst \(words)} ⏎")
    return sitting
  }

  @Test func theFirstTickTakesThePlaceOfWhatTheRegisterSaid() throws {
    let sitting = try registered(FactValue("c_safety", "none"), at: "社会救助身份")
    #expect(sitting.text.contains("[x] 都没有"))
    try sitting.play("1")
    #expect(sitting.text.contains("[x] 农村低保"))
    #expect(sitting.text.contains("[ ] 都没有"))
    #expect(sitting.text.contains("登记的\"都没有\"不能同时选"))
    try sitting.play("^G")
    #expect(sitting.text.contains("[x] 都没有"))
    try sitting.play("1⏎")
    #expect(try answer(sitting, "c_safety") == "dibao")
    // What someone said is not taken away: the form's message tells which two exclude each other.
    try sitting.play("↑ 8")
    #expect(sitting.text.contains("[x] 农村低保"))
    #expect(sitting.text.contains("[x] 都没有"))
  }

  @Test func ticksThatGoTogetherWithTheRegistersStay() throws {
    let sitting = try registered(FactValue("c_safety", "dis"), at: "社会救助身份")
    try sitting.play("1⏎")
    #expect(try answer(sitting, "c_safety") == "dis dibao")
  }

  @Test func theFooterNamesWhatEnterDoesInALongList() throws {
    let sitting = try registered(FactValue("c_measure", "none"), at: "正在享受的帮扶措施")
    #expect(sitting.text.contains("Enter 下一题"))
    try sitting.play("2")
    #expect(sitting.text.contains("Enter 打勾"))
    try sitting.play("⏎")
    #expect(sitting.text.contains("[x] 产业帮扶"))
    #expect(sitting.text.contains("[ ] 没有"))
    #expect(sitting.text.contains("Enter 存下"))
    try sitting.play("2")
    #expect(sitting.text.contains("Enter 去掉勾"))
    try sitting.play("⌫⏎")
    #expect(try answer(sitting, "c_measure") == "crop")
    try sitting.play("^F {burst 目前在哪里} ⏎↓")
    #expect(sitting.text.contains("Enter 选这个"))
  }

  @Test func aListOfManyTakesANumberAndEnter() throws {
    let sitting = try at("目前在哪里")
    try sitting.play("1")
    #expect(sitting.text.contains("编号: 1"))
    try sitting.play("1⏎")
    let file = try sitting.desk.file(of: InventedVillage.household(3))
    #expect(file.members()[0]["m_home"] == "out")
  }

  @Test func aListOfManyIsNarrowedByWords() throws {
    let sitting = try at("目前在哪里")
    try sitting.play("寄")
    #expect(sitting.text.contains("> 2 ( ) 在校寄宿"))
    #expect(!sitting.text.contains("服役"))
    try sitting.play("⌫")
    #expect(sitting.text.contains("服役"))
    sitting.send(.key(.burst("寄宿")))
    try sitting.play("⏎")
    let file = try sitting.desk.file(of: InventedVillage.household(3))
    #expect(file.members()[0]["m_home"] == "board")
  }

  @Test func aQuestionWithoutChoicesLeadsToTheOpenOneBefore() throws {
    let sitting = try Sitting([.sample])
    // The fourth household was never visited, so nobody was asked to agree yet.
    try sitting.play("↓⏎⏎1")
    try sitting.play("^F {burst 入户结果} ⏎")
    #expect(sitting.text.contains("先答前面的"))
    #expect(!sitting.text.contains("按编号选"))
    #expect(sitting.text.contains("Enter 去没答的题"))
    try sitting.play("⏎⏎")
    #expect(sitting.text.contains("对方同意吗 *"))
  }

  @Test func theAnswerBeforeIsSeenAcrossPeopleAndSections() throws {
    let sitting = try at("主要饮用水源")
    let first = sitting.text.split(separator: "\n")[3...].prefix(3).joined(separator: "\n")
    #expect(first.contains("水(饮水) 本节 1/"))
    #expect(first.contains("目前住在哪: -"))
    // The first question about the second person stands below the last one about the first.
    let other = try at("赵秀兰 姓名")
    let above = other.text.split(separator: "\n")[4...6].joined(separator: "\n")
    #expect(above.contains("王秀英 "))
    #expect(above.contains("姓名 *") || above.contains("姓名\n"))
  }

  // MARK: Writing

  @Test func aNumberReplacesTheOldOne() throws {
    let sitting = try at("取水方式")
    try sitting.play("3 25⏎")
    #expect(try answer(sitting, "w_min") == "25")
    try sitting.play("↑ ４０⏎")
    #expect(try answer(sitting, "w_min") == "40")
  }

  @Test func whatTheFormRefusesStaysInTheField() throws {
    let sitting = try at("近一年缺水停水多少天")
    try sitting.play("400⏎")
    #expect(try answer(sitting, "w_cut") == "")
    #expect(sitting.text.contains("400"))
    try sitting.play("^G")
    #expect(!sitting.text.contains("400"))
  }

  @Test func datesAreReadAsPeopleWriteThem() throws {
    for date in ["2026-11-5", "2026/11/5", "20261105", "2026年11月5日", "２０２６－１１－０５"] {
      let sitting = try at("调查日期")
      for character in date { sitting.send(.key(.character(character))) }
      try sitting.play("⏎")
      #expect(try answer(sitting, "c_date") == "2026-11-05")
    }
  }

  @Test func anIdentityNumberIsMaskedOnceItStands() throws {
    let sitting = try at("目前在哪里")
    try sitting.play("1⏎⏎")
    #expect(sitting.text.contains("公民身份号码"))
    #expect(sitting.text.contains("990***********"))
    let number = InventedVillage.idNumber(born: "1959-03-03", sex: 1, serial: 2)
    #expect(!sitting.text.contains(number))
  }

  @Test func anEmptyRequiredQuestionWarnsOnceAndStaysUnanswered() throws {
    let sitting = try at("水量够不够用")
    try sitting.play("⏎")
    #expect(sitting.text.contains("这题要答"))
    #expect(sitting.text.contains("水量够不够用"))
    try sitting.play("⏎")
    #expect(sitting.text.contains("近一年缺水停水多少天"))
    #expect(try answer(sitting, "w_enough") == "")
  }

  @Test func specialAnswersAreChosenFromTheirPanel() throws {
    let sitting = try at("近一年缺水停水多少天")
    try sitting.play("^O 1")
    #expect(try answer(sitting, "w_cut") == "-8")
    try sitting.play("↑")
    #expect(sitting.text.contains("已答: 不清楚"))
    #expect(!sitting.text.contains("-8"))
  }

  @Test func whatHasNoSpecialAnswerSaysSo() throws {
    let sitting = try at("本次入户类型")
    try sitting.play("^O")
    #expect(sitting.text.contains("没有\"不清楚\""))
  }

  // MARK: Saved or not

  @Test func nothingIsShownAsSavedThatIsNot() throws {
    let sitting = try at("取水方式")
    sitting.store.fail(with: .diskFull)
    try sitting.play("3")
    #expect(sitting.text.contains("没有存上"))
    #expect(sitting.text.contains("取水方式 *"))
    #expect(!sitting.text.contains("(x)"))
    sitting.store.fail(with: nil)
    try sitting.play("3")
    #expect(try answer(sitting, "w_acc") == "point")
  }

  @Test func typedTextStaysWhenItWasNotWritten() throws {
    let sitting = try at("近一年缺水停水多少天")
    sitting.store.fail(with: .syncFailed)
    try sitting.play("12⏎")
    #expect(sitting.text.contains("12"))
    sitting.store.fail(with: nil)
    try sitting.play("⏎")
    #expect(try answer(sitting, "w_cut") == "12")
  }

  @Test func leavingWarnsOnceOfWhatWasTyped() throws {
    let sitting = try at("近一年缺水停水多少天")
    try sitting.play("12^X")
    #expect(sitting.text.contains("还没有存"))
    try sitting.play("^X")
    #expect(sitting.text.contains("再次入户") || sitting.text.contains("接着问"))
  }

  @Test func anAnswerThatIsTypedOverCanBeRestored() throws {
    let sitting = try at("近一年缺水停水多少天")
    try sitting.play("12⏎↑")
    #expect(!sitting.text.contains("Esc 恢复"))
    try sitting.play("3")
    #expect(sitting.text.contains("Esc 恢复原来的: 12"))
    #expect(sitting.text.contains("Enter 存下"))
    try sitting.play("^G")
    #expect(!sitting.text.contains("Esc 恢复"))
    #expect(try answer(sitting, "w_cut") == "12")
  }

  @Test(arguments: ["{PgUp}", "{PgDn}", "^N", "↑", "↓", "^Z"])
  func goingAwayWarnsOnceOfWhatWasTyped(key: String) throws {
    let sitting = try at("近一年缺水停水多少天")
    try sitting.play("12" + key)
    #expect(sitting.text.contains("还没有存"))
    #expect(sitting.text.contains("近一年缺水停水多少天 *"))
    // What is typed on is warned of again.
    try sitting.play("3" + key)
    #expect(sitting.text.contains("还没有存"))
    try sitting.play(key)
    #expect(!sitting.text.contains("还没有存"))
    #expect(try answer(sitting, "w_cut") == "")
  }

  @Test func ticksThatAreNotConfirmedAreWarnedOfToo() throws {
    let sitting = try at("望闻问尝")
    try sitting.play("2 4 {PgDn}")
    #expect(sitting.text.contains("还没有存"))
    try sitting.play("⏎")
    #expect(try answer(sitting, "w_sense") == "turbid smell")
  }

  @Test func undoTakesBackAndRedoGivesAgain() throws {
    let sitting = try at("取水方式")
    try sitting.play("3^Z")
    #expect(try answer(sitting, "w_acc") == "")
    #expect(sitting.text.contains("取水方式 *"))
    try sitting.play("^Y")
    #expect(try answer(sitting, "w_acc") == "point")
  }

  @Test func aRemarkChangesNoAnswer() throws {
    let sitting = try at("取水方式")
    try sitting.play("^T {burst 龙头坏了} ⏎")
    #expect(sitting.text.contains("备注: 龙头坏了"))
    #expect(sitting.text.contains("取水方式 *"))
  }

  @Test func theLastHouseholdsAnswerIsOffered() throws {
    let sitting = try at("取水方式")
    try sitting.play("3^X^G")
    try sitting.play("↓⏎⏎1")
    try sitting.play("^F {burst 已说明} ⏎1 ^F {burst 取水方式} ⏎")
    #expect(sitting.text.contains("上一户是: 集中取水点"))
    try sitting.play("^V")
    let file = try sitting.desk.file(of: InventedVillage.household(4))
    #expect(file.current?.value("w_acc") == "point")
  }

  // MARK: People

  @Test func aPersonIsAddedByWritingTheName() throws {
    let sitting = try opened()
    try sitting.play("{PgDn}")
    sitting.send(.key(.burst("刘小花")))
    try sitting.play("⏎")
    #expect(sitting.text.contains("共 5 人"))
    #expect(sitting.text.contains("刘小花"))
    try sitting.play("^Z")
    #expect(sitting.text.contains("共 4 人"))
  }

  @Test func aPersonIsStruckOutWithAReason() throws {
    let sitting = try opened()
    try sitting.play("{PgDn} 2 {Del}")
    #expect(sitting.text.contains("划去 赵秀兰"))
    try sitting.play("2")
    #expect(sitting.text.contains("共 3 人"))
    let file = try sitting.desk.file(of: InventedVillage.household(3))
    #expect(file.members().first { $0["m_name"] == "赵秀兰" }?.removal?.reason == "married")
  }

  // MARK: Reading back

  @Test func theAnswersAreReadBackBeforeTheResult() throws {
    let sitting = try at("取水方式")
    try sitting.play("3 ^F {burst 目前在哪里} ⏎1⏎")
    try sitting.play("^F {burst 入户结果} ⏎")
    #expect(sitting.text.contains("先按 ^E 把答案念一遍"))
    #expect(sitting.text.contains("^E 念一遍"))
    try sitting.play("^E")
    var seen = sitting.text
    for _ in 0..<8 {
      try sitting.play("{PgDn}")
      seen += sitting.text
    }
    #expect(seen.contains("取水方式: 集中取水点"))
    #expect(seen.contains("!   水量够不够用: 未答"))
    #expect(seen.contains("!   调查方式: 当面访问  (未核对)"))
    #expect(seen.contains("王秀英 (户主 67岁)"))
    #expect(seen.contains("公民身份号码: 990***********1216"))
    try sitting.play("⏎")
    #expect(sitting.text.contains("先按 ^E 把答案念一遍"))
    try sitting.play("{F5}↓↑^G")
    #expect(sitting.text.contains("先按 ^E 把答案念一遍"))
  }

  @Test func anAbsentHouseholdIsNotReadBackTo() throws {
    let sitting = try at("已说明")
    try sitting.play("3 ^F {burst 入户结果} ⏎")
    #expect(!sitting.text.contains("先按 ^E"))
  }

  // MARK: The end

  @Test func openAnswersMustBeConfirmedByAnotherKey() throws {
    let sitting = try at("入户结果")
    try sitting.play("1 1")
    #expect(sitting.text.contains("按 9 照样完成"))
    try sitting.play("1")
    #expect(sitting.desk.village.households[InventedVillage.household(3)]?.status != .complete)
    try sitting.play("9")
    #expect(sitting.text.contains("这一户已完成"))
  }

  @Test func anAbsentHouseholdEndsTheVisitAndStaysOpen() throws {
    let sitting = try at("已说明")
    try sitting.play("3 ^F {burst 入户结果} ⏎")
    #expect(sitting.text.contains("暂时无人"))
    let key = try #require(
      sitting.text.split(separator: "\n").first { $0.contains("暂时无人") }?
        .first { $0.isNumber })
    try sitting.play("\(key) 2026-11-25⏎ 2")
    try sitting.desk.settle()
    let summary = sitting.desk.village.households[InventedVillage.household(3)]
    #expect(summary?.status == .absent)
    #expect(summary?.nextVisit == "2026-11-25")
  }

  @Test func aCompleteInterviewIsReadUntilItIsOpenedAgain() throws {
    let sitting = try at("入户结果")
    try sitting.play("1 1 9")
    try sitting.play("⏎")
    let file = try sitting.desk.file(of: InventedVillage.household(3))
    #expect(file.current?.isCompleted == true)
  }

  // MARK: Languages and sizes

  @Test func theLanguageIsSwitchedInPlaceAndTypedTextStays() throws {
    let sitting = try at("近一年缺水停水多少天")
    try sitting.play("12^L")
    #expect(sitting.text.contains("12"))
    #expect(sitting.text.contains("Next:"))
    try sitting.play("⏎")
    #expect(try answer(sitting, "w_cut") == "12")
  }

  /// Where it says that `?` shows the rest of how to ask, no more than one line below it is empty.
  private func expectNoRoomBelowCutGuidance(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let cut = lines.firstIndex(where: { $0.contains("看全部)") || $0.contains("(? shows") })
    else { return }
    let below = lines[(cut + 1)...].prefix { $0.allSatisfy(\.isWhitespace) }
    #expect(below.count <= 1, "\(text)")
  }

  @Test func everyLineOfEveryQuestionFits() throws {
    for language in Screens.Language.allCases {
      let sitting = try opened(language)
      try sitting.play("^F1⏎")
      for _ in 0..<60 {
        // The hints of what a key does must be whole at the smallest size.
        let cut = sitting.text.split(separator: "\n").filter { $0.hasSuffix("~") }
        #expect(cut == [], "\(sitting.text)")
        expectNoRoomBelowCutGuidance(sitting.text)
        try sitting.play("⏎⏎")
      }
    }
  }

  @Test(arguments: Screens.Language.allCases)
  func screensOfWhatIsRare(language: Screens.Language) throws {
    let name = "\(language.rawValue)-80x24"
    let isChinese = language == .chinese
    let result = isChinese ? "入户结果" : "Visit result"
    let sitting = try Sitting([.sample], language: language)
    try sitting.play("↓⏎⏎1 ^F")
    sitting.send(.key(.burst(result)))
    try sitting.play("⏎")
    Golden.expect(sitting.app.frame(), "interview-nochoice-\(name)")
    try sitting.play("⏎⏎1 ^F")
    sitting.send(.key(.burst(result)))
    try sitting.play("⏎")
    Golden.expect(sitting.app.frame(), "interview-result-\(name)")
    try sitting.play("^F")
    sitting.send(.key(.burst(isChinese ? "住户联系电话" : "Household phone")))
    try sitting.play("⏎5 {PgDn}")
    Golden.expect(sitting.app.frame(), "interview-restore-\(name)")
    // A question with as many words on how to ask as any, at the smallest size.
    try sitting.play("^G^F")
    sitting.send(.key(.burst(isChinese ? "望闻问尝" : "Look, smell")))
    try sitting.play("⏎")
    Golden.expect(sitting.app.frame(), "interview-guidance-\(name)")
  }

  @Test func screens() throws {
    for (language, size) in [
      (Screens.Language.chinese, Size.standard), (.english, .standard),
      (.chinese, Size(rows: 43, columns: 132)),
    ] {
      let name = "\(language.rawValue)-\(size)"
      let sitting = try Sitting([.sample], language: language, size: size)
      try sitting.play("⏎⏎")
      Golden.expect(sitting.app.frame(), "interview-field-\(name)")
      try sitting.play("{PgDn}↓")
      Golden.expect(sitting.app.frame(), "interview-roster-\(name)")
      try sitting.play("⏎⏎1⏎")
      Golden.expect(sitting.app.frame(), "interview-many-\(name)")
      try sitting.play("{PgDn}{PgDn}{PgDn}{PgDn}{PgDn}{PgDn}{PgUp}1 3")
      Golden.expect(sitting.app.frame(), "interview-choice-\(name)")
      try sitting.play("^F")
      Golden.expect(sitting.app.frame(), "interview-goto-\(name)")
      try sitting.play("^G^E")
      Golden.expect(sitting.app.frame(), "interview-readback-\(name)")
      try sitting.play("⏎{PgDn}{PgDn}{PgDn}{PgDn}")
      Golden.expect(sitting.app.frame(), "interview-end-\(name)")
    }
  }
}
