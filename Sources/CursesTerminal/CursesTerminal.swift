internal import CCurses
public import Terminal

/// The terminal, owned as a whole: a screen of cells out, keys in.
///
/// There is one at a time, and one thread uses it; only its waker may go elsewhere. The terminal is
/// given back by `stop`, at the process's exit, and when the process crashes.
public final class CursesTerminal {
  private var decoder = InputDecoder()
  private var shown: Canvas?
  private var missed: [TerminalEvent] = []

  /// Takes the terminal over.
  ///
  /// - Parameters:
  ///   - input: The descriptor from which keys are read.
  ///   - output: The descriptor to which the screen is written.
  ///   - name: The terminal's name, or nil for what `TERM` says.
  ///   - theme: How the roles look.
  ///   - color: Whether colours are used; nil lets `NO_COLOR` decide.
  ///   - escapeDelay: How many milliseconds may lie within a key's sequence; nil is what `ESCDELAY`
  ///     says, or else 25.
  public init(
    input: Int32 = 0, output: Int32 = 1, name: String? = nil, theme: Theme = .standard,
    color: Bool? = nil, escapeDelay: Int? = nil
  ) throws(CursesFault) {
    let delay = Int32(clamping: escapeDelay ?? -1)
    let status = Int(ccurses_start(input, output, name, delay))
    switch status {
    case CCURSES_STARTED: break
    case CCURSES_ALREADY_STARTED: throw .alreadyStarted
    case CCURSES_NOT_A_TERMINAL: throw .notATerminal
    case CCURSES_UNKNOWN_TERMINAL: throw .unknownTerminal
    case CCURSES_CANNOT_MOVE_CURSOR: throw .cannotMoveCursor
    case CCURSES_NO_UTF8_LOCALE: throw .noUTF8Locale
    default: throw .systemFault
    }
    let wantsColor = color ?? (ccurses_no_color() == 0)
    hasColors = wantsColor && ccurses_colors() >= 8
    let theme = hasColors ? theme : .monochrome
    for role in Role.allCases {
      let look = theme.look(of: role, having: Int(ccurses_looks()))
      ccurses_define_style(
        Int32(role.rawValue), look.foreground, look.background, Int32(look.looks))
    }
    size = Self.windowSize()
    ccurses_resize(Int32(size.rows), Int32(size.columns))
  }

  deinit {
    ccurses_stop()
  }

  /// Whether colours are used.
  public let hasColors: Bool

  /// The window's size as of the last event.
  public private(set) var size: Size

  /// What other threads use to end a wait.
  public var waker: TerminalWaker { TerminalWaker() }

  /// Gives the terminal back; doing so again does nothing.
  public func stop() {
    ccurses_stop()
  }

  private static func windowSize() -> Size {
    var (rows, columns): (Int32, Int32) = (0, 0)
    ccurses_size(&rows, &columns)
    return Size(rows: Int(rows), columns: Int(columns))
  }
}

// MARK: - Frames

extension CursesTerminal {
  /// Shows a canvas: one burst of what differs from the last, the cursor last.
  ///
  /// What does not fit into the window is left out, what it does not cover is empty.
  public func draw(_ canvas: Canvas) {
    if shown?.size != canvas.size {
      ccurses_erase()
      shown = nil
    }
    for row in 0..<min(canvas.size.rows, size.rows) {
      let cells = canvas.row(row)
      if let shown, shown.row(row) == cells { continue }
      put(cells, row: row)
    }
    shown = canvas
    if let cursor = canvas.cursor, cursor.row >= 0, cursor.row < size.rows, cursor.column >= 0,
      cursor.column < size.columns
    {
      ccurses_show(Int32(cursor.row), Int32(cursor.column))
    } else {
      ccurses_show(-1, 0)
    }
  }

  /// Writes a row, one call for each run of cells of one role.
  private func put(_ cells: ArraySlice<Cell>, row: Int) {
    var scalars: [UInt32] = []
    var role = Role.text
    var start = 0
    var column = 0
    func flush() {
      guard !scalars.isEmpty else { return }
      ccurses_put(
        Int32(row), Int32(start), scalars, Int32(scalars.count), Int32(role.rawValue))
      scalars.removeAll(keepingCapacity: true)
    }
    for cell in cells {
      if cell.isContinuation {
        column += 1
        continue
      }
      // A wide glyph at the window's edge would be carried to the next row.
      guard column + cell.glyph.width <= size.columns else { break }
      if cell.role != role {
        flush()
        role = cell.role
      }
      if scalars.isEmpty { start = column }
      scalars.append(cell.glyph.scalar.value)
      for mark in cell.glyph.marks { scalars.append(mark.value) }
      column += 1
    }
    flush()
  }

  /// Has the next frame painted whole, for when something else wrote onto the terminal.
  public func repair() {
    ccurses_repair()
  }

  /// Sounds the bell.
  public func beep() {
    ccurses_beep()
  }
}

// MARK: - Events

extension CursesTerminal {
  /// Waits for something to happen, and returns all that has happened until then.
  ///
  /// Nothing has when the time is over first; without a time it waits for ever.
  public func next(timeout: Duration? = nil) -> [TerminalEvent] {
    var events = missed
    missed = []
    let found = Int(ccurses_wait(events.isEmpty ? Self.milliseconds(timeout) : 0))
    if found & CCURSES_INPUT != 0 {
      events += decoder.keys(in: readAll()).map { .key($0) }
    }
    if found & CCURSES_STOP_ASKED != 0 {
      ccurses_suspend()
      shown = nil
      events.append(.resumed)
      takeSize(&events)
    } else if found & CCURSES_CONTINUED != 0 {
      // Stopped without having been asked: the shell has set the terminal as it likes it.
      ccurses_pause()
      ccurses_resume()
      shown = nil
      events.append(.resumed)
      takeSize(&events)
    } else if found & CCURSES_RESIZED != 0 {
      takeSize(&events)
    }
    if found & CCURSES_WAKE != 0 { events.append(.woken) }
    if found & CCURSES_INTERRUPTED != 0 { events.append(.ended(.interrupted)) }
    if found & CCURSES_TERMINATED != 0 { events.append(.ended(.terminated)) }
    if found & CCURSES_HUNG_UP != 0 { events.append(.ended(.hungUp)) }
    return events
  }

  /// Throws away the keys that have arrived and not been read.
  public func discardPending() {
    _ = decoder.keys(in: readAll())
  }

  private static func milliseconds(_ timeout: Duration?) -> Int32 {
    guard let timeout else { return -1 }
    let (seconds, attoseconds) = timeout.components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    // Rounded up, so that a wait that is almost over does not become a busy loop.
    let rest = (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return Int32(clamping: min(seconds, 2_000_000) * 1_000 + rest)
  }

  private func takeSize(_ events: inout [TerminalEvent]) {
    let now = Self.windowSize()
    guard now != size else { return }
    size = now
    shown = nil
    ccurses_resize(Int32(now.rows), Int32(now.columns))
    ccurses_erase()
    events.append(.key(.resize(now)))
  }

  private func readAll() -> [RawInput] {
    var batch: [RawInput] = []
    while true {
      let input = ccurses_read()
      switch Int(input.kind) {
      case CCURSES_NOTHING: return batch
      case CCURSES_BYTE: batch.append(.byte(UInt8(truncatingIfNeeded: input.value)))
      case CCURSES_KEY:
        if let key = Self.key(Int(input.value)) { batch.append(.key(key)) }
      case CCURSES_FUNCTION_KEY: batch.append(.key(.function(Int(input.value))))
      case CCURSES_PASTE_BEGIN: batch.append(.pasteBegin)
      case CCURSES_PASTE_END: batch.append(.pasteEnd)
      default: continue
      }
    }
  }

  private static func key(_ code: Int) -> Key? {
    switch code {
    case CCURSES_UP: .up
    case CCURSES_DOWN: .down
    case CCURSES_LEFT: .left
    case CCURSES_RIGHT: .right
    case CCURSES_HOME: .home
    case CCURSES_END: .end
    case CCURSES_PAGE_UP: .pageUp
    case CCURSES_PAGE_DOWN: .pageDown
    case CCURSES_INSERT: .insert
    case CCURSES_DELETE: .delete
    case CCURSES_BACKSPACE: .backspace
    case CCURSES_BACK_TAB: .backTab
    case CCURSES_ENTER: .enter
    default: nil
    }
  }
}

// MARK: - Leaving for a while

extension CursesTerminal {
  /// Stops this job until the shell continues it; the next frame is painted whole.
  public func suspend() {
    ccurses_suspend()
    afterAbsence()
  }

  /// Does something that uses the terminal by itself, such as a pager.
  public func outside<Result>(_ work: () throws -> Result) rethrows -> Result {
    ccurses_pause()
    defer {
      ccurses_resume()
      afterAbsence()
    }
    return try work()
  }

  /// The window may have another size now; the next event says so.
  private func afterAbsence() {
    shown = nil
    takeSize(&missed)
  }
}
