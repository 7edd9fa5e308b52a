extension InventedVillage {
  /// The register as an office would export it: UTF-8 with BOM, one row a member, CRLF.
  public func registerCSV(language: RegisterLanguage, labels: RegisterLabels) -> String {
    let columns = RegisterColumn.all
    var csv = "\u{FEFF}"
    csv += columns.map { $0.title(language) }.joined(separator: ",") + "\r\n"
    for household in households {
      let listed = household.members.filter(\.isInRegister)
      let head = listed.filter { $0.registerRelation == "02" }
      for member in head + listed.filter({ $0.registerRelation != "02" }) {
        csv += columns.map { column in
          quoted(column.cell(self, household, member, language, labels))
        }.joined(separator: ",")
        csv += "\r\n"
      }
    }
    return csv
  }

  private func quoted(_ cell: String) -> String {
    let special = cell.unicodeScalars.contains {
      $0 == "," || $0 == "\"" || $0 == "\r" || $0 == "\n"
    }
    guard special else { return cell }
    var text = "\""
    for character in cell { text += character == "\"" ? "\"\"" : String(character) }
    return text + "\""
  }
}
