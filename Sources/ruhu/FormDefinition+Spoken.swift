import FormEngine
import Screens

extension FormDefinition {
  /// The form's own name for a language of messages; its default language where it has no such one.
  func spoken(_ language: Language) -> String {
    languages.first { $0.hasSuffix("(\(language.rawValue))") } ?? defaultLanguage
  }
}
