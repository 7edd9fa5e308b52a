import Record

/// What an open Data folder and the journals in it share.
final class OpenFolder {
  let path: String
  let mode: DataFolder.Mode
  let disk: any Disk
  let crypto: Crypto
  let clock: () -> String
  let device: DeviceFolder
  var id: String?
  var notices: [FolderNotice] = []
  var lock: OpenFile?
  private var keyPair: KeyPair?

  init(
    path: String, mode: DataFolder.Mode, disk: any Disk, crypto: Crypto,
    clock: @escaping () -> String, device: DeviceFolder
  ) {
    self.path = path
    self.mode = mode
    self.disk = disk
    self.crypto = crypto
    self.clock = clock
    self.device = device
  }

  deinit { unlock() }

  /// Whether journals may be written: opened for it, and not closed again.
  var mayWrite: Bool { mode == .writing && lock != nil }

  func unlock() {
    if let lock { disk.close(lock) }
    lock = nil
  }

  /// The device's keys, made at first use.
  func keys() throws(DataFolderFault) -> KeyPair {
    if let keyPair { return keyPair }
    let keys = try device.keys(crypto)
    keyPair = keys
    return keys
  }
}
