/// A county's own overlays: files by their names, which follow from what the team's journals say of
/// them as far as they travel.
extension DataFolder {
  private var overlayFolder: String { "\(path)/overlays" }

  /// A file's name is not longer than this, in bytes.
  private static let longestName = 200

  /// The county's own overlays: the bytes of each file by its name.
  public func ownOverlays() throws(DataFolderFault) -> [String: [UInt8]] {
    do {
      var overlays: [String: [UInt8]] = [:]
      for name in try disk.names(overlayFolder) where Self.isOverlayName(name) {
        overlays[name] = try disk.contents("\(overlayFolder)/\(name)")
      }
      return overlays
    } catch {
      throw DataFolderFault(error)
    }
  }

  /// Puts an overlay in the place of the one of that name.
  public func putOverlay(_ name: String, _ bytes: [UInt8]) throws(DataFolderFault) {
    guard opened.mayWrite else { throw .openedForReading }
    guard Self.isOverlayName(name) else { throw .badName(name) }
    do {
      try disk.makeFolders(overlayFolder)
      try disk.replace("\(overlayFolder)/\(name)", with: bytes, synced: true, folder: true)
    } catch {
      throw DataFolderFault(error)
    }
  }

  /// Whether a name is that of an overlay's file and of nothing else.
  public static func isOverlayName(_ name: String) -> Bool {
    name.hasSuffix(".json") && !name.hasPrefix(".") && name.utf8.count <= longestName
      && name.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != 0x2F && $0 != 0x5C }
  }
}
