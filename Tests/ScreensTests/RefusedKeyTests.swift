import Screens
import Terminal
import Testing

/// Numbers that are not taken: nothing else happens by them, and the next number is read by itself.
@Suite("Refused keys")
struct RefusedKeyTests {
  /// The lines of the menu over the list, as they stand, with the number in front of each.
  private func menu(_ sitting: Sitting) throws -> [String: Int] {
    try sitting.play("^P")
    defer { sitting.send(.key(.escape)) }
    var found: [String: Int] = [:]
    for _ in 0..<30 {
      for line in sitting.text.split(separator: "\n") {
        let words = line.split(separator: " ").filter { $0 != ">" && $0 != "|>" }
        guard words.count > 1, let number = Int(words[0]) else { continue }
        found[String(words[1])] = number
      }
      try sitting.play("↓")
    }
    return found
  }

  @Test("a command has one number in the menu, whatever the list is narrowed to")
  func numbersStay() throws {
    let sitting = try Sitting([.sample])
    let before = try menu(sitting)
    try sitting.play("{burst 李}")
    let narrowed = try menu(sitting)
    #expect(before == narrowed)
    #expect(before["显示全部"] != nil)
    #expect(before["电脑和人员"] == 14)
  }

  @Test("a number that cannot be done is forgotten before the next is typed")
  func refusedNumberIsForgotten() throws {
    let sitting = try Sitting([.sample])
    try sitting.play("^P 13 ⏎")
    #expect(sitting.text.contains("只有一个村"))
    try sitting.play("14 ⏎")
    #expect(sitting.text.contains("电脑和人员"))
    #expect(sitting.asked.contains { if case .showDevices = $0 { true } else { false } })
  }

  @Test("Enter behind characters that came at once, or behind a number that is none, does nothing")
  func enterBehindABurst() throws {
    for script in ["{burst 14} ⏎", "99 ⏎"] {
      let sitting = try Sitting([.sample])
      try sitting.play("^P \(script)")
      // The line in focus was to open the household.
      #expect(!sitting.asked.contains { if case .open = $0 { true } else { false } }, "\(script)")
      #expect(sitting.text.contains("没有收"), "\(script)")
      try sitting.play("14 ⏎")
      #expect(
        sitting.asked.contains { if case .showDevices = $0 { true } else { false } }, "\(script)")
    }
  }

  @Test("a burst at a question is said not to be taken, and Enter behind it confirms nothing")
  func burstAtAQuestion() throws {
    let sitting = try Sitting([.sample])
    try sitting.play("⏎ ⏎ ^F {burst 取水方式} ⏎")
    let before = sitting.store.entries.count
    try sitting.play("{burst 12} ⏎")
    #expect(sitting.store.entries.count == before)
    #expect(sitting.text.contains("没有收"))
    #expect(sitting.text.contains("取水方式 *"))
  }
}
