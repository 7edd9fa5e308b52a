import FormEngine

/// Which key stands for each choice, as it is printed beside it.
///
/// The codes where all codes are digits, since those are what people know by heart; else ordinals
/// from 1. Only where every key is a single digit, the digit alone chooses; else Enter confirms.
public struct ChoiceKeys: Equatable, Sendable {
  /// The keys in the order of the choices.
  public let keys: [String]
  private let names: [String]

  /// Gives keys to the choices that are offered.
  public init(_ choices: [Choice]) {
    names = choices.map(\.name)
    let digits = names.allSatisfy { name in
      !name.isEmpty && name.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }
    keys = digits ? names : names.indices.map { String($0 + 1) }
  }

  /// Whether one digit is enough to choose.
  public var isSingleDigit: Bool { keys.allSatisfy { $0.utf8.count == 1 } && keys.count <= 9 }

  /// The choice whose key was typed: exactly, or without the zeros in front.
  public func name(for typed: String) -> String? {
    if let index = keys.firstIndex(of: typed) { return names[index] }
    guard let number = Int(typed) else { return nil }
    return keys.firstIndex { Int($0) == number }.map { names[$0] }
  }

  /// The key of a choice.
  public func key(of name: String) -> String? {
    names.firstIndex(of: name).map { keys[$0] }
  }
}
