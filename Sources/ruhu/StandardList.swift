import FormEngine
import JSONText
import Screens

/// The overlays and profiles that are here, and those that cannot be read, with what is wrong.
struct StandardList {
  private let profiles: [FormFolder.Listed]
  private let overlays: [FormFolder.Listed]
  private let language: Language
  private let sentences: StandardSentences

  init(_ folder: FormFolder, _ language: Language) {
    profiles = folder.profiles()
    overlays = folder.overlays()
    self.language = language
    sentences = .of(language)
  }

  func print(_ format: TableFormat) {
    let rows =
      overlays.compactMap { row($0, $0.isOwn ? sentences.ownOverlay : sentences.overlay) }
      + profiles.compactMap { row($0, sentences.profile) }
    switch format {
    case .json:
      Output.bytes(
        Array(
          JSON.object([
            .init("overlays", .array(overlays.map(json))),
            .init("profiles", .array(profiles.map(json))),
          ]).pretty.utf8))
    case .csv:
      TableFormat.printCSV([sentences.listTitles] + rows)
      Refusal(faults).say()
    case .text:
      for line in AlignedTable([sentences.listTitles] + rows).lines { Output.line(line) }
      for line in faults { Output.line(line) }
      if overlays.allSatisfy({ !$0.isOwn }) { Output.line(sentences.ownFolder) }
    }
  }

  private func row(_ listed: FormFolder.Listed, _ kind: String) -> [String]? {
    guard case .success(let overlay) = listed.overlay else { return nil }
    return [
      kind, overlay.name, label(overlay.labels), overlay.year, overlay.extends ?? "", listed.path,
    ]
  }

  private var faults: [String] {
    (overlays + profiles).flatMap { listed -> [String] in
      guard case .failure(let fault) = listed.overlay else { return [] }
      return Refusal(fault, language).lines
    }
  }

  private func json(_ listed: FormFolder.Listed) -> JSON {
    var json: JSON = [
      "name": .string(listed.name), "file": .string(listed.path), "own": .bool(listed.isOwn),
    ]
    switch listed.overlay {
    case .success(let overlay):
      json.set("label", .string(label(overlay.labels)))
      json.set("year", .string(overlay.year))
      if let base = overlay.extends { json.set("extends", .string(base)) }
      let note = overlay.notes.first { $0.key.hasSuffix("(\(language.rawValue))") }?.value
      if let note { json.set("note", .string(note)) }
    case .failure(let fault):
      json.set("faults", .array(Refusal(fault, language).lines.map(JSON.string)))
    }
    return json
  }

  private func label(_ labels: [String: String]) -> String {
    labels.first { $0.key.hasSuffix("(\(language.rawValue))") }?.value
      ?? labels.min { $0.key < $1.key }?.value ?? ""
  }
}
