import FormEngine
import InventedVillages

/// An interview walked from stop to stop, as an interviewer would, with somebody who answers.
struct WalkedInterview {
  /// What is known of a question when it is asked.
  struct Question {
    let name: String
    let type: String
    let choices: [String]
    let isRequired: Bool
    let isReadOnly: Bool
    let member: InventedMember?
  }

  private(set) var form: FormInstance
  let household: InventedHousehold
  private(set) var asked: Set<String> = []
  private(set) var problems: [String] = []
  private var visited: Set<Stop> = []

  init(_ definition: FormDefinition, _ household: InventedHousehold, today: String) {
    self.household = household
    form = FormInstance(
      definition, today: today, now: today + "T10:00:00.000+08:00", random: { 0.25 },
      creating: true, newRowID: { "first" })
  }

  /// Goes to the first stop not yet seen until there is none; `answers` offers answers in turn,
  /// of which the first that the form takes stands.
  mutating func walk(_ answers: (Question) -> [String]) {
    while let stop = form.stops().first(where: { !visited.contains($0) }) {
      visited.insert(stop)
      switch stop {
      case .note: break
      case .roster(let address): enrol(address)
      case .question(let address): ask(address, answers)
      }
    }
    for stop in form.stops() {
      guard case .question(let address) = stop else { continue }
      if form.isRequired(address), form.value(address) == "" {
        problems.append("\(name(address)) is required and empty in household \(household.serial)")
      }
      if case .fail = form.constraint(address) {
        problems.append("\(name(address)) fails its constraint in household \(household.serial)")
      }
    }
  }

  private func name(_ address: NodeAddress) -> String {
    form.definition.nodes[address.node].name
  }

  private mutating func enrol(_ address: NodeAddress) {
    for member in household.members { form.addRow(address, id: "p\(member.index)") }
    form.removeRow(address, id: "first")
  }

  private mutating func ask(_ address: NodeAddress, _ answers: (Question) -> [String]) {
    let node = form.definition.nodes[address.node]
    let type = node.attributes["type"]?.split(separator: " ").first.map(String.init) ?? ""
    let member = address.rows.first.flatMap { Int($0.dropFirst()) }.map { household.members[$0] }
    asked.insert(node.name)
    let isSelect = type.hasPrefix("select_")
    let question = Question(
      name: node.name, type: type,
      choices: isSelect ? form.choices(address).map(\.name) : [],
      isRequired: form.isRequired(address), isReadOnly: form.isReadOnly(address), member: member)
    if isSelect, question.choices.isEmpty {
      problems.append("\(node.name) offers nothing in household \(household.serial)")
      return
    }
    if question.isReadOnly {
      // What the register knows is put there by the program, not answered.
      form.load(address, answers(question).first ?? "")
      return
    }
    var refusals: [String] = []
    for answer in answers(question) {
      if answer == "", !question.isRequired { return }
      let result = form.set(address, answer)
      if result.isOK { return }
      refusals.append("\(answer): \(result)")
    }
    problems.append(
      "\(node.name) of household \(household.serial) took no answer: \(refusals.suffix(3))")
  }
}
