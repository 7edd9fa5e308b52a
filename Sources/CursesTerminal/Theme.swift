internal import CCurses
internal import Terminal

/// How the roles look.
public enum Theme: String, CaseIterable, Sendable {
  /// Colours that can be read on dark and on light, on the terminal's own background.
  case standard
  /// Strong contrasts and nothing faint.
  case contrast
  /// Without colours: bold, reverse and underline.
  case monochrome
}

/// How one role looks; a colour of -1 is the terminal's own.
struct Look {
  var foreground: Int32 = -1
  var background: Int32 = -1
  var looks: Int = 0
}

extension Theme {
  /// How a role looks on a terminal that has these looks.
  func look(of role: Role, having known: Int) -> Look {
    var look =
      switch self {
      case .standard: Self.standardLook(role)
      case .contrast: Self.contrastLook(role)
      case .monochrome: Self.monochromeLook(role)
      }
    if look.looks & CCURSES_REVERSE != 0, known & CCURSES_REVERSE == 0 {
      look.looks |= CCURSES_BOLD | CCURSES_UNDERLINE
    }
    if look.looks & CCURSES_UNDERLINE != 0, known & CCURSES_UNDERLINE == 0 {
      look.looks |= CCURSES_BOLD
    }
    look.looks &= known
    return look
  }

  private static func standardLook(_ role: Role) -> Look {
    switch role {
    case .text: Look()
    case .dim, .border: Look(looks: CCURSES_DIM)
    case .title: Look(looks: CCURSES_BOLD)
    case .focus: Look(looks: CCURSES_BOLD | CCURSES_UNDERLINE)
    case .selected: Look(looks: CCURSES_REVERSE)
    case .required: Look(foreground: 1, looks: CCURSES_BOLD)
    case .error: Look(foreground: 7, background: 1, looks: CCURSES_BOLD)
    case .warning: Look(foreground: 0, background: 3)
    case .done: Look(foreground: 2)
    }
  }

  private static func contrastLook(_ role: Role) -> Look {
    switch role {
    case .text, .dim, .border: Look()
    case .title: Look(looks: CCURSES_BOLD)
    case .focus: Look(looks: CCURSES_BOLD | CCURSES_UNDERLINE)
    case .selected: Look(looks: CCURSES_REVERSE | CCURSES_BOLD)
    case .required: Look(looks: CCURSES_BOLD)
    case .error: Look(foreground: 7, background: 1, looks: CCURSES_BOLD)
    case .warning: Look(foreground: 0, background: 3)
    case .done: Look(looks: CCURSES_BOLD)
    }
  }

  private static func monochromeLook(_ role: Role) -> Look {
    switch role {
    case .text, .border: Look()
    case .dim: Look(looks: CCURSES_DIM)
    case .title, .required: Look(looks: CCURSES_BOLD)
    case .focus: Look(looks: CCURSES_BOLD | CCURSES_UNDERLINE)
    case .selected: Look(looks: CCURSES_REVERSE)
    case .error: Look(looks: CCURSES_BOLD | CCURSES_REVERSE)
    case .warning: Look(looks: CCURSES_UNDERLINE)
    case .done: Look()
    }
  }
}
