import Fieldwork
import Record
import Screens
import Station
import Terminal
import Testing

@Suite("Meeting other laptops")
struct MeetingScreenTests {
  private let half = MeetingProgress(
    phase: .taking, village: "云溪村", done: 2_400_000, total: 9_600_000, entriesIn: 812,
    entriesOut: 0, secondsLeft: 95)

  private let report = MeetingReport(
    path: "/media/wang/KINGSTON",
    came: [.init(village: nil, entries: 3), .init(village: "云溪村", entries: 812, households: 38)],
    went: [.init(village: "云溪村", entries: 57, households: 4)], held: 6,
    conflicts: [.init(village: "云溪村", entries: 2)],
    lastSeen: [
      .init(device: "张三的电脑", time: "2026-11-17 17:20", days: 4),
      .init(device: "李芳的电脑", time: "2026-11-21 18:30", days: 0),
      .init(device: "新来的电脑", time: nil, days: nil),
    ],
    troubles: [
      { $0 == .chinese ? "1 个文件还没抄完,下次再收。" : "1 file was still being copied; the next time." }
    ])

  private func opened(_ language: Screens.Language = .chinese) throws -> Sitting {
    let sitting = try Sitting([.sample], language: language)
    try sitting.play("^R")
    return sitting
  }

  @Test("offers the stick, says why a folder cannot be chosen, and takes a path")
  func choosesAPlace() throws {
    for language in Screens.Language.allCases {
      Golden.expect(
        try opened(language).app.frame(), "sync-choose-\(language.rawValue)-80x24")
    }
    let sitting = try opened()
    try sitting.play("2")
    #expect(sitting.text.contains("现在没插上"))
    try sitting.play("3 /srv/share⏎")
    #expect(sitting.asked.contains { if case .sync("/srv/share") = $0 { true } else { false } })
  }

  @Test("shows how far it is, takes no other key, and stops once when asked")
  func showsProgress() throws {
    for language in Screens.Language.allCases {
      let sitting = try opened(language)
      sitting.meeting = [.syncProgress(half)]
      try sitting.play("1")
      Golden.expect(sitting.app.frame(), "sync-running-\(language.rawValue)-80x24")
      try sitting.play("1 ⏎ x {Esc} {Esc}")
      let stops = sitting.asked.count { if case .stopSync = $0 { true } else { false } }
      #expect(stops == 1)
      #expect(sitting.text.contains(language == .chinese ? "正在停下" : "Stopping"))
    }
  }

  @Test("says what came, what went, what differs and who was not met for long")
  func reports() throws {
    for language in Screens.Language.allCases {
      let sitting = try opened(language)
      sitting.meeting = [.syncProgress(half), .syncEnded(report)]
      try sitting.play("1")
      Golden.expect(sitting.app.frame(), "sync-report-\(language.rawValue)-80x24")
    }
    let sitting = try opened()
    sitting.meeting = [.syncEnded(report)]
    try sitting.play("1 1")
    #expect(sitting.text.contains("全村没有写得不一样的"))
    try sitting.play("{Esc}")
    #expect(sitting.text.contains("共12户"))
  }

  @Test("says who is not in the team, who is now, and what others decided")
  func tellsOfTheTeam() throws {
    for language in Screens.Language.allCases {
      let sitting = try opened(language)
      var outside = MeetingReport(path: "/media/wang/KINGSTON")
      outside.standing = .heldApart
      outside.waiting = ["小李的电脑", ""]
      outside.decisions = [
        .init(
          what: { $0 == .chinese ? "1组 003 王秀英 取水用多少分钟: 25" : "1组 003 王秀英 Minutes: 25" },
          person: "李芳", time: "11-20 18:02")
      ]
      sitting.meeting = [.syncEnded(outside)]
      try sitting.play("1")
      Golden.expect(sitting.app.frame(), "sync-team-\(language.rawValue)-80x24")
      var inside = MeetingReport(path: "/media/wang/KINGSTON")
      inside.standing = .countsNow
      sitting.meeting = [.syncEnded(inside)]
      try sitting.play("2")
      #expect(sitting.text.contains(language == .chinese ? "入队了" : "in the team now"))
    }
  }

  @Test("says on the list that this laptop is not in the team")
  func listSaysSo() throws {
    for language in Screens.Language.allCases {
      let sitting = try Sitting([.sample], language: language, isHeldApart: true)
      Golden.expect(sitting.app.frame(), "list-apart-\(language.rawValue)-80x24")
    }
  }

  @Test("says why it could not be held and can be tried again")
  func fails() throws {
    let sitting = try opened()
    sitting.meeting = [
      .syncEnded(
        MeetingReport(path: "/media/wang/KINGSTON") {
          $0 == .chinese ? "优盘写不进去:请关掉写保护,再同步一次。" : "read-only"
        })
    ]
    try sitting.play("1")
    #expect(sitting.text.contains("写保护"))
    sitting.meeting = [.syncEnded(MeetingReport(path: "/media/wang/KINGSTON"))]
    try sitting.play("2")
    #expect(sitting.text.contains("没有新的要收"))
  }
}
