import Foundation
import JSONText
import Testing

/// The page of what everything rests on.
@Suite struct BasisTests {
  private static let folder = Command.root + "/Forms/household"

  @Test func thePageSaysWhatTheFormSays() throws {
    let command = try Command()
    defer { command.remove() }
    let page = try command.ruhu("form", "basis", Self.folder)
    #expect(page.status == 0)
    let kept = try String(contentsOfFile: Self.folder + "/BASIS.md", encoding: .utf8)
    // Not by `==` in the expectation: the difference of two such texts takes minutes to print.
    let isCurrent = page.output == kept
    #expect(isCurrent, "ruhu form basis Forms/household > Forms/household/BASIS.md")
  }

  @Test func nothingStandsWithoutABasis() throws {
    let bytes = try Data(contentsOf: URL(filePath: Self.folder + "/form.json"))
    let form = try JSON(parsing: [UInt8](bytes))
    let questions = ["text", "integer", "decimal", "date", "select_one", "select_multiple"]
    for row in form["survey"]?.array ?? [] {
      let type = row["type"]?.string?.split(separator: " ").first.map(String.init) ?? ""
      guard questions.contains(type) else { continue }
      #expect(row["basis"]?.string?.isEmpty == false, "\(row["name"]?.string ?? "")")
    }
    for sheet in ["checks", "village_checks", "parameters"] {
      for row in form[sheet]?.array ?? [] {
        #expect(row["basis"]?.string?.isEmpty == false, "\(row["name"]?.string ?? "")")
      }
    }
    for row in form["verdicts"]?.array ?? [] where row["met"]?.string?.isEmpty == false {
      #expect(row["basis"]?.string?.isEmpty == false, "\(row["domain"]?.string ?? "")")
    }
  }

  /// Food 5, clothing 3, schooling 16, health 25, housing 21, water 8, income 22, monitoring 16,
  /// categories 16: every row of the five documents on these, none left out.
  @Test func everyFactOfTheDocumentsIsAccountedFor() throws {
    let file = try JSON(
      parsing: [UInt8](Data(contentsOf: URL(filePath: Self.folder + "/facts.json"))))
    let facts = file["facts"]?.array ?? []
    let ids = Set(facts.compactMap { $0["id"]?.string })
    let counts = [
      "A": 5, "B": 3, "C": 16, "D": 25, "E": 21, "F": 8, "G": 22, "H": 16, "I": 16,
    ]
    for (letter, count) in counts {
      for number in 1...count { #expect(ids.contains("\(letter)\(number)")) }
    }
    for fact in facts {
      for text in ["says", "how::中文 (zh)", "how::English (en)"] {
        #expect(fact[text]?.string?.isEmpty == false, "\(fact["id"]?.string ?? "")")
      }
    }
  }
}
