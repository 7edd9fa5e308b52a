import Terminal

/// Everything that can be done by a key, whatever the screen; what it is called is in Strings.
public enum Command: String, CaseIterable, Sendable {
  case next, previous, sectionBack, sectionForward, nextUnanswered, special, remark, goTo, menu
  case readBack
  case undo, redo, cancel, help, leave
  case language, blank, person, day, suspend, repaint, carry, clear
  case addRow, removeRow, filter, order, group, status, enrol, move, reopen, visits, village
  case stillHold
  case found, verdict, standard
  case sync, conflicts, devices, takeAway, giveBack
  case erase, history
  case review, approve, comment, commentWhole, returnInterview, unapprove, nextHousehold
  case approveMany, dropComments, assign
  case ledger, ledgerView, newIssue, assignIssue, beginIssue, reportIssue, sendBack, strikeOff
  case reopenIssue, describeIssue, reask, similar
}

/// Which keys do what: the one table; footer, menu, help and manual come from it.
///
/// A key that records or strikes out means nothing else anywhere: it is pressed without looking. Only keys
/// that lead somewhere stand for a command of the interview and another of the list.
public struct Binding: Sendable {
  /// What it does.
  public var command: Command
  /// The keys, the one to print first.
  public var keys: [Key]

  /// The table.
  public static let table: [Binding] = [
    Binding(.next, .enter, .tab),
    Binding(.previous, .up, .backTab),
    Binding(.sectionBack, .pageUp),
    Binding(.sectionForward, .pageDown),
    Binding(.nextUnanswered, .control("n"), .function(9)),
    Binding(.review, .control("n"), .function(9)),
    Binding(.special, .control("o"), .function(2)),
    Binding(.remark, .control("t"), .function(8)),
    Binding(.goTo, .control("f"), .function(6)),
    Binding(.filter, .control("f"), .function(6)),
    Binding(.menu, .control("p")),
    Binding(.undo, .control("z"), .control("_")),
    Binding(.redo, .control("y")),
    Binding(.cancel, .control("g"), .escape),
    Binding(.help, .function(1)),
    Binding(.leave, .control("x")),
    Binding(.language, .control("l"), .function(12)),
    Binding(.blank, .control("b"), .function(11)),
    Binding(.person, .control("w")),
    Binding(.day, .control("d")),
    Binding(.carry, .control("v"), .function(10)),
    Binding(.clear, .control("u")),
    Binding(.addRow, .control("a"), .function(3)),
    Binding(.removeRow, .delete, .function(4)),
    Binding(.readBack, .control("e"), .function(5)),
    Binding(.order, .control("e"), .function(5)),
    Binding(.enrol, .control("a"), .function(3)),
    Binding(.sync, .control("r"), .function(7)),
    Binding(.conflicts, .control("k")),
    Binding(.approveMany, .control("e"), .function(5)),
    Binding(.assign, .control("t"), .function(8)),
    Binding(.ledger, .control("o"), .function(2)),
    Binding(.ledgerView, .control("e"), .function(5)),
    Binding(.newIssue, .control("a"), .function(3)),
  ]

  private init(_ command: Command, _ keys: Key...) {
    self.command = command
    self.keys = keys
  }

  /// The command a key stands for among those that a screen offers; `?` and `/` and their
  /// full-width twins stand for help and menu where no text is typed.
  public static func command(
    for key: Key, offered: Set<Command>, typing: Bool
  ) -> Command? {
    if case .character(let character) = key, !typing {
      switch FullWidth.key(character) {
      case "?": return .help
      case "/": return .menu
      default: return nil
      }
    }
    return table.first { offered.contains($0.command) && $0.keys.contains(key) }?.command
  }

  /// The key to print for a command, as it is named on the keyboard; nil when only the menu has it.
  public static func name(of command: Command) -> String? {
    if command == .help { return "?" }
    return table.first { $0.command == command }?.keys.first.map(name)
  }

  /// A key's name as printed on the keyboard.
  public static func name(_ key: Key) -> String {
    switch key {
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "Shift+Tab"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .escape: "Esc"
    case .delete: "Del"
    case .function(let number): "F\(number)"
    case .control(let letter): "^" + letter.uppercased()
    case .character(let character): String(character)
    default: "?"
    }
  }
}

/// Something that can be done here and now, or why it cannot.
public struct Offer: Sendable {
  /// What.
  public var command: Command
  /// What it is called here, where the command's own name would mislead; nil for that name.
  public var label: String?
  /// Why it cannot be done now; nil when it can.
  public var reason: String?
  /// Whether the footer names it where there is room.
  public var inFooter: Bool
  /// Whether only the menu has it now: its key means something else here, such as moving in a list.
  public var isMenuOnly: Bool

  /// Offers a command.
  public init(
    _ command: Command, as label: String? = nil, unless reason: String? = nil,
    inFooter: Bool = false, isMenuOnly: Bool = false
  ) {
    self.command = command
    self.label = label
    self.reason = reason
    self.inFooter = inFooter
    self.isMenuOnly = isMenuOnly
  }

  /// Reading on and back, where not all is to be seen at once.
  static func scrolling(isLonger: Bool, _ strings: Strings) -> [Offer] {
    let reason = isLonger ? nil : strings.allIsSeen
    return [
      Offer(.sectionForward, as: strings.households.readOn, unless: reason, inFooter: true),
      Offer(.sectionBack, as: strings.households.readBack, unless: reason),
    ]
  }

  /// What it is called here, in the language of the strings.
  func name(_ strings: Strings) -> String { label ?? strings.command(command) }
}
