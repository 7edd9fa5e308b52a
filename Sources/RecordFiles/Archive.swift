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
    _ scope: Scope, keeping: (WriterID, JournalMark, _ torn: Bool) -> Void
  ) -> Reading {
    var faults: [JournalFault] = []
    var entries: [Entry] = []
    var index = SubjectIndex()
    var heads = Heads()
    let folder = "\(path)/\(scope.folder)/journal"
    var names: [String] = []
    do {
      names = try disk.names(folder)
    } catch {
      faults.append(
        JournalFault(scope: scope, writer: nil, line: 0, kind: .unreadable(error.code)))
    }
    for name in names {
      guard name.hasSuffix(".jsonl"), let writer = WriterID(rawValue: String(name.dropLast(6)))
      else {
        if !name.hasPrefix(".") && !name.contains(".torn-") {
          faults.append(
            JournalFault(scope: scope, writer: nil, line: 0, kind: .strayFile(name)))
        }
        continue
      }
      var reader = JournalReader(scope: scope, writer: writer, crypto: crypto)
      index.journals[writer] = SubjectIndex.Journal(opening: nil, mark: .start, faults: [])
      do {
        try disk.read("\(folder)/\(name)", with: &reader) { found in
          entries.append(found.entry)
          index.add(found)
        }
      } catch {
        faults.append(
          JournalFault(scope: scope, writer: writer, line: 0, kind: .unreadable(error.code)))
      }
      faults += reader.faults
      index.journals[writer]?.opening = reader.opening
      index.journals[writer]?.mark = reader.mark
      index.journals[writer]?.faults = reader.faults
      if let id = reader.mark.entry {
        heads.byWriter[writer] = Heads.Head(sequence: reader.mark.sequence, id: id)
      }
      keeping(writer, reader.mark, reader.faults.contains(where: \.isUnacknowledgedTail))
    }
    VillageFiles.sort(&entries)
    return Reading(scope: scope, entries: entries, heads: heads, faults: faults, index: index)
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
