import JSONText
import Testing

/// What the household form promises to whoever translates, prints or fills it.
@Suite struct HouseholdFormTests {
  static let languages = ["中文 (zh)", "English (en)"]
  let survey: [[String: String]]
  let choices: [[String: String]]

  init() throws {
    let form = try RepositoryFile.householdForm()
    survey = try HouseholdFormTests.rows(of: "survey", in: form)
    choices = try HouseholdFormTests.rows(of: "choices", in: form)
  }

  static func rows(of sheet: String, in form: JSON) throws -> [[String: String]] {
    guard case .array(let rows)? = form[sheet], case .array(let header)? = form[sheet + "_header"],
      case .array(let columns)? = header.first
    else { throw MissingSheet() }
    let known = Set(columns.compactMap(\.string))
    return try rows.map { row in
      guard case .object(let members) = row else { throw MissingSheet() }
      return members.reduce(into: [:]) { cells, member in
        #expect(known.contains(member.key), "\(sheet) has no column \(member.key)")
        cells[member.key] = member.value.string
      }
    }
  }

  struct MissingSheet: Error {}

  var questions: [[String: String]] {
    survey.filter { row in
      let type = row["type"] ?? ""
      return type.hasPrefix("select_") || ["text", "integer", "decimal", "date"].contains(type)
    }
  }

  @Test("all 103 questions are there, each once")
  func questionCount() {
    #expect(questions.count == 103)
    let names = survey.filter { !($0["type"] ?? "").hasPrefix("end_") }.compactMap { $0["name"] }
    #expect(Set(names).count == names.count)
  }

  @Test("every text stands in both languages and every constraint says what is wrong")
  func bothLanguages() {
    for row in survey {
      let name = row["name"] ?? ""
      for column in ["label", "hint", "guidance_hint", "constraint_message", "mark"] {
        let texts = HouseholdFormTests.languages.compactMap { row["\(column)::\($0)"] }
        #expect(texts.isEmpty || texts.count == 2, "\(name) \(column)")
        #expect(!texts.contains(""), "\(name) \(column)")
      }
      #expect(
        (row["constraint"] == nil) == (row["constraint_message::中文 (zh)"] == nil), "\(name)")
      // A calculation has a label where a finding or a verdict names it.
      let isAsked = row["type"] != "calculate" && !(row["type"] ?? "").hasPrefix("end_")
      #expect(!isAsked || row["label::中文 (zh)"] != nil, "\(name)")
    }
    for choice in choices {
      for language in HouseholdFormTests.languages {
        #expect(choice["label::\(language)"]?.isEmpty == false, "\(choice)")
      }
    }
  }

  @Test("hints fit on a line")
  func shortHints() {
    for row in survey {
      #expect((row["hint::中文 (zh)"] ?? "").count <= 30, "\(row["name"] ?? "")")
      #expect((row["hint::English (en)"] ?? "").count <= 76, "\(row["name"] ?? "")")
    }
  }

  @Test("every list that is used exists, and choices that are special say so")
  func lists() {
    let names = Set(choices.compactMap { $0["list_name"] })
    for row in questions {
      let parts = (row["type"] ?? "").split(separator: " ").map(String.init)
      if parts.count == 2 { #expect(names.contains(parts[1]), "\(row["name"] ?? "")") }
    }
    for choice in choices where ["dk", "ref", "na"].contains(choice["name"]) {
      #expect(choice["special"] == choice["name"], "\(choice)")
    }
  }

  @Test("a number that may be unknown declares its codes and lets them through")
  func specialCodes() {
    for row in questions where row["special"] != nil {
      for code in (row["special"] ?? "").split(separator: " ") {
        let parts = code.split(separator: "=")
        #expect(parts.count == 2 && ["dk", "ref"].contains(String(parts[0])))
        #expect(row["constraint"]?.contains(". = \(parts[1])") == true, "\(row["name"] ?? "")")
      }
    }
  }

  @Test("groups and repeats close in the order in which they opened")
  func nesting() {
    var open: [String] = []
    for row in survey {
      let type = row["type"] ?? ""
      if type.hasPrefix("begin_") { open.append(type.dropFirst(6) + " " + (row["name"] ?? "")) }
      if type.hasPrefix("end_") {
        #expect(open.popLast() == type.dropFirst(4) + " " + (row["name"] ?? ""))
      }
    }
    #expect(open.isEmpty)
  }
}
