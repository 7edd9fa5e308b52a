import JSONText
import Record

/// Where in a scope's journals the entries of each subject stand, and how far that was read.
///
/// Derived: it may be missing or old at any time. Only the marks are read on opening; the table when
/// it is first needed.
struct SubjectIndex {
  /// One entry's line.
  struct Place: Equatable {
    var offset: Int
    var length: Int32
    var sequence: Int32
    /// The subject's number.
    var subject: Int32
  }

  /// One journal.
  struct Journal {
    var opening: JournalOpening?
    var mark: JournalMark
    var faults: [JournalFault]
    /// In the order of the lines; empty until the table is loaded.
    var places: [Place] = []
  }

  /// Where the table can be found later.
  struct Unloaded {
    var counts: [(writer: WriterID, count: Int)]
    var subjects: Int
    var offset: Int
    var length: Int
    var sha256: String
  }

  var journals: [WriterID: Journal] = [:]
  private(set) var subjects: [String] = []
  private var numbers: [String: Int32] = [:]
  /// The places of each subject, made when first asked for.
  private var bySubject: [[Found]]?
  var unloaded: Unloaded?
  /// Whether the file on disk says something else.
  var changed = false
  /// How many entries were added since the file was written.
  var added = 0

  /// A place and its journal.
  struct Found {
    var writer: WriterID
    var place: Place
  }

  mutating func add(_ found: LocatedEntry) {
    let writer = found.entry.writer
    let place = Place(
      offset: found.offset, length: Int32(clamping: found.length),
      sequence: Int32(clamping: found.entry.sequence), subject: number(found.entry.subject.text))
    journals[writer]?.places.append(place)
    bySubject?[Int(place.subject)].append(Found(writer: writer, place: place))
    changed = true
    added += 1
  }

  private mutating func number(_ subject: String) -> Int32 {
    if let number = numbers[subject] { return number }
    let number = Int32(subjects.count)
    numbers[subject] = number
    subjects.append(subject)
    bySubject?.append([])
    return number
  }

  /// Where the entries of some subjects stand.
  mutating func places(of wanted: some Sequence<Subject>) -> [Found] {
    var lists: [[Found]]
    if let bySubject {
      lists = bySubject
    } else {
      lists = Array(repeating: [], count: subjects.count)
      for (writer, journal) in journals {
        for place in journal.places {
          lists[Int(place.subject)].append(Found(writer: writer, place: place))
        }
      }
      bySubject = lists
    }
    var numbers = Set<Int32>()
    for subject in wanted {
      if let number = self.numbers[subject.text] { numbers.insert(number) }
    }
    return numbers.flatMap { lists[Int($0)] }
  }

  /// Takes the table in, once its bytes were found whole.
  mutating func load(subjects: [String], places: [WriterID: [Place]]) {
    self.subjects = subjects
    numbers = [:]
    numbers.reserveCapacity(subjects.count)
    for (index, subject) in subjects.enumerated() { numbers[subject] = Int32(index) }
    for (writer, list) in places { journals[writer]?.places = list }
    bySubject = nil
    unloaded = nil
  }

  mutating func removeAll() { self = SubjectIndex(changed: true) }

  init(changed: Bool = false) { self.changed = changed }
}
