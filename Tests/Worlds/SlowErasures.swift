import Fieldwork
import Record

/// Which bodies are to be gone, by asking of every entry whether any erasure means it.
struct SlowErasures {
  /// All entries of the village, held ones too, in causal order.
  let all: [Entry]
  /// Those that count.
  let counting: Set<EntryID>
  /// Whether the writer of an erasure might erase what others wrote.
  let mayErase: (Entry) -> Bool

  /// Whether an entry's body is to be gone.
  func isDoomed(_ entry: Entry) -> Bool {
    guard entry.kind != Entry.erased, entry.kind != Entry.handedOver else { return false }
    return all.contains { erasure in
      guard counting.contains(erasure.id), case .erased(let ids, let subjects, _)? = Fact(erasure),
        ids.contains(entry.id) || subjects.contains(where: { isOf(entry.subject, $0) })
      else { return false }
      return mayErase(erasure) || (entry.person == erasure.person && counting.contains(entry.id))
    }
  }

  /// Whether somebody ever had it erased, be it without right, or while it belonged elsewhere.
  func mayBeGone(_ entry: Entry) -> Bool {
    all.contains { erasure in
      guard case .erased(let ids, let subjects, _)? = Fact(erasure) else { return false }
      return ids.contains(entry.id) || subjects.contains { everWasOf(entry.subject, $0) }
    }
  }

  /// The last link of some kinds, or the first of others, that somebody who counts gave a subject.
  private func owner(_ subject: Subject) -> Subject? {
    let ties = all.filter { $0.subject == subject && counting.contains($0.id) }
    return ties.last { $0.kind == "moved" || $0.kind == "householdJoined" }?.link
      ?? ties.first { $0.kind == "interviewStarted" || $0.kind == "issueOpened" }?.link
  }

  private func isOf(_ subject: Subject, _ other: Subject) -> Bool {
    if subject == other { return true }
    guard case .household = other else { return false }
    var at: Subject? = subject
    for _ in 0...all.count {
      if at == other { return true }
      at = at.flatMap(owner)
    }
    return false
  }

  private func everWasOf(_ subject: Subject, _ other: Subject) -> Bool {
    var reached: Set<Subject> = [subject]
    var isNew = true
    while isNew {
      isNew = false
      for entry in all where reached.contains(entry.subject) {
        guard let link = entry.link, entry.kind != "interviewSetAside" else { continue }
        if reached.insert(link).inserted { isNew = true }
      }
    }
    return reached.contains(other)
  }
}
