import Fieldwork
import FormEngine
import JSONText
import Pinyin
import Record
import RecordFiles
import Screens
import Station
import Terminal

/// Someone at the keyboard of a village on a metered disk: keys in, finished frames out.
///
/// It does what the program's own loop does, without a terminal.
final class Sitting {
  /// One key, and what it took to the finished frame.
  struct Stroke {
    let key: Key
    /// The program's own time, without the disk.
    let nanoseconds: Int
    /// What was recorded by it.
    let entries: [Entry]
  }

  /// One act of writing, as the disk saw it.
  struct Writing {
    let entries: [Entry]
    /// The program's own time, without the disk.
    let nanoseconds: Int
    let events: [TracingDisk.Event]
  }

  private let disk: MeteredDisk
  private let trace: TracingDisk
  private let folder: DataFolder
  private let files: VillageFiles
  private var app: App
  private let person: PersonID
  private var places: [InterviewID: JSON] = [:]
  private var recorded: [Entry] = []
  private var frame: Canvas
  let desk: VillageDesk
  /// Every act of writing so far.
  private(set) var writings: [Writing] = []
  /// How many frames, drawn while the disk was still at it, showed the interview further than before.
  private(set) var lies = 0
  /// Whether a frame is drawn while the disk is at it.
  var looksDuringSync = false

  /// What is on the screen.
  var text: String { frame.plainText }

  /// Opens a village in a folder that holds `Data`, for a person.
  init(_ bench: Bench, in path: String, village: String, person: PersonID, sync: MeteredDisk.Sync)
    throws
  {
    disk = MeteredDisk(sync: sync)
    trace = TracingDisk(disk)
    self.person = person
    folder = try DataFolder(
      path: "\(path)/Data", disk: trace, crypto: bench.crypto, clock: { Bench.now },
      device: "\(path)/device", mode: .writing)
    files = try folder.village(village)
    try files.prepareToWrite()
    desk = try VillageDesk(
      code: village, store: Self.store(files), pinyin: Self.pinyin, forms: bench.forms)
    let source = SeededBytes(seed: 4)
    let start = Stopwatch.now()
    let form = bench.form
    let environment = Environment(
      wallTime: { Bench.now }, monotonic: { (Stopwatch.now() - start) / 1_000_000 },
      random: { source.bytes($0) },
      form: { _ in VillageForm(hash: form.hash, definition: form.definition) },
      forms: bench.forms, dropsTypeAhead: false)
    app = App(
      environment: environment, team: Team(try folder.team().entries()), village: desk.village,
      person: person, language: .chinese, size: .standard)
    frame = app.frame()
  }

  /// What Station asks of a village's files.
  static func store(_ files: VillageFiles) -> VillageStore {
    VillageStore(
      append: { try files.append($0, person: $1) }, entriesOf: { try files.entries(of: $0) },
      entries: { try files.entries() }, entriesSince: { try files.entries(after: $0) },
      heads: { (try? files.heads()) ?? Heads() },
      readDerived: { (try? files.readDerived($0)) ?? nil },
      writeDerived: { try files.writeDerived($0, $1, synced: false) })
  }

  /// A name in pinyin.
  @Sendable static func pinyin(_ name: String) -> (full: String, initials: String) {
    let latin = Pinyin(ofName: name)
    return (latin.full, latin.initials)
  }

  /// Presses a key and draws the frame that follows.
  @discardableResult
  func press(_ key: Key) -> Stroke {
    recorded = []
    let before = disk.nanoseconds
    let start = Stopwatch.now()
    send(.key(key))
    frame = app.frame()
    let took = Stopwatch.now() - start
    trace.note("frame")
    return Stroke(
      key: key, nanoseconds: took - (disk.nanoseconds - before), entries: recorded)
  }

  private func send(_ message: Message) {
    var queue = app.update(message)[...]
    while let effect = queue.popFirst() {
      for message in carryOut(effect) { queue.append(contentsOf: app.update(message)) }
    }
  }

  private func carryOut(_ effect: Effect) -> [Message] {
    switch effect {
    case .record(let drafts): return record(drafts)
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
      files.rememberPlace(place)
      return []
    case .recordTeam, .remember, .openVillage, .copyNow, .quit, .dropTypeAhead, .suspend, .repaint,
      .sync, .stopSync, .showDevices, .admitDevice, .revokeDevice, .findConflicts, .settleConflict,
      .planErasure, .erase, .askPINWait, .checkPIN, .setPIN, .findClean, .readComments,
      .keepComments, .openIssue, .keepEvidence:
      return []
    }
  }

  private func record(_ drafts: [EntryDraft]) -> [Message] {
    if looksDuringSync, drafts.first?.kind == "answered" {
      let during = app.frame()
      if Self.head(during) != Self.head(frame) { lies += 1 }
    }
    trace.clear()
    let before = disk.nanoseconds
    let start = Stopwatch.now()
    guard let entries = try? desk.append(drafts, person: person) else {
      return [.notRecorded(.failed(errno: 0))]
    }
    let took = Stopwatch.now() - start
    writings.append(
      Writing(
        entries: entries, nanoseconds: took - (disk.nanoseconds - before), events: trace.events))
    recorded += entries
    return [.recorded(entries, desk.village)]
  }

  /// The lines that say how far the interview is.
  private static func head(_ canvas: Canvas) -> [Cell] {
    (0..<2).flatMap { Array(canvas.row($0)) }
  }

  /// Closes the folder.
  func close() { folder.close() }
}
