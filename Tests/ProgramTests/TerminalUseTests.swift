import Foundation
import Glibc
import Testing

/// The program in a real terminal.
@Suite struct TerminalUseTests {
  /// A terminal whose shell can start the program on a small village of its own.
  final class Desk {
    let scratch: ScratchFolder
    let program: BuiltProgram
    let terminal: Tmux
    private var modes = ""
    private var hasOtherScreen = true

    init(_ variables: [String: String] = [:], columns: Int = 80, rows: Int = 24) throws {
      scratch = try ScratchFolder()
      program = BuiltProgram(place: scratch.path)
      try program.makeVillage()
      terminal = try Tmux(
        columns: columns, rows: rows,
        program.environment.merging(["PATH": "\(BuiltProgram.folder):/usr/bin:/bin"]) { $1 }
          .merging(variables) { $1 }, in: scratch.path)
      modes = try stty("before")
    }

    deinit { terminal.end() }

    private func stty(_ name: String) throws -> String {
      let file = "\(scratch.path)/\(name)"
      terminal.command("stty -a > \(file); echo told-$((1+1))-\(name)")
      terminal.wait(for: "told-2-\(name)")
      return try String(contentsOfFile: file, encoding: .utf8)
    }

    /// Starts the program and waits for what it shows first.
    func start(_ command: String = "ruhu", first: String = "现在是谁在用电脑") {
      terminal.command("clear; echo before-$((1+1)); \(command); echo ended-$((1+1))-$?")
      terminal.wait(for: first)
      hasOtherScreen = terminal.fact("alternate_on") == "1"
    }

    /// Starts the program and opens the list.
    func startAtList() {
      start()
      terminal.type("1")
      terminal.wait(for: "共4户")
    }

    func quit() {
      terminal.press("C-x")
      terminal.wait(for: "1 退出   2")
      terminal.type("1")
      expectSane()
    }

    /// The number of the program's process: it stands in the lock.
    func process() throws -> pid_t {
      let text = try String(contentsOfFile: "\(program.data)/lock", encoding: .utf8)
      return try #require(pid_t(text.filter(\.isNumber)))
    }

    /// The program is over, and the terminal is as it was.
    func expectSane(sourceLocation: SourceLocation = #_sourceLocation) {
      // What stood there before is there again, where the terminal has a second screen.
      terminal.wait("the program should end", sourceLocation: sourceLocation) {
        $0.contains("ended-2-") && ($0.contains("before-2") || !hasOtherScreen)
      }
      #expect(terminal.fact("alternate_on") == "0", sourceLocation: sourceLocation)
      #expect(terminal.fact("cursor_flag") == "1", sourceLocation: sourceLocation)
      #expect(terminal.fact("keypad_flag") == "0", sourceLocation: sourceLocation)
      let after = try? stty("after")
      #expect(after == modes, sourceLocation: sourceLocation)
    }
  }

  @Test func startAndQuitLeaveTheTerminalAsItWas() throws {
    let desk = try Desk()
    desk.startAtList()
    #expect(desk.terminal.fact("alternate_on") == "1")
    desk.quit()
    desk.terminal.wait(for: "ended-2-0")
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGSEGV, SIGABRT])
  func asEndedByASignal(signal: Int32) throws {
    let desk = try Desk()
    desk.startAtList()
    kill(try desk.process(), signal)
    desk.expectSane()
    // Whatever ended it, it opens again.
    desk.start(first: "共4户")
    desk.quit()
  }

  @Test func theWindowMayHaveAnySize() throws {
    let desk = try Desk()
    desk.startAtList()
    let terminal = desk.terminal
    terminal.type("lz")
    terminal.wait(for: "lz")
    terminal.resize(columns: 79, rows: 23)
    terminal.wait(for: "需要 80x24,现在是 79x23")
    // What is pressed unseen does nothing.
    terminal.type("x")
    terminal.resize(columns: 200, rows: 60)
    terminal.wait("the list should be wide") { $0.contains("lz") && !$0.contains("lzx") }
    for step in 0..<30 {
      terminal.resize(columns: 20 + step * 37 % 190, rows: 5 + step * 11 % 60)
    }
    terminal.resize(columns: 80, rows: 24)
    terminal.wait("the list should stand again") {
      $0.contains("lz") && $0.contains("共4户") && !$0.contains("窗口太小")
    }
    let rows = terminal.screen.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows.first?.contains("石湾村") == true)
    desk.quit()
  }

  @Test(arguments: ["vt100", "screen-256color", "xterm-256color", "tmux-256color"])
  func onTheseTerminals(name: String) throws {
    let desk = try Desk()
    desk.start("TERM=\(name) ruhu")
    desk.terminal.type("1")
    desk.terminal.wait(for: "共4户")
    desk.terminal.press("Enter")
    desk.terminal.wait(for: "开始入户调查")
    desk.terminal.press("C-g")
    desk.terminal.wait(for: "共4户")
    desk.quit()
  }

  /// The Linux console shows no Chinese: the program speaks English there, and says why.
  @Test func onALinuxConsole() throws {
    let desk = try Desk()
    desk.start("TERM=linux ruhu", first: "This console cannot show Chinese")
    desk.terminal.type("1")
    desk.terminal.wait(for: "to visit")
    desk.terminal.press("C-x")
    desk.terminal.wait(for: "1 leave   2")
    desk.terminal.type("1")
    desk.expectSane()
  }

  @Test func withoutALanguageOrColours() throws {
    let desk = try Desk()
    desk.start("env -u LANG -u LC_ALL -u LC_CTYPE NO_COLOR=1 ruhu")
    desk.terminal.type("1")
    desk.terminal.wait(for: "共4户")
    #expect(!desk.terminal.styled.contains(/\u{1B}\[[0-9;]*\b[34][0-8]\b[0-9;]*m/))
    desk.quit()
  }

  @Test func aTerminalThatCanDoNothingIsAskedLineByLine() throws {
    let desk = try Desk()
    desk.start("TERM=dumb ruhu", first: "谁在操作")
    desk.terminal.command("1")
    desk.terminal.wait(for: "去哪一户")
    desk.terminal.command("/q")
    desk.expectSane()
  }

  @Test func theMenuSuspendsAndTheShellBringsItBack() throws {
    let desk = try Desk()
    desk.startAtList()
    let terminal = desk.terminal
    terminal.press("C-p")
    terminal.wait(for: "这里能做的事")
    // The menu is longer than its window: further down are the things that are seldom done.
    terminal.press("NPage")
    terminal.wait(for: "暂时回到命令行")
    // Digits one by one, as a person presses them: several at once choose nothing.
    let line = try #require(
      terminal.screen.split(separator: "\n").first { $0.contains("暂时回到命令行") })
    let number = line.filter { $0.isNumber }
    for count in 1...number.count {
      terminal.type(String(number.dropFirst(count - 1).prefix(1)))
      terminal.wait("line \(number.prefix(count)) should be chosen") { screen in
        screen.split(separator: "\n").contains {
          $0.hasPrefix(">")
            && $0.dropFirst().drop { $0 == " " }.hasPrefix(number.prefix(count) + " ")
        }
      }
    }
    terminal.press("Enter")
    terminal.wait("it should stop") { $0.contains("Stopped") && $0.contains("READY>") }
    #expect(terminal.fact("alternate_on") == "0")
    terminal.command("echo still-$((1+1))")
    terminal.wait(for: "still-2")
    terminal.command("fg")
    terminal.wait("it should come back") { $0.contains("共4户") && !$0.contains("still-2") }
    // It takes keys again.
    terminal.type("3")
    terminal.wait(for: "第1/1户")
    terminal.press("C-x")
    terminal.wait(for: "1 退出   2")
    terminal.type("1")
    // The shell forgot the rest of its line when the program stopped: it tells nothing of the end.
    terminal.wait("the shell should be back") { $0.contains("still-2") && !$0.contains("1 退出   2") }
    #expect(terminal.fact("alternate_on") == "0")
  }

  @Test func textMayComeAllAtOnce() throws {
    let desk = try Desk()
    desk.startAtList()
    let terminal = desk.terminal
    terminal.press("C-a")
    terminal.wait(for: "这一户在哪个组")
    terminal.type("1")
    terminal.wait(for: "户号")
    terminal.press("Enter")
    terminal.wait(for: "户主姓名")
    // An input method commits several characters.
    terminal.type("欧阳新来")
    terminal.wait(for: "欧阳新来")
    // A paste with line breaks is text, never an answer.
    terminal.paste("甲\n乙")
    terminal.wait(for: "欧阳新来甲 乙")
    terminal.wait(for: "户主姓名")
    #expect(!terminal.screen.contains("都对吗"))
    terminal.press("Enter")
    terminal.wait(for: "都对吗")
    desk.terminal.press("C-g")
    desk.terminal.wait(for: "共4户")
    desk.quit()
  }

  @Test func keysTypedAheadOfASlowDiskAreNotLost() throws {
    let desk = try Desk()
    desk.start("bash -c 'ruhu; true'")
    let terminal = desk.terminal
    terminal.type("1")
    terminal.wait(for: "共4户")
    // As long as a disk takes its time, the program does not read: so it is held up here.
    let process = try desk.process()
    kill(process, SIGSTOP)
    terminal.press("C-a")
    terminal.type("1")
    terminal.press("Enter")
    terminal.type("欧阳")
    terminal.type("新来")
    terminal.press("Enter")
    kill(process, SIGCONT)
    terminal.wait("the name should be there to check") {
      $0.contains("欧阳新来") && $0.contains("都对吗")
    }
    terminal.press("C-g")
    terminal.wait(for: "共4户")
    desk.quit()
  }
}
