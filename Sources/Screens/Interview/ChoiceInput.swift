import FormEngine
import Pinyin
import Station
import Terminal

/// Choosing among the choices of a question, by number, by arrows or by words.
struct ChoiceInput: Sendable {
  /// What a key led to.
  enum Outcome: Equatable {
    /// The key is not one for choices.
    case ignored
    /// Something on the screen changed.
    case changed
    /// This choice was made by its digit alone.
    case chosen(String)
    /// No choice has that key.
    case noSuchKey
    /// Several characters came at once and were not taken.
    case burst
  }

  /// One choice as it is shown.
  struct Item: Sendable {
    var name: String
    var label: String
    var key: String
    /// What typed words are looked for in: the labels in every language, and their pinyin, so that a
    /// long list can be searched without an input method.
    var words: String
  }

  let isMultiple: Bool
  /// Whether one digit chooses.
  let isSingleDigit: Bool
  private(set) var items: [Item]
  /// The items that are seen, by their places.
  private(set) var visible: [Int]
  /// Digits of a number under way.
  private(set) var typed = ""
  /// Words that narrow the list.
  private(set) var filter = ""
  /// The item in focus, by its place among the visible; nil while the question itself is.
  private(set) var focus: Int?
  /// What is chosen, in the order chosen.
  private(set) var chosen: [String]
  /// Whether anything was chosen or taken away since it came on the screen.
  private(set) var isTouched = false
  /// What was chosen when it came on the screen.
  let stored: [String]

  init(_ choices: [Choice], isMultiple: Bool, value: String, language: String, languages: [String])
  {
    let keys = ChoiceKeys(choices)
    self.isMultiple = isMultiple
    isSingleDigit = keys.isSingleDigit
    stored = value.split(separator: " ").map(String.init)
    chosen = stored
    items = zip(choices, keys.keys).map { choice, key in
      Item(
        name: choice.name, label: choice.label(language), key: key,
        words: Self.words(choice, languages, withPinyin: choices.count > 9))
    }
    visible = Array(items.indices)
  }

  private static func words(
    _ choice: Choice, _ languages: [String], withPinyin: Bool
  ) -> String {
    let labels = languages.map { choice.label($0) }
    var words = labels.map { $0.lowercased() }
    if withPinyin {
      for label in labels {
        let pinyin = Pinyin(of: label)
        words += [pinyin.full, pinyin.initials]
      }
    }
    return words.joined(separator: "\n")
  }

  /// Whether the list is long enough that words narrow it.
  var canFilter: Bool { !isSingleDigit }

  /// Whether characters that came at once are not taken: they are no words to narrow the list by.
  func refuses(burst text: String) -> Bool {
    !canFilter || text.allSatisfy { FullWidth.key($0).wholeNumberValue != nil }
  }

  /// Whether something typed is under way that Esc takes away.
  var hasTyped: Bool { !typed.isEmpty || !filter.isEmpty }

  /// Whether other choices are ticked than those stored.
  var isUnsaved: Bool { isTouched && Set(chosen) != Set(stored) }

  /// The stored form of what is chosen.
  var value: String { chosen.joined(separator: " ") }

  /// The item the person means by what was typed or focused; nil when they mean none.
  var meant: String? {
    if !typed.isEmpty { return item(for: typed)?.name }
    return focus.map { items[visible[$0]].name }
  }

  private func item(for typed: String) -> Item? {
    if let exact = items.first(where: { $0.key == typed }) { return exact }
    guard let number = Int(typed) else { return nil }
    return items.first { Int($0.key) == number }
  }

  /// Takes away what was typed.
  mutating func clearTyped() {
    typed = ""
    narrow(to: "")
    focus = nil
  }

  /// Ticks or unticks a choice.
  mutating func toggle(_ name: String) {
    isTouched = true
    typed = ""
    if let index = chosen.firstIndex(of: name) {
      chosen.remove(at: index)
    } else {
      chosen.append(name)
    }
  }

  /// Ticks nothing but that choice.
  mutating func take(only name: String) {
    isTouched = true
    chosen = [name]
  }

  /// What Enter ticks or unticks before it means that all is ticked; nil when it means that now.
  ///
  /// Someone who wrote a number, or moved to a choice where nothing is ticked yet, means it.
  var toggledByEnter: String? {
    guard isMultiple, !typed.isEmpty || !filter.isEmpty || chosen.isEmpty else { return nil }
    return meant
  }

  /// Takes every tick away.
  mutating func clearChosen() {
    isTouched = true
    chosen = []
  }

  /// Moves, types or chooses; `rows` is how many items stand in one column.
  mutating func handle(_ key: Key, rows: Int) -> Outcome {
    switch key {
    case .up, .down, .left, .right, .home, .end: return move(key, rows: rows)
    case .backspace:
      if !typed.isEmpty {
        typed.removeLast()
        focusTyped()
      } else if !filter.isEmpty {
        narrow(to: String(filter.dropLast()))
      } else {
        return .ignored
      }
      return .changed
    case .character(let character): return type(character)
    case .burst(let text), .paste(let text):
      guard !refuses(burst: text) else { return .burst }
      narrow(to: filter + text)
      return .changed
    default: return .ignored
    }
  }

  private mutating func move(_ key: Key, rows: Int) -> Outcome {
    guard !visible.isEmpty else { return .ignored }
    typed = ""
    guard let current = focus else {
      guard key == .down || key == .right else { return .ignored }
      // Into the list at what is chosen, else at its top.
      focus = visible.firstIndex { chosen.contains(items[$0].name) } ?? 0
      return .changed
    }
    switch key {
    case .up where current == 0: focus = nil
    case .up: focus = current - 1
    case .down: focus = min(visible.count - 1, current + 1)
    case .left: focus = max(0, current - max(1, rows))
    case .right: focus = min(visible.count - 1, current + max(1, rows))
    case .home: focus = 0
    default: focus = visible.count - 1
    }
    return .changed
  }

  private mutating func type(_ character: Character) -> Outcome {
    let plain = FullWidth.key(character)
    if plain == " " {
      guard isMultiple, let name = meant else { return .ignored }
      toggle(name)
      return .changed
    }
    guard let digit = plain.wholeNumberValue, plain.isASCII else {
      guard canFilter, plain.isLetter else { return .ignored }
      narrow(to: filter + String(character))
      return .changed
    }
    if isSingleDigit {
      guard let item = item(for: String(digit)) else { return .noSuchKey }
      if !isMultiple { return .chosen(item.name) }
      toggle(item.name)
      focus = visible.firstIndex { items[$0].name == item.name }
      return .changed
    }
    typed += String(digit)
    let isBeginning = items.contains { $0.key.hasPrefix(typed) || $0.key.hasPrefix("0" + typed) }
    if !isBeginning {
      typed = ""
      return .noSuchKey
    }
    if !filter.isEmpty { narrow(to: "") }
    focusTyped()
    return .changed
  }

  private mutating func focusTyped() {
    guard let item = item(for: typed) else {
      focus = nil
      return
    }
    focus = visible.firstIndex { items[$0].name == item.name }
  }

  private mutating func narrow(to words: String) {
    filter = words
    let wanted = words.lowercased()
    visible = items.indices.filter { wanted.isEmpty || items[$0].words.contains(wanted) }
    focus = words.isEmpty || visible.isEmpty ? nil : 0
  }

  /// The same state with the choices' labels in another language.
  mutating func relabel(_ choices: [Choice], language: String) {
    for (index, choice) in choices.enumerated() where items.indices.contains(index) {
      items[index].label = choice.label(language)
    }
  }
}
