import Fieldwork
import Record
import Screens
import Terminal
import Testing

@Suite("Laptops and people")
struct DeviceScreenTests {
  private func device(
    _ byte: UInt8, _ name: String, _ standing: ShownDevice.Standing, isThis: Bool = false
  ) throws -> ShownDevice {
    let key = [UInt8](repeating: byte, count: 32)
    let words = try #require(FingerprintWords(digest: MemoryStore.digest("key \(byte)")))
    return ShownDevice(
      key: key, name: name, words: words, isThis: isThis, standing: standing,
      lastSeen: isThis ? nil : "2026-11-20 18:42",
      people: isThis
        ? []
        : [
          .init(name: "李芳", id: "p1", lastSeen: "2026-11-20 18:42"),
          .init(name: nil, id: "0123456789abcdef", lastSeen: "2026-11-19 17:05"),
        ])
  }

  private func opened(
    _ language: Screens.Language = .chinese, team: String? = "北岭县入户队", mayAdmit: Bool = true
  ) throws -> Sitting {
    let sitting = try Sitting([.sample], role: "supervisor", language: language)
    sitting.devices = ShownTeam(
      name: team,
      devices: [
        try device(1, "王小明的电脑", .founder(time: "2026-11-01T08:00:00.000+08:00"), isThis: true),
        try device(
          2, "李芳的电脑", .admitted(by: "王小明", time: "2026-11-02T08:00:00.000+08:00")),
        try device(3, "", .waiting),
        try device(
          4, "张三的电脑",
          .revoked(by: "王小明", time: "2026-11-20T08:00:00.000+08:00", reason: "路上丢了")),
      ], mayAdmit: mayAdmit)
    try openDevices(sitting)
    return sitting
  }

  private func openDevices(_ sitting: Sitting) throws {
    try sitting.play("^P")
    let line = try #require(
      sitting.text.split(separator: "\n").first {
        $0.contains("电脑和人员") || $0.contains("laptops and people")
      })
    let number = line.split { !$0.isNumber }.lazy.compactMap { Int($0) }.first
    try sitting.play("\(try #require(number)) ⏎")
  }

  @Test("shows who is in, who waits, who was revoked, and one laptop's words")
  func isShown() throws {
    for language in Screens.Language.allCases {
      let name = language.rawValue
      let sitting = try opened(language)
      Golden.expect(sitting.app.frame(), "devices-\(name)-80x24")
      try sitting.play("3")
      Golden.expect(sitting.app.frame(), "device-waiting-\(name)-80x24")
    }
  }

  @Test("asks the whole question before one is revoked")
  func questionIsWhole() throws {
    let sitting = try opened(.english)
    try sitting.play("2 2 {paste lost on the way} ⏎")
    // It stands in two lines.
    #expect(sitting.text.contains("held apart. Revoke"))
    #expect(sitting.text.contains("\n   it?"))
  }

  @Test("admits only after the words were compared")
  func admits() throws {
    let sitting = try opened()
    try sitting.play("3 1 新电脑⏎")
    Golden.expect(sitting.app.frame(), "device-compare-zh-80x24")
    try sitting.play("⏎")
    let admitted = { () -> [String] in
      sitting.asked.compactMap { effect in
        if case .admitDevice(_, let name) = effect { name } else { nil }
      }
    }
    #expect(admitted() == [])
    try sitting.play("1 新电脑⏎ 1")
    #expect(admitted() == ["新电脑"])
  }

  @Test(
    "says at once what was done, does it once, and stays with the laptop wherever it stands then")
  func saysWhatWasDone() throws {
    for language in Screens.Language.allCases {
      let sitting = try opened(language)
      // The key pressed once too often, and the arrow after it, find nothing to do.
      try sitting.play("3 1 新电脑⏎ 1 1 ↑ 1 ↑ 1")
      Golden.expect(sitting.app.frame(), "device-admitted-\(language.rawValue)-80x24")
      let acts = sitting.asked.count {
        switch $0 {
        case .admitDevice, .revokeDevice: true
        default: false
        }
      }
      #expect(acts == 1)
      try sitting.play("⏎")
      let line = try #require(sitting.text.split(separator: "\n").first { $0.contains(">") })
      #expect(line.contains("新电脑"))
    }
  }

  @Test("proposes the name that a laptop gave itself, and says whose name it is")
  func proposesItsOwnName() throws {
    let sitting = try opened()
    sitting.devices.devices[2].callsItself = "小李的电脑"
    try sitting.play("{Esc}")
    try openDevices(sitting)
    #expect(sitting.text.contains("小李的电脑(它自己起的名)"))
    try sitting.play("3 1 ⏎ 1")
    #expect(
      sitting.asked.contains {
        if case .admitDevice(_, "小李的电脑") = $0 { true } else { false }
      })
  }

  @Test("revokes with a reason, never the laptop at hand, and only who may")
  func revokes() throws {
    let sitting = try opened()
    try sitting.play("1 2")
    #expect(sitting.text.contains("不能除名正在用的这台"))
    try sitting.play("{Esc} 2 2 路上丢了⏎ 1")
    #expect(
      sitting.asked.contains {
        if case .revokeDevice(_, "路上丢了") = $0 { true } else { false }
      })
    let other = try opened(mayAdmit: false)
    try other.play("3 1")
    #expect(other.text.contains("要督导或办公室的人来做"))
    let none = try opened(team: nil)
    try none.play("3 1")
    #expect(none.text.contains("还没有建队"))
  }
}
