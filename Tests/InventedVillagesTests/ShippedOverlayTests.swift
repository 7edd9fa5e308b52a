import FormEngine
import Foundation
import JSONText
import Testing

/// Every region's and every policy profile's file fits the household form, alone and together.
struct ShippedOverlayTests {
  private static func overlays(_ folder: String, _ kind: Overlay.Kind) throws -> [Overlay] {
    try RepositoryFile.names("Forms/household/" + folder).filter { $0.hasSuffix(".json") }.map {
      let path = "Forms/household/\(folder)/\($0)"
      return try Overlay(
        Workbook(
          json: JSON(parsing: String(decoding: RepositoryFile.bytes(path), as: UTF8.self))),
        file: path, kind: kind)
    }
  }

  @Test func everyRegionAndProfileMergesAndCompiles() throws {
    let form = try Workbook(json: RepositoryFile.householdForm())
    let profiles = try Self.overlays("profiles", .profile)
    let regions = try Self.overlays("overlays", .region)
    #expect(profiles.count == 3)
    #expect(regions.count == 5)
    // Lists that only regions use are the form's own affair.
    let known = Set(FormCheck.problems(in: form))
    var merges = regions.map { [$0] }
    for profile in profiles {
      merges.append([profile])
      for region in regions { merges.append([profile, region]) }
    }
    for merge in merges {
      let names = merge.map(\.name).joined(separator: " + ")
      do {
        let merged = try form.applying(merge)
        #expect(known.isSuperset(of: FormCheck.problems(in: merged)), "\(names)")
        let definition = try FormDefinition(Workbook(json: merged.json))
        #expect(definition.workbook.json == merged.json)
        let standard = definition.standard
        let told = (standard.profile.map { [$0] } ?? []) + standard.overlays
        #expect(told.map(\.name) == merge.map(\.name))
        #expect(try form.applying(merge).json == merged.json)
      } catch let faults as FormFaults {
        for fault in faults.faults { Issue.record("\(names): \(fault)") }
      }
    }
  }

  @Test func fileNamesAreTheirNames() throws {
    for overlay in try Self.overlays("profiles", .profile) + Self.overlays("overlays", .region) {
      #expect(overlay.file.hasSuffix("/\(overlay.name).json"))
    }
  }
}
