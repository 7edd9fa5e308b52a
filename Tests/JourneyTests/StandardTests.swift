import Fieldwork
import FormEngine
import Foundation
import InventedVillages
import Record
import RecordFiles
import Station
import Testing

@testable import Screens
@testable import ruhu

/// The standard of a village, on real files: what is broken never makes it laxer.
@Suite struct StandardTests {
  private static func form(_ laptop: Laptop) -> String { "\(laptop.forms)/household/form.json" }

  private static func write(_ text: String, to path: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: path))
  }

  /// The form to which a new interview of the first household is bound.
  private static func formOfNewInterview(
    _ laptop: Laptop, _ sitting: Sitting, _ number: Int = 0
  ) throws -> String {
    let household = laptop.village.households[number]
    let surveyor = try Surveyor(sitting, household)
    surveyor.begin()
    try surveyor.answer(5)
    sitting.press("^X {Esc}")
    return try #require(try laptop.file(of: laptop.id(household)).current?.start?.form)
  }

  @Test func theLastGoodFormStaysInUseAndTheScreenSaysSo() throws {
    let laptop = try Laptop(ownForms: true)
    let path = Self.form(laptop)
    let good = try #require(try laptop.disk.contents(path))
    let hash = DataFolder.name(of: good, laptop.crypto.sha256)
    let text = String(decoding: good, as: UTF8.self)

    try Self.write(text + "}", to: path)
    var sitting = try laptop.open(as: 1)
    sitting.close()
    sitting = try laptop.open()
    sitting.expect("form.json")
    sitting.expect("先照用原来的标准:全国标准(2026-11-21 ")
    #expect(try Self.formOfNewInterview(laptop, sitting) == hash)
    sitting.close()

    // A formula that names nothing: said by sheet, row and column.
    try Self.write(text.replacing("${c_target}=1", with: "${c_taget}=1"), to: path)
    sitting = try laptop.open(.english)
    // What is said is wrapped, so that no longer piece of it can be looked for.
    sitting.expect("sheet survey, row ")
    sitting.expect("c_taget")
    sitting.expect("The standard before stays in use: the national standard")
    #expect(try Self.formOfNewInterview(laptop, sitting, 1) == hash)
    sitting.close()

    try Self.write(text, to: path)
    sitting = try laptop.open()
    sitting.expectNot("先照用")
    sitting.close()
    try laptop.expectSound()
  }

  @Test func withoutALastGoodFormTheVillageIsNotOpenedForWork() throws {
    let laptop = try Laptop(ownForms: true)
    let path = Self.form(laptop)
    let text = String(decoding: try #require(try laptop.disk.contents(path)), as: UTF8.self)
    try FileManager.default.removeItem(
      atPath: "\(laptop.data)/villages/\(Laptop.code)/standard.json")
    try Self.write(text.replacing("${c_target}=1", with: "${c_taget}=1"), to: path)
    let refusal = #expect(throws: Refusal.self) { try laptop.open() }
    #expect(refusal?.lines.first?.contains("c_taget") == true)
    // To read, no form is needed but those that interviews are bound to.
    let reader = try Workplace(places: laptop.places, mode: .reading, fillsForms: false)
    defer { reader.close() }
    #expect(try reader.open(Laptop.code).village.households.count == 6)
  }
}
