import FormEngine
import Screens

extension StandardChoices {
  /// What lies in a form's folder and in the county's own, each file read.
  init(_ folder: FormFolder) {
    self.init(
      overlays: folder.overlays().map(Choice.init), profiles: folder.profiles().map(Choice.init))
  }
}

extension StandardChoices.Choice {
  /// A file, with what is wrong with it where it cannot be read.
  fileprivate init(_ listed: FormFolder.Listed) {
    let parts = listed.path.split(separator: "/").suffix(2).joined(separator: "/")
    switch listed.overlay {
    case .success(let overlay):
      self.init(
        name: overlay.name, labels: overlay.labels, year: overlay.year, file: parts)
    case .failure(let fault):
      self.init(
        name: listed.name, file: parts,
        trouble: { Refusal(fault, $0).lines.first ?? "" })
    }
  }
}
