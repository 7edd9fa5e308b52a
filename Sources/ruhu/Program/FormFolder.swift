import FormEngine
import JSONText
import RecordFiles

/// A form's folder: the form, and beside it what can be merged into it: policy profiles, regional
/// overlays, and the overlays that a county has put in a folder of its own.
struct FormFolder: Sendable {
  /// A file that can be merged in, or why it cannot be read.
  struct Listed: Sendable {
    /// The file.
    let path: String
    /// Whether the county put it there.
    let isOwn: Bool
    let overlay: Result<Overlay, FormLibrary.Fault>

    /// The name in it, else the file's without its ending.
    var name: String {
      if case .success(let overlay) = overlay { return overlay.name }
      return FormFolder.stem(path)
    }
  }

  /// The form's file.
  let form: String
  /// The county's own folder of overlays; nil where there is none.
  var ownOverlays: String?
  let disk: any Disk

  init(form: String, ownOverlays: String? = nil, disk: any Disk) {
    self.form = form
    self.ownOverlays = ownOverlays
    self.disk = disk
  }

  /// The household form's folder, and the county's folder in the data.
  init(household places: Places, disk: any Disk) {
    self.init(
      form: "\(places.forms)/household/form.json", ownOverlays: "\(places.data)/overlays",
      disk: disk)
  }

  private var folder: String {
    form.lastIndex(of: "/").map { String(form[..<$0]) } ?? "."
  }

  /// The overlays that are here by the names of their files, the county's own behind the others.
  func overlays() -> [Listed] {
    listed("\(folder)/overlays", .region, isOwn: false)
      + (ownOverlays.map { listed($0, .region, isOwn: true) } ?? [])
  }

  /// The policy profiles that are here.
  func profiles() -> [Listed] { listed("\(folder)/profiles", .profile, isOwn: false) }

  /// What is merged into the form, in order, for the names of a profile and an overlay.
  ///
  /// Nothing is for empty names. To be tried they may be files, too.
  func additions(
    overlay: String, profile: String, orFiles: Bool = false
  ) throws(FormLibrary.Fault) -> [Overlay] {
    var additions: [Overlay] = []
    if !profile.isEmpty, let found = try self.profile(profile, orFiles && Self.isFile(profile)) {
      additions.append(found)
    }
    if !overlay.isEmpty { additions += try chain(overlay, orFiles && Self.isFile(overlay)) }
    return additions
  }

  /// The form as its author wrote it.
  func own() throws(FormLibrary.Fault) -> (bytes: [UInt8], workbook: Workbook) {
    guard let bytes = (try? disk.contents(form)) ?? nil else { throw .missing(path: form) }
    return (bytes, try Self.workbook(bytes, form))
  }

  private func profile(_ given: String, _ isFile: Bool) throws(FormLibrary.Fault) -> Overlay? {
    if isFile { return try Self.overlay(given, .profile, disk) }
    let here = profiles()
    if let found = here.first(where: { $0.name == given }) { return try found.overlay.get() }
    // The form's own profile needs no file.
    let value = try own().workbook["parameters"]?.rows
      .first { $0["name"] == "par_profile" }?["value"]
    guard value == given else { throw .noSuchProfile(given, here: here.map(\.name)) }
    return nil
  }

  private func chain(_ given: String, _ isFile: Bool) throws(FormLibrary.Fault) -> [Overlay] {
    let here = overlays()
    var good: [Overlay] = []
    for listed in here { if case .success(let overlay) = listed.overlay { good.append(overlay) } }
    var name = given
    if isFile {
      let overlay = try Self.overlay(given, .region, disk)
      name = overlay.name
      // Tried out, a file stands for what is here under its name.
      good.removeAll { $0.name == name }
      good.append(overlay)
    }
    guard good.contains(where: { $0.name == name }) || broken(name, here) != nil else {
      throw .noSuchOverlay(name, here: good.map(\.name))
    }
    var wanted: String? = name
    for _ in 0...good.count {
      guard let next = wanted else { break }
      if name != next || !isFile, let fault = broken(next, here) { throw fault }
      wanted = good.first { $0.name == next }?.extends
    }
    do {
      return try Overlay.chain(of: name, among: good)
    } catch {
      throw .form(path: form, error)
    }
  }

  /// What is wrong with the file that is called like an overlay.
  private func broken(_ name: String, _ here: [Listed]) -> FormLibrary.Fault? {
    for listed in here where Self.stem(listed.path) == name {
      if case .failure(let fault) = listed.overlay { return fault }
    }
    return nil
  }

  private func listed(_ folder: String, _ kind: Overlay.Kind, isOwn: Bool) -> [Listed] {
    let names = ((try? disk.list(folder)) ?? []).filter {
      $0.hasSuffix(".json") && !$0.hasPrefix(".")
    }
    return names.map { name in
      let path = "\(folder)/\(name)"
      do throws(FormLibrary.Fault) {
        return Listed(
          path: path, isOwn: isOwn, overlay: .success(try Self.overlay(path, kind, disk)))
      } catch {
        return Listed(path: path, isOwn: isOwn, overlay: .failure(error))
      }
    }
  }

  private static func overlay(
    _ path: String, _ kind: Overlay.Kind, _ disk: any Disk
  ) throws(FormLibrary.Fault) -> Overlay {
    guard let bytes = (try? disk.contents(path)) ?? nil else { throw .missing(path: path) }
    let workbook = try workbook(bytes, path)
    do {
      return try Overlay(workbook, file: path, kind: kind)
    } catch {
      throw .form(path: path, error)
    }
  }

  /// A workbook in the flat sheet form.
  static func workbook(_ bytes: [UInt8], _ path: String) throws(FormLibrary.Fault) -> Workbook {
    // Editors on Windows begin files with a mark that JSON does not allow.
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let json: JSON
    do {
      json = try JSON(parsing: bytes, in: (isMarked ? 3 : 0)..<bytes.count)
    } catch {
      let place = error.lineAndColumn(in: bytes)
      throw .notJSON(path: path, line: place.line, column: place.column)
    }
    do {
      return try Workbook(json: json)
    } catch {
      throw .notAWorkbook(path: path, error)
    }
  }

  /// Whether a file is meant and not a name: names have no slash and no ending.
  private static func isFile(_ given: String) -> Bool {
    given.contains("/") || given.hasSuffix(".json")
  }

  private static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".json") ? String(name.dropLast(5)) : name
  }
}
