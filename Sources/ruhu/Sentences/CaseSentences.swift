import FormEngine
import Reports
import Screens

/// What is said of the cases of a standard.
struct CaseSentences: Sendable {
  let place: @Sendable (_ row: Int?, _ column: String?) -> String
  let agrees: @Sendable (_ row: Int, _ rule: String, _ sentence: String) -> String
  let differs: @Sendable (_ row: Int, _ rule: String, _ sentence: String, _ how: String) -> String
  let result: @Sendable (_ expected: String, _ came: String) -> String
  let verdict: @Sendable (_ expected: String, _ came: String) -> String
  let allAgree: @Sendable (_ cases: Int) -> String
  let someDiffer: @Sendable (_ differing: Int, _ faulty: Int, _ cases: Int) -> String
  let noBase: @Sendable (_ cases: String) -> String

  let missingColumn: String
  let missingRule: String
  let missingToday: String
  let badDate: @Sendable (String) -> String
  let unknownRule: @Sendable (String) -> String
  let unknownWord: @Sendable (String) -> String
  let nothingExpected: String
  let resultOfDomain: @Sendable (String) -> String
  let noVerdict: @Sendable (String) -> String
  let notAnAnswer: @Sendable (String) -> String
  let answeredTwice: @Sendable (String) -> String
  let unknownQuestion: @Sendable (String) -> String
  let wrongPlace: @Sendable (String) -> String
  let unknownPerson: @Sendable (String) -> String
  let badAnswer: @Sendable (_ question: String, _ value: String) -> String
  let notOffered: @Sendable (_ question: String, _ value: String) -> String
  let constraint: @Sendable (_ question: String, _ value: String) -> String
  let unknownOverlay: @Sendable (String) -> String

  static func of(_ language: Language) -> CaseSentences {
    language == .chinese ? chinese : english
  }

  /// What is wrong with a cell of one of the tables.
  func line(_ fault: StandardCaseFault, base: String, cases: String, _ language: Language)
    -> String
  {
    let file = fault.table == .base ? base : cases
    let place = place(fault.row, fault.column)
    let rest = sentence(fault.kind, language)
    return place.isEmpty ? "\(file): \(rest)" : "\(file) \(place): \(rest)"
  }

  private func sentence(_ kind: StandardCaseFault.Kind, _ language: Language) -> String {
    switch kind {
    case .missingColumn: missingColumn
    case .missingRule: missingRule
    case .missingToday: missingToday
    case .badDate(let text): badDate(text)
    case .unknownRule(let name): unknownRule(name)
    case .unknownWord(let text): unknownWord(text)
    case .nothingExpected: nothingExpected
    case .resultOfDomain(let name): resultOfDomain(name)
    case .noVerdict(let name): noVerdict(name)
    case .notAnAnswer(let text): notAnAnswer(text)
    case .answeredTwice(let name): answeredTwice(name)
    case .unknownQuestion(let name): unknownQuestion(name)
    case .wrongPlace(let name): wrongPlace(name)
    case .unknownPerson(let name): unknownPerson(name)
    case .badAnswer(let question, let value): badAnswer(question, value)
    case .notOffered(let question, let value): notOffered(question, value)
    case .constraint(let question, let value): constraint(question, value)
    case .unknownOverlay(let name): unknownOverlay(name)
    case .form(let fault):
      FormSentences.of(language).lines(FormFaults([fault]), file: "form.json").first ?? ""
    }
  }

  static let chinese = CaseSentences(
    place: { row, column in
      [row.map { "第 \($0) 行" }, column.map { "“\($0)”列" }].compactMap(\.self)
        .joined(separator: " ")
    },
    agrees: { "第 \($0) 行 \($1) 一致:\($2)" },
    differs: { "第 \($0) 行 \($1) 不一致:\($2)。\($3)" },
    result: { "结果应是\($0),算出来是\($1)。" },
    verdict: { "结论应是\($0),算出来是\($1)。" },
    allAgree: { "\($0) 个情况都一致。" },
    someDiffer: { differing, faulty, cases in
      "\(cases) 个情况里,\(differing) 个不一致"
        + (faulty > 0 ? ",\(faulty) 个写得不对,没有判断。" : "。")
    },
    noBase: { "\($0):旁边没有 cases-base.csv,问卷文件夹里也没有。请用 --base 指明。" },
    missingColumn: "没有这一列。",
    missingRule: "没有写规则。",
    missingToday: "没有写评定的日期:加一行,题目写 today,答案写日期。",
    badDate: { "“\($0)”不是日期,请写成 2024-05-15。" },
    unknownRule: { "没有叫“\($0)”的规则或方面。" },
    unknownWord: { "这里不认识“\($0)”。" },
    nothingExpected: "结果和结论都没有写。",
    resultOfDomain: { "“\($0)”是一个方面,只有结论,没有结果。" },
    noVerdict: { "“\($0)”这个方面没有结论。" },
    notAnAnswer: { "“\($0)”要写成 题目=答案。" },
    answeredTwice: { "“\($0)”写了两次。" },
    unknownQuestion: { "没有叫“\($0)”的问题。" },
    wrongPlace: { "“\($0)”写错了列:全户的问题写在住户列,成员的问题写在成员列。" },
    unknownPerson: {
      $0.isEmpty ? "没有写是哪个成员,例如 child: e_status=out。" : "基准表里没有成员“\($0)”。"
    },
    badAnswer: { "“\($1)”不是“\($0)”的答案。" },
    notOffered: { "在这种情况下,“\($0)”没有“\($1)”这个选项。" },
    constraint: { "在这种情况下,问卷不接受“\($0)”答“\($1)”。" },
    unknownOverlay: { "没有叫“\($0)”的地方补充。" })

  static let english = CaseSentences(
    place: { row, column in
      [row.map { "row \($0)" }, column.map { "column \"\($0)\"" }].compactMap(\.self)
        .joined(separator: ", ")
    },
    agrees: { "row \($0) \($1) ok: \($2)" },
    differs: { "row \($0) \($1) differs: \($2). \($3)" },
    result: { "The result should be \($0) and is \($1)." },
    verdict: { "The verdict should be \($0) and is \($1)." },
    allAgree: { "All \($0) cases agree." },
    someDiffer: { differing, faulty, cases in
      "Of \(cases) cases \(differing) differ\(differing == 1 ? "s" : "")"
        + (faulty > 0 ? ", and \(faulty) could not be judged." : ".")
    },
    noBase: {
      "\($0): there is no cases-base.csv beside it, nor in the form's folder. Name one with --base."
    },
    missingColumn: "There is no such column.",
    missingRule: "The rule is missing.",
    missingToday:
      "The day on which is judged is missing: add a row with the question today and a date.",
    badDate: { "\"\($0)\" is no date. Write it as 2024-05-15." },
    unknownRule: { "There is no rule or domain \"\($0)\"." },
    unknownWord: { "\"\($0)\" is not known here." },
    nothingExpected: "Neither a result nor a verdict is given.",
    resultOfDomain: { "\"\($0)\" is a domain: it has a verdict and no result." },
    noVerdict: { "The domain \"\($0)\" has no verdict." },
    notAnAnswer: { "\"\($0)\" should be question=answer." },
    answeredTwice: { "\"\($0)\" stands twice." },
    unknownQuestion: { "There is no question \"\($0)\"." },
    wrongPlace: {
      "\"\($0)\" is in the wrong column: the household's questions and the members' have one each."
    },
    unknownPerson: {
      $0.isEmpty
        ? "It is not said whose this is, as in child: e_status=out."
        : "The base has no member \"\($0)\"."
    },
    badAnswer: { "\"\($1)\" is no answer to \($0)." },
    notOffered: { "\($0) does not offer \"\($1)\" here." },
    constraint: { "The form does not take \"\($1)\" for \($0) here." },
    unknownOverlay: { "There is no overlay \"\($0)\"." })
}

extension CaseSentences {
  /// A result in words.
  func word(_ outcome: StandardCase.Outcome?, _ language: Language) -> String {
    guard let outcome else { return "-" }
    return language == .chinese ? outcome.chinese : outcome.rawValue
  }

  /// A verdict in the words of the report.
  func word(_ verdict: VerdictState?, _ language: Language) -> String {
    guard let verdict else { return "-" }
    return ReportWords.of(language.rawValue).verdict(verdict).lowercased()
  }
}
