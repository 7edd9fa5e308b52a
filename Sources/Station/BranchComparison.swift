import Fieldwork
import FormEngine
import Record

/// Finds where the sides of a conflict differ, and what choosing one of them means.
struct BranchComparison {
  private let conflict: Conflict
  private let joined: FormInstance
  private let joinedAnswers: Interview
  private let sides: [(interview: Interview, instance: FormInstance)]
  private let definition: FormDefinition
  private let language: String
  private let marks: Walk.Sections
  /// The questions that hang on the one in conflict, and those in conflict themselves.
  private let bound: Set<Int>

  init(
    _ conflict: Conflict, joined: Interview, sides: [Interview], definition: FormDefinition,
    language: String
  ) {
    self.conflict = conflict
    self.definition = definition
    self.language = language
    joinedAnswers = joined
    self.joined = InterviewSession.replayed(joined, definition)
    self.sides = sides.map { side in
      let side = InterviewSession.joined(side, definition)
      return (side, InterviewSession.loaded(side, definition))
    }
    marks = Walk.Sections(definition)
    var bound: Set<Int> = []
    for other in joined.conflicts + [conflict] {
      guard case .answer(let key) = other.kind, let node = definition.node(named: key.question)
      else { continue }
      if other.kind == conflict.kind {
        bound.formUnion(definition.nodes(hangingOn: node))
      } else {
        bound.insert(node)
      }
    }
    self.bound = bound
  }

  mutating func branches() -> [ConflictBranch] {
    let asked = sides.map { side in Set(Self.questions(side.instance)) }
    var addresses: [NodeAddress] = []
    var known: Set<NodeAddress> = []
    for side in sides {
      for address in Self.questions(side.instance) where known.insert(address).inserted {
        addresses.append(address)
      }
    }
    let differing = addresses.filter { address in
      let first = said(address, in: 0, asked)
      return sides.indices.dropFirst().contains { said(address, in: $0, asked) != first }
    }.sorted { ($0.node, $0.rows.joined()) < ($1.node, $1.rows.joined()) }
    return sides.indices.map { index in
      ConflictBranch(
        tip: conflict.tips[index], sections: sections(differing, index, asked),
        answers: chosen(index, differing, asked), instance: sides[index].instance)
    }
  }

  private static func questions(_ instance: FormInstance) -> [NodeAddress] {
    instance.stops().compactMap { if case .question(let address) = $0 { address } else { nil } }
  }

  /// What a side says at a question; nothing where it does not ask it.
  ///
  /// Whether it is asked makes no difference where nobody answered: that would be most of a form, and
  /// nothing to choose by.
  private func said(_ address: NodeAddress, in side: Int, _ asked: [Set<NodeAddress>]) -> String {
    asked[side].contains(address) ? sides[side].instance.value(address) : ""
  }

  private func sections(
    _ addresses: [NodeAddress], _ side: Int, _ asked: [Set<NodeAddress>]
  ) -> [ConflictBranch.Section] {
    var sections: [ConflictBranch.Section] = []
    let instance = sides[side].instance
    for address in addresses {
      let node = marks.nodes.isEmpty ? nil : marks.nodes[marks.ofNode[address.node]]
      let isAsked = asked[side].contains(address)
      let line = ConflictBranch.Line(
        address: address, key: key(address), label: instance.label(address, language: language),
        value: isAsked ? instance.value(address) : "",
        special: isAsked ? instance.special(address)?.rawValue : nil, isAsked: isAsked)
      if sections.last?.node == node, !sections.isEmpty {
        sections[sections.count - 1].lines.append(line)
      } else {
        sections.append(.init(node: node, title: title(node), lines: [line]))
      }
    }
    return sections
  }

  private func title(_ node: Int?) -> String {
    guard let node else { return "" }
    let index = definition.languages.firstIndex(of: language)
    return index.flatMap { definition.nodes[node].label[$0] } ?? definition.nodes[node].name
  }

  private func key(_ address: NodeAddress) -> AnswerKey {
    AnswerKey(definition.key(of: address.node), rows: address.rows)
  }

  /// What choosing a side sets: the answer in conflict, and each that hangs on it, or is in conflict too,
  /// and that this side has otherwise than it stands now; what it has not at all is taken away.
  ///
  /// Other work of one side alone just joins.
  private func chosen(
    _ side: Int, _ differing: [NodeAddress], _ asked: [Set<NodeAddress>]
  ) -> [GivenAnswer] {
    guard case .answer(let steering) = conflict.kind,
      case .answered(_, let value, let special) = conflict.tips[side].act
    else { return [] }
    var answers = [GivenAnswer(steering, value, special: special)]
    for address in differing where asked[side].contains(address) && bound.contains(address.node) {
      let key = key(address)
      let own = sides[side].interview.answers[key]
      let standing = joinedAnswers.answers[key]
      let value = own?.value ?? ""
      guard key != steering, !value.isEmpty || standing?.value.isEmpty == false else { continue }
      if joined.isRelevant(address), value == standing?.value ?? "",
        own?.source == standing?.source
      {
        continue
      }
      answers.append(
        GivenAnswer(
          key, value, special: own?.special, isSaid: value.isEmpty || own?.source == .answered))
    }
    return answers
  }
}
