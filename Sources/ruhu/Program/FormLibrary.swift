import FormEngine
import JSONText
import Record
import RecordFiles
import Synchronization

/// The forms this laptop can fill: the current one, and those that older interviews are pinned to.
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
    /// The form is at fault.
    case form(path: String, FormFaults)
  }

  /// The current form's hash.
  let hash: String
  /// The current form.
  let definition: FormDefinition
  private let kept: @Sendable (String) -> [UInt8]?
  private let compiled: Mutex<[String: FormDefinition]>

  /// Reads the current form; `kept` finds an older one in the Data folder by its hash.
  ///
  /// Where the current form is not to be found, the newest of `others`, the hashes of what is kept,
  /// stands in for it: enough for whatever only reads.
  init(
    path: String, disk: any Disk, sha256: Digest, kept: @escaping @Sendable (String) -> [UInt8]?,
    others: [String] = []
  ) throws {
    self.kept = kept
    if let bytes = (try? disk.contents(path)) ?? nil {
      hash = DataFolder.name(of: bytes, sha256)
      definition = try Self.compile(bytes, path)
    } else {
      let forms = others.compactMap { hash in
        kept(hash).flatMap { try? Self.compile($0, hash) }.map { (hash, $0) }
      }
      guard let newest = forms.max(by: { $0.1.version < $1.1.version }) else {
        throw Fault.missing(path: path)
      }
      (hash, definition) = newest
    }
    compiled = Mutex([hash: definition])
  }

  private static func compile(_ bytes: [UInt8], _ path: String) throws -> FormDefinition {
    do {
      return try FormDefinition(Workbook(json: JSON(parsing: bytes)))
    } catch let fault as JSONFault {
      throw Fault.notJSON(path: path, fault)
    } catch let fault as WorkbookFault {
      throw Fault.notAWorkbook(path: path, fault)
    } catch let faults as FormFaults {
      throw Fault.form(path: path, faults)
    }
  }

  /// The form of that hash; nil when it is neither current nor kept.
  func form(_ hash: String) -> FormDefinition? {
    if let known = compiled.withLock({ $0[hash] }) { return known }
    guard let bytes = kept(hash), let definition = try? Self.compile(bytes, hash) else {
      return nil
    }
    compiled.withLock { $0[hash] = definition }
    return definition
  }
}
