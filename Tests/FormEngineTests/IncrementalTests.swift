import FormEngine
import SeededRandom
import Testing

/// Computing only what an answer touches must come to the same as computing everything.
struct IncrementalTests {
  static let survey = """
    type|name|label|relevant|calculation|choice_filter
    integer|limit|Limit
    select_one region|region|Region
    begin_group|outer|Outer|${limit} != 3
    begin_repeat|house|House|${limit} < 9 or ${limit} = ''
    integer|floor|Floor
    begin_group|inside|Inside|${floor} > 1
    begin_repeat|room|Room
    integer|size|Size of ${number}|${size_asked} = 1
    select_one place|place|Place|||group = ${region} or ${size} > 5
    calculate|number|||position(..)
    calculate|size_asked|||if(${floor} > 2 or ${number} > 1, 1, 0)
    calculate|share|||round(${size} div sum(/data/outer/house/inside/room/size), 3)
    calculate|before|||${room}[position() = position(current()/..) - 1]/size
    end_repeat
    calculate|rooms|||count(${room})
    end_group
    calculate|area|||sum(${size})
    calculate|order|||position(..)
    select_one ${floor}|twin|Twin|${rooms} > 0
    end_repeat
    calculate|total|||sum(${area})
    end_group
    calculate|places|||join(' ', ${place})
    calculate|largest|||max(${size})
    calculate|third|||indexed-repeat(${floor}, ${house}, 3)
    calculate|chain|||${total} + count-selected(${places}) * 100
    note|shown|Total ${total}|${chain} > 10
    """
  static let choices = """
    list_name|name|label|group
    region|n|North
    region|s|South
    place|n1|N1|n
    place|n2|N2|n
    place|s1|S1|s
    """

  /// Everything that can be seen of an interview, by path.
  static func seen(_ form: FormInstance) -> [String] {
    var lines: [String] = []
    func visit(_ node: Int, _ rows: [RowID]) {
      for child in form.definition.nodes[node].children {
        let address = NodeAddress(node: child, rows: rows)
        let name = form.definition.nodes[child].name + "@" + rows.joined(separator: ".")
        lines.append(
          "\(name) \(form.isRelevant(address)) \(form.value(address)) \(form.visibleValue(address))"
        )
        if case .repeat = form.definition.nodes[child].kind {
          for id in form.rows(address) {
            lines.append(
              "\(name) \(id) \(form.isRelevant(NodeAddress(node: child, rows: rows + [id])))")
            visit(child, rows + [id])
          }
        } else {
          visit(child, rows)
        }
      }
    }
    visit(0, [])
    return lines + form.stops().map { "\($0)" }
  }

  @Test(arguments: 1...12)
  func incrementalEqualsComplete(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var scenario = try Scenario(Self.survey, choices: Self.choices)
    var made = 0
    var known: [StopPiece] = []
    for step in 0..<120 {
      let house = scenario.address("house")
      let houses = scenario.form.rows(house)
      switch Int.random(in: 0..<10, using: &random) {
      case 0:
        made += 1
        scenario.form.addRow(
          house, id: "h\(made)", at: Int.random(in: 0...houses.count, using: &random))
      case 1:
        if houses.count > 2, let id = houses.randomElement(using: &random) {
          scenario.form.removeRow(house, id: id)
        }
      case 2, 3:
        guard let id = houses.randomElement(using: &random) else { continue }
        var room = scenario.address("room")
        room.rows = [id]
        let rooms = scenario.form.rows(room)
        made += 1
        if rooms.count > 2, let last = rooms.randomElement(using: &random) {
          scenario.form.removeRow(room, id: last)
        } else {
          scenario.form.addRow(
            room, id: "r\(made)", at: Int.random(in: 0...rooms.count, using: &random))
        }
      default:
        guard let stop = scenario.form.stops().randomElement(using: &random) else { continue }
        let value =
          scenario.form.choices(stop.address).randomElement(using: &random)?.name
          ?? String(Int.random(in: 0..<10, using: &random))
        let isEmptied = Int.random(in: 0..<8, using: &random) == 0
        _ = scenario.form.set(stop.address, isEmptied ? "" : value)
      }
      let pieces = scenario.form.stopPieces()
      #expect(pieces.flatMap(\.stops) == scenario.form.stops(), "step \(step)")
      for piece in pieces {
        #expect(piece.stops.allSatisfy { $0.address.rows == piece.rows })
        // Who kept something for a piece finds the same stops by its mark.
        if let before = known.first(where: { $0.mark == piece.mark }) {
          #expect(before.stops == piece.stops, "step \(step)")
        }
      }
      known = pieces
      var complete = scenario.form
      complete.loading { _ in }
      #expect(Self.seen(scenario.form) == Self.seen(complete), "step \(step)")
    }
  }
}
