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
    /// The file is not JSON from this line and byte of the line on.
    case notJSON(path: String, line: Int, column: Int)
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

  /// The household form's folder, with what can be merged into it.
  let folder: FormFolder
  private let sha256: Digest
  private let kept: @Sendable (String) -> [UInt8]?
  private let compiled = Mutex<[String: FormDefinition]>([:])

  /// Looks into a folder of a form; `kept` finds a form in the Data folder by its hash.
  ///
  /// Nothing is read before it is asked for.
  init(
    _ folder: FormFolder, sha256: @escaping Digest,
    kept: @escaping @Sendable (String) -> [UInt8]?
  ) {
    self.folder = folder
    self.sha256 = sha256
    self.kept = kept
  }

  /// The form of that hash; nil when it is not kept, or not a form.
  func form(_ hash: String) -> FormDefinition? {
    if let known = compiled.withLock({ $0[hash] }) { return known }
    guard let bytes = kept(hash), let workbook = try? FormFolder.workbook(bytes, hash),
      let definition = try? FormDefinition(workbook)
    else { return nil }
    compiled.withLock { $0[hash] = definition }
    return definition
  }

  /// The form with a profile and an overlay merged in; empty names for the form as it is and for the
  /// national standard.
  ///
  /// Where nothing is merged in these are the file's own bytes.
  func effective(overlay: String, profile: String) throws(Fault) -> Effective {
    let own = try folder.own()
    let additions = try folder.additions(overlay: overlay, profile: profile)
    guard !additions.isEmpty else { return try effective(own.bytes, own.workbook) }
    let merged = try merged(own.workbook, additions)
    return try effective(Array((merged.json.compact + "\n").utf8), merged)
  }

  /// The form as it would be with a profile, an overlay and parameters merged in, to be tried.
  func trial(
    overlay: String, profile: String, setting values: [String: String]
  ) throws(Fault) -> FormDefinition {
    var additions = try folder.additions(overlay: overlay, profile: profile, orFiles: true)
    if !values.isEmpty {
      do {
        additions.append(try Overlay.parameters(values))
      } catch {
        throw .form(path: folder.form, error)
      }
    }
    return try compile(merged(try folder.own().workbook, additions))
  }

  private func merged(_ own: Workbook, _ additions: [Overlay]) throws(Fault) -> Workbook {
    do {
      return try own.applying(additions)
    } catch {
      throw .form(path: folder.form, error)
    }
  }

  private func effective(_ bytes: [UInt8], _ workbook: Workbook) throws(Fault) -> Effective {
    let hash = DataFolder.name(of: bytes, sha256)
    if let known = compiled.withLock({ $0[hash] }) {
      return Effective(hash: hash, definition: known, bytes: bytes)
    }
    let definition = try compile(workbook)
    compiled.withLock { $0[hash] = definition }
    return Effective(hash: hash, definition: definition, bytes: bytes)
  }

  private func compile(_ workbook: Workbook) throws(Fault) -> FormDefinition {
    do {
      return try FormDefinition(workbook)
    } catch {
      throw .form(path: folder.form, error)
    }
  }
}
