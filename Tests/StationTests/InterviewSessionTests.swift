import Fieldwork
import FormEngine
import JSONText
import Record
import SeededRandom
import Station
import Testing

@Suite struct InterviewSessionTests {
  @Test func nothingChangesBeforeItIsRecorded() {
    var door = Door()
    let before = door.session.place
    let outcome = door.session.answer("yes", at: door.address("c_consent"), now: 5)
    guard case .record(let drafts) = outcome else { return #expect(Bool(false)) }
    #expect(drafts.count == 1)
    #expect(door.value("c_consent").isEmpty)
    #expect(door.session.place == before)
    #expect(door.session.answer("no", at: door.address("c_consent"), now: 6) == .refused(.waiting))
    door.session.notRecorded()
    #expect(door.value("c_consent").isEmpty)
    #expect(!door.session.isWaiting)
  }

  @Test func theRegisterFillsInOnlyWhatTheFormAllowsAndNobodyHasSaidItYet() {
    let door = Door()
    #expect(door.value("c_group") == "3组")
    #expect(door.value("m_name", row: 1) == "王秀英")
    #expect(!door.session.isConfirmed(door.address("c_hh_base")))
    // A phone number that the form would refuse is left to be asked; where someone lives is asked anew.
    #expect(door.value("c_phone").isEmpty)
    #expect(door.value("m_home", row: 0).isEmpty)
    #expect(door.value("c_date") == "2026-11-21")
    // The household was recognised by its group and number: they count as said.
    #expect(door.session.isConfirmed(door.address("c_group")))
    #expect(door.session.needsAnswer(.question(door.address("c_mode"))))
    #expect(door.session.place == .stop(.question(door.address("c_mode"))))
  }

  @Test func whoseEthnicGroupIsNotKnownIsTakenToBeAsTheHead() {
    let door = Door()
    #expect(door.value("m_eth", row: 1) == "06")
    #expect(!door.session.isConfirmed(door.address("m_eth", 1)))
  }

  @Test func confirmingIsAnAct() {
    var door = Door()
    let address = door.address("c_mode")
    let outcome = door.session.confirm(address, now: 9)
    door.record(outcome)
    #expect(door.session.isConfirmed(address))
    #expect(door.session.confirm(address, now: 9) == .nothing)
  }

  @Test func whatIsAskedAgainCountsOnlyWhenSomeoneSaysSo() {
    var door = Door()
    door.answer("c_consent", "yes")
    door.answer("m_home", "home", row: 0)
    door.answer("m_dob_known", "yes", row: 0)
    door.answer("m_dob", "2015-03-04", row: 0)
    let born = door.address("m_dob", 0)
    func judgedBirth(_ door: Door) -> String { door.session.judged().instance.value(born) }
    #expect(judgedBirth(door) == "2015-03-04")
    door.answer("m_id", "11010519491231002X", row: 0)
    door.answer("m_id", "", row: 0)
    // It stands there again, is to be looked at, and nothing is judged by it.
    #expect(door.value("m_dob", row: 0) == "2015-03-04")
    #expect(door.session.isShownAgain(born))
    #expect(door.session.needsAnswer(.question(born)))
    #expect(judgedBirth(door).isEmpty)
    // The record says the same to whoever reads it.
    let reread = InterviewSession(
      door.session.interview, definition: Door.definition, person: Door.person,
      language: "中文 (zh)")
    #expect(reread.shownAgain == door.session.shownAgain)
    #expect(reread.judged().judgement == door.session.judged().judgement)
    // All of it can be confirmed in one act, and that can be undone.
    let count = door.session.shownAgain.count
    #expect(count >= 2)
    let confirmation = door.session.confirmShownAgain(now: 5)
    door.record(confirmation)
    #expect(door.session.shownAgain.isEmpty)
    #expect(door.session.confirmShownAgain(now: 6) == .nothing)
    #expect(judgedBirth(door) == "2015-03-04")
    let undo = door.session.undo(now: 7)
    door.record(undo)
    #expect(door.session.shownAgain.count == count)
    #expect(judgedBirth(door).isEmpty)
  }

  @Test func undoingWhatHidAnAnswerBringsItBackAsItWas() {
    var door = Door()
    door.answer("c_consent", "yes")
    door.answer("m_home", "home", row: 0)
    door.answer("m_dob_known", "no", row: 0)
    door.answer("m_id", "11010519491231002X", row: 0)
    let undo = door.session.undo(now: 5)
    door.record(undo)
    #expect(door.value("m_dob_known", row: 0) == "no")
    #expect(door.session.isConfirmed(door.address("m_dob_known", 0)))
    #expect(door.session.shownAgain.isEmpty)
  }

  @Test func aRefusedValueSaysWhyAndChangesNothing() {
    var door = Door()
    door.answer("c_consent", "yes")
    #expect(door.answer("c_hh_no", "17a") == .refused(.badValue(.notAWholeNumber)))
    guard case .refused(.constraint(let message)) = door.answer("c_phone", "abc") else {
      return #expect(Bool(false), "a phone number of letters was taken")
    }
    #expect(!message.isEmpty)
    #expect(door.answer("c_mode", "postal") == .refused(.notAChoice))
    #expect(door.value("c_hh_no") == "17")
  }

  @Test func whatAFilterNoLongerOffersIsDroppedInTheSameEntry() {
    var door = Door()
    door.answer("c_consent", "yes")
    door.answer("c_hh_base", "out")
    door.answer("c_cause", "ill")
    door.answer("c_cause2", "study dis")
    let count = door.entries.count
    door.answer("c_cause", "study")
    #expect(door.entries.count == count + 1)
    #expect(door.value("c_cause2") == "dis")
    let undo = door.session.undo(now: 0)
    door.record(undo)
    #expect(door.value("c_cause") == "ill")
    #expect(door.value("c_cause2") == "study dis")
  }

  @Test func aRequiredAnswerMayBeTakenAwayWithWhatHungOnIt() {
    var door = Door()
    door.answer("c_consent", "yes")
    door.answer("c_result", "done")
    door.answer("c_consent", "")
    #expect(door.value("c_consent").isEmpty)
    // No result is offered without a consent, so the one given no longer stands.
    #expect(door.value("c_result").isEmpty)
    #expect(door.session.needsAnswer(.question(door.address("c_consent"))))
  }

  @Test func whatASkipHidesComesBack() {
    var door = Door()
    door.answer("c_consent", "yes")
    door.answer("f_enough", "some")
    door.answer("f_months", "3")
    door.answer("f_enough", "yes")
    #expect(!door.session.instance.isRelevant(door.address("f_months")))
    door.answer("f_enough", "no")
    #expect(door.session.instance.visibleValue(door.address("f_months")) == "3")
  }

  @Test func undoReachesAcrossARestart() {
    var door = Door()
    door.answer("c_consent", "yes")
    door.answer("c_mode", "phone")
    door.reopenProgram()
    let undo = door.session.undo(now: 0)
    door.record(undo)
    #expect(door.value("c_mode") == "face")
    #expect(!door.session.isConfirmed(door.address("c_mode")))
    door.reopenProgram()
    let redo = door.session.redo(now: 0)
    door.record(redo)
    #expect(door.value("c_mode") == "phone")
  }

  @Test func aRowIsAddedStruckAndBroughtBack() {
    var door = Door()
    door.answer("c_consent", "yes")
    let roster = NodeAddress(node: Door.definition.node(named: "m") ?? -1)
    let added = door.session.addRow(
      to: roster, id: MembershipID("m000000000000003"), first: "李小宝", now: 0)
    door.record(added)
    #expect(door.session.instance.rows(roster).count == 3)
    #expect(door.session.removeRow("x", from: roster, reason: "", now: 0) == .refused(.noReason))
    let removed = door.session.removeRow(
      "m000000000000003", from: roster, reason: "mistake", now: 0)
    door.record(removed)
    #expect(door.session.instance.rows(roster).count == 2)
    let undo = door.session.undo(now: 0)
    door.record(undo)
    let name = NodeAddress(
      node: Door.definition.node(named: "m_name") ?? -1, rows: ["m000000000000003"])
    #expect(door.session.instance.value(name) == "李小宝")
  }

  @Test func anAbsenceEndsTheVisitAndIsAskedAgainAtTheNext() {
    var door = Door()
    door.answer("c_consent", "nobody")
    door.answer("c_result", "absent")
    door.answer("c_next", "2026-11-25")
    #expect(door.session.complete(now: 0) == .refused(.resultNotFinal))
    let end = door.session.endVisit(now: 0)
    door.record(end)
    #expect(HouseholdStatus(door.session.interview) == .absent)
    let drafts = InterviewOpening.revisit(
      door.session.interview, visit: VisitID("v000000000000002"), today: "2026-11-25")
    door.record(.record(drafts))
    #expect(door.value("c_consent").isEmpty)
    #expect(door.value("c_result").isEmpty)
    #expect(door.session.interview.visits.map(\.next) == ["2026-11-25", ""])
    // Nothing was asked yet, so the interview is of the day on which it is.
    #expect(door.value("c_date") == "2026-11-25")
    #expect(door.session.instance.today == "2026-11-25")
    #expect(door.value("c_group") == "3组")
  }

  @Test func anInterviewThatWasBegunKeepsItsDate() {
    var door = Door()
    door.answer("c_consent", "yes")
    door.answer("c_result", "part")
    let end = door.session.endVisit(now: 0)
    door.record(end)
    door.record(
      .record(
        InterviewOpening.revisit(
          door.session.interview, visit: VisitID("v000000000000002"), today: "2026-11-25")))
    #expect(door.value("c_date") == "2026-11-21")
    #expect(door.session.instance.today == "2026-11-21")
    #expect(door.value("c_consent") == "yes")
  }

  @Test func aRefusalCanBeCompletedAndACompletedInterviewIsClosed() {
    var door = Door()
    #expect(door.session.complete(now: 0) == .refused(.noResult))
    door.answer("c_consent", "no")
    door.answer("c_result", "refused")
    let end = door.session.complete(now: 0)
    door.record(end)
    #expect(HouseholdStatus(door.session.interview) == .refused)
    #expect(door.answer("c_consent", "yes") == .refused(.completed))
    #expect(door.session.reopen(reason: "") == .refused(.noReason))
    let again = door.session.reopen(reason: "愿意谈了")
    door.record(again)
    #expect(door.session.isOpen)
    // A correction is no visit: the result stands, and nobody has to knock again.
    #expect(door.session.interview.isBeingCorrected)
    #expect(door.value("c_result") == "refused")
    #expect(HouseholdStatus(door.session.interview) == .begun)
  }

  @Test func theReviewNamesWhatIsOpenUnconfirmedAndWarned() {
    var door = Door()
    door.answer("c_consent", "yes")
    door.answer("m_home", "home", row: 0)
    door.answer("m_rel", "10", row: 0)
    let review = door.session.review()
    #expect(!review.isClean)
    #expect(review.items.contains { $0.reason == .unanswered })
    #expect(review.items.contains { $0.reason == .unconfirmed })
    // Nobody is the head now: the form's own note warns of it.
    #expect(review.items.contains { if case .warning = $0.reason { true } else { false } })
  }

  @Test func aNumberThatAnotherHouseholdHasIsNamed() {
    var door = Door()
    door.session.compare(with: ListTests.village)
    #expect(door.session.review().items.contains { $0.reason == .numberTaken("李国强") })
    door.answer("c_hh_no", "18")
    #expect(!door.session.review().items.contains { $0.reason == .numberTaken("李国强") })
  }

  @Test func theKeptWalkIsTheWalk() {
    var counted = 0
    for seed in 1...6 as ClosedRange<UInt64> {
      var random = SplitMix64(seed: seed)
      var door = Door()
      door.answer("c_consent", "yes")
      for _ in 0..<150 {
        guard let stop = door.session.stops.randomElement(using: &random),
          case .question(let address) = stop
        else { continue }
        let choices = door.session.instance.choices(address).map(\.name)
        let value =
          choices.randomElement(using: &random)
          ?? ["", "3", "2001-05-06", "-8", "张三"].randomElement(using: &random) ?? ""
        let outcome = door.session.answer(value, at: address, now: 0)
        door.record(outcome)
        let roster = NodeAddress(node: Door.definition.node(named: "m") ?? -1)
        if Int.random(in: 0..<15, using: &random) == 0 {
          let id = MembershipID("m\(door.entries.count)")
          let added = door.session.addRow(to: roster, id: id, first: "张三", now: 0)
          door.record(added)
        }
        if Int.random(in: 0..<20, using: &random) == 0,
          let row = door.session.instance.rows(roster).randomElement(using: &random)
        {
          let removed = door.session.removeRow(row, from: roster, reason: "moved", now: 0)
          door.record(removed)
        }
        if Int.random(in: 0..<12, using: &random) == 0 {
          let undo = door.session.undo(now: 0)
          door.record(undo)
        }
      }
      let kept = (door.session.stops, door.session.sections(), door.session.openCount)
      let roster = NodeAddress(node: Door.definition.node(named: "m") ?? -1)
      let rows = door.session.instance.rows(roster)
      let progress = door.session.progress(of: rows, in: roster)
      let values = door.session.stops.map { door.session.instance.value($0.address) }
      door.reopenProgram()
      #expect(door.session.stops == kept.0)
      #expect(door.session.sections() == kept.1)
      #expect(door.session.openCount == kept.2)
      #expect(door.session.progress(of: rows, in: roster) == progress)
      counted += progress.values.reduce(0) { $0 + $1.total }
      #expect(door.session.stops.map { door.session.instance.value($0.address) } == values)
    }
    #expect(counted > 0)
  }

  @Test func anInterviewOpensBehindTheNewestAnswer() {
    var door = Door()
    door.answer("c_consent", "yes")
    door.answer("c_resp", "head")
    let place = door.session.place
    door.reopenProgram()
    #expect(door.session.place == place)
  }

  @Test func theWayIsRememberedForTheAudit() throws {
    var door = Door()
    door.session.go(to: .stop(.question(door.address("c_consent"))), jumped: true, now: 400)
    door.session.speak("English (en)", now: 500)
    guard
      case .record(let drafts) = door.session.answer(
        "yes", at: door.address("c_consent"), now: 900)
    else { return #expect(Bool(false)) }
    let paradata = try #require(drafts[0].body["ev"]?.array)
    #expect(paradata.map { $0[0]?.string } == ["s", "j", "l"])
    #expect(drafts[0].body["ms"] == [400, 900])
  }
}
