import Fieldwork
import Record
import RecordFiles
import Screens
import Station

extension Workplace {
  /// Reads what differs in the open village, in a language; nil where none is open.
  func conflictReader(_ language: Language) -> ConflictReader? {
    guard let desk, let files else { return nil }
    let forms = self.forms
    let keys = files.keys()
    return ConflictReader(
      desk: desk, team: team, forms: { forms.form($0) },
      device: { journal in keys[journal].map { self.shortName(ofDevice: $0) } ?? "" },
      form: { self.formToReadWith() }, standards: { StandardChoices(self.forms.folder) },
      language: language)
  }

  /// What people call a device, else how its identity begins.
  private func shortName(ofDevice key: [UInt8]) -> String {
    let name = self.name(ofDevice: key)
    return name.isEmpty ? String(identity(of: key).prefix(4)) : name
  }
}
