extension Overlay {
  /// An overlay after all those on which it builds, in the order in which they are applied.
  ///
  /// It is an error when one of them is not there, is there twice, or builds on itself.
  public static func chain(
    of name: String, among overlays: [Overlay]
  ) throws(FormFaults) -> [Overlay] {
    var chain: [Overlay] = []
    var wanted = name
    while true {
      let found = overlays.filter { $0.name == wanted }
      let asker = chain.last
      if found.count > 1 {
        throw FormFaults(
          found.dropFirst().map { $0.fault("name", .nameTaken(wanted)) })
      }
      guard let overlay = found.first else {
        let fault =
          asker?.fault("extends", .unknownOverlay(wanted))
          ?? FormFault(
            sheet: "overlay", row: nil, column: nil, kind: .overlay(.unknownOverlay(wanted)))
        throw FormFaults([fault])
      }
      if let start = chain.firstIndex(where: { $0.name == wanted }) {
        let names = chain[start...].map(\.name) + [wanted]
        throw FormFaults([(asker ?? overlay).fault("extends", .overlayCycle(names))])
      }
      chain.append(overlay)
      guard let next = overlay.extends else { return chain.reversed() }
      wanted = next
    }
  }

  /// Parameters to be tried once, as the row of an overlay of their own: values by name, each with
  /// its year behind an `@` where it matters.
  public static func parameters(_ values: [String: String]) throws(FormFaults) -> Overlay {
    let rows = values.sorted { $0.key < $1.key }.enumerated().map { index, setting in
      let parts = setting.value.split(
        separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
      var cells = [Row.Cell("name", setting.key), Row.Cell("value", String(parts[0]))]
      if parts.count == 2 { cells.append(Row.Cell("year", String(parts[1]))) }
      return Row(number: index + 2, cells: cells)
    }
    return try Overlay(
      Workbook(sheets: [
        Sheet(
          name: "overlay", header: ["name"],
          rows: [Row(number: 2, cells: [Row.Cell("name", "set")])]),
        Sheet(name: "parameters", header: ["name", "value", "year"], rows: rows),
      ]), file: "--set", kind: .trial)
  }

  private func fault(_ column: String, _ kind: OverlayFault) -> FormFault {
    let sheet = workbook["overlay"]
    let columns = OverlayColumns(sheet?.header ?? [], of: "overlay")
    let reader = sheet?.rows.map { columns.read($0) }.first { !$0.cells.isEmpty }
    return FormFault(
      file: file, sheet: sheet?.name ?? "overlay", row: reader?.row.number,
      column: reader?.header(column) ?? column, kind: .overlay(kind))
  }
}
