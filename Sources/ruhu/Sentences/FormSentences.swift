import FormEngine
import Screens

/// What is said about a questionnaire that cannot be used.
struct FormSentences: Sendable {
  let place: @Sendable (_ sheet: String, _ row: Int?, _ column: String?) -> String
  let isGood: @Sendable (_ title: String, _ questions: Int, _ languages: String) -> String
  let warning: String
  let unknownOperation: @Sendable (_ operation: String, _ step: Int) -> String
  let unknownLanguage: @Sendable (_ name: String, _ languages: String) -> String
  let badToday: @Sendable (_ text: String) -> String
  let badNow: @Sendable (_ text: String) -> String
  let badZone: @Sendable (_ text: String) -> String
  let badRandom: @Sendable (_ text: String) -> String
  let isRefused: @Sendable (_ faults: Int) -> String

  let notAWorkbook: String
  let cellNotAText: String
  let columnTwice: String

  let missingSheet: String
  let missingColumn: String
  let unknownType: @Sendable (String) -> String
  let unsupportedType: @Sendable (String) -> String
  let unsupportedColumn: String
  let unsupportedParameter: @Sendable (String) -> String
  let missingType: String
  let missingName: String
  let badName: @Sendable (String) -> String
  let reservedName: @Sendable (String) -> String
  let duplicateName: @Sendable (String) -> String
  let unknownWord: @Sendable (String) -> String
  let namesDifferByCase: @Sendable (String) -> String
  let unmatchedEnd: @Sendable (String) -> String
  let unclosed: @Sendable (String) -> String
  let nestedTooDeep: String
  let emptyGroup: String
  let unknownList: @Sendable (String) -> String
  let unusedList: @Sendable (String) -> String
  let missingChoiceName: String
  let choiceNameHasSpace: @Sendable (String) -> String
  let duplicateChoice: @Sendable (String) -> String
  let badSpecial: @Sendable (String) -> String
  let missingCalculation: String
  let missingLabel: String
  let missingTranslation: @Sendable (_ language: String) -> String
  let unknownDefaultLanguage: @Sendable (String) -> String
  let badDefault: @Sendable (String) -> String
  let manyValues: @Sendable (String) -> String
  let cycle: @Sendable (_ names: String) -> String
  let overlay: OverlaySentences
  let standard: StandardFaultSentences

  let unexpectedCharacter: @Sendable (_ character: String, _ place: Int) -> String
  let unterminatedText: @Sendable (_ place: Int) -> String
  let unexpected: @Sendable (_ word: String, _ place: Int) -> String
  let unexpectedEnd: String
  let tooDeep: String
  let unknownName: @Sendable (String) -> String
  let ambiguousName: @Sendable (String) -> String
  let unknownPath: @Sendable (String) -> String
  let unknownFunction: @Sendable (String) -> String
  let unsupportedFunction: @Sendable (String) -> String
  let argumentCount: @Sendable (_ function: String, _ given: Int) -> String
  let badArgument: @Sendable (_ function: String) -> String
  let badPattern: @Sendable (String) -> String
  let badDateFormat: @Sendable (String) -> String
  let severalRows: @Sendable (String) -> String
  let unsupported: @Sendable (String) -> String

  static func of(_ language: Language) -> FormSentences {
    language == .chinese ? chinese : english
  }
}
