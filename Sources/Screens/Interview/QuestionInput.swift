import Fieldwork
import FormEngine
import Station
import Terminal

/// What is being entered where the interviewer is.
enum QuestionInput: Sendable {
  /// Something to write.
  case field(FieldInput)
  /// Something to choose.
  case choices(ChoiceInput)
  /// The table of a roster.
  case roster(RosterInput)
  /// Something to read: a note, a value that the register fills, an interview that is complete.
  case reading
  /// The page at the end.
  case end(EndInput)

  /// What can be entered where an interview stands.
  init(_ session: InterviewSession, _ strings: InterviewStrings, focus: RowID? = nil) {
    guard case .stop(let stop) = session.place else {
      self = .end(EndInput(session.review()))
      return
    }
    switch stop {
    case .note: self = .reading
    case .roster(let address):
      self = .roster(RosterInput(address, session, focus: focus))
    case .question(let address): self = Self.question(address, session, strings)
    }
  }

  private static func question(
    _ address: NodeAddress, _ session: InterviewSession, _ strings: InterviewStrings
  ) -> QuestionInput {
    let node = session.definition.nodes[address.node]
    guard let type = node.kind.questionType, session.isOpen,
      !session.instance.isReadOnly(address)
    else {
      return .reading
    }
    let value = session.instance.value(address)
    switch type {
    case .selectOne, .selectMultiple, .selectOneFromRoster:
      let isMultiple = if case .selectMultiple = type { true } else { false }
      return .choices(
        ChoiceInput(
          session.instance.choices(address), isMultiple: isMultiple, value: value,
          language: session.language, languages: session.definition.languages))
    case .acknowledge, .hidden: return .reading
    case .text, .integer, .decimal, .date:
      return .field(
        FieldInput(
          type: type, value: value, shown: ShownAnswer(session, strings).text(address),
          isMasked: node.attributes["appearance"] == "masked"))
    }
  }

  /// Whether something was typed or ticked that is not yet an answer.
  var isUnsaved: Bool {
    switch self {
    case .field(let field): field.isUnsaved
    case .choices(let choices): choices.isUnsaved
    case .roster(let roster): roster.isAdding
    case .reading, .end: false
    }
  }
}
