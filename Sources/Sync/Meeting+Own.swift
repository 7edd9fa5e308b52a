import JSONText
import Record
import RecordFiles

/// What this device left at earlier meetings, and what it leaves of itself.
extension Meeting {
  /// Reads back what was written at the last meeting; what is no longer what it was goes, and is written
  /// anew.
  ///
  /// The stick was out in between, so that it is the stick that answers and not this machine's memory.
  func verifyOwn(_ segments: inout [SegmentFile], _ scope: Scope) throws {
    try clearDrafts(scope)
    let verified = former?.verified ?? []
    let due = segments.filter {
      $0.device == me && (!verified.contains($0.place) || doubted.contains($0.place))
    }
    let total = due.reduce(0) { $0 + $1.header.packed }
    var done = 0
    for segment in due {
      let digest = exchange.sealing.digest()
      do {
        try disk.pieces(segment.path) { piece in
          digest.add(piece)
          done += piece.count
          try tell(.verifying, scope, done, total)
        }
      } catch is DiskFault where isHere() {
        // What cannot be read is as good as gone.
      }
      if Hex.text(digest.finish()) == segment.digest {
        doubted.remove(segment.place)
      } else {
        discard(segment.path, segment.place)
        segments.removeAll { $0.place == segment.place }
      }
    }
    // Torn ones among our own were never listed as segments.
    for place in note.damaged where place.hasPrefix("\(me.rawValue)/\(scope.text)/") {
      discard("\(there.folder)/\(place)", place)
    }
    note.verified.formUnion(segments.filter { $0.device == me }.map(\.place))
  }

  private func discard(_ path: String, _ place: String) {
    do {
      try disk.remove(path)
      note.damaged.remove(place)
      report.problems.removeAll { $0 == .damaged(file: place) }
      report.repaired += 1
    } catch {
      note.damaged.insert(place)
      add(.damaged(file: place))
    }
  }

  /// Takes away what was left of files whose writing was cut off.
  private func clearDrafts(_ scope: Scope) throws(DiskFault) {
    let folder = there.folder(of: me, scope)
    for name in try disk.namesIfThere(folder) where TeamFolder.isDraft(name) {
      try? disk.remove("\(folder)/\(name)")
    }
  }

  /// Leaves this device's note and takes down what it heard of others.
  ///
  /// A note that cannot be left costs a second verification and nothing else.
  func leaveNote() {
    see(folder.sightings())
    report.lastSeen.sort { ($0.time, $0.device) < ($1.time, $1.device) }
    note.seen = report.lastSeen
    if !report.lastSeen.isEmpty { folder.remember(report.lastSeen) }
    guard !report.problems.contains(.gone), isHere() else { return }
    if let former {
      // Of scopes that were not visited, what was known stays.
      note.verified.formUnion(former.verified.filter { !isVisited($0) })
      note.damaged.formUnion(former.damaged.filter { !isVisited($0) })
    }
    do {
      try disk.makeFolders(there.folder(of: me))
      try disk.replace(
        "\(there.folder(of: me))/\(HereNote.file)", with: Array(note.json.pretty.utf8),
        synced: true, folder: true)
    } catch {
      return
    }
  }

  private func isVisited(_ place: String) -> Bool {
    let parts = place.split(separator: "/")
    guard parts.count == 3, let scope = Scope(text: String(parts[1])) else { return false }
    return visited.contains(scope)
  }

  /// Adds the meeting to the log of all meetings.
  func log() {
    let line = report.logLine(
      time: note.time, place: exchange.path, team: exchange.team, person: person)
    do {
      try folder.logMeeting(line)
    } catch {
      add(.folder(error))
    }
  }
}
