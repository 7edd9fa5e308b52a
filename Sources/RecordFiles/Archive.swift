import Dispatch
import Record
import Synchronization

/// A Data folder read from its journals alone, without a lock and by several threads.
///
/// For full replays and for checking; nothing is written.
public struct Archive: Sendable {
  /// The folder's path.
  public let path: String
  let disk: any Disk
  let crypto: Crypto

  /// All that one scope's journals say.
  public struct Reading: Sendable {
    /// What the journals are about.
    public let scope: Scope
    /// The entries in causal order.
    public let entries: [Entry]
    /// How far each journal goes.
    public let heads: Heads
    /// What is wrong.
    public let faults: [JournalFault]
    let index: SubjectIndex

    /// What the journals told of each other.
    public var causality: Causality {
      var causality = index.causality()
      causality.findTips(among: entries)
      return causality
    }
    /// The public keys of the devices whose journals are here.
    public var keys: [JournalName: [UInt8]] {
      index.journals.compactMapValues { $0.opening?.publicKey }
    }
  }

  /// Looks at a Data folder, a backup or a second copy.
  public init(path: String, disk: any Disk = PosixDisk(), crypto: Crypto) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    self.disk = disk
    self.crypto = crypto
  }

  /// The team and the villages that are there.
  public func scopes() throws(DataFolderFault) -> [Scope] {
    do {
      guard try disk.status(path)?.isFolder == true else {
        throw DataFolderFault.noSuchFolder(path)
      }
      let villages = try disk.names("\(path)/villages").filter(Scope.isVillageCode)
      let team: [Scope] = try disk.status("\(path)/team") == nil ? [] : [.team]
      return team + villages.map { .village(code: $0) }
    } catch let fault as DataFolderFault {
      throw fault
    } catch let fault as DiskFault {
      throw DataFolderFault(fault)
    } catch {
      throw .unreadable(path)
    }
  }

  /// Reads and checks every journal of a scope: lines, chains, signatures.
  public func read(_ scope: Scope) -> Reading { read(scope, keeping: { _, _, _ in }) }

  /// As `read`, and hands out each journal's bytes as far as they count.
  func read(
    _ scope: Scope, keeping: (JournalName, JournalMark, _ torn: Bool) -> Void
  ) -> Reading {
    var faults: [JournalFault] = []
    var entries: [Entry] = []
    var index = SubjectIndex()
    let folder = "\(path)/\(scope.folder)/journal"
    var files: [String] = []
    do {
      files = try disk.names(folder)
    } catch {
      faults.append(
        JournalFault(scope: scope, writer: nil, line: 0, kind: .unreadable(error.code)))
    }
    for file in files
    where JournalName(fileName: file) == nil && !file.hasPrefix(".") && !file.contains(".torn-") {
      faults.append(JournalFault(scope: scope, writer: nil, line: 0, kind: .strayFile(file)))
    }
    let names = files.compactMap(JournalName.init(fileName:)).sorted()
    let byWriter = Dictionary(grouping: names, by: \.writer)
    for (_, branches) in byWriter.sorted(by: { $0.key < $1.key }) {
      var reading = BranchReading(branches)
      for name in branches {
        var reader = JournalReader(
          scope: scope, writer: name.writer, branch: name.branch, crypto: crypto)
        index.journals[name] = SubjectIndex.Journal(opening: nil, mark: .start, faults: [])
        do {
          try disk.read("\(folder)/\(name.fileName)", with: &reader) { found in
            guard reading.isNew(found.entry) else { return }
            entries.append(found.entry)
            index.add(found)
          }
        } catch {
          faults.append(
            JournalFault(
              scope: scope, writer: name.writer, branch: name.branch, line: 0,
              kind: .unreadable(error.code)))
        }
        faults += reader.faults
        index.take(reader, name, nil)
        index.journals[name]?.branching = reading.branching(of: name)
        keeping(name, reader.mark, reader.faults.contains(where: \.isUnacknowledgedTail))
      }
    }
    faults += index.forkFaults(scope)
    let vouched = Set(index.journals.values.flatMap(\.vouches).map(\.writer))
    if !vouched.isEmpty {
      let ids = Self.ids(entries, of: vouched)
      let signed = index.vouched(scope, crypto) {
        index.place(of: $0, at: $1).flatMap { ids[$0.entryPlace] }
      }
      index.sign(signed)
    }
    VillageFiles.sort(&entries)
    return Reading(
      scope: scope, entries: entries, heads: index.heads(EntryLimits(), idAt: { _, _ in nil }),
      faults: faults, index: index)
  }

  /// The ids of some writers' entries by their places.
  static func ids(_ entries: [Entry], of writers: Set<WriterID>) -> [EntryPlace: EntryID] {
    var ids: [EntryPlace: EntryID] = [:]
    for entry in entries where writers.contains(entry.writer) { ids[entry.place] = entry.id }
    return ids
  }

  /// Does some work for each scope, on all cores; the results stand in the scopes' order.
  public func inParallel<Result: Sendable>(
    _ scopes: [Scope], _ work: @Sendable (Scope) -> Result
  ) -> [Result] {
    let results = Mutex<[Int: Result]>([:])
    DispatchQueue.concurrentPerform(iterations: scopes.count) { number in
      let result = work(scopes[number])
      results.withLock { $0[number] = result }
    }
    return results.withLock { results in scopes.indices.compactMap { results[$0] } }
  }
}
