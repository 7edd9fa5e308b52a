import FormEngine
import Foundation
import JSONText
import RecordFiles
import Screens

/// A questionnaire named on the command line: a folder with a `form.json`, or that file.
struct FormFile {
  let path: String
  private let language: Language

  init(_ given: String, language: Language) {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: given, isDirectory: &isFolder)
    let folder = given.hasSuffix("/") ? String(given.dropLast()) : given
    path = exists && isFolder.boolValue ? folder + "/form.json" : given
    self.language = language
  }

  /// The sheets as they stand.
  func workbook() throws -> Workbook {
    let json = try InputFile(path: path).json()
    do {
      return try Workbook(json: json)
    } catch {
      throw Refusal(FormSentences.of(language).line(error, file: path))
    }
  }

  /// The source of each fact by its id, from the file of facts beside the form; nil where there is
  /// none.
  func facts() throws -> [String: String]? {
    let rows = try factRows()
    if rows.isEmpty { return nil }
    var sources: [String: String] = [:]
    for row in rows {
      guard let id = row["id"]?.string else { continue }
      sources[id] = row["source"]?.string ?? ""
    }
    return sources
  }

  /// The rows of the file of facts beside the form; none where there is no such file.
  func factRows() throws -> [JSON] {
    guard path != "-" else { return [] }
    let file = URL(filePath: path).deletingLastPathComponent().appending(path: "facts.json").path()
    guard FileManager.default.fileExists(atPath: file) else { return [] }
    return try InputFile(path: file).json()["facts"]?.array ?? []
  }

  /// The form, checked, with a profile, an overlay (by the names or files of what lies beside it) and
  /// parameters merged in.
  func definition(
    overlay: String = "", profile: String = "", setting values: [String: String] = [:]
  ) throws -> FormDefinition {
    let workbook = try workbook()
    let folder = FormFolder(form: path, disk: PosixDisk())
    var additions: [Overlay]
    do {
      additions = try folder.additions(overlay: overlay, profile: profile, orFiles: true)
    } catch {
      throw Refusal(error, language)
    }
    do {
      if !values.isEmpty { additions.append(try Overlay.parameters(values)) }
      return try FormDefinition(workbook.applying(additions))
    } catch {
      throw Refusal(FormSentences.of(language).lines(error, file: path))
    }
  }
}
