import Fieldwork
import FormEngine
import Record

extension InterviewSession {
  /// An interview in which work was done side by side, with the answers doubted that only came to light
  /// when it was joined.
  ///
  /// It is gone through act by act. An answer that another act brings to light, of a question that was
  /// hidden on every side, was given while something else held: nobody has said it as things stand, just
  /// as when one laptop asks a question again.
  static func joined(_ interview: Interview, _ definition: FormDefinition) -> Interview {
    guard interview.isJoined else { return interview }
    var replay = JoinedReplay(interview, definition)
    interview.replay { standing, act in replay.take(act, standing) }
    var joined = interview
    for key in replay.doubted { joined.doubt(key) }
    return joined
  }
}

/// What an interview that was joined looks like behind each of its acts.
private struct JoinedReplay: Sendable {
  private let definition: FormDefinition
  /// How many acts are still to come before the first that did not know of all others: up to there
  /// nothing is to be doubted.
  private var ahead: Int
  private var instance: FormInstance?
  private(set) var doubted: Set<AnswerKey> = []

  init(_ interview: Interview, _ definition: FormDefinition) {
    self.definition = definition
    ahead = interview.history.firstIndex { !$0.unseen.isEmpty } ?? 0
  }

  mutating func take(_ act: Act, _ standing: Interview) {
    ahead -= 1
    guard var instance else {
      if ahead <= 0 { self.instance = loaded(standing) }
      return
    }
    let keys = act.keys
    for key in keys where standing.answers[key]?.source == .answered { doubted.remove(key) }
    let isDated = instance.today != standing.start?.date
    let isOfRows =
      switch act.fact {
      case .rowAdded, .rowRemoved, .prefilled, .settled: true
      default: false
      }
    if isDated || isOfRows {
      // Rare enough to be computed as a whole.
      let before = visible(instance)
      instance = loaded(standing)
      doubt(visible(instance).subtracting(before), besides: keys, standing)
      self.instance = instance
      return
    }
    var shown: Set<AnswerKey> = []
    for key in keys {
      guard let node = definition.node(named: key.question) else { continue }
      let answer = standing.answers[key]
      let found = instance.load(
        NodeAddress(node: node, rows: key.rows), answer?.value ?? "", said: isSaid(key, standing))
      shown.formUnion(found.map(key(of:)))
    }
    doubt(shown, besides: keys, standing)
    self.instance = instance
  }

  private mutating func doubt(
    _ shown: Set<AnswerKey>, besides keys: [AnswerKey], _ standing: Interview
  ) {
    for key in shown.subtracting(keys) where standing.answers[key]?.source == .answered {
      guard let node = definition.node(named: key.question),
        !definition.nodes[node].isMarked("read_only")
      else { continue }
      doubted.insert(key)
    }
  }

  private func isSaid(_ key: AnswerKey, _ standing: Interview) -> Bool {
    standing.answers[key]?.source == .answered && !doubted.contains(key)
  }

  private func loaded(_ standing: Interview) -> FormInstance {
    InterviewSession.loaded(standing, definition)
  }

  private func visible(_ instance: FormInstance) -> Set<AnswerKey> {
    Set(
      instance.stops().compactMap { stop in
        guard case .question(let address) = stop, !instance.value(address).isEmpty else {
          return nil
        }
        return key(of: address)
      })
  }

  private func key(of address: NodeAddress) -> AnswerKey {
    AnswerKey(definition.key(of: address.node), rows: address.rows)
  }
}
