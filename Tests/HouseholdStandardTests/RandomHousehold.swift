import FormEngine
import SeededRandom

/// A household filled in as an interviewer would, from stop to stop, some answers changed afterwards:
/// so that answers are left over in questions that are no longer asked.
struct RandomHousehold: Sendable {
  let seed: UInt64
  let form: FormInstance
  /// What is judged of it.
  let judged: Judgement

  static let members = "m"

  init(_ definition: FormDefinition, seed: UInt64) {
    self.seed = seed
    let styles = RandomRespondent.Style.allCases
    // Half of all households are calm ones: what turns into met is close to it.
    let style = seed % 2 == 0 ? .calm : styles[Int(seed / 2 % UInt64(styles.count))]
    var interview = RandomInterview(
      definition, with: RandomRespondent(seed: seed, style: style))
    interview.fill()
    form = interview.form
    judged = form.valid().judge()
  }

  /// Everything that is stored, asked or not.
  var stored: [(address: NodeAddress, value: String)] {
    let nodes = form.definition.nodes
    return nodes.indices.flatMap { node -> [(address: NodeAddress, value: String)] in
      guard case .question = nodes[node].kind else { return [] }
      let rows = nodes[node].repeats.isEmpty ? [[]] : people.map { [$0] }
      return rows.map { NodeAddress(node: node, rows: $0) }.map { ($0, form.value($0)) }
        .filter { !$0.value.isEmpty }
    }
  }

  /// The rows of the members, in order.
  var people: [RowID] {
    form.definition.node(named: Self.members).map { form.rows(NodeAddress(node: $0)) } ?? []
  }

  /// The same answers loaded into a form anew, the members in the order given.
  func reloaded(people: [RowID]) -> FormInstance {
    var copy = empty(people: people)
    let stored = stored
    copy.loading { copy in
      for (address, value) in stored { copy.load(address, value, said: form.isSaid(address)) }
    }
    return copy
  }

  /// What is asked and answered now, answered in another order as the form allows; and whether all of
  /// it could be.
  func answered(_ random: inout SplitMix64) -> (form: FormInstance, isWhole: Bool) {
    let valid = form.valid()
    let all = stored.filter { valid.isRelevant($0.address) && !valid.value($0.address).isEmpty }
      .shuffled(using: &random)
    var copy = empty(people: people)
    var left = all
    var isMoving = true
    while isMoving, !left.isEmpty {
      isMoving = false
      for (address, value) in left {
        if copy.isReadOnly(address) {
          copy.load(address, value)
          isMoving = true
        } else if copy.set(address, value).isOK {
          isMoving = true
        }
      }
      // A filter may have dropped what was answered before it.
      left = all.filter { copy.value($0.address) != $0.value || !copy.isSaid($0.address) }
    }
    return (copy, left.isEmpty)
  }

  private func empty(people: [RowID]) -> FormInstance {
    var copy = FormInstance(
      form.definition, today: form.today, now: form.now, random: { 0.5 }, creating: false,
      newRowID: { "" })
    if let roster = form.definition.node(named: Self.members) {
      for id in people { copy.addRow(NodeAddress(node: roster), id: id, creating: false) }
    }
    return copy
  }

  /// The household with one answer taken away, not known or refused; so many of a hundred of all that
  /// are possible.
  func slips(
    percent: Int, _ random: inout SplitMix64
  ) -> [(address: NodeAddress, value: String, form: FormInstance)] {
    var slips: [(address: NodeAddress, value: String, form: FormInstance)] = []
    for (address, value) in stored where form.isRelevant(address) {
      let specials = form.definition.specials(of: address.node).filter { $0.value != .na }.keys
      for slip in [""] + specials.sorted() where slip != value && random.chance(percent) {
        var changed = form
        if form.isReadOnly(address) {
          changed.load(address, slip)
        } else if slip.isEmpty {
          guard changed.clear(address).isOK else { continue }
        } else {
          guard changed.set(address, slip).isOK else { continue }
        }
        slips.append((address, slip, changed))
      }
    }
    return slips
  }
}

/// An interview with somebody who answers at random.
struct RandomInterview {
  private(set) var form: FormInstance
  private var respondent: RandomRespondent
  private var asked: Set<NodeAddress> = []

  init(_ definition: FormDefinition, with respondent: RandomRespondent) {
    self.respondent = respondent
    form = FormInstance(
      definition, today: RandomRespondent.today, now: RandomRespondent.today + "T10:00:00.000Z",
      random: { 0.5 }, creating: true, newRowID: { "first" })
  }

  mutating func fill() {
    let count = respondent.random.draw(from: [0, 1, 1, 2, 3, 3, 4, 4, 5, 8])
    if let roster = form.definition.node(named: RandomHousehold.members) {
      let address = NodeAddress(node: roster)
      for number in 0..<count { form.addRow(address, id: "p\(number)") }
      form.removeRow(address, id: "first")
    }
    walk()
    for _ in 0..<respondent.random.draw(from: [0, 0, 1, 3, 8]) {
      let places = places
      guard !places.isEmpty else { continue }
      answer(respondent.random.draw(from: places))
      walk()
    }
  }

  private var places: [NodeAddress] {
    form.stops().compactMap { if case .question(let address) = $0 { address } else { nil } }
  }

  /// Goes through what is asked and was not yet seen, until there is nothing of it.
  private mutating func walk() {
    var isNew = true
    while isNew {
      isNew = false
      for address in places where form.isRelevant(address) && asked.insert(address).inserted {
        isNew = true
        answer(address)
      }
    }
  }

  /// Tries some answers, of which the first that the form takes stands.
  private mutating func answer(_ address: NodeAddress) {
    let node = form.definition.nodes[address.node]
    guard let type = node.kind.questionType else { return }
    let choices = type.isSelect ? form.choices(address).map(\.name) : []
    let specials = form.definition.specials(of: address.node).keys.sorted()
    for _ in 0..<20 {
      let attempt = respondent.attempt(node.name, type, choices: choices, specials: specials)
      if form.isReadOnly(address) {
        // What a register knows is loaded, not answered.
        form.load(address, attempt)
        return
      }
      if (attempt.isEmpty ? form.clear(address) : form.set(address, attempt)).isOK { return }
    }
  }
}
