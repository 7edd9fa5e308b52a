import FormEngine
import InventedVillages

/// A household that has answered everything the form asks of it, in memory.
struct FilledHousehold {
  let instance: FormInstance
  /// The questions that stand, in the order of asking.
  let questions: [NodeAddress]

  /// Asks everybody of a household; what the form does not take stays unanswered.
  init(_ home: LargeHousehold, _ definition: FormDefinition) throws {
    let today = home.respondent.date.text
    var instance = FormInstance(
      definition, today: today, now: today + "T10:00:00.000+08:00", random: { 0.25 },
      creating: false, newRowID: { "" })
    var seen: Set<Stop> = []
    while let stop = instance.stops().first(where: { !seen.contains($0) }) {
      seen.insert(stop)
      switch stop {
      case .note: continue
      case .roster(let address):
        for member in home.members.indices { instance.addRow(address, id: String(member)) }
      case .question(let address):
        let value = Self.answer(home, address, instance)
        if instance.isReadOnly(address) {
          instance.load(address, value)
        } else {
          _ = instance.set(address, value)
        }
      }
    }
    questions = seen.compactMap { stop in
      guard case .question(let address) = stop, !instance.value(address).isEmpty,
        !instance.isReadOnly(address), instance.isRelevant(address)
      else { return nil }
      return address
    }.sorted { ($0.rows.first ?? "", $0.node) < ($1.rows.first ?? "", $1.node) }
    guard questions.count > home.members.count * 8 else {
      throw BenchmarkFault.unfinished("the household answered \(questions.count) questions")
    }
    self.instance = instance
  }

  private static func answer(
    _ home: LargeHousehold, _ address: NodeAddress, _ instance: FormInstance
  ) -> String {
    let node = instance.definition.nodes[address.node]
    let type = node.attributes["type"]?.split(separator: " ").first.map(String.init) ?? ""
    let member = address.rows.first.flatMap { Int($0) }.map { home.members[$0] }
    return home.respondent.answer(
      to: node.name, type: type,
      choices: type.hasPrefix("select_") ? instance.choices(address).map(\.name) : [],
      member: member)
  }

  /// Takes an answer away from a copy and gives it again, as in an interview; `judge` follows each.
  func change(_ address: NodeAddress, judge: (inout FormInstance, _ answering: Int) -> Void) {
    let value = instance.value(address)
    var copy = instance
    var start = Stopwatch.now()
    _ = copy.clear(address)
    judge(&copy, Stopwatch.now() - start)
    start = Stopwatch.now()
    _ = copy.set(address, value)
    judge(&copy, Stopwatch.now() - start)
  }
}
