import Fieldwork
import Record
import Station
import Terminal

/// One screen of the stack: what it shows and how it takes what comes.
///
/// A screen is a value. What it wants done outside, or shown instead of it, it puts into the context.
protocol Screen: Sendable {
  /// Takes a key that is no command here.
  mutating func key(_ key: Key, _ context: inout Context)
  /// Carries out a command that it offers and that can be done.
  mutating func perform(_ command: Command, _ context: inout Context)
  /// Takes an answer from the files or from a panel that was laid over it.
  mutating func receive(_ event: ScreenEvent, _ context: inout Context)
  /// Draws the whole of its part of the screen.
  func draw(into canvas: inout Canvas, _ context: Context)
  /// What can be done here, in the order of the menu.
  func offers(_ context: Context) -> [Offer]
  /// The help for this place, in paragraphs: what it is, what counts, why it is asked.
  func help(_ context: Context) -> [String]
  /// What help shows instead, where something in focus has a page that explains it.
  func detail(_ context: Context) -> (any Screen)?
  /// Whether characters are text here (or filter a list), so that `?` and `/` are not commands.
  func isTyping(_ context: Context) -> Bool
  /// Whether it shows time going by, so that it is drawn anew every second.
  func isTicking(_ context: Context) -> Bool
  /// Whether several characters that came at once are not taken here: where keys choose, not text.
  func refuses(burst text: String, _ context: Context) -> Bool
  /// Whether it is laid over the screen below, which stays to be seen around it.
  var isPanel: Bool { get }
}

extension Screen {
  mutating func perform(_ command: Command, _ context: inout Context) {}
  mutating func receive(_ event: ScreenEvent, _ context: inout Context) {}
  func offers(_ context: Context) -> [Offer] { [] }
  func help(_ context: Context) -> [String] { [] }
  func detail(_ context: Context) -> (any Screen)? { nil }
  func isTyping(_ context: Context) -> Bool { false }
  func isTicking(_ context: Context) -> Bool { false }
  func refuses(burst text: String, _ context: Context) -> Bool { false }
  var isPanel: Bool { false }
}

/// What comes to a screen besides keys.
enum ScreenEvent: Sendable {
  /// The entries it asked for are on the disk.
  case recorded([Entry])
  /// They are not; nothing has changed.
  case notRecorded(StoreFault)
  /// The household it asked for, with the place remembered in its interview.
  case opened(HouseholdCase, place: AnswerKey?)
  /// A panel over it was answered.
  case panel(PanelAnswer)
  /// It is on top again, after what was above it was left.
  case uncovered
  /// The language of the screen was changed.
  case languageChanged
  /// The village's list is another one, or has changed from outside.
  case villageChanged
  /// How far the meeting with other laptops is.
  case syncProgress(MeetingProgress)
  /// The meeting with other laptops is over.
  case syncEnded(MeetingReport)
  /// The devices of the team that it asked for.
  case devices(ShownTeam)
  /// What was typed to settle a difference cannot be an answer.
  case notSettled
  /// What came of the PIN that it asked about.
  case pin(PINOutcome)
  /// What the erasure that it asked about would take away.
  case erasure(ShownErasure)
  /// The contents of so many entries are gone, as it asked.
  case erased(Int)
  /// Which households can be approved at once, as it asked.
  case clean(CleanApprovals)
  /// What the person at the keyboard wrote on an interview and has not sent.
  case comments(InterviewID, [ReviewComment])
  /// What two people wrote differently, as it asked.
  case conflicts([ShownConflict])
  /// The issue it asked for.
  case issue(OpenedIssue)
  /// The files of evidence it asked about, by their checksums.
  case evidence([EvidenceFile])
  /// A file of evidence cannot be kept.
  case noEvidence(String, EvidenceFault)
}

/// What a panel was answered with, and which one it was.
struct PanelAnswer: Sendable {
  enum Value: Sendable {
    case choice(Int)
    case text(String)
  }
  var panel: String
  var value: Value
}

/// What a screen may look at, and where it puts what it wants done.
struct Context {
  let environment: Environment
  let size: Size
  var language: Language
  var team: Team
  var person: PersonID?
  var village: Village?
  var secondCopy: SecondCopyState
  /// Values of the previous household's place and water questions, for `carry`.
  var carried: [String: String]
  var notice: Notice?

  /// Whether the last key was a number, or several characters, that could not be taken.
  var isNumberRefused = false

  var effects: [Effect] = []
  var moves: [Move] = []

  /// What is to become of the stack of screens.
  enum Move {
    case push(any Screen)
    case pop
    /// Replaces the top.
    case replace(any Screen)
    /// Leaves everything above the village's list.
    case popToRoot
    /// Leaves the top and carries a command out where the person then is: a choice of the menu.
    case popAndPerform(Command)
    /// Leaves the top, a panel, and gives its answer to the screen below.
    case answer(PanelAnswer)
  }

  var strings: Strings { language.strings }
  /// The person who acts; where nobody was chosen yet there is nothing to act on.
  var today: String { String(environment.wallTime().prefix(10)) }
  var now: Int { environment.monotonic() }

  /// Whether a village is one of those where the person at the keyboard works.
  func works(in village: String) -> Bool {
    person.flatMap { team.person($0) }?.works(in: village) ?? true
  }

  mutating func push(_ screen: any Screen) { moves.append(.push(screen)) }
  mutating func pop() { moves.append(.pop) }
  mutating func say(_ text: String, role: Role = .dim) { notice = Notice(text, role: role) }

  /// Says why a number was not taken; Enter right behind it was meant for it, and does nothing.
  mutating func refuseNumber(_ text: String) {
    say(text, role: .warning)
    isNumberRefused = true
  }
}

/// The languages of the program.
public enum Language: String, CaseIterable, Sendable {
  case chinese = "zh"
  case english = "en"

  /// The program's sentences in it.
  ///
  /// Never inlined: choosing between two tables of hundreds of sentences at every use is what the
  /// optimiser would otherwise spend most of a release build on.
  @inline(never) public var strings: Strings {
    switch self {
    case .chinese: return .chinese
    case .english: return .english
    }
  }
  /// The other one.
  public var other: Language { self == .chinese ? .english : .chinese }

  /// The form's name for it: the language whose code stands in parentheses, else its first.
  public func name(among languages: [String], default fallback: String) -> String {
    languages.first { $0.hasSuffix("(\(rawValue))") } ?? fallback
  }
}
