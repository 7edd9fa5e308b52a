/// The forms by which cases are judged, each made once: the form with the region that a case names and
/// the parameters that it sets.
public struct StandardCaseForms: Sendable {
  private struct Choice: Hashable {
    let overlay: String
    let parameters: [String: String]
  }

  private let workbook: Workbook
  private let overlays: [Overlay]
  private var made: [Choice: FormDefinition] = [:]

  /// Takes a form and the overlays that cases may name.
  public init(_ workbook: Workbook, overlays: [Overlay]) {
    self.workbook = workbook
    self.overlays = overlays
  }

  /// The form of a case, or why its region or its parameters do not fit the form.
  public mutating func definition(
    for one: StandardCase
  ) throws(StandardCaseFaults) -> FormDefinition {
    let choice = Choice(overlay: one.overlay, parameters: one.parameters)
    if let made = made[choice] { return made }
    guard one.overlay.isEmpty || overlays.contains(where: { $0.name == one.overlay }) else {
      throw StandardCaseFaults([fault(one, .overlay, .unknownOverlay(one.overlay))])
    }
    var column = StandardCaseTable.Column.overlay
    do throws(FormFaults) {
      var merged = workbook
      if !one.overlay.isEmpty {
        merged = try merged.applying(try Overlay.chain(of: one.overlay, among: overlays))
      }
      if !one.parameters.isEmpty {
        column = .parameters
        merged = try merged.applying(try Overlay.parameters(one.parameters))
      }
      let definition = try FormDefinition(merged)
      made[choice] = definition
      return definition
    } catch {
      throw StandardCaseFaults(error.faults.map { fault(one, column, .form($0)) })
    }
  }

  private func fault(
    _ one: StandardCase, _ column: StandardCaseTable.Column, _ kind: StandardCaseFault.Kind
  ) -> StandardCaseFault {
    StandardCaseFault(.cases, row: one.row, column: column.rawValue, kind)
  }
}
