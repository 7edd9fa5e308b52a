import Fieldwork
import FormEngine
import JSONText
import Record
import Screens
import Station
import Synchronization
import Terminal

/// Someone at the keyboard, with the loop around the screens played in memory: keys in, frames out.
final class Sitting {
  private(set) var app: App
  private(set) var desk: VillageDesk
  let store: MemoryStore
  let teamStore: MemoryStore
  let clock: TestClock
  private(set) var team: Team
  private(set) var person: PersonID?
  /// What the screens asked for, in order.
  private(set) var asked: [Effect] = []
  private(set) var hasQuit = false
  /// What a meeting in a folder brings, told one after the other.
  var meeting: [Message] = []
  /// The devices that the team is said to have.
  var devices = ShownTeam(name: nil, devices: [], mayAdmit: true)
  /// What is said before a PIN is tried.
  var pinWait = PINOutcome.ready
  /// A PIN as it is recorded.
  static let pin = PINHash(
    salt: [UInt8](repeating: 1, count: 16), passes: 3, memory: 64 << 20,
    digest: [UInt8](repeating: 2, count: 32))
  /// What an erasure is said to take away.
  var erasure = ShownErasure(entries: 3, mayErase: true)
  /// Comments that were written and not sent.
  private(set) var keptComments = KeptComments()
  /// Whether this laptop is not in its team.
  let isHeldApart: Bool
  /// What is said to differ in the village.
  var conflicts: [ShownConflict] = []
  private var places: [InterviewID: JSON] = [:]
  private let villages: [String: MemoryStore]
  private let forms: VillageDesk.FormSource

  /// Opens the program on invented villages; the first one is open.
  init(
    _ villages: [InventedVillage], people: [String] = ["王小明", "李芳"],
    role: String = "surveyor", roles: [String] = [], isKnown: Bool = true,
    clock: TestClock = TestClock(),
    language: Screens.Language = .chinese, size: Size = .standard, opensVillage: Bool = true,
    showsFindings: Bool = false, isHeldApart: Bool = false, damage: [ShownDamage] = [],
    workedBy worker: String? = nil
  ) throws {
    self.clock = clock
    self.isHeldApart = isHeldApart
    let time: @Sendable () -> String = { clock.time }
    teamStore = MemoryStore(writer: 9, clock: time)
    let ids = people.map { PersonID(bytes: MemoryStore.digest($0)) }
    let nobody = PersonID(bytes: MemoryStore.digest("office"))
    for (place, (name, id)) in zip(people, ids).enumerated() {
      let role = roles.indices.contains(place) ? roles[place] : role
      _ = try teamStore.append(
        [Fact.personAdded(name: name, role: role).draft(of: .person(id.rawValue))], id)
    }
    if showsFindings {
      _ = try teamStore.append([Fact.findingsShownAtOnce(true).draft(of: .team)], nobody)
    }
    var stores: [String: MemoryStore] = [:]
    for village in villages {
      _ = try teamStore.append(
        [Fact.villageAdded(code: village.code, name: village.name).draft(of: .team)], nobody)
      stores[village.code] = try village.store(
        clock: clock,
        person: worker.map { PersonID(bytes: MemoryStore.digest($0)) } ?? ids.first ?? nobody,
        team: teamStore)
    }
    self.villages = stores
    team = Team(teamStore.entries)
    let definition = HouseholdForm.definition
    forms = { hash in
      hash == HouseholdForm.hash
        ? definition
        : hash == HouseholdForm.north.hash ? HouseholdForm.north.definition : nil
    }
    let first = villages.first?.code ?? "990101001001"
    store = stores[first] ?? MemoryStore(clock: time)
    desk = try VillageDesk(code: first, store: store.store, pinyin: Self.pinyin, forms: forms)
    person = isKnown ? ids.first : nil
    let box = Counter()
    let environment = Environment(
      wallTime: time, monotonic: { clock.milliseconds },
      random: { count in Array(MemoryStore.digest("random \(box.next())").prefix(count)) },
      form: Self.form, forms: forms, standards: { Sitting.standards },
      places: { Sitting.meetingPlaces }, isHeldApart: { isHeldApart }, damage: { damage },
      dropsTypeAhead: false)
    app = App(
      environment: environment, team: team,
      village: opensVillage && !villages.isEmpty ? desk.village : nil, person: person,
      language: language, size: size)
  }

  /// What can be chosen as a village's standard: one overlay that is sound, one that is not, and one
  /// of which only merging tells that it is not.
  private static let standards = StandardChoices(
    overlays: [
      .init(
        name: "north",
        labels: ["中文 (zh)": "北方某县", "English (en)": "A county in the north"], year: "2026",
        file: "overlays/north.json"),
      .init(
        name: "east", file: "overlays/east.json",
        trouble: {
          $0 == .chinese ? "east.json 第3行读不出来" : "line 3 of east.json cannot be read"
        }),
      .init(
        name: "south", labels: ["中文 (zh)": "南方某县", "English (en)": "A county in the south"],
        year: "2026", file: "overlays/south.json"),
    ],
    profiles: [
      .init(
        name: "old", labels: ["中文 (zh)": "普查时的口径", "English (en)": "As in the census"],
        year: "2020", file: "profiles/old.json")
    ])

  /// A stick that is plugged in, and a folder that is not there now.
  private static let meetingPlaces = [
    MeetingPlace(
      path: "/media/wang/KINGSTON", name: "KINGSTON", kind: .stick, lastUsed: "2026-11-20 18:42"),
    MeetingPlace(path: "/mnt/town", name: "town", kind: .folder, isHere: false),
  ]

  /// The form in force in a village: the one of the north, or the national one.
  private static let form: @Sendable (Village) -> VillageForm? = { village in
    if village.overlay == "north" {
      return VillageForm(
        hash: HouseholdForm.north.hash, definition: HouseholdForm.north.definition)
    }
    var form = VillageForm(hash: HouseholdForm.hash, definition: HouseholdForm.definition)
    if village.overlay == "south" { form.trouble = { _ in "south.json: parameters 3, value" } }
    return form
  }

  /// Initials by a small table: enough to find the invented people.
  static let pinyin: VillageDesk.Pinyin = { name in
    let table: [Character: String] = [
      "李": "li", "国": "guo", "强": "qiang", "张": "zhang", "福": "fu", "贵": "gui", "王": "wang",
      "秀": "xiu", "英": "ying", "陈": "chen", "大": "da", "山": "shan",
    ]
    let syllables = name.compactMap { table[$0] }
    return (syllables.joined(), String(syllables.compactMap(\.first)))
  }

  /// Plays a script of keys.
  func play(_ script: String) throws {
    for key in try KeyScript(script).keys { send(.key(key)) }
  }

  /// Gives a message to the screens and carries out all that follows.
  func send(_ message: Message) {
    var queue = app.update(message)[...]
    while let effect = queue.popFirst() {
      asked.append(effect)
      for message in carryOut(effect) { queue.append(contentsOf: app.update(message)) }
    }
  }

  /// What is to be seen, without styles.
  var text: String { app.frame().plainText }

  private func carryOut(_ effect: Effect) -> [Message] {
    switch effect {
    case .record(let drafts):
      do {
        guard let person else { return [.notRecorded(.notOpenForWriting)] }
        return [.recorded(try desk.append(drafts, person: person), desk.village)]
      } catch {
        return [.notRecorded(error as? StoreFault ?? .failed(errno: 0))]
      }
    case .recordTeam(let drafts): return recordTeam(drafts)
    case .open(let household):
      guard let file = try? desk.file(of: household) else {
        return [.notOpened(.failed(errno: 0))]
      }
      return [.opened(file, place: file.current.flatMap { places[$0.id] })]
    case .settle:
      try? desk.settle()
      return [.village(desk.village)]
    case .rememberPlace(let interview, let place):
      places[interview] = place
      return []
    case .remember(let person, _):
      self.person = person
      return []
    case .openVillage(let code):
      guard let store = villages[code],
        let opened = try? VillageDesk(
          code: code, store: store.store, pinyin: Self.pinyin, forms: forms)
      else { return [.notOpened(.failed(errno: 2))] }
      desk = opened
      return [.village(desk.village)]
    case .copyNow: return [.secondCopy(.made(at: "2026-11-21T10:00:00.000+08:00", hoursAgo: 0))]
    case .sync: return meeting
    case .askPINWait: return [.pin(pinWait)]
    case .checkPIN(_, let digits): return [.pin(digits == "1234" ? .right : .wrong(seconds: 4))]
    case .setPIN:
      guard let pin = Self.pin, let person else { return [.pin(.cannot)] }
      return recordTeam([Fact.pinSet(pin).draft(of: .person(person.rawValue))])
    case .planErasure: return [.erasure(erasure)]
    case .erase: return [.village(desk.village), .erased(erasure.entries)]
    case .findClean(let households, let today):
      guard let person,
        let found = try? desk.cleanApprovals(of: households, by: person, today: today)
      else { return [] }
      return [.clean(found)]
    case .readComments(let interview):
      return person.map { [.comments(interview, keptComments[interview, $0])] } ?? []
    case .keepComments(let interview, let comments):
      if let person { keptComments[interview, person] = comments }
      return []
    case .openIssue(let id, let ledger):
      guard let issue = try? desk.open(id, in: ledger) else {
        return [.notOpened(.failed(errno: 0))]
      }
      return [.issue(issue)]
    case .keepEvidence(let paths):
      if let path = paths.first(where: { !$0.hasPrefix("/media") }) {
        return [.noEvidence(path: path, .missing)]
      }
      return [
        .evidence(
          paths.map { path in
            EvidenceFile(
              path.utf8.map { String($0, radix: 16) }.joined(),
              name: String(path.split(separator: "/").last ?? ""))
          })
      ]
    case .stopSync: return []
    case .showDevices: return [.devices(devices)]
    case .admitDevice(let key, let name):
      // Who is in the team stands before those who wait.
      devices.devices.sort { ($0.key == key ? 0 : 1, 0) < ($1.key == key ? 0 : 1, 0) }
      devices.devices[0].name = name
      devices.devices[0].standing = .admitted(by: "王小明", time: "2026-11-21T09:30:00.000+08:00")
      return [.recorded([], nil), .devices(devices)]
    case .revokeDevice(let key, let reason):
      if let index = devices.devices.firstIndex(where: { $0.key == key }) {
        devices.devices[index].standing = .revoked(
          by: "王小明", time: "2026-11-21T09:30:00.000+08:00", reason: reason)
      }
      return [.recorded([], nil), .devices(devices)]
    case .findConflicts: return [.conflicts(conflicts)]
    case .settleConflict(let id, let text):
      guard text != "?" else { return [.notSettled(.notAChoice)] }
      conflicts.removeAll { $0.id == id }
      return [.recorded([], desk.village)]
    case .quit:
      hasQuit = true
      return []
    case .dropTypeAhead, .suspend, .repaint: return []
    }
  }

  private func recordTeam(_ drafts: [EntryDraft]) -> [Message] {
    do {
      let joining = drafts.compactMap { draft -> PersonID? in
        if case .person(let id) = draft.subject { PersonID(rawValue: id) } else { nil }
      }
      guard let actor = person ?? joining.first else { return [] }
      let entries = try teamStore.append(drafts, actor)
      team = Team(teamStore.entries)
      return [.team(team), .recorded(entries, nil)]
    } catch {
      return [.notRecorded(error as? StoreFault ?? .failed(errno: 0))]
    }
  }
}
