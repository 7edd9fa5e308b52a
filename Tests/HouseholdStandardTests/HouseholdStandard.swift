import FormEngine
import Foundation
import JSONText
import Spreadsheets

/// The household form as it is shipped, with its regions and its table of cases.
enum HouseholdStandard {
  static func bytes(_ path: String) throws -> [UInt8] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: root.appending(path: "Forms/household/" + path)))
  }

  static func workbook(_ path: String = "form.json") throws -> Workbook {
    try Workbook(json: JSON(parsing: bytes(path)))
  }

  static let regions = ["gansu", "guangdong", "guizhou", "hubei", "yongzhou"]

  static func overlay(_ name: String) throws -> Overlay {
    try Overlay(workbook("overlays/\(name).json"), file: "overlays/\(name).json")
  }

  /// The form by the national standard, or with a region's overlay merged in.
  static func definition(overlay: String) throws -> FormDefinition {
    let form = try workbook()
    return try FormDefinition(overlay.isEmpty ? form : form.applying([Self.overlay(overlay)]))
  }

  static func forms() throws -> StandardCaseForms {
    StandardCaseForms(try workbook(), overlays: try regions.map(overlay))
  }

  static func table() throws -> StandardCaseTable {
    try StandardCaseTable(base: sheet("cases-base.csv"), cases: sheet("cases.csv"))
  }

  private static func sheet(_ path: String) throws -> Sheet {
    let table = try CSVTable(reading: bytes(path))
    return Sheet(name: path, table: table.rows.map { ($0.number, $0.cells) })
  }
}
