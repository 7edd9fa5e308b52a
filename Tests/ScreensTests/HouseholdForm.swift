import FormEngine
import Foundation
import JSONText

/// The household form of this repository with a small standard, read once for all tests.
enum HouseholdForm {
  static let hash = "form-of-the-tests"

  /// The form with the overlay of the north merged in.
  static let north: (hash: String, definition: FormDefinition) = {
    do {
      return (
        "form-of-the-north", try FormDefinition(SmallStandard.north(over: definition.workbook))
      )
    } catch {
      fatalError("the overlay cannot be merged in: \(error)")
    }
  }()

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
