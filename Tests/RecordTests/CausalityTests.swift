import JSONText
import Record
import Testing

/// Who saw what where a writer's work split: W has two branches behind 3, and T tells of it.
@Suite struct CausalityTests {
  private let split = WriterID(bytes: id(1))
  private let teller = WriterID(bytes: id(2))
  private let main: JournalName
  private let branch: JournalName

  init() {
    main = JournalName(writer: split)
    branch = JournalName(writer: split, beginning: Self.identity(of: 4, "b"))
  }

  private static func identity(of number: Int, _ line: String) -> EntryID {
    var digest = [UInt8](repeating: UInt8(number), count: 32)
    digest[0] = line.utf8.first ?? 0
    return EntryID(digest: digest)
  }

  private func entry(_ journal: JournalName, _ number: Int) -> Entry {
    let line = number <= 3 ? "-" : journal == main ? "a" : "b"
    return Entry(
      id: Self.identity(of: number, line), writer: split, sequence: number, lamport: number,
      time: time,
      person: PersonID(bytes: CausalityTests.nobody), subject: .village, kind: "said", body: nil,
      branch: journal.branch)
  }

  private static let nobody = [UInt8](repeating: 9, count: 10)

  /// What T wrote under a number, having newly seen something.
  private func told(
    _ number: Int, _ seen: [WriterID: Int] = [:], tips: [(JournalName, Int)] = []
  ) -> Entry {
    let heads = tips.map { Heads.Head(sequence: $0.1, id: entry($0.0, $0.1).id) }
    return Entry(
      id: Self.identity(of: number, "t"), writer: teller, sequence: number, lamport: 100 + number,
      seen: seen, seenTips: heads.isEmpty ? [:] : [split: heads.sorted()], time: time,
      person: PersonID(bytes: Self.nobody), subject: .village, kind: "said", body: nil)
  }

  private func causality(_ entries: [Entry], isForked: Bool = true) -> Causality {
    var causality = Causality(entries)
    if isForked {
      causality.branch(branch, from: main, after: 3)
      causality.fork(split, after: 3)
    }
    return causality
  }

  private func place(_ journal: JournalName, _ number: Int) -> EntryPlace {
    EntryPlace(journal: journal, sequence: number)
  }

  private var common: [Entry] { (1...3).map { entry(main, $0) } }
  private var mine: [Entry] { (4...6).map { entry(main, $0) } }
  private var theirs: [Entry] { (4...7).map { entry(branch, $0) } }

  @Test func tipsThatAreKnownHereTellOfBothBranches() {
    let first = told(1, tips: [(main, 5), (branch, 7)])
    let later = told(2)
    for entries in [
      common + mine + theirs + [first, later], [later, first] + theirs + mine + common,
    ] {
      let causality = causality(entries)
      #expect(causality.unknownTips.isEmpty && causality.isSplit(split))
      for entry in [first, later] {
        for number in 1...5 { #expect(causality.saw(entry.place, place(main, number))) }
        #expect(!causality.saw(entry.place, place(main, 6)))
        for number in 4...7 { #expect(causality.saw(entry.place, place(branch, number))) }
        #expect(!causality.saw(place(branch, 7), entry.place))
      }
      #expect(!causality.saw(place(branch, 5), place(main, 4)))
      #expect(!causality.saw(place(main, 5), place(branch, 4)))
      #expect(causality.saw(place(branch, 5), place(main, 3)))
    }
  }

  @Test func aTipThatIsNotKnownHereWasNotSeen() {
    let first = told(1, tips: [(main, 5), (branch, 7)])
    let early = causality(common + mine + Array(theirs.dropLast()) + [first])
    #expect(early.unknownTips.map(\.tip.sequence) == [7])
    for number in 1...5 { #expect(early.saw(first.place, place(main, number))) }
    for number in 4...6 { #expect(!early.saw(first.place, place(branch, number))) }
    // The end of the branch comes: now it counts, as if it had been here first.
    var late = early
    late.findTips(among: theirs)
    #expect(late.unknownTips.isEmpty)
    #expect(late == causality([first] + theirs + mine + common))
    #expect(late.saw(first.place, place(branch, 4)) && late.saw(first.place, place(branch, 7)))
  }

  @Test func whereOnlyOneBranchIsHereItsTipCounts() {
    let first = told(1, tips: [(main, 5), (branch, 7)])
    let causality = causality(common + mine + [first], isForked: false)
    #expect(causality.saw(first.place, place(main, 5)))
    #expect(!causality.saw(first.place, place(main, 6)))
    #expect(causality.isSplit(split) && causality.unknownTips.count == 1)
  }

  @Test func aNumberFromBeforeTheSplitWasKnownCountsUpToIt() {
    let entries =
      common + mine + theirs + [told(1, [split: 6]), told(2), told(3, tips: [(branch, 5)])]
    let causality = causality(entries)
    for number in 1...3 {
      #expect(causality.saw(place(.init(writer: teller), 1), place(main, number)))
    }
    for number in 4...6 {
      #expect(!causality.saw(place(.init(writer: teller), 2), place(main, number)))
    }
    // What it told of the other branch later says nothing of this one.
    #expect(causality.saw(place(.init(writer: teller), 3), place(branch, 5)))
    #expect(!causality.saw(place(.init(writer: teller), 3), place(branch, 6)))
    #expect(!causality.saw(place(.init(writer: teller), 3), place(main, 4)))
    #expect(causality.saw(place(.init(writer: teller), 3), place(main, 3)))
  }

  @Test func aBranchMaySeeTheOther() {
    var entries = common + mine + theirs
    let tip = Heads.Head(sequence: 6, id: entry(main, 6).id)
    entries.removeLast()
    entries.append(
      Entry(
        id: Self.identity(of: 7, "b"), writer: split, sequence: 7, lamport: 7,
        seenTips: [split: [tip]],
        time: time, person: PersonID(bytes: Self.nobody), subject: .village, kind: "said",
        body: nil, branch: branch.branch))
    let causality = causality(entries)
    #expect(causality.saw(place(branch, 7), place(main, 6)))
    #expect(!causality.saw(place(branch, 6), place(main, 6)))
    #expect(!causality.saw(place(main, 6), place(branch, 4)))
  }

  @Test func whateverTheBranchesAreCalledTheSameIsSeen() {
    let first = told(1, tips: [(main, 5), (branch, 7)])
    // Elsewhere the other branch was first.
    let swapped = JournalName(writer: split, beginning: entry(main, 4).id)
    func renamed(_ entry: Entry) -> Entry {
      guard entry.writer == split, entry.sequence > 3 else { return entry }
      return Entry(
        id: entry.id, writer: split, sequence: entry.sequence, lamport: entry.lamport, time: time,
        person: entry.person, subject: entry.subject, kind: entry.kind, body: nil,
        branch: entry.branch.isEmpty ? swapped.branch : "")
    }
    let here = causality(common + mine + theirs + [first])
    var there = Causality((common + mine + theirs + [first]).map(renamed))
    there.branch(swapped, from: main, after: 3)
    there.fork(split, after: 3)
    for entry in common + mine + theirs {
      #expect(
        here.saw(first.place, entry.place) == there.saw(first.place, renamed(entry).place))
    }
  }

  @Test func theTeamsTipsAreFoundBesideAVillages() {
    let first = told(1, tips: [(main, 5), (branch, 7)])
    var village = Causality([first])
    #expect(!village.saw(first.place, place(main, 5)))
    village.merge(causality(common + mine + theirs))
    #expect(village.unknownTips.count == 2)
    village.findTips(among: mine + theirs)
    #expect(village.saw(first.place, place(main, 5)) && village.saw(first.place, place(branch, 7)))
  }
}
