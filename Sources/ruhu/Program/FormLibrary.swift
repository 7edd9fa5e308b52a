import FormEngine
import JSONText
import Record
import RecordFiles
import Synchronization

/// The forms this laptop can fill: the household form with any overlay and profile merged in, and
/// those that older interviews are pinned to.
///
/// A form is known by the hash of its bytes, and kept in the Data folder under it, so that an
/// interview can always be read with the form it was filled with.
final class FormLibrary: Sendable {
  /// Why there is no form to work with.
  enum Fault: Error {
    /// No form lies there.
    case missing(path: String)
    /// The file is not JSON.
    case notJSON(path: String, JSONFault)
    /// The file is not a workbook in the flat sheet form.
    case notAWorkbook(path: String, WorkbookFault)
    /// The form, or an overlay merged into it, is at fault.
    case form(path: String, FormFaults)
    /// No overlay of that name is here; these are.
    case noSuchOverlay(String, here: [String])
    /// No profile of that name is here; these are.
    case noSuchProfile(String, here: [String])
  }

  /// A form as it stands after merging: what new interviews are bound to.
  struct Effective: Sendable {
    /// The hash of the bytes.
    let hash: String
    let definition: FormDefinition
    /// What is kept under the hash.
    let bytes: [UInt8]
  }

  /// The folder of the household form.
  let folder: String
  /// The folder in which a county puts overlays of its own.
  let ownOverlays: String
  let disk: any Disk
  private let sha256: Digest
  private let kept: @Sendable (String) -> [UInt8]?
  private let compiled = Mutex<[String: FormDefinition]>([:])

  /// Looks into a folder of forms; `kept` finds a form in the Data folder by its hash.
  ///
  /// Nothing is read before it is asked for.
  init(
    folder: String, ownOverlays: String, disk: any Disk, sha256: @escaping Digest,
    kept: @escaping @Sendable (String) -> [UInt8]?
  ) {
    self.folder = folder
    self.ownOverlays = ownOverlays
    self.disk = disk
    self.sha256 = sha256
    self.kept = kept
  }

  /// The form of that hash; nil when it is not kept, or not a form.
  func form(_ hash: String) -> FormDefinition? {
    if let known = compiled.withLock({ $0[hash] }) { return known }
    guard let bytes = kept(hash), let definition = try? Self.compile(bytes, hash) else {
      return nil
    }
    compiled.withLock { $0[hash] = definition }
    return definition
  }

  /// The form with a profile and an overlay merged in; empty names for the form's own profile and the
  /// national standard.
  ///
  /// Where nothing is merged in these are the file's own bytes.
  func effective(overlay: String, profile: String) throws(Fault) -> Effective {
    let path = "\(folder)/form.json"
    guard let own = (try? disk.contents(path)) ?? nil else { throw .missing(path: path) }
    guard overlay.isEmpty else { throw .noSuchOverlay(overlay, here: []) }
    guard profile.isEmpty else { throw .noSuchProfile(profile, here: []) }
    return try effective(own, path)
  }

  private func effective(_ bytes: [UInt8], _ path: String) throws(Fault) -> Effective {
    let hash = DataFolder.name(of: bytes, sha256)
    if let known = compiled.withLock({ $0[hash] }) {
      return Effective(hash: hash, definition: known, bytes: bytes)
    }
    let definition = try Self.compile(bytes, path)
    compiled.withLock { $0[hash] = definition }
    return Effective(hash: hash, definition: definition, bytes: bytes)
  }

  /// A workbook in the flat sheet form.
  static func workbook(_ bytes: [UInt8], _ path: String) throws(Fault) -> Workbook {
    do {
      return try Workbook(json: JSON(parsing: bytes))
    } catch let fault as JSONFault {
      throw .notJSON(path: path, fault)
    } catch let fault as WorkbookFault {
      throw .notAWorkbook(path: path, fault)
    } catch {
      throw .missing(path: path)
    }
  }

  private static func compile(_ bytes: [UInt8], _ path: String) throws(Fault) -> FormDefinition {
    let workbook = try workbook(bytes, path)
    do {
      return try FormDefinition(workbook)
    } catch {
      throw .form(path: path, error)
    }
  }
}
