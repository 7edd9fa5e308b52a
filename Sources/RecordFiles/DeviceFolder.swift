import JSONText
import Record

/// The device's own folder, outside Data: its key, and how far it has written where.
///
/// A copied Data folder therefore cannot pose as the device, and a Data folder that was put back to
/// an older state is found out.
struct DeviceFolder {
  let path: String
  let disk: any Disk

  /// What this device knows of its journal in one scope of one Data folder.
  struct Mark: Equatable {
    /// Whether the journal may be longer than the mark says.
    enum State: String {
      /// Being written to, or left by a crash: how far is not known.
      case open
      /// Left in order: it ends exactly here.
      case closed
      /// Data was put back by us: never to be continued.
      case retired
    }

    var writer: WriterID
    var state: State
    var sequence: Int
    var id: EntryID?
    /// Journals whose end was lost, and up to which number they had been written: a journal begun
    /// since must not let that be forgotten.
    var lost: [WriterID: Int] = [:]
  }

  private var keyPath: String { "\(path)/device.json" }

  /// The device's keys, made at first use.
  func keys(_ crypto: Crypto) throws(DataFolderFault) -> KeyPair {
    do {
      if let bytes = try disk.contents(keyPath) {
        guard let json = try? JSON(parsing: bytes), json["version"]?.int == 1,
          let publicKey = json["public"]?.string.flatMap({ Base64URL.bytes($0.utf8) }),
          let secretKey = json["secret"]?.string.flatMap({ Base64URL.bytes($0.utf8) }),
          publicKey.count == 32, secretKey.count == 64
        else { throw DataFolderFault.unreadable(keyPath) }
        return KeyPair(publicKey: publicKey, secretKey: secretKey)
      }
      let pair = crypto.makeKeyPair()
      let json: JSON = [
        "version": 1, "public": .string(Base64URL.text(pair.publicKey)),
        "secret": .string(Base64URL.text(pair.secretKey)),
      ]
      try disk.makeFolders(path)
      try disk.replace(keyPath, with: Array(json.pretty.utf8), synced: true, folder: true)
      return pair
    } catch let fault as DiskFault {
      throw DataFolderFault(fault)
    } catch let fault as DataFolderFault {
      throw fault
    } catch {
      throw .unreadable(keyPath)
    }
  }

  private func folder(_ data: String) -> String { "\(path)/marks/\(data)" }

  private func file(_ data: String, _ scope: Scope) -> String {
    "\(folder(data))/\(scope.text).json"
  }

  /// The mark of a scope; nil when there is none that can be relied on.
  func mark(_ data: String, _ scope: Scope) throws(DiskFault) -> Mark? {
    guard let bytes = try disk.contents(file(data, scope)), let json = try? JSON(parsing: bytes),
      let writer = json["writer"]?.string.flatMap({ WriterID(rawValue: $0) }),
      let state = json["state"]?.string.flatMap({ Mark.State(rawValue: $0) }),
      let sequence = json["sequence"]?.int
    else { return nil }
    let id = json["id"]?.string.flatMap { EntryID(rawValue: $0) }
    var mark = Mark(writer: writer, state: state, sequence: sequence, id: id)
    for member in json["lost"]?.members ?? [] {
      guard let writer = WriterID(rawValue: member.key) else { continue }
      mark.lost[writer] = member.value.int
    }
    return mark
  }

  /// The marks of all scopes of a Data folder, as far as they can be read.
  func marks(_ data: String) -> [Scope: Mark] {
    var marks: [Scope: Mark] = [:]
    for name in (try? disk.names(folder(data))) ?? [] where name.hasSuffix(".json") {
      guard let scope = Scope(text: String(name.dropLast(5))) else { continue }
      marks[scope] = (try? mark(data, scope)) ?? nil
    }
    return marks
  }

  /// Sets the mark of a scope; it is on the disk when this returns.
  ///
  /// What was lost stays known, unless Data was put back by us.
  func set(_ mark: Mark, _ data: String, _ scope: Scope) throws(DiskFault) {
    var lost: [WriterID: Int] = [:]
    if mark.state != .retired {
      lost = try self.mark(data, scope)?.lost ?? [:]
      lost.merge(mark.lost) { max($0, $1) }
    }
    var json: JSON = [
      "writer": .string(mark.writer.rawValue), "state": .string(mark.state.rawValue),
      "sequence": .int(mark.sequence),
      "id": mark.id.map { .string($0.rawValue) } ?? .null,
    ]
    if !lost.isEmpty {
      let members = lost.sorted { $0.key < $1.key }
      json.set(
        "lost", .object(members.map { JSON.Member($0.key.rawValue, .int($0.value)) }))
    }
    try disk.makeFolders(folder(data))
    try disk.replace(
      file(data, scope), with: Array(json.pretty.utf8), synced: true, folder: true)
  }

  /// Sees to it that no journal of a Data folder is continued: it was put back to an older state.
  func retire(_ data: String) throws(DiskFault) {
    for name in try disk.names(folder(data)) where name.hasSuffix(".json") {
      guard let scope = Scope(text: String(name.dropLast(5))),
        var mark = try mark(data, scope)
      else { continue }
      mark.state = .retired
      try set(mark, data, scope)
    }
  }
}
