import Record
import RecordFiles

/// What is here of one scope, to be compared with what a segment has.
///
/// Journals are told apart by their entries' ids alone, since devices call the branches of a forked
/// writer differently.
final class Holdings {
  let files: VillageFiles?
  private var states: [WriterID: [JournalState]] = [:]
  /// Journals only grow, so that what was looked up stays true.
  private var ids: [EntryPlace: EntryID] = [:]

  /// Looks at a scope's journals; at none where the scope is not here yet.
  init(_ files: VillageFiles?) throws(DataFolderFault) {
    self.files = files
    try refresh()
  }

  /// Looks again, after something came in or was signed.
  func refresh() throws(DataFolderFault) {
    guard let files else { return }
    states = Dictionary(grouping: try files.inventory()) { $0.journal.writer }
  }

  /// All journals, in order.
  var journals: [JournalState] {
    states.values.flatMap { $0 }.sorted { $0.journal < $1.journal }
  }

  /// The largest number here of a writer.
  func last(of writer: WriterID) -> Int {
    (states[writer] ?? []).reduce(0) { max($0, $1.sequence) }
  }

  /// Whether a journal here has this entry under this number.
  func has(
    _ state: JournalState, _ sequence: Int, _ id: EntryID
  ) throws(DataFolderFault) -> Bool {
    if sequence == state.sequence { return state.head == id }
    guard let files, sequence < state.sequence else { return false }
    let place = EntryPlace(journal: state.journal, sequence: sequence)
    if let known = ids[place] { return known == id }
    guard let found = try files.id(of: state.journal, at: sequence) else { return false }
    ids[place] = found
    return found == id
  }

  /// The journal here that has all of a part already.
  func journal(with part: SegmentPart) throws(DataFolderFault) -> JournalState? {
    for state in states[part.writer] ?? [] where try has(state, part.to, part.head) {
      return state
    }
    return nil
  }

  /// Whether a part goes on from something that is here, or begins a journal.
  func canTake(_ part: SegmentPart) throws(DataFolderFault) -> Bool {
    guard let previous = part.previous else { return true }
    for state in states[part.writer] ?? [] where try has(state, part.from, previous) {
      return true
    }
    return false
  }
}
