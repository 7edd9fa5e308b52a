import JSONText
import Record

/// Taking bodies out of journals, and putting them back where they were taken without right. Headers
/// and chain stay whole; a journal is written anew beside, synced, and put in the place of the old one.
extension VillageFiles {
  /// Takes out the bodies of the entries that are to be gone, and says how many it took.
  ///
  /// Nothing is done for those that are gone already. What arrives later loses them on arrival.
  public func erase(_ doomed: ErasedBodies) throws(DataFolderFault) -> Int {
    guard folder.mayWrite else { throw .openedForReading }
    do {
      try note(doomed)
      guard !doomed.isEmpty else { return 0 }
      try ensureTable()
      let doomedEntries = try bodies(of: doomed)
      try erasePending(doomed)
      guard !doomedEntries.isEmpty else { return 0 }
      let ids = Set(doomedEntries.map(\.id))
      for writer in Set(doomedEntries.map(\.writer)).sorted() {
        try rewrite(writer) { bytes in JournalBytes.erasing(bytes, ids, crypto) }
      }
      countVouches()
      saveIndex()
      return ids.count
    } catch let fault as DiskFault {
      throw DataFolderFault(fault)
    } catch let fault as DataFolderFault {
      throw fault
    } catch {
      throw .unreadable(path)
    }
  }

  /// The entries that are to lose their bodies and have them still.
  public func entries(losing doomed: ErasedBodies) throws(DataFolderFault) -> [Entry] {
    guard !doomed.isEmpty else { return [] }
    do {
      try ensureTable()
      return try bodies(of: doomed)
    } catch let fault as DataFolderFault {
      throw fault
    } catch let fault as DiskFault {
      throw DataFolderFault(fault)
    } catch {
      throw .unreadable(path)
    }
  }

  private var notePath: String { "\(path)/\(Self.erasedNote)" }

  /// Notes what is to be gone, so that it is known before anything arrives next time.
  private func note(_ doomed: ErasedBodies) throws(DiskFault) {
    guard doomed != self.doomed else { return }
    if doomed.isEmpty {
      if try disk.status(notePath) != nil { try disk.remove(notePath) }
    } else {
      try disk.replace(
        notePath, with: Array(doomed.json.pretty.utf8), synced: true, folder: false)
    }
    known = doomed
  }

  /// What was asked to be erased last: its bodies are not taken in again.
  var doomed: ErasedBodies {
    if let known { return known }
    let json = ((try? disk.contents(notePath)) ?? nil).flatMap { try? JSON(parsing: $0) }
    let doomed = json.flatMap { ErasedBodies(json: $0) } ?? ErasedBodies()
    known = doomed
    return doomed
  }

  /// The entries that are to lose their bodies and have them still.
  private func bodies(of doomed: ErasedBodies) throws -> [Entry] {
    let places = index.places(of: doomed.subjects).filter {
      index.journals[$0.journal]?.erased[Int($0.place.sequence)] == nil
    }
    var found = try entries(at: places).filter { doomed.dooms($0) && $0.body != nil }
    // Entries are not found by their ids but by looking at all; once, as long as nothing comes.
    let heads = index.heads(EntryLimits(), idAt: idAt)
    var missing = doomed.entries.subtracting(found.map(\.id))
    for journal in index.journals.values { missing.subtract(journal.erased.values) }
    if sought.heads == heads { missing.subtract(sought.ids) }
    guard !missing.isEmpty else { return found }
    found += try readAll(.built).filter {
      missing.contains($0.id) && doomed.dooms($0) && $0.body != nil
    }
    let ids = missing.subtracting(found.map(\.id))
    sought = sought.heads == heads ? (sought.ids.union(ids), heads) : (ids, heads)
    return found
  }

  /// Puts bodies back that were not to be gone; says how many.
  func heal(_ bodies: [JournalName: [Int: [UInt8]]]) throws -> Int {
    var count = 0
    for writer in Set(bodies.keys.map(\.writer)).sorted() {
      // By number and id: a branch has other entries under the same numbers.
      var lines: [EntryID: [UInt8]] = [:]
      for (name, found) in bodies where name.writer == writer {
        for (sequence, line) in found {
          if let id = index.journals[name]?.erased[sequence] { lines[id] = line }
        }
      }
      count += lines.count
      try rewrite(writer) { bytes in
        JournalBytes.replacing(bytes) { facts, range in
          facts.isErased ? lines[facts.id(bytes, crypto.sha256)] : nil
        }
      }
    }
    return count
  }

  /// Writes all journals of a writer anew, and reads them again: at any instant there is the old one or
  /// the new one.
  private func rewrite(_ writer: WriterID, _ change: ([UInt8]) -> [UInt8]) throws {
    if own?.writer == writer {
      // What was not acknowledged goes first: it must not come back in the new file.
      if own?.file == nil { try reopen() }
      if let file = own?.file { disk.close(file) }
      own?.file = nil
    }
    let branches = index.branches(of: writer)
    var fault: (any Error)?
    do {
      for name in branches { try rewrite(name, change) }
    } catch {
      fault = error
    }
    // Whatever became of it, lines stand elsewhere now.
    _ = try reread(branches, .checked)
    if let journal = own?.journal, journal.writer == writer {
      if let mark = index.journals[journal]?.mark { own?.mark = mark }
      try reopen()
    }
    if let fault { throw fault }
  }

  private func rewrite(_ name: JournalName, _ change: ([UInt8]) -> [UInt8]) throws {
    let path = journalPath(name)
    guard var bytes = try disk.contents(path) else { return }
    let isOwn = own?.journal == name
    if isOwn, let end = own?.mark.offset { bytes = Array(bytes.prefix(end)) }
    let changed = change(bytes)
    guard changed != bytes else { return }
    try disk.replace(path, with: changed, synced: true, folder: true)
    if isOwn { own?.mark.offset = changed.count }
    for evidence in try disk.names(journalFolder)
    where evidence.hasPrefix("\(name.fileName).torn-") || evidence == ".\(name.fileName).new" {
      // What was cut off is no record, and may say again what is to be gone.
      try disk.remove("\(journalFolder)/\(evidence)")
    }
  }
}
