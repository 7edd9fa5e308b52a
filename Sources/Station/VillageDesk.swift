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

  private let store: VillageStore
  private let pinyin: Pinyin
  private let forms: FormSource
  /// The list as it is now.
  public private(set) var village: Village
  private var opened: [HouseholdID: HouseholdCase] = [:]
  private var stale: Set<HouseholdID> = []
  /// Whether entries came that the list in its file does not know.
  private var isListBehind = false

  /// Opens a village: from its derived list where that is current, else from its entries.
  public init(
    code: String, store: VillageStore, pinyin: @escaping Pinyin, forms: @escaping FormSource
  ) throws {
    self.store = store
    self.pinyin = pinyin
    self.forms = forms
    village = Village(code: code)
    try load(code)
  }

  private static let listName = "village.json"
  /// Grows when the list says more than it did, or when a standard is judged otherwise: a list that
  /// an older program left behind is then computed anew.
  private static let listVersion = 2

  private func load(_ code: String) throws {
    if let bytes = store.readDerived(Self.listName), let json = try? JSON(parsing: bytes),
      json["version"]?.int == Self.listVersion,
      let heads = json["through"].flatMap(Heads.init(json:)),
      let kept = json["village"].flatMap(Village.init(json:)), kept.code == code,
      let newer = try store.entriesSince(heads)
    {
      village = kept
      guard !newer.isEmpty else { return }
      try take(newer)
      return
    }
    try rebuild()
  }

  /// Computes the list anew from every entry.
  public func rebuild() throws {
    village = Village(code: village.code)
    let entries = try store.entries()
    for entry in entries { _ = village.apply(entry) }
    let cases = Self.files(entries)
    for file in cases.values { village.refresh(summary(of: file)) }
    stale = Set(cases.keys)
    opened = [:]
    try writeList()
  }

  /// Everything known of every household, read in one go.
  public func files() throws -> [HouseholdID: HouseholdCase] { Self.files(try store.entries()) }

  private static func files(_ entries: [Entry]) -> [HouseholdID: HouseholdCase] {
    var cases: [HouseholdID: HouseholdCase] = [:]
    var interviews: [InterviewID: Interview] = [:]
    for entry in entries {
      switch entry.subject {
      case .household(let name):
        let id = HouseholdID(name)
        cases[id, default: HouseholdCase(household: Household(id: id))].apply(entry)
      case .interview(let name):
        let id = InterviewID(name)
        interviews[id, default: Interview(id: id)].apply(entry)
      default: break
      }
    }
    for interview in interviews.values.sorted(by: earlier) {
      guard let household = interview.household else { continue }
      cases[household, default: HouseholdCase(household: Household(id: household))].interviews
        .append(interview)
    }
    return cases
  }

  private static func earlier(_ left: Interview, _ right: Interview) -> Bool {
    let first = (left.startStamp?.time ?? "", left.id.rawValue)
    return first < (right.startStamp?.time ?? "", right.id.rawValue)
  }

  private func take(_ entries: [Entry]) throws {
    var touched: Set<HouseholdID> = []
    for entry in entries { touched.formUnion(village.apply(entry)) }
    for id in touched {
      opened[id] = nil
      village.refresh(summary(of: try file(of: id)))
    }
    stale.formUnion(touched)
    try writeList()
  }

  /// Everything known of a household.
  public func file(of household: HouseholdID) throws -> HouseholdCase {
    if let known = opened[household] { return known }
    let interviews = village.interviews(of: household)
    var file = HouseholdCase(household: Household(id: household))
    let subjects =
      [Subject.household(household.rawValue)]
      + interviews.map { Subject.interview($0.rawValue) }
    for entry in try store.entriesOf(subjects) { file.apply(entry) }
    file.interviews.sort(by: Self.earlier)
    opened[household] = file
    return file
  }

  /// Writes entries; the list is true again when it returns.
  ///
  /// Throws what the store throws, and then nothing has changed.
  public func append(_ drafts: [EntryDraft], person: PersonID) throws -> [Entry] {
    let entries = try store.append(drafts, person)
    var touched: Set<HouseholdID> = []
    for entry in entries {
      let about = village.apply(entry)
      touched.formUnion(about)
      for id in about {
        if about.count > 1 {
          opened[id] = nil
        } else {
          opened[id]?.apply(entry)
        }
      }
    }
    stale.formUnion(touched)
    isListBehind = true
    return entries
  }

  /// Sums a household up anew and puts its derived file and the list in place: when its door is
  /// left, not at every answer.
  public func settle() throws {
    for id in stale {
      let file = try file(of: id)
      village.refresh(summary(of: file))
      let json = HouseholdDocument.json(file, village: village.code, forms: forms)
      try store.writeDerived(HouseholdDocument.name(id), Array(json.pretty.utf8))
    }
    if !stale.isEmpty || isListBehind { try writeList() }
    stale = []
    if opened.count > 8 { opened = [:] }
  }

  /// The line of a household as it is now, summed up anew if it has changed.
  public func refreshed(_ household: HouseholdID) throws -> HouseholdSummary {
    let summary = summary(of: try file(of: household))
    village.refresh(summary)
    return summary
  }

  private func writeList() throws {
    let json: JSON = [
      "version": .int(Self.listVersion), "through": store.heads().json, "village": village.json,
    ]
    try store.writeDerived(Self.listName, Array((json.compact + "\n").utf8))
    isListBehind = false
  }

  private func summary(of file: HouseholdCase) -> HouseholdSummary {
    let session = file.current.flatMap { interview -> InterviewSession? in
      guard let form = interview.start?.form, let definition = forms(form) else { return nil }
      return InterviewSession(
        interview, definition: definition, person: PersonID.nobody,
        language: definition.defaultLanguage)
    }
    return HouseholdSummary(
      file, pinyin: pinyin, progress: { _ in session?.domains() ?? [:] },
      findings: { _ in
        guard let session, !session.definition.standard.isEmpty else { return nil }
        return session.judged().summary
      })
  }
}

extension PersonID {
  /// Stands where no person acts: a session that is only looked at.
  static let nobody = PersonID(bytes: [UInt8](repeating: 0, count: 10))
}
