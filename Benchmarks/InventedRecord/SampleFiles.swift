import FormEngine
import InventedVillages
import JSONText
import Record
import RecordFiles

/// What the sample village is made of, from a checkout: the household form, the invented county's own
/// overlay and the register.
public struct SampleFiles {
  /// A file of the checkout is not there.
  public struct Missing: Error {
    /// Which.
    public let path: String
  }

  /// The name of the county's overlay.
  public static let overlay = "yunshan"

  /// The form with the overlay merged in, as it is kept under its hash.
  public let form: (hash: String, definition: FormDefinition)
  private let merged: Workbook
  private let formBytes: [UInt8]
  private let overlayBytes: [UInt8]
  private let register: [UInt8]
  private let crypto: Crypto
  private let disk = UnsyncedDisk()

  /// Reads the files below a checkout's root; throws what is wrong with one.
  public init(root: String, crypto: Crypto) throws {
    let disk = disk
    func bytes(_ path: String) throws -> [UInt8] {
      guard let bytes = try disk.contents("\(root)/\(path)") else { throw Missing(path: path) }
      return bytes
    }
    let path = "Data/sample/overlays/\(Self.overlay).json"
    overlayBytes = try bytes(path)
    register = try bytes("Data/sample/register.csv")
    let overlay = try Overlay(Workbook(json: JSON(parsing: overlayBytes)), file: path)
    let own = try Workbook(json: JSON(parsing: try bytes("Forms/household/form.json")))
    merged = try own.applying(overlay)
    // As the program keeps it when it merges the same files.
    formBytes = Array((merged.json.compact + "\n").utf8)
    form = (DataFolder.name(of: formBytes, crypto.sha256), try FormDefinition(merged))
    self.crypto = crypto
  }

  /// Writes the sample village into an empty folder: `Data`, and the laptop it was surveyed on.
  ///
  /// It is another laptop than the one the village is then opened on, as a colleague's would be. What
  /// is written can be made again at any time, and is not waited for.
  public func write(to path: String) throws {
    nonisolated(unsafe) var time = ""
    let folder = try DataFolder(
      path: "\(path)/Data", disk: disk, crypto: crypto, clock: { time },
      device: "\(path)/other-laptop", mode: .writing)
    try disk.makeFolders("\(path)/Data/overlays")
    try disk.replace(
      "\(path)/Data/overlays/\(Self.overlay).json", with: overlayBytes, synced: false,
      folder: false)
    _ = try folder.keep(formBytes, in: .forms)
    try SampleRecord(folder, crypto: crypto, form: form, setTime: { time = $0 }).write(
      .sample, register: register, form: merged.json, overlay: Self.overlay, isReviewed: true)
    folder.close()
  }
}
