import CursesTerminal
import Glibc
import Terminal
import Testing

/// There is one screen in a process, so one test at a time.
@Suite(.serialized) struct CursesTerminalTests {
  private func open(
    _ pty: Pty, name: String = "xterm-256color", color: Bool? = true, escapeDelay: Int? = nil
  ) throws -> CursesTerminal {
    try CursesTerminal(
      input: pty.slave, output: pty.slave, name: name, color: color, escapeDelay: escapeDelay)
  }

  /// The keys that arrive until that many have.
  private func keys(_ terminal: CursesTerminal, _ count: Int) -> [Key] {
    var keys: [Key] = []
    while keys.count < count {
      let events = terminal.next(timeout: .seconds(20))
      if events.isEmpty { return keys }
      for case .key(let key) in events { keys.append(key) }
    }
    return keys
  }

  @Test func takesTheTerminalAndGivesItBack() throws {
    let pty = try #require(Pty())
    #expect(pty.isCooked)
    let terminal = try open(pty)
    #expect(!pty.isCooked)
    #expect(terminal.size == .standard)
    let start = pty.written()
    #expect(start.contains("\u{1B}[?1049h"))
    #expect(start.contains("\u{1B}[?2004h"))
    #expect(throws: CursesFault.alreadyStarted) { try open(pty) }
    terminal.stop()
    let end = pty.written()
    #expect(end.contains("\u{1B}[?2004l"))
    #expect(end.contains("\u{1B}[?1049l"))
    #expect(pty.isCooked)
    terminal.stop()
    #expect(pty.written() == "")
  }

  @Test func drawsOnlyWhatDiffersAndTheCursorLast() throws {
    let pty = try #require(Pty())
    let terminal = try open(pty)
    var canvas = Canvas(.standard)
    canvas.put("一次往返取水", at: Point(row: 2, column: 1), role: .title)
    canvas.put("分钟", at: Point(row: 4, column: 1))
    canvas.cursor = Point(row: 4, column: 1)
    terminal.draw(canvas)
    let first = pty.written()
    #expect(first.contains("一次往返取水"))
    #expect(first.contains("分钟"))
    terminal.draw(canvas)
    #expect(pty.written() == "")
    canvas.put("25", at: Point(row: 6, column: 4))
    canvas.cursor = Point(row: 6, column: 6)
    terminal.draw(canvas)
    let second = pty.written()
    #expect(second.contains("25"))
    #expect(!second.contains("分钟"))
    #expect(second.utf8.count < 40)
    terminal.repair()
    terminal.draw(canvas)
    #expect(pty.written().contains("一次往返取水"))
    terminal.stop()
  }

  @Test func aCanvasOfAnotherSizeIsClipped() throws {
    let pty = try #require(Pty(rows: 5, columns: 10))
    let terminal = try open(pty)
    var canvas = Canvas(.standard)
    canvas.fill(canvas.bounds, "水")
    canvas.cursor = Point(row: 20, column: 70)
    terminal.draw(canvas)
    let text = pty.written()
    #expect(text.filter { $0 == "水" }.count == 25)
    terminal.draw(Canvas(Size(rows: 2, columns: 3)))
    terminal.stop()
  }

  @Test func readsKeysBurstsAndPastes() throws {
    let pty = try #require(Pty())
    let terminal = try open(pty)
    pty.type("2")
    #expect(keys(terminal, 1) == [.character("2")])
    pty.type("张三")
    #expect(keys(terminal, 1) == [.burst("张三")])
    pty.type("\u{1B}[200~a\r张\u{1B}[201~")
    #expect(keys(terminal, 1) == [.paste("a\n张")])
    pty.type("\r\t\u{1B}[Z\u{0E}\u{7F}")
    #expect(keys(terminal, 5) == [.enter, .tab, .backTab, .control("n"), .backspace])
    pty.type("\u{1B}OA\u{1B}OB\u{1B}OC\u{1B}OD\u{1B}[A\u{1B}[5~\u{1B}[6~\u{1B}[3~")
    #expect(
      keys(terminal, 8) == [.up, .down, .right, .left, .up, .pageUp, .pageDown, .delete])
    pty.type("\u{1B}OP\u{1B}[15~\u{1B}[24~\u{1B}OH\u{1B}OF")
    #expect(
      keys(terminal, 5) == [.function(1), .function(5), .function(12), .home, .end])
    pty.type("\u{1B}")
    #expect(keys(terminal, 1) == [.escape])
    pty.type("\u{1B}[1;9R3")
    #expect(keys(terminal, 1) == [.character("3")])
    terminal.stop()
  }

  @Test func aCharacterMayArriveInPieces() throws {
    let pty = try #require(Pty())
    let terminal = try open(pty)
    pty.type([0xE5])
    #expect(terminal.next(timeout: .seconds(20)) == [])
    pty.type([0xBC, 0xA0])
    #expect(keys(terminal, 1) == [.character("张")])
    terminal.stop()
  }

  @Test func pendingKeysCanBeThrownAway() throws {
    let pty = try #require(Pty())
    let terminal = try open(pty)
    pty.type("22")
    terminal.discardPending()
    #expect(terminal.next(timeout: .zero) == [])
    terminal.stop()
  }

  @Test func tellsOfSizeSignalsAndWakers() async throws {
    let pty = try #require(Pty())
    let terminal = try open(pty)
    pty.resize(rows: 30, columns: 100)
    kill(getpid(), SIGWINCH)
    #expect(keys(terminal, 1) == [.resize(Size(rows: 30, columns: 100))])
    #expect(terminal.size == Size(rows: 30, columns: 100))
    let waker = terminal.waker
    await Task.detached { waker.wake() }.value
    #expect(terminal.next(timeout: .seconds(20)) == [.woken])
    kill(getpid(), SIGTERM)
    #expect(terminal.next(timeout: .seconds(20)) == [.ended(.terminated)])
    kill(getpid(), SIGHUP)
    #expect(terminal.next(timeout: .seconds(20)) == [.ended(.hungUp)])
    terminal.stop()
  }

  @Test func somethingElseMayUseTheTerminal() throws {
    let pty = try #require(Pty())
    let terminal = try open(pty)
    var canvas = Canvas(.standard)
    canvas.put("住房", at: Point(row: 0, column: 0))
    terminal.draw(canvas)
    _ = pty.written()
    let wasCooked = terminal.outside { pty.isCooked }
    #expect(wasCooked)
    #expect(!pty.isCooked)
    terminal.draw(canvas)
    #expect(pty.written().contains("住房"))
    terminal.stop()
  }

  @Test(arguments: ["vt100", "linux", "screen-256color", "xterm-256color", "tmux-256color"])
  func worksOnEveryTerminal(name: String) throws {
    let pty = try #require(Pty())
    let terminal = try open(pty, name: name, color: nil)
    var canvas = Canvas(.standard)
    for role in Role.allCases {
      canvas.put("云溪村 \(role)", at: Point(row: Int(role.rawValue), column: 0), role: role)
    }
    terminal.draw(canvas)
    let text = pty.written()
    for role in Role.allCases { #expect(text.contains("\(role)")) }
    #expect(text.contains("云溪村"))
    terminal.stop()
    #expect(pty.isCooked)
  }

  @Test func withoutColorsNoneIsSent() throws {
    let pty = try #require(Pty())
    let terminal = try open(pty, color: false)
    #expect(!terminal.hasColors)
    var canvas = Canvas(.standard)
    for role in Role.allCases {
      canvas.put("\(role)", at: Point(row: Int(role.rawValue), column: 0), role: role)
    }
    terminal.draw(canvas)
    let text = pty.written()
    for code in ["[31m", "[41m", "[43m", "[32m", ";31m", ";41m"] { #expect(!text.contains(code)) }
    #expect(text.contains("\u{1B}[7m") || text.contains(";7m"))
    terminal.stop()
  }

  @Test(arguments: ["dumb", "", "no-such-terminal"])
  func refusesWhatIsNoScreen(name: String) throws {
    let pty = try #require(Pty())
    #expect(throws: CursesFault.unknownTerminal) { try open(pty, name: name) }
    #expect(pty.isCooked)
  }

  @Test func refusesWhatIsNoTerminal() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    #expect(throws: CursesFault.notATerminal) {
      try CursesTerminal(input: ends[0], output: ends[1], name: "xterm")
    }
    close(ends[0])
    close(ends[1])
  }
}
