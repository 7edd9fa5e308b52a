import Fieldwork
import FormEngine

/// The way through an interview as it is now: its stops in order, and what each still needs.
///
/// It is kept beside the live state, because a screen asks for it many times for each key and a
/// roster of 200 people has thousands of stops. An answer that changes no relevance changes one stop.
struct Walk: Sendable {
  /// What a stop still needs.
  enum State: UInt8, Sendable {
    /// Nothing is asked there: a note, a roster, a register fact, an optional question left empty.
    case free
    /// An answer is missing, or one from the register is not confirmed.
    case open
    /// Answered.
    case done
  }

  /// The groups and rosters that have a mark, in the form's order.
  struct Sections: Sendable {
    let nodes: [Int]
    /// For each node of the form, the section it counts with.
    let ofNode: [Int]

    /// Reads the marked groups off a form; questions before the first count with it, those behind
    /// the last with the last, since a section bar has to say where one is at every question.
    init(_ definition: FormDefinition) {
      let column = "mark::\(definition.defaultLanguage)"
      let marked = definition.nodes.filter { $0.attributes[column]?.isEmpty == false }.map(\.index)
      nodes = marked
      var ofNode = [Int](repeating: 0, count: definition.nodes.count)
      for node in definition.nodes {
        var current: Int? = node.index
        var found: Int?
        while let here = current, found == nil {
          found = marked.firstIndex(of: here)
          current = definition.nodes[here].parent
        }
        ofNode[node.index] =
          found ?? marked.firstIndex { $0 > node.index } ?? max(0, marked.count - 1)
      }
      self.ofNode = ofNode
    }
  }

  private let version: Int
  /// The stops in order, without register facts that are empty: there is nothing to see or ask.
  let stops: [Stop]
  private(set) var states: [State]
  /// Answered and counted questions, by section.
  private(set) var answered: [Int]
  private(set) var total: [Int]
  /// The first stop of each section.
  let firsts: [Stop?]

  init(_ instance: FormInstance, _ sections: Sections, state: (Stop) -> State) {
    version = instance.stopsVersion
    stops = instance.stops().filter { stop in
      guard case .question(let address) = stop, instance.isReadOnly(address) else { return true }
      return !instance.value(address).isEmpty
    }
    states = stops.map(state)
    answered = [Int](repeating: 0, count: sections.nodes.count)
    total = answered
    var firsts = [Stop?](repeating: nil, count: sections.nodes.count)
    if !sections.nodes.isEmpty {
      for (stop, state) in zip(stops, states) {
        let section = sections.ofNode[stop.address.node]
        if firsts[section] == nil { firsts[section] = stop }
        if state != .free { total[section] += 1 }
        if state == .done { answered[section] += 1 }
      }
    }
    self.firsts = firsts
  }

  /// The walk after an answer: only the stops that were set are looked at again, unless the stops
  /// themselves have changed.
  func after(
    _ changed: [NodeAddress], _ instance: FormInstance, _ sections: Sections,
    state: (Stop) -> State
  ) -> Walk {
    guard version == instance.stopsVersion else { return Walk(instance, sections, state: state) }
    var walk = self
    for address in changed {
      guard let index = stops.firstIndex(where: { $0.address == address }) else { continue }
      walk.set(state(stops[index]), at: index, sections)
    }
    return walk
  }

  private mutating func set(_ state: State, at index: Int, _ sections: Sections) {
    let before = states[index]
    guard before != state else { return }
    states[index] = state
    guard !sections.nodes.isEmpty else { return }
    let section = sections.ofNode[stops[index].address.node]
    total[section] += (state == .free ? 0 : 1) - (before == .free ? 0 : 1)
    answered[section] += (state == .done ? 1 : 0) - (before == .done ? 1 : 0)
  }

  func index(of stop: Stop) -> Int? { stops.firstIndex(of: stop) }
}
