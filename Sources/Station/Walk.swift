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
    /// For each node, whether the form computes if it may be answered by hand.
    let isShowingComputed: [Bool]

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
      func isComputed(_ node: FormNode, _ column: String) -> Bool {
        guard let cell = node.attributes[column], !cell.isEmpty else { return false }
        return !["yes", "no", "true", "false", "true()", "false()"].contains(cell.lowercased())
      }
      isNeedComputed = definition.nodes.map {
        isComputed($0, "required") || isComputed($0, "read_only")
      }
      isShowingComputed = definition.nodes.map { isComputed($0, "read_only") }
    }
  }

  /// Stops of one row that stand next to each other.
  private struct Piece {
    let rows: [RowID]
    let mark: StopPiece.Mark
    let count: Int
    /// The stops of which the form computes whether they need an answer, by their places in the piece.
    let computed: [Int]
    /// Whether the form computes of one of them if it is shown while it is empty.
    let isShifting: Bool
  }

  private var version: Int
  private var pieces: [Piece] = []
  /// The stops in order, without register facts that are empty: there is nothing to see or ask.
  private(set) var stops: [Stop] = []
  private(set) var states: [State] = []
  /// Answered and counted questions, by section.
  private(set) var answered: [Int]
  private(set) var total: [Int]
  /// By section: where its first stop stands.
  private var firstPlaces: [Int?]

  init(_ instance: FormInstance, _ sections: Sections, state: (Stop) -> State) {
    version = -1
    answered = [Int](repeating: 0, count: sections.nodes.count)
    total = answered
    firstPlaces = [Int?](repeating: nil, count: sections.nodes.count)
    takeIn(instance, sections, state)
  }

  /// The first stop of each section.
  var firsts: [Stop?] { firstPlaces.map { place in place.map { stops[$0] } } }

  /// Goes along with an answer: only the stops that were set are looked at again, those that came in,
  /// and those of which the form computes whether they need an answer.
  mutating func update(
    _ changed: [NodeAddress], _ instance: FormInstance, _ sections: Sections,
    state: (Stop) -> State
  ) {
    if version != instance.stopsVersion { takeIn(instance, sections, state) }
    var start = 0
    for piece in pieces {
      for offset in piece.computed {
        set(state(stops[start + offset]), at: start + offset, sections)
      }
      for address in changed where address.rows == piece.rows {
        let places = start..<(start + piece.count)
        guard let index = places.first(where: { stops[$0].address.node == address.node }) else {
          continue
        }
        set(state(stops[index]), at: index, sections)
      }
      start += piece.count
    }
  }

  /// Puts the stops in that are new, and takes those out that are gone.
  ///
  /// What an answer shows or hides lies together, as the questions of one roster row do: so the pieces
  /// before and behind those that differ keep what is known of them.
  private mutating func takeIn(
    _ instance: FormInstance, _ sections: Sections, _ state: (Stop) -> State
  ) {
    let now = instance.stopPieces()
    version = instance.stopsVersion
    var front = 0
    var place = 0
    let shorter = min(now.count, pieces.count)
    while front < shorter, Self.isSame(pieces[front], now[front]) {
      place += pieces[front].count
      front += 1
    }
    var back = 0
    while back < shorter - front,
      Self.isSame(pieces[pieces.count - 1 - back], now[now.count - 1 - back])
    { back += 1 }
    var fresh: [Stop] = []
    var freshPieces: [Piece] = []
    for piece in now[front..<(now.count - back)] {
      let shown = piece.stops.filter { Self.isShown($0, instance) }
      fresh += shown
      freshPieces.append(
        Piece(
          rows: piece.rows, mark: piece.mark, count: shown.count,
          computed: shown.indices.filter { sections.isNeedComputed[shown[$0].address.node] },
          isShifting: piece.stops.contains { sections.isShowingComputed[$0.address.node] }))
    }
    let gone = front..<(pieces.count - back)
    let end = place + pieces[gone].reduce(0) { $0 + $1.count }
    pieces.replaceSubrange(gone, with: freshPieces)
    replace(place..<end, with: fresh, sections, state)
  }

  private static func isSame(_ piece: Piece, _ other: StopPiece) -> Bool {
    piece.mark == other.mark && !piece.isShifting
  }

  private static func isShown(_ stop: Stop, _ instance: FormInstance) -> Bool {
    guard case .question(let address) = stop, instance.isReadOnly(address) else { return true }
    return !instance.value(address).isEmpty
  }

  private mutating func replace(
    _ places: Range<Int>, with fresh: [Stop], _ sections: Sections, _ state: (Stop) -> State
  ) {
    var same = 0
    let shorter = min(places.count, fresh.count)
    while same < shorter, stops[places.lowerBound + same] == fresh[same] { same += 1 }
    var sameBehind = 0
    while sameBehind < shorter - same,
      stops[places.upperBound - 1 - sameBehind] == fresh[fresh.count - 1 - sameBehind]
    { sameBehind += 1 }
    let places = (places.lowerBound + same)..<(places.upperBound - sameBehind)
    let fresh = fresh[same..<(fresh.count - sameBehind)]
    guard !places.isEmpty || !fresh.isEmpty else { return }
    for index in places { count(index, -1, sections) }
    stops.replaceSubrange(places, with: fresh)
    states.replaceSubrange(places, with: fresh.map(state))
    let put = places.lowerBound..<(places.lowerBound + fresh.count)
    for index in put { count(index, 1, sections) }
    findFirsts(places, put, sections)
  }

  /// Counts a stop with its section, or no longer.
  private mutating func count(_ index: Int, _ step: Int, _ sections: Sections) {
    guard !sections.nodes.isEmpty else { return }
    let section = sections.ofNode[stops[index].address.node]
    if states[index] != .free { total[section] += step }
    if states[index] == .done { answered[section] += step }
  }

  /// Finds the first stop of each section again, after others were put in the place of some.
  private mutating func findFirsts(_ gone: Range<Int>, _ put: Range<Int>, _ sections: Sections) {
    guard !sections.nodes.isEmpty else { return }
    var lost: Set<Int> = []
    for section in firstPlaces.indices {
      guard let first = firstPlaces[section], first >= gone.lowerBound else { continue }
      if first < gone.upperBound {
        firstPlaces[section] = nil
        lost.insert(section)
      } else {
        firstPlaces[section] = first + put.count - gone.count
      }
    }
    for index in put {
      let section = sections.ofNode[stops[index].address.node]
      if let first = firstPlaces[section], first <= index { continue }
      firstPlaces[section] = index
      lost.remove(section)
    }
    var index = put.upperBound
    while !lost.isEmpty, index < stops.count {
      let section = sections.ofNode[stops[index].address.node]
      if lost.remove(section) != nil { firstPlaces[section] = index }
      index += 1
    }
  }

  private mutating func set(_ state: State, at index: Int, _ sections: Sections) {
    guard states[index] != state else { return }
    count(index, -1, sections)
    states[index] = state
    count(index, 1, sections)
  }

  /// How many of the stops of some rows are answered, of how many that ask for an answer; the rows lie
  /// in others, and `isInside` tells of a node whether it is in their roster.
  func progress(
    of rows: some Sequence<RowID>, in outer: [RowID], isInside: (Int) -> Bool
  ) -> [RowID: HouseholdSummary.Progress] {
    var found: [RowID: HouseholdSummary.Progress] = [:]
    for row in rows { found[row] = .init(answered: 0, total: 0) }
    let depth = outer.count
    var start = 0
    for piece in pieces {
      defer { start += piece.count }
      guard piece.count > 0, piece.rows.count > depth, found[piece.rows[depth]] != nil,
        depth == 0 || piece.rows.starts(with: outer), isInside(stops[start].address.node)
      else { continue }
      let states = states[start..<(start + piece.count)]
      let total = states.count { $0 != .free }
      let done = states.count { $0 == .done }
      found[piece.rows[depth]]?.total += total
      found[piece.rows[depth]]?.answered += done
    }
    return found
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
