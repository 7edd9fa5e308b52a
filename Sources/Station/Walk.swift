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
    /// For each node, whether the form computes if it needs an answer, so that another's can change it.
    let isNeedComputed: [Bool]
    let hasComputedNeeds: Bool

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
      isNeedComputed = definition.nodes.map { node in
        ["required", "read_only"].contains { column in
          guard let cell = node.attributes[column], !cell.isEmpty else { return false }
          return !["yes", "no", "true", "false", "true()", "false()"].contains(cell.lowercased())
        }
      }
      hasComputedNeeds = isNeedComputed.contains(true)
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
    let stops = Self.stops(instance)
    self.init(instance, stops, stops.map(state), sections)
  }

  private init(
    _ instance: FormInstance, _ stops: [Stop], _ states: [State], _ sections: Sections
  ) {
    version = instance.stopsVersion
    self.stops = stops
    self.states = states
    answered = [Int](repeating: 0, count: sections.nodes.count)
    total = answered
    var firsts = [Stop?](repeating: nil, count: sections.nodes.count)
    if !sections.nodes.isEmpty {
      for index in stops.indices {
        let section = sections.ofNode[stops[index].address.node]
        if firsts[section] == nil { firsts[section] = stops[index] }
        if states[index] != .free { total[section] += 1 }
        if states[index] == .done { answered[section] += 1 }
      }
    }
    self.firsts = firsts
  }

  private static func stops(_ instance: FormInstance) -> [Stop] {
    instance.stops().filter { stop in
      guard case .question(let address) = stop, instance.isReadOnly(address) else { return true }
      return !instance.value(address).isEmpty
    }
  }

  /// The walk after an answer: only the stops that were set are looked at again, those that came in,
  /// and those of which the form computes whether they need an answer.
  ///
  /// What an answer shows or hides lies together, as the questions of one roster row do: so the stops
  /// before and behind the part that differs keep their states.
  func after(
    _ changed: [NodeAddress], _ instance: FormInstance, _ sections: Sections,
    state: (Stop) -> State
  ) -> Walk {
    var walk = self
    if version != instance.stopsVersion {
      let now = Self.stops(instance)
      var front = 0
      let shorter = min(now.count, stops.count)
      while front < shorter, now[front] == stops[front] { front += 1 }
      var back = 0
      while back < shorter - front, now[now.count - 1 - back] == stops[stops.count - 1 - back] {
        back += 1
      }
      let states =
        states[..<front] + now[front..<(now.count - back)].map(state)
        + states[(states.count - back)...]
      walk = Walk(instance, now, Array(states), sections)
    }
    for address in changed {
      guard let index = walk.stops.firstIndex(where: { $0.address == address }) else { continue }
      walk.set(state(walk.stops[index]), at: index, sections)
    }
    if sections.hasComputedNeeds {
      for index in walk.stops.indices
      where sections.isNeedComputed[walk.stops[index].address.node] {
        walk.set(state(walk.stops[index]), at: index, sections)
      }
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

  /// Where a stop stands, looked for outwards from a place that is known to be near: a roster of 200
  /// people has thousands of stops, and what a screen asks for is nearly always next door.
  func index(of stop: Stop, near hint: Int) -> Int? {
    guard !stops.isEmpty else { return nil }
    let start = min(max(hint, 0), stops.count - 1)
    for distance in 0..<stops.count {
      let before = start - distance
      let behind = start + distance
      if behind < stops.count, stops[behind] == stop { return behind }
      if before >= 0, stops[before] == stop { return before }
      if before < 0, behind >= stops.count { return nil }
    }
    return nil
  }
}
