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
private struct JoinedReplay {
  private let interview: Interview
  private let definition: FormDefinition
  private var instance: FormInstance?
  private(set) var doubted: Set<AnswerKey> = []

  init(_ interview: Interview, _ definition: FormDefinition) {
    self.interview = interview
    self.definition = definition
  }

  mutating func take(_ act: Act, _ standing: Interview) {
    let keys = act.keys
    for key in keys where standing.answers[key]?.source == .answered { doubted.remove(key) }
    // Before the first act that did not know of all others there is nothing to be doubted.
    if instance == nil, act.unseen.isEmpty { return }
    guard var instance else {
      self.instance = loaded(standing)
      return
    }
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
