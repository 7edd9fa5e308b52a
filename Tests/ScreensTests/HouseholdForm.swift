import FormEngine
import Foundation
import JSONText

/// The household form of this repository with a small standard, read once for all tests.
enum HouseholdForm {
  static let hash = "form-of-the-tests"

  static let definition: FormDefinition = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    do {
      let bytes = [UInt8](try Data(contentsOf: root.appending(path: "Forms/household/form.json")))
      return try FormDefinition(Workbook(json: SmallStandard.replacing(in: JSON(parsing: bytes))))
    } catch {
      fatalError("the household form cannot be read: \(error)")
    }
  }()
}
