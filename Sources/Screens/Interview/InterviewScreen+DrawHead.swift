import Fieldwork
import FormEngine
import Station
import Terminal

extension InterviewScreen {
  /// Draws the door, the place in the interview and the bar of sections.
  func drawHead(into canvas: inout Canvas, _ context: Context) {
    let strings = context.strings.interview
    let door = "\(strings.group(group, number)) \(head)"
    let left = [context.village?.name ?? "", door, strings.people(people)].joined(separator: " ")
    let place = stop.flatMap { session.index(of: $0) }
    let round = shown(context).member("c_round", [])
    let right =
      place.map { strings.position(round, $0 + 1, session.stops.count) } ?? strings.end
    let columns = canvas.size.columns
    let training = known == nil ? "" : context.strings.findings.training + "  "
    let rightWidth = width(of: training + right)
    canvas.put(
      Fitting.cut(left, to: columns - rightWidth - 3), at: Point(row: 0, column: 1), role: .title)
    canvas.put(training, at: Point(row: 0, column: columns - rightWidth - 1), role: .warning)
    canvas.put(
      right, at: Point(row: 0, column: columns - width(of: right) - 1), role: .dim)
    drawBar(into: &canvas, strings)
    canvas.separate(row: 2, borders: context.environment.borders)
  }

  /// How many people the roster has now.
  private var people: Int {
    session.definition.node(named: HouseholdCase.memberRoster).map {
      session.instance.rows(NodeAddress(node: $0, rows: [])).count
    } ?? 0
  }

  private func drawBar(into canvas: inout Canvas, _ strings: InterviewStrings) {
    let open = strings.open(overview.open)
    let openColumn = canvas.size.columns - width(of: open) - 1
    canvas.put(
      open, at: Point(row: 1, column: openColumn), role: overview.open == 0 ? .done : .text)
    let here = session.sectionIndex(of: session.place)
    var column = 1
    for (index, section) in overview.sections.enumerated() {
      let text: String
      let role: Role
      if index == here {
        text = "[\(section.mark)]"
        role = .title
      } else if section.first == nil {
        text = "\(section.mark)-"
        role = .dim
      } else if section.isDone {
        text = "\(section.mark)+"
        role = .done
      } else {
        text = section.answered > 0 ? "\(section.mark)." : section.mark
        role = .text
      }
      guard column + width(of: text) < openColumn else { break }
      column += canvas.put(text, at: Point(row: 1, column: column), role: role) + 1
    }
  }
}
