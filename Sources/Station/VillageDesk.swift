import Fieldwork
import FormEngine
import JSONText
import Record

/// An open village: its list, kept true by its entries, and the derived files beside them.
///
/// Not a value: it stands for files. One loop owns it.
public final class VillageDesk {
  /// How names become pinyin, for finding them without an input method.
  public typealias Pinyin = @Sendable (String) -> (full: String, initials: String)
  /// Finds the form an interview is pinned to, by its hash; nil when it is not here.
  public typealias FormSource = @Sendable (String) -> FormDefinition?

  let store: VillageStore
  let pinyin: Pinyin
  let forms: FormSource
  /// The list as it is now.
  public internal(set) var village: Village
  var opened: [HouseholdID: HouseholdCase] = [:]
  var stale: Set<HouseholdID> = []
  /// Whether entries came that the list in its file does not know.
  var isListBehind = false
  private var known: Causality?
  /// How far the team's journals had been read when it was judged who may do what.
  var judgedBy = Heads()
  /// Whether bodies are gone, or are to be: then the list says how many were when it was made.
  var hasErased = false

  /// Opens a village: from its derived list where that is current, else from its entries.
  public init(
    code: String, store: VillageStore, pinyin: @escaping Pinyin, forms: @escaping FormSource
  ) throws {
    self.store = store
    self.pinyin = pinyin
    self.forms = forms
    village = Village(code: code)
    try load(code)
    village.here.writers = store.ownWriters()
  }

  private static let listName = "village.json"
  /// Grows when the list says more than it did, or when a standard is judged otherwise: a list that
  /// an older program left behind is then computed anew.
  private static let listVersion = 7

  private func load(_ code: String) throws {
    if store.mustDeriveAnew() {
      try rebuild()
      try settle()
      return store.derivedAnew()
    }
    if let bytes = store.readDerived(Self.listName), let json = try? JSON(parsing: bytes),
      json["version"]?.int == Self.listVersion,
      json["counts"]?.string == countsText(),
      let heads = json["through"].flatMap(Heads.init(json:)),
      let kept = json["village"].flatMap(Village.init(json:)), kept.code == code,
      try json["erased"]?.int == (json["erased"] == nil ? nil : store.erasedCount()),
      !kept.isReviewed || json["team"] == store.roles().heads.json,
      let newer = try store.entriesSince(heads)
    {
      village = kept
      judgedBy = store.roles().heads
      hasErased = json["erased"] != nil
      let wasOpen = json["village"]?["conflicts"] != nil
      if wasOpen {
        village.refresh(VillageFields(try store.entriesOf([.village]), try causality()))
        try compareDoors()
      }
      guard !newer.isEmpty else { return }
      // An erasure takes away what older entries said, of households that nothing newer speaks of.
      if newer.contains(where: { $0.kind == Entry.erased }) { return try rebuild() }
      try take(arrived: newer)
      // The list does not say about which doors something was open: what was decided meanwhile is no
      // more among what is found, so whoever had something open is looked at again.
      if wasOpen {
        for household in kept.households.values where household.conflicts > 0 {
          guard village.households[household.id] != nil else { continue }
          _ = try refreshed(household.id)
          stale.insert(household.id)
        }
      }
      return
    }
    try rebuild()
  }

  /// Who saw what, read once and kept until others' entries come.
  func causality() throws -> Causality {
    if let known { return known }
    let read = try store.causality()
    known = read
    return read
  }

  /// Computes the list anew from every entry.
  public func rebuild() throws {
    known = nil
    let causality = try causality()
    var fresh = Village(code: village.code)
    fresh.here = village.here
    let entries = try store.entries()
    for entry in entries { _ = fresh.apply(entry, causality) }
    hasErased = entries.contains { $0.body == nil || $0.kind == Entry.erased }
    let cases = Self.files(entries, causality, store.roles(), into: &fresh)
    village = fresh
    judgedBy = store.roles().heads
    opened = [:]
    for (id, file) in cases {
      village.refresh(issuesOf: file)
      guard file.isKnown else { continue }
      if file.household.isErased, file.interviews.allSatisfy({ $0.start == nil }) {
        village.remove(id, isErased: true)
      } else {
        village.refresh(summary(of: file))
      }
    }
    refreshIssues(of: entries, causality)
    // Those that nothing says anything of any more may have a file all the same.
    stale = Set(cases.keys).union(fresh.joining).union(
      store.derivedNames(HouseholdDocument.folder).compactMap(HouseholdDocument.household(named:)))
    try compareDoors(cases)
    isListBehind = true
  }

  /// Everything known of every household, read in one go; of those that were found to be one, under the
  /// one that stands for them.
  public func files() throws -> [HouseholdID: HouseholdCase] {
    var ignored = Village(code: village.code)
    var files = Self.files(
      try store.entries(), try causality(), store.roles(), into: &ignored)
    for conflict in village.doorConflicts {
      for id in Set(conflict.doors.map(village.root(of:))) { files[id]?.doors.append(conflict) }
    }
    return files.filter(\.value.isKnown)
  }

  /// Folds everything; puts into the village which households are one, and whose interviews are contested.
  private static func files(
    _ entries: [Entry], _ causality: Causality, _ roles: TeamRoles, into village: inout Village
  ) -> [HouseholdID: HouseholdCase] {
    var households: [HouseholdID: Household] = [:]
    var interviews: [InterviewID: Interview] = [:]
    var issues: [IssueID: [Entry]] = [:]
    for entry in entries {
      switch entry.subject {
      case .household(let name):
        let id = HouseholdID(name)
        households[id, default: Household(id: id)].apply(entry, causality, roles)
      case .interview(let name):
        let id = InterviewID(name)
        interviews[id, default: Interview(id: id)].apply(entry, causality, roles)
      case .issue(let name): issues[IssueID(name), default: []].append(entry)
      default: break
      }
    }
    let joining = households.values.filter { !$0.joins.isEmpty }
    if !joining.isEmpty {
      let decided = DecidedDoors(
        households.values, VillageFields(entries, causality).settled, causality)
      village.join(decided.joins, among: Set(joining.map(\.id)))
    }
    var grouped: [HouseholdID: [Interview]] = [:]
    for interview in interviews.values {
      _ = village.place(interview.id, in: interview.household)
      _ = village.contest(interview.id, interview.contested?.movedTo ?? [])
      guard let household = interview.household else { continue }
      grouped[village.root(of: household), default: []].append(interview)
    }
    var concerned: [HouseholdID: [IssueID: [Entry]]] = [:]
    for (id, entries) in issues {
      guard case .household(let household) = Village.concern(in: entries) else { continue }
      concerned[village.root(of: household), default: [:]][id] = entries
    }
    var cases: [HouseholdID: HouseholdCase] = [:]
    for id in Set(households.keys).union(grouped.keys).union(concerned.keys)
    where village.root(of: id) == id {
      cases[id] = HouseholdCase(
        household: households[id] ?? Household(id: id), interviews: grouped[id] ?? [],
        joined: village.joined(to: id).map { households[$0] ?? Household(id: $0) },
        issues: concerned[id] ?? [:], causality, roles)
    }
    for id in village.contested.keys {
      for household in Set((village.contested[id] ?? []).map(village.root(of:)))
      where village.claims(of: household).contains(id) {
        if let interview = interviews[id] { cases[household]?.claims.append(interview) }
      }
    }
    for id in cases.keys { cases[id]?.claims.sort { $0.id < $1.id } }
    return cases
  }

  /// Everything known of a household; of one that was found to be another, that other's.
  public func file(of household: HouseholdID) throws -> HouseholdCase {
    let id = village.root(of: household)
    if let known = opened[id] { return known }
    let causality = try causality()
    let roles = store.roles()
    var households = [id: Household(id: id)]
    for other in village.joined(to: id) { households[other] = Household(id: other) }
    var interviews: [InterviewID: Interview] = [:]
    var issues: [IssueID: [Entry]] = [:]
    let claims = village.claims(of: id)
    let subjects =
      households.keys.sorted().map { Subject.household($0.rawValue) }
      + (village.interviews(of: id) + claims).map { Subject.interview($0.rawValue) }
      + village.issues(of: id).map(\.subject)
    for entry in try store.entriesOf(subjects) {
      switch entry.subject {
      case .interview(let name):
        let id = InterviewID(name)
        interviews[id, default: Interview(id: id)].apply(entry, causality, roles)
      case .household(let name): households[HouseholdID(name)]?.apply(entry, causality, roles)
      case .issue(let name): issues[IssueID(name), default: []].append(entry)
      default: break
      }
    }
    var file = HouseholdCase(
      household: households.removeValue(forKey: id) ?? Household(id: id),
      interviews: interviews.values.filter { !claims.contains($0.id) },
      joined: Array(households.values), issues: issues, causality, roles)
    file.claims = claims.compactMap { interviews[$0] }
    file.doors = village.doorConflicts.filter { $0.doors.contains { village.root(of: $0) == id } }
    opened[id] = file
    return file
  }

  private func isMoving(_ entry: Entry) -> Bool {
    Self.moving.contains(entry.kind) || bearsOnReview(entry)
  }

  /// Kinds of entries after which it must be looked up anew what belongs to which household.
  private static let moving: Set<String> = [
    "householdJoined", "householdEnrolled", "moved", "interviewSetAside", "settled", "erased",
    "householdGivenBack",
  ]

  /// Writes entries; the list is true again when it returns.
  ///
  /// Throws what the store throws, and then nothing has changed.
  public func append(_ drafts: [EntryDraft], person: PersonID) throws -> [Entry] {
    let entries = try store.append(drafts, person)
    // Where the tips of split journals stand that it tells of, the store knows.
    if entries.contains(where: { !$0.seenTips.isEmpty }) { forgetCausality() }
    for entry in entries {
      known?.note(of: entry, in: entry.place.journal)
      village.here.writers.insert(entry.writer)
    }
    if entries.contains(where: { isMoving($0) || isContested($0) }) {
      do {
        try absorb(entries)
        isListBehind = true
        return entries
      } catch {
        // They are on the disk all the same; what cannot be read now is read when it is asked for.
        opened = [:]
      }
    }
    if !village.isReviewed { judgedBy = store.roles().heads }
    var touched: Set<HouseholdID> = []
    let causality = (try? causality()) ?? Causality()
    for entry in entries {
      for id in village.apply(entry, causality).map(village.root(of:)) {
        touched.insert(id)
        opened[id]?.applyNext(entry, store.roles())
      }
    }
    stale.formUnion(touched)
    isListBehind = true
    return entries
  }

  /// Whether an entry is about an interview that several households may have.
  private func isContested(_ entry: Entry) -> Bool {
    guard !village.contested.isEmpty, case .interview(let id) = entry.subject else { return false }
    return village.contested[InterviewID(id)] != nil
  }

  /// Forgets who saw what, since others' entries came.
  func forgetCausality() { known = nil }

  /// Sums a household up anew and puts its derived file and the list in place: when its door is
  /// left, not at every answer.
  public func settle() throws {
    for id in stale {
      let file = try file(of: id)
      guard file.household.id == id, !village.erased.contains(id) else {
        try writeGone(id)
        continue
      }
      guard !file.household.stamps.isEmpty || !file.interviews.isEmpty else {
        // Nothing that counts says anything of it any more.
        try store.removeDerived(HouseholdDocument.name(id))
        continue
      }
      village.refresh(summary(of: file))
      village.refresh(issuesOf: file)
      let json = HouseholdDocument.json(file, village: village.code, forms: forms)
      try store.writeDerived(HouseholdDocument.name(id), Array(json.pretty.utf8))
    }
    isListBehind = isListBehind || !stale.isEmpty
    stale = []
    if isListBehind { try writeList() }
    if opened.count > 8 { opened = [:] }
  }

  /// A household that is no longer in the list says in its file why; nothing else stays of it there.
  private func writeGone(_ id: HouseholdID) throws {
    let root = village.root(of: id)
    let json = HouseholdDocument.gone(
      id, village: village.code, joinedInto: root == id ? nil : root)
    try store.writeDerived(HouseholdDocument.name(id), Array(json.pretty.utf8))
  }

  /// The line of a household as it is now, summed up anew if it has changed.
  public func refreshed(_ household: HouseholdID) throws -> HouseholdSummary {
    let file = try file(of: household)
    let summary = summary(of: file)
    village.refresh(summary)
    village.refresh(issuesOf: file)
    return summary
  }

  /// Puts the list in place alone.
  ///
  /// `settle` does it once the households' files are there: a list that knew of more than they do would
  /// leave them behind for good after a kill.
  public func writeList() throws {
    var json: JSON = [
      "version": .int(Self.listVersion), "through": store.heads().json, "village": village.json,
    ]
    if let counts = countsText() { json.set("counts", .string(counts)) }
    if village.isReviewed { json.set("team", judgedBy.json) }
    if hasErased { json.set("erased", .int(try store.erasedCount())) }
    try store.writeDerived(Self.listName, Array((json.compact + "\n").utf8))
    isListBehind = false
  }

  /// How far each writer's journals count, as a mark of the list; nil where all do.
  ///
  /// By writers and not by the names of their branches, which differ from laptop to laptop, and without
  /// journals in which nothing counts.
  private func countsText() -> String? {
    let limits = store.limits()
    if limits.isOpen { return nil }
    let counting = Set(store.heads().tips.keys)
    let byWriter = Dictionary(grouping: limits.byJournal.keys, by: \.writer)
    let writers = byWriter.filter { counting.contains($0.key) }.sorted { $0.key < $1.key }
    let texts = writers.map { writer, journals -> String in
      let lasts = journals.map { limits.last(of: $0) }.sorted()
      return "\(writer.rawValue):"
        + lasts.map { $0 == Int.max ? "all" : "\($0)" }
        .joined(separator: ",")
    }
    return (texts + ["\(limits.others)"]).joined(separator: " ")
  }

  func summary(of file: HouseholdCase) -> HouseholdSummary {
    let session = file.current.flatMap { interview -> InterviewSession? in
      guard let form = interview.start?.form, let definition = forms(form) else { return nil }
      return InterviewSession(
        interview, definition: definition, person: PersonID.nobody,
        language: definition.defaultLanguage)
    }
    var summary = HouseholdSummary(
      file, pinyin: pinyin, progress: { _ in session?.domains() ?? [:] },
      findings: { _ in
        guard let session, !session.definition.standard.isEmpty else { return nil }
        return session.judged(isDisputed: file.isDisputed).summary
      })
    if let session, file.current?.isCompleted == true {
      summary.review.missed = session.sections().reduce(0) { $0 + $1.total - $1.answered }
      let standard = session.definition.standard
      summary.review.warnings = (summary.findings?.marks ?? []).count { mark in
        standard.check(named: mark.rule).map {
          standard.checks[$0].domain == HouseholdJudgement.qualityDomain
        } ?? false
      }
    }
    return summary
  }
}

extension PersonID {
  /// Stands where no person acts: a session that is only looked at.
  static let nobody = PersonID(bytes: [UInt8](repeating: 0, count: 10))
}
