import Fieldwork
import FormEngine
import Foundation
import Record
import Spreadsheets

/// An interview's acts as ODK's audit file: comma, line feed, epoch milliseconds.
///
/// Times are the wall time at which the interview was opened plus the milliseconds of a clock that
/// nobody can set, so that a change of the wall clock cannot feign a duration.
struct AuditFile {
  private(set) var text = "event,node,start,end,old-value,new-value,user\n"
  private let interview: Interview
  private let definition: FormDefinition?
  /// The wall time at which the interview was last opened.
  private var opened = 0
  private var hasBegun = false
  private var visits = 0
  /// Whether the form was left and not entered since.
  private var isOut = false
  /// A leaving whose lines wait: what was done until then may stand in the act after it.
  private var leaving: (wall: Int, user: String)?

  init(_ interview: Interview, definition: FormDefinition?, team: Team) {
    self.interview = interview
    self.definition = definition
    for act in interview.history { add(act, user: team.name(of: act.stamp.person)) }
    leave()
  }

  private mutating func add(_ act: Act, user: String) {
    let wall = Self.milliseconds(act.stamp.time)
    if case .completed = act.fact {} else { leave() }
    // What was filled in beforehand is the first that happened to the form.
    let isFirst = !hasBegun
    if isFirst { enter("form start", at: wall, user) }
    switch act.fact {
    case .visitStarted:
      opened = wall
      // The start was said before what was filled in beforehand.
      if visits > 0 { enter("form resume", at: wall, user) }
      visits += 1
    case .paused(let events):
      opened = wall
      if !isFirst { enter("form resume", at: wall, user) }
      add(events, user)
    case .answered(let changes, _, let paradata):
      add(paradata?.before ?? [], user)
      for (index, change) in changes.enumerated() {
        let old = act.before.indices.contains(index) ? act.before[index]?.value : nil
        line(
          "question", path(change.key), start: paradata.map { opened + $0.shown } ?? wall,
          end: paradata.map { opened + $0.answered } ?? wall, old: old ?? "", new: change.value,
          user: user)
      }
    case .rowAdded(let row, let answers, _, let paradata):
      add(paradata?.before ?? [], user)
      line("add repeat", path(row), start: wall, user: user)
      for answer in answers {
        line("question", path(answer.key), start: wall, end: wall, new: answer.value, user: user)
      }
    case .rowRemoved(let row, _, _, let paradata):
      add(paradata?.before ?? [], user)
      line("delete repeat", path(row), start: wall, user: user)
    case .visitEnded(_, let events):
      add(events.dropLast(events.last?.kind == .paused ? 1 : 0), user)
      leaving = (wall, user)
    case .completed(let events, _):
      add(events.dropLast(events.last?.kind == .paused ? 1 : 0), user)
      leave()
      exit(at: wall, user)
      line("form finalize", start: wall, user: user)
    default: break
    }
  }

  private mutating func enter(_ event: String, at wall: Int, _ user: String) {
    line(event, start: wall, user: user)
    hasBegun = true
    isOut = false
  }

  /// The end of a visit, whose lines waited.
  private mutating func leave() {
    guard let (wall, user) = leaving else { return }
    leaving = nil
    line("form save", start: wall, user: user)
    exit(at: wall, user)
  }

  /// A form is left once, until it is entered again.
  private mutating func exit(at time: Int, _ user: String) {
    guard !isOut else { return }
    isOut = true
    line("form exit", start: time, user: user)
  }

  private mutating func add(_ events: [Paradata.Event], _ user: String) {
    for event in events {
      if event.kind == .paused {
        exit(at: opened + event.start, user)
        continue
      }
      if event.kind == .resumed { isOut = false }
      // ODK has no event for a change of language; the record keeps it.
      let name: String? =
        switch event.kind {
        case .shown: "question"
        case .jumped: "jump"
        case .resumed: "form resume"
        case .paused, .language: nil
        }
      guard let name else { continue }
      line(
        name, event.kind == .shown ? event.key.map(path) ?? "" : "", start: opened + event.start,
        end: event.end.map { opened + $0 }, user: user)
    }
  }

  private mutating func line(
    _ event: String, _ node: String = "", start: Int, end: Int? = nil, old: String = "",
    new: String = "", user: String
  ) {
    let cells = [event, node, String(start), end.map { String($0) } ?? "", old, new, user]
    text += cells.map(Self.cell).joined(separator: ",") + "\n"
  }

  private static func cell(_ text: String) -> String {
    guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
    return "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }

  /// The path of an answer with the places of its rows: `/data/m[2]/m_in/m_id`.
  private func path(_ key: AnswerKey) -> String {
    guard let definition, let node = definition.node(named: key.question) else {
      return key.question
    }
    return path(of: node, rows: key.rows, definition)
  }

  private func path(_ row: RosterRow) -> String {
    guard let definition, let node = definition.node(named: row.roster) else { return row.roster }
    return path(of: node, rows: row.rows, definition)
  }

  private func path(of node: Int, rows: [String], _ definition: FormDefinition) -> String {
    var chain: [Int] = []
    var next: Int? = node
    while let current = next {
      chain.insert(current, at: 0)
      next = definition.nodes[current].parent
    }
    let names = definition.path(of: node).split(separator: "/").map(String.init)
    var depth = 0
    // The names are those of the chain, from its end: the root may or may not be a node of its own.
    let shown = names.enumerated().map { index, name in
      let place = chain.count - names.count + index
      guard chain.indices.contains(place), case .repeat = definition.nodes[chain[place]].kind,
        depth < rows.count
      else { return name }
      let above = Array(rows[..<depth])
      let siblings = interview.rows.filter {
        $0.row.roster == definition.key(of: chain[place]) && Array($0.row.rows.dropLast()) == above
      }
      let position = siblings.firstIndex { $0.row.id == rows[depth] } ?? 0
      depth += 1
      return "\(name)[\(position + 1)]"
    }
    return "/" + shown.joined(separator: "/")
  }

  /// Milliseconds since 1970 of `2026-11-21T08:03:11.123+08:00`.
  private static func milliseconds(_ time: String) -> Int {
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    guard let date = try? style.parse(time) else { return 0 }
    return Int((date.timeIntervalSince1970 * 1000).rounded())
  }
}
