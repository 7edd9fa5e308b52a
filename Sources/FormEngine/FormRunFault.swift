import JSONText

/// Why a script cannot be run at all.
public enum FormRunFault: Error, Equatable, Sendable {
  case notJSON(JSONFault)
  case unknownOperation(String, step: Int)
  case unknownLanguage(String)
}
