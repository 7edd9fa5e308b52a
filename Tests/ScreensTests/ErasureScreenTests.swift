import Fieldwork
import Record
import Screens
import Station
import Terminal
import Testing

@Suite("Erasing on the screens")
struct ErasureScreenTests {
  private func choose(_ line: String, in sitting: Sitting) throws {
    try sitting.play("^P")
    for _ in 0..<40 where !sitting.text.contains(line) { try sitting.play("↓") }
    let found = try #require(
      sitting.text.split(separator: "\n").first { $0.contains(line) })
    let number = try #require(found.split { !$0.isNumber }.lazy.compactMap { Int($0) }.first)
    try sitting.play("\(number) ⏎")
  }

  private func erasures(_ sitting: Sitting) -> [String] {
    sitting.asked.compactMap { effect in
      guard case .erase(let target, let reason) = effect else { return nil }
      return switch target {
      case .household(let id): "household \(id.rawValue): \(reason)"
      case .entries(let ids): "\(ids.count) entries: \(reason)"
      }
    }
  }

  @Test("says what goes and what stays, asks why and whether it is meant")
  func asks() throws {
    for language in Screens.Language.allCases {
      let sitting = try Sitting([.sample], role: "supervisor", language: language)
      try sitting.play("↓ ⏎")
      try choose(language == .chinese ? "删除内容" : "erase", in: sitting)
      Golden.expect(sitting.app.frame(), "erase-household-\(language.rawValue)-80x24")
      try sitting.play("1")
      try sitting.play("本人撤回同意⏎")
      Golden.expect(sitting.app.frame(), "erase-sure-\(language.rawValue)-80x24")
      // What is in focus there is to keep it.
      try sitting.play("⏎")
      #expect(erasures(sitting) == [])
      try sitting.play("1 录错了⏎ 1")
      #expect(erasures(sitting) == ["household \(InventedVillage.household(4).rawValue): 录错了"])
      #expect(sitting.text.contains(language == .chinese ? "已删除 3 条" : "3 entries are erased"))
      #expect(sitting.text.contains(language == .chinese ? "督导" : "supervisor"))
    }
  }

  @Test("is only for who may")
  func isRefused() throws {
    let sitting = try Sitting([.sample])
    sitting.erasure = ShownErasure(entries: 3, mayErase: false)
    try sitting.play("↓ ⏎")
    try choose("删除内容", in: sitting)
    try sitting.play("1")
    #expect(sitting.text.contains("别人写的要督导或办公室来删"))
    try sitting.play("2")
    #expect(erasures(sitting) == [])
  }
}
