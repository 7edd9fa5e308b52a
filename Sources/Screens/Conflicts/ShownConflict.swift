import Fieldwork
import Record

/// Something that two people wrote without having seen each other's, ready to be decided by a key.
public struct ShownConflict: Sendable {
  /// One way to decide it.
  public struct Side: Sendable {
    /// What was written or done.
    public var text: String
    /// Who wrote it, when and on which laptop, in one line; empty where nobody did.
    public var source: String
    /// The entries that decide for it.
    public var drafts: [EntryDraft]

    /// Collects a side.
    public init(text: String, source: String, drafts: [EntryDraft]) {
      self.text = text
      self.source = source
      self.drafts = drafts
    }
  }

  /// An answer that differs between two branches, section by section.
  public struct Difference: Equatable, Sendable {
    /// The section it stands in.
    public var section: String
    /// The question, with the member it is about.
    public var label: String
    /// The answer on each side, in the sides' order.
    public var values: [String]

    /// Collects a difference.
    public init(section: String, label: String, values: [String]) {
      self.section = section
      self.label = label
      self.values = values
    }
  }

  /// How a third answer is written, where one may be.
  public enum Third: Equatable, Sendable {
    /// None: only what was done can be chosen.
    case none
    /// A number, date or text of one's own, in the entry that settles the conflict.
    case typed
  }

  /// What it is recognised by.
  public var id: String
  /// The household it is about; nil where it is the village's.
  public var household: HouseholdID?
  /// Other households that it is about as well.
  public var others: [HouseholdID] = []
  /// The household as people name it, or the village.
  public var door: String
  /// The question or matter.
  public var what: String
  /// What kind of difference it is and what choosing does.
  public var why: String
  /// The ways to decide it.
  public var sides: [Side]
  /// What differs besides, where one choice decides all of it.
  public var differences: [Difference]
  /// How a third answer is written.
  public var third: Third

  /// Collects what is shown.
  public init(
    id: String, household: HouseholdID?, door: String, what: String, why: String, sides: [Side],
    differences: [Difference] = [], third: Third = .none
  ) {
    self.id = id
    self.household = household
    self.door = door
    self.what = what
    self.why = why
    self.sides = sides
    self.differences = differences
    self.third = third
  }
}
