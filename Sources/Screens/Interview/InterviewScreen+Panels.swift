import Fieldwork
import FormEngine
import Station
import Terminal

extension InterviewScreen {
  /// The special answers that the form allows at an address, with the value to store.
  func specials(
    _ address: NodeAddress, _ strings: InterviewStrings
  ) -> [(label: String, value: String)] {
    let node = session.definition.nodes[address.node]
    let offered = session.instance.choices(address)
    var found: [(label: String, value: String)] = []
    for special in Special.allCases {
      if let choice = offered.first(where: { $0.special == special }) {
        found.append((choice.label(session.language), choice.name))
      } else if let code = node.specials.first(where: { $0.value == special })?.key,
        node.kind.questionType?.isSelect == false
      {
        found.append((strings.special(special), code))
      }
    }
    return found
  }

  mutating func askSpecial(_ context: inout Context) {
    guard let question else { return }
    let strings = context.strings.interview
    context.push(
      ListPanel(
        "special", title: strings.specialTitle,
        items: specials(question, strings).map { ListPanel.Item($0.label) }))
  }

  mutating func askRemark(_ context: inout Context) {
    if let comment = commentToAnswer {
      let strings = context.strings.review
      return context.push(
        TextPanel(
          "answerComment", title: strings.answerTitle(comment.comment.text),
          hint: strings.answerHint))
    }
    guard let stop else { return }
    let strings = context.strings.interview
    let earlier = session.interview.remarks[session.key(stop.address)]?.last?.text ?? ""
    context.push(
      TextPanel(
        "remark", title: strings.remarkTitle(shown(context).label(stop.address)),
        hint: strings.remarkHint, text: earlier))
  }

  /// Why a row may be struck, in the order of the list.
  static let strikeReasons = ["died", "married", "moved", "mistake"]

  mutating func askStrike(_ context: inout Context) {
    guard case .roster(let roster) = input, let row = roster.focused else { return }
    let strings = context.strings.interview
    let name = shown(context).rowName(row, of: roster.address)
    context.push(
      ListPanel(
        "strike", title: strings.strikeTitle(name),
        items: Self.strikeReasons.map { ListPanel.Item(strings.strikeReason($0)) }))
  }

  mutating func endVisit(_ context: inout Context) {
    guard !session.interview.value(VisitQuestion.result).isEmpty else {
      context.say(context.strings.refusal(InterviewSession.Refusal.noResult), role: .warning)
      return goToQuestion(VisitQuestion.result, &context)
    }
    let strings = context.strings.interview
    act({ $0.endVisit(now: $1) }, then: .leave(strings.visitEnded), &context)
  }

  mutating func goToQuestion(_ name: String, _ context: inout Context) {
    guard let node = session.definition.node(named: name) else { return }
    let notice = context.notice
    go(to: .stop(.question(NodeAddress(node: node, rows: []))), &context)
    context.notice = notice
  }

  // MARK: What panels were answered with

  mutating func panel(_ answer: PanelAnswer, _ context: inout Context) {
    let strings = context.strings.interview
    switch (answer.panel, answer.value) {
    case ("special", .choice(let index)):
      guard let question else { return }
      let offered = specials(question, strings)
      if offered.indices.contains(index) {
        self.answer(offered[index].value, coded: true, &context)
      }
    case ("remark", .text(let text)):
      guard let stop else { return }
      act(
        { session, _ in session.remark(text, at: stop.address, now: 0) },
        then: .keep(strings.remarkSaved), &context)
    case ("answerComment", .text(let text)):
      guard let comment = commentToAnswer else { return }
      act(
        { session, _ in session.answer(comment.id, text: text) },
        then: .keep(context.strings.review.answered(session.openComments.count - 1)), &context)
    case ("strike", .choice(let index)):
      guard case .roster(let roster) = input, let row = roster.focused else { return }
      let reason = Self.strikeReasons[index]
      act(
        { $0.removeRow(row, from: roster.address, reason: reason, now: $1) },
        then: .say(strings.rowStruck), &context)
    case ("reopen", .text(let text)):
      act({ session, _ in session.reopen(reason: text) }, then: .say(strings.reopened), &context)
    case ("goTo", .choice(let index)):
      if session.stops.indices.contains(index) { go(to: .stop(session.stops[index]), &context) }
    default: return
    }
  }

  // MARK: The last household's answers

  /// Whether the form lets this question take over what the last household answered.
  func isCarried(_ address: NodeAddress) -> Bool {
    address.rows.isEmpty && session.definition.nodes[address.node].isMarked("carry")
  }

  /// What the last household answered, where this one has no answer yet.
  func carriedValue(_ address: NodeAddress, _ context: Context) -> String? {
    guard isCarried(address), session.instance.value(address).isEmpty else { return nil }
    return context.carried[session.definition.key(of: address.node)]
  }

  // MARK: The end

  mutating func key(_ key: Key, _ end: EndInput, _ context: inout Context) {
    var end = end
    if end.handle(key, rows: endRows(context.size)) { return enter(.end(end)) }
    switch key {
    case .up, .backTab: return goBack(&context)
    case .character(let character):
      switch FullWidth.key(character) {
      case "1": session.isOpen ? complete(&context) : perform(.reopen, &context)
      case "2": session.isOpen ? endVisit(&context) : leave(&context, key: "2")
      case "3": leave(&context, key: "3")
      case "9" where end.isAsked: declareComplete(&context)
      default: context.say(context.strings.interview.noSuchKey, role: .warning)
      }
    default: return
    }
  }

  mutating func acceptEnd(_ context: inout Context) {
    guard case .end(let end) = input else { return }
    if let index = end.list.selected {
      go(to: .stop(end.review.items[index].stop), &context)
    } else {
      // Nothing to go to; a key pressed once too often must not complete the interview.
      perform(.readBack, &context)
    }
  }

  private mutating func complete(_ context: inout Context) {
    guard case .end(var end) = input else { return }
    let result = session.interview.value(VisitQuestion.result)
    guard !result.isEmpty else {
      context.say(context.strings.refusal(InterviewSession.Refusal.noResult), role: .warning)
      return goToQuestion(VisitQuestion.result, &context)
    }
    if VisitResult.isFinal(result), !end.review.isClean {
      end.isAsked = true
      enter(.end(end))
      return context.say(context.strings.interview.confirmAnyway(end.open), role: .warning)
    }
    declareComplete(&context)
  }

  private mutating func declareComplete(_ context: inout Context) {
    let comments = session.openComments.count
    if comments > 0, let place = session.firstCommentPlace {
      if place != session.place { go(to: place, &context) }
      return context.say(context.strings.refusal(.commentsOpen(comments)), role: .warning)
    }
    act({ $0.complete(now: $1) }, then: .completed, &context)
  }

  func endSentence(_ end: EndInput, _ context: Context) -> String {
    let strings = context.strings.interview
    let count = end.review.items.count
    if session.isOpen, let comment = session.openCommentsElsewhere.first {
      return context.strings.review.commentAtEnd(comment.comment.text)
    }
    guard session.isOpen else { return count == 0 ? strings.endClosed : strings.endOpen(count) }
    guard end.review.isClean else { return strings.endOpen(count) }
    let isReturning = !end.review.result.isEmpty && !VisitResult.isFinal(end.review.result)
    return (count == 0 ? strings.endClean : strings.endMind(count))
      + strings.sentenceGap + (isReturning ? strings.endReturn : strings.endFinish)
  }

  /// How many lines of what is open are seen at the end.
  func endRows(_ size: Size) -> Int { max(1, Self.body(size).size.rows - 9) }
}
