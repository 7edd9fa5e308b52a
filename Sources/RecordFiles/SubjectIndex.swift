import JSONText
import Record

/// Where in a scope's journals the entries of each subject stand, and how far that was read.
///
/// Derived: it may be missing or old at any time. Only the marks are read on opening; the table when
/// it is first needed. What several branches of a forked writer share stands in the first of them only.
struct SubjectIndex {
  /// One entry's line.
  struct Place: Equatable {
    var offset: Int
    var length: Int32
    var sequence: Int32
    /// The subject's number.
    var subject: Int32
  }

  /// What a journal told of another writer, and where.
  struct Told: Equatable {
    var sequence: Int
    var writer: WriterID
    var number: Int
  }

  /// What a journal told of a branch of a split writer, and where.
  struct ToldTip: Equatable {
    var sequence: Int
    var writer: WriterID
    var tip: Heads.Head
  }

  /// That an entry ties its subject to another.
  struct Tie: Equatable {
    var sequence: Int
    /// The other subject's number.
    var subject: Int32
  }

  /// Where a branch leaves another journal of its writer.
  struct Branching: Equatable {
    var parent: JournalName
    /// Up to which number both are the same.
    var shared: Int
  }

  /// One journal.
  struct Journal {
    var opening: JournalOpening?
    var mark: JournalMark
    var faults: [JournalFault]
    /// Up to which number its device signed it, the signing entry with it.
    var signed = 0
    /// What its device signed of other journals in it.
    var vouches: [HeadVouch] = []
    var branching: Branching?
    /// In the order of the lines; empty until the table is loaded, like all that follows.
    var places: [Place] = []
    var told: [Told] = []
    var toldTips: [ToldTip] = []
    var ties: [Tie] = []
    /// The entries whose bodies are gone, by number.
    var erased: [Int: EntryID] = [:]
  }

  /// What the file's table holds of one journal.
  typealias Table = (
    places: [Place], told: [Told], toldTips: [ToldTip], ties: [Tie], erased: [Int: EntryID]
  )
  /// How many of each the table holds of one journal.
  typealias Counts = (
    journal: JournalName, places: Int, told: Int, toldTips: Int, ties: Int, erased: Int
  )

  /// Where the table can be found later.
  struct Unloaded {
    var counts: [Counts]
    var subjects: Int
    var offset: Int
    var length: Int
    var sha256: String
  }

  var journals: [JournalName: Journal] = [:]
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
    var journal: JournalName
    var place: Place

    var entryPlace: EntryPlace {
      EntryPlace(journal: journal, sequence: Int(place.sequence))
    }
  }

  /// Takes an entry in at the end of its journal.
  mutating func add(_ found: LocatedEntry) {
    let name = found.entry.place.journal
    let subject = number(found.entry.subject.text)
    let link = found.entry.link.map { number($0.text) }
    journals[name]?.add(found, subject: subject, link: link)
    bySubject?[Int(subject)].append(Found(journal: name, place: found.place(of: subject)))
    changed = true
    added += 1
  }

  /// Takes many entries in at the end of one journal, which is looked up once for all of them.
  mutating func add(_ all: [LocatedEntry], to name: JournalName) {
    guard !all.isEmpty, var journal = journals.removeValue(forKey: name) else { return }
    journal.places.reserveCapacity(journal.places.count + all.count)
    // What is said of one subject mostly stands together.
    var last: (subject: Subject, number: Int32)?
    for found in all {
      let entry = found.entry
      let subject = last?.subject == entry.subject ? last?.number : nil
      let known = subject ?? number(entry.subject.text)
      last = (entry.subject, known)
      let link = entry.link.map { number($0.text) }
      journal.add(found, subject: known, link: link)
      bySubject?[Int(known)].append(Found(journal: name, place: found.place(of: known)))
    }
    journals[name] = journal
    changed = true
    added += all.count
  }

  private mutating func number(_ subject: String) -> Int32 {
    if let number = numbers[subject] { return number }
    let number = Int32(subjects.count)
    numbers[subject] = number
    subjects.append(subject)
    bySubject?.append([])
    return number
  }

  /// Forgets a writer's journals, to be read anew.
  mutating func remove(_ writer: WriterID) {
    for journal in branches(of: writer) { journals[journal] = nil }
    bySubject = nil
    changed = true
  }

  /// A writer's journals in order: one, or several where it forked.
  func branches(of writer: WriterID) -> [JournalName] {
    let only = JournalName(writer: writer)
    guard journals[only] == nil || hasBranches else { return [only] }
    return journals.keys.filter { $0.writer == writer }.sorted()
  }

  private var hasBranches: Bool { journals.keys.contains { !$0.branch.isEmpty } }

  /// Where the entries of some subjects stand.
  mutating func places(of wanted: some Sequence<Subject>) -> [Found] {
    var lists: [[Found]]
    if let bySubject {
      lists = bySubject
    } else {
      lists = Array(repeating: [], count: subjects.count)
      for (name, journal) in journals {
        for place in journal.places {
          lists[Int(place.subject)].append(Found(journal: name, place: place))
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

  /// Where the entries stand that tie their subject to another.
  var tied: [Found] {
    journals.flatMap { name, journal in
      journal.ties.compactMap { tie in
        Self.index(of: tie.sequence, in: journal.places).map {
          Found(journal: name, place: journal.places[$0])
        }
      }
    }
  }

  /// Where the entry with a number stands that belongs to a journal, be it in one that it branched off.
  func place(of journal: JournalName, at sequence: Int) -> Found? {
    var name = journal
    while let journal = journals[name] {
      if let branching = journal.branching, sequence <= branching.shared, branching.parent < name {
        name = branching.parent
        continue
      }
      guard let index = Self.index(of: sequence, in: journal.places) else { return nil }
      return Found(journal: name, place: journal.places[index])
    }
    return nil
  }

  /// Which of a journal's places has a number; numbers grow, and some may be missing.
  static func index(of sequence: Int, in places: [Place]) -> Int? {
    let index = firstIndex(after: sequence - 1, in: places)
    return index < places.count && Int(places[index].sequence) == sequence ? index : nil
  }

  /// The first of a journal's places with a number above one.
  static func firstIndex(after sequence: Int, in places: [Place]) -> Int {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if Int(places[middle].sequence) <= sequence { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Takes the table in, once its bytes were found whole.
  mutating func load(
    subjects: [String],
    tables: [JournalName: Table]
  ) {
    self.subjects = subjects
    numbers = [:]
    numbers.reserveCapacity(subjects.count)
    for (index, subject) in subjects.enumerated() { numbers[subject] = Int32(index) }
    for (journal, table) in tables {
      journals[journal]?.places = table.places
      journals[journal]?.told = table.told
      journals[journal]?.toldTips = table.toldTips
      journals[journal]?.ties = table.ties
      journals[journal]?.erased = table.erased
    }
    bySubject = nil
    unloaded = nil
  }

  init(changed: Bool = false) { self.changed = changed }
}

extension SubjectIndex.Journal {
  /// Takes an entry in at its end, under the number of its subject and of what it is tied to.
  fileprivate mutating func add(_ found: LocatedEntry, subject: Int32, link: Int32?) {
    let entry = found.entry
    places.append(found.place(of: subject))
    if !entry.seen.isEmpty {
      told += entry.seen.sorted { $0.key < $1.key }.map {
        SubjectIndex.Told(sequence: entry.sequence, writer: $0.key, number: $0.value)
      }
    }
    if let link { ties.append(SubjectIndex.Tie(sequence: entry.sequence, subject: link)) }
    for (writer, tips) in entry.seenTips.sorted(by: { $0.key < $1.key }) {
      toldTips += tips.map {
        SubjectIndex.ToldTip(sequence: entry.sequence, writer: writer, tip: $0)
      }
    }
    if found.isErased { erased[entry.sequence] = entry.id }
  }
}

extension LocatedEntry {
  fileprivate func place(of subject: Int32) -> SubjectIndex.Place {
    SubjectIndex.Place(
      offset: offset, length: Int32(clamping: length), sequence: Int32(clamping: entry.sequence),
      subject: subject)
  }
}
